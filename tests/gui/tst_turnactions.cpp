#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/comparewindow.h"
#include "gui/chat/turns/deletionbar.h"
#include "gui/chat/turns/editmessagedialog.h"
#include "gui/chat/turns/messagecopy.h"
#include "gui/chat/turns/ratingdialog.h"
#include "gui/chat/turns/ratingsexport.h"
#include "gui/chat/turns/turnactions.h"
#include "gui/shell/shortcutsdialog.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/linearserver.h"
#include "state/models/conversationlistmodel.h"
#include "state/store/draftstore.h"
#include "state/store/ratingstore.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "testdialogs.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using Kind = MessagePart::Kind;

// A chat page over a server that keeps one line of messages; c1 is open.
struct Fixture : TeamFixture {
    QTemporaryDir dir;
    AgentStore agents{api};
    ConversationListModel list{conversations};
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    DraftStore drafts{store};
    RatingStore ratings{store, journal};
    ChatSessions sessions{api, workspace, conversations, &journal};
    AttachmentQueue attachments{api};
    TestDialogs dialogs;
    LinearServer line;
    std::unique_ptr<ChatPage> page;
    std::unique_ptr<QSignalSpy> said;

    explicit Fixture(const QByteArray &offered = treeFeatures)
    {
        initGuiResources();
        features = offered;
        line.saysIds = !offered.isEmpty();
        line.add(u"q1"_s, u"user"_s, u"Which region sold most in the third quarter?"_s);
        line.add(u"a1"_s, u"assistant"_s, u"**South** sold most: 115 293 units.\n\n- North: 98 410\n- West: 71 003"_s);
        line.add(u"q2"_s, u"user"_s, u"And least?"_s);
        line.add(u"a2"_s, u"assistant"_s, u"*West* sold least."_s);
        script = [this](const Received &request) { return scripted(request); };
    }

    Scripted scripted(const Received &request)
    {
        if (request.target == "/agents")
            return json("[]");
        if (request.target.startsWith("/conversations?"))
            return json(R"({"total":1,"conversations":[{"id":"c1","title":"Quarterly figures","message_count":4,
              "created_at":"2026-05-02T09:14:03","updated_at":"2026-05-02T09:14:03"}]})");
        return line.handle(request);
    }

    // Call it inside QVERIFY.
    [[nodiscard]] bool show()
    {
        if (!open())
            return false;
        ratings.open();
        conversations.refresh();
        ChatPage::Services services{sessions, conversations, list, agents, attachments, workspace, dialogs, &drafts};
        services.ratings = &ratings;
        page = std::make_unique<ChatPage>(services);
        page->resize(1100, 760);
        page->show();
        page->activateWindow();
        page->openConversation(ConversationId(u"c1"_s));
        said = std::make_unique<QSignalSpy>(page.get(), &ChatPage::statusMessage);
        return QTest::qWaitForWindowActive(page.get()) && QTest::qWaitFor([this] { return model().rowCount() == 4 && isIdle(); }, 5000);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] TranscriptModel &model() const { return page->session()->transcript(); }
    [[nodiscard]] TranscriptView &view() const { return *page->transcript(); }
    [[nodiscard]] bool isIdle() const { return page->session()->state() == ChatSession::State::Idle; }
    [[nodiscard]] QString text(int row) const { return model().messageAt(row).content; }
    [[nodiscard]] QString lastSaid() const { return said->isEmpty() ? QString() : said->constLast().at(0).toString(); }
    void press(int row, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        if (!page->isActiveWindow()) { // a dialog was
            page->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(page.get()));
        }
        view().setFocus();
        view().setCurrentIndex(model().index(row));
        QTest::keyClick(&view(), key, modifiers);
    }
    void click(int row, Kind kind, int index = 0) const
    {
        view().scrollTo(model().index(row));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().partRect(row, kind, index).center());
    }
    [[nodiscard]] bool regenerated() const // the last answer, once
    {
        press(3, Qt::Key_R, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return isIdle() && text(3) == u"Answer 1 to And least?"_s; }, 5000);
    }
    void keepPicture(QWidget &of, const QString &name) const
    {
        const QPixmap picture = of.grab();
        QVERIFY(!picture.isNull());
        if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty())
            picture.save(shots + u'/' + name + u".png"_s);
    }
};

} // namespace

class TestTurnActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void CH_62_regenerateByKeyAndSwitchByKeyAndButton();
    void CH_62_theButtonsOfAMessageDoWhatTheySay();
    void CH_63_editAndResendLeavesTheFirstQuestion();
    void CH_63_whatWasTypedIsNotLostWhenItCannotBeSent();
    void D_42_versionsAreComparedSideBySide();
    void D_42_aServerThatSeesTheVersionsIsSaidTo();
    void CH_64_deletingCanBeUndone();
    void CH_64_aDeletionThatFailsComesBackWithItsReason();
    void CH_63_quotingPutsLinesAboveTheCaret();
    void CH_60_CH_61_threeWaysToCopyAMessage();
    void CH_61_aSelectionIsCopiedInThreeWays();
    void CH_67_ratingByKeyAndNoteByDialog();
    void CH_67_ratedAnswersAreExportedFromTheMenu();
    void everyCommandIsInTheMenuWithItsKey();
    void whatCannotBeDoneSaysWhy();
    void theButtonsAreReachedByArrowKeys();
    void theKeysAreInTheListOfShortcuts();
    void BUG_30_twoAnswersAtOnceEachLandInTheirPlaceWhileSwitching();
    void looks();
};

void TestTurnActions::initTestCase()
{
    const bool dark = qEnvironmentVariable("DESK_SHOTS_THEME") == "dark"_L1;
    QApplication::setPalette(dark ? Theme::darkPalette() : Theme::lightPalette());
}

void TestTurnActions::CH_62_regenerateByKeyAndSwitchByKeyAndButton()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.regenerated());
    QVERIFY(f.line.deleted.isEmpty());
    QVERIFY(f.view().partRect(3, Kind::VersionText).isValid());
    QCOMPARE(f.view().currentIndex().row(), 3);
    QVERIFY(f.model().index(3).data(Qt::AccessibleTextRole).toString().contains(u"version 2 of 2"_s));
    f.press(3, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(f.text(3), u"*West* sold least."_s);
    QCOMPARE(f.lastSaid(), u"Version 1 of 2"_s);
    QCOMPARE(f.view().currentIndex().row(), 3);
    f.press(3, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(f.lastSaid(), u"This is the first version."_s);
    f.press(2, Qt::Key_Right, Qt::AltModifier); // also from its question
    QCOMPARE(f.text(3), u"Answer 1 to And least?"_s);
    f.click(3, Kind::VersionBack);
    QCOMPARE(f.text(3), u"*West* sold least."_s);
    f.click(3, Kind::VersionNext);
    QCOMPARE(f.text(3), u"Answer 1 to And least?"_s);
}

void TestTurnActions::CH_62_theButtonsOfAMessageDoWhatTheySay()
{
    Fixture f;
    QVERIFY(f.show());
    f.click(1, Kind::Action, static_cast<int>(MessageCommand::Regenerate)); // not the last one
    QTRY_VERIFY(f.isIdle() && f.model().rowCount() == 2 && f.text(1).startsWith(u"Answer 1"_s));
    f.click(1, Kind::Action, static_cast<int>(MessageCommand::RateUp));
    QCOMPARE(f.model().marksAt(1).rating, Rating::Up);
    f.click(0, Kind::Action, static_cast<int>(MessageCommand::Quote));
    QCOMPARE(f.page->findChild<ComposerEdit *>()->toPlainText(), u"> Which region sold most in the third quarter?\n\n"_s);
    f.click(0, Kind::Action, static_cast<int>(MessageCommand::Edit));
    QVERIFY(f.page->findChild<EditMessageDialog *>() != nullptr);
}

void TestTurnActions::CH_63_editAndResendLeavesTheFirstQuestion()
{
    Fixture f;
    QVERIFY(f.show());
    f.press(3, Qt::Key_F2);
    QCOMPARE(f.lastSaid(), u"Only your own messages can be edited."_s);
    f.press(2, Qt::Key_F2);
    auto *dialog = f.page->findChild<EditMessageDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *edit = dialog->findChild<QPlainTextEdit *>(u"editMessageText"_s);
    QCOMPARE(edit->toPlainText(), u"And least?"_s);
    QTRY_VERIFY(edit->hasFocus());
    edit->clear();
    QVERIFY(!dialog->findChild<QPushButton *>(u"sendVersion"_s)->isEnabled());
    QTest::keyClicks(edit, u"And in the second?"_s);
    f.keepPicture(*dialog, u"turns-edit"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.isIdle() && f.model().rowCount() == 4 && f.text(3) == u"Answer 1 to And in the second?"_s);
    QCOMPARE(f.text(2), u"And in the second?"_s);
    QVERIFY(f.view().partRect(2, Kind::VersionText).isValid());
    f.press(2, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(f.text(2), u"And least?"_s);
    QCOMPARE(f.text(3), u"*West* sold least."_s);
}

void TestTurnActions::CH_63_whatWasTypedIsNotLostWhenItCannotBeSent()
{
    Fixture f;
    QVERIFY(f.show());
    f.press(2, Qt::Key_F2);
    auto *dialog = f.page->findChild<EditMessageDialog *>();
    f.line.hold = true;
    f.page->session()->send(u"meanwhile"_s, {}, {});
    QTRY_VERIFY(f.page->session()->isBusy());
    dialog->findChild<QPlainTextEdit *>(u"editMessageText"_s)->setPlainText(u"typed at length"_s);
    dialog->findChild<QPushButton *>(u"sendVersion"_s)->click();
    QCOMPARE(f.page->findChild<ComposerEdit *>()->toPlainText(), u"typed at length"_s);
    QVERIFY(!f.lastSaid().isEmpty());
}

void TestTurnActions::D_42_versionsAreComparedSideBySide()
{
    Fixture f;
    f.line.messages[3].insert("content"_L1, u"*West* sold least.\n\n"_s + u"More words of the first.\n\n"_s.repeated(60) + u"<b>End</b>"_s);
    QVERIFY(f.show());
    QVERIFY(f.regenerated());
    f.press(3, Qt::Key_D, Qt::ControlModifier);
    auto *window = f.page->findChild<CompareWindow *>();
    QVERIFY(window != nullptr && !window->isModal());
    QVERIFY(QTest::qWaitForWindowActive(window));
    auto *left = window->findChild<QPlainTextEdit *>(u"leftText"_s);
    auto *right = window->findChild<QPlainTextEdit *>(u"rightText"_s);
    QVERIFY(left->toPlainText().startsWith(u"West sold least."_s)); // words, not markup
    QVERIFY(left->toPlainText().endsWith(u"<b>End</b>"_s));         // and nobody else's markup is obeyed
    QCOMPARE(right->toPlainText(), u"Answer 1 to And least?"_s);
    QVERIFY(!left->extraSelections().isEmpty());
    QVERIFY(!right->extraSelections().isEmpty());
    for (const QTextEdit::ExtraSelection &mark : right->extraSelections())
        QVERIFY(mark.format.underlineStyle() != QTextCharFormat::NoUnderline); // not by colour alone
    auto *choice = window->findChild<QComboBox *>(u"rightVersion"_s);
    choice->setCurrentIndex(0); // the same one twice: both scroll as one
    QCOMPARE(window->findChild<QLabel *>(u"compareSummary"_s)->text(), u"Both versions say the same."_s);
    QVERIFY(left->extraSelections().isEmpty());
    QVERIFY(left->verticalScrollBar()->maximum() > 0);
    left->verticalScrollBar()->setValue(left->verticalScrollBar()->maximum());
    QCOMPARE(right->verticalScrollBar()->value(), right->verticalScrollBar()->maximum());
    right->verticalScrollBar()->setValue(3);
    QCOMPARE(left->verticalScrollBar()->value(), 3);
    choice->setCurrentIndex(1);
    f.keepPicture(*window, u"turns-compare"_s);
    QTest::mouseClick(window->findChild<QPushButton *>(u"leftKeep"_s), Qt::LeftButton);
    QVERIFY(f.text(3).startsWith(u"*West*"_s));
    QCOMPARE(f.model().marksAt(3).version, (VersionPlace{1, 2}));
}

void TestTurnActions::D_42_aServerThatSeesTheVersionsIsSaidTo()
{
    Fixture f(localFeatures); // it cannot leave messages out
    QVERIFY(f.show());
    QVERIFY(f.regenerated());
    QVERIFY(f.lastSaid().contains(u"may also read the versions"_s));
    f.press(2, Qt::Key_F2);
    auto *notice = f.page->findChild<QLabel *>(u"editMessageNotice"_s);
    QVERIFY(notice != nullptr);
    QVERIFY(notice->text().contains(u"may also read the versions"_s));
}

void TestTurnActions::CH_64_deletingCanBeUndone()
{
    Fixture f;
    QVERIFY(f.show());
    auto *bar = f.page->findChild<DeletionBar *>();
    QVERIFY(!bar->isVisible());
    f.press(2, Qt::Key_Delete);
    QCOMPARE(f.model().rowCount(), 2);
    QVERIFY(bar->isVisible());
    QCOMPARE(f.find<QLabel>("deletionText")->text(), u"2 messages deleted."_s);
    f.keepPicture(*f.page, u"turns-undo"_s);
    QTest::mouseClick(f.find<QPushButton>("undoDelete"), Qt::LeftButton);
    QCOMPARE(f.model().rowCount(), 4);
    QVERIFY(!bar->isVisible());
    f.press(3, Qt::Key_Delete);
    QCOMPARE(f.model().rowCount(), 3);
    f.press(0, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.model().rowCount(), 4);
    f.press(0, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.lastSaid(), u"There is nothing to undo."_s);
    QVERIFY(f.line.deleted.isEmpty());
    f.press(3, Qt::Key_Delete);
    QTest::mouseClick(f.find<QToolButton>("deletionClose"), Qt::LeftButton); // at once
    QTRY_COMPARE(f.line.deleted, QStringList{u"a2"_s});
    QVERIFY(!bar->isVisible());
}

void TestTurnActions::CH_64_aDeletionThatFailsComesBackWithItsReason()
{
    Fixture f;
    QVERIFY(f.show());
    f.line.refuseDeletes = 1;
    f.press(3, Qt::Key_Delete);
    f.page->session()->finishRemove();
    QTRY_COMPARE(f.model().rowCount(), 4);
    QTRY_VERIFY(f.page->findChild<ErrorBanner *>()->text().contains(u"Only the owner may delete."_s));
}

void TestTurnActions::CH_63_quotingPutsLinesAboveTheCaret()
{
    Fixture f;
    QVERIFY(f.show());
    auto *edit = f.page->findChild<ComposerEdit *>();
    edit->setPlainText(u"above\nmine"_s);
    edit->moveCursor(QTextCursor::End);
    f.press(1, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edit->toPlainText(), u"above\n> **South** sold most: 115 293 units.\n>\n> - North: 98 410\n> - West: 71 003\n\nmine"_s);
    QVERIFY(edit->hasFocus());
    edit->undo(); // one step
    QCOMPARE(edit->toPlainText(), u"above\nmine"_s);
    edit->clear();
    const QRect body = f.view().partRect(3, Kind::Body);
    QTest::mouseDClick(f.view().viewport(), Qt::LeftButton, {}, body.topLeft() + QPoint(8, body.height() / 2));
    QCOMPARE(f.view().selectedText(), u"West"_s);
    f.view().setFocus();
    QTest::keyClick(&f.view(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edit->toPlainText(), u"> West\n\n"_s);
}

void TestTurnActions::CH_60_CH_61_threeWaysToCopyAMessage()
{
    Fixture f;
    QVERIFY(f.show());
    const auto mime = [] { return QApplication::clipboard()->mimeData(); };
    f.press(1, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(mime()->text().startsWith(u"South sold most: 115 293 units."_s));
    QVERIFY(!mime()->text().contains(u"**"_s));
    QVERIFY(!mime()->hasHtml());
    f.press(1, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(mime()->text(), f.text(1));
    QCOMPARE(mime()->data(u"text/markdown"_s), f.text(1).toUtf8());
    QVERIFY(!mime()->hasHtml());
    f.press(1, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(mime()->html().contains(u"<strong>South</strong>"_s) || mime()->html().contains(u"<b>South</b>"_s));
    QVERIFY(mime()->text().startsWith(u"South sold most: 115 293 units."_s)); // for programs that take no looks
    QVERIFY(!mime()->text().contains(u"**"_s));
    QVERIFY(mime()->data(u"text/rtf"_s).startsWith("{\\rtf1"));
    QVERIFY(mime()->data(u"text/rtf"_s).contains("{\\b South}"));
    QCOMPARE(mime()->data(u"application/rtf"_s), mime()->data(u"text/rtf"_s));
}

void TestTurnActions::CH_61_aSelectionIsCopiedInThreeWays()
{
    Fixture f;
    QVERIFY(f.show());
    const auto mime = [] { return QApplication::clipboard()->mimeData(); };
    f.view().setFocus();
    const QRect body = f.view().partRect(3, Kind::Body);
    QTest::mouseDClick(f.view().viewport(), Qt::LeftButton, {}, body.topLeft() + QPoint(8, body.height() / 2));
    QCOMPARE(f.view().selectedText(), u"West"_s);
    QTest::keyClick(&f.view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(mime()->text(), u"West"_s);
    QVERIFY(!mime()->hasHtml());
    QTest::keyClick(&f.view(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(mime()->text(), u"*West*"_s); // its looks, in Markdown
    QTest::keyClick(&f.view(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(mime()->html().contains(u"West"_s));
    QVERIFY(mime()->data(u"text/rtf"_s).contains("{\\i West}"));
    QVERIFY(!mime()->data(u"text/rtf"_s).contains("sold least"));
    f.view().setCurrentIndex(f.model().index(2)); // whole messages
    QTest::keyClick(&f.view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&f.view(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(mime()->text(), u"And least?\n\n*West* sold least."_s);
}

void TestTurnActions::CH_67_ratingByKeyAndNoteByDialog()
{
    Fixture f;
    QVERIFY(f.show());
    f.press(0, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(f.lastSaid(), u"Answers can be rated, questions cannot."_s);
    f.press(1, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(f.model().marksAt(1).rating, Rating::Up);
    QVERIFY(f.model().index(1).data(Qt::AccessibleTextRole).toString().contains(u"rated good"_s));
    f.press(1, Qt::Key_Down, Qt::AltModifier); // changed
    QCOMPARE(f.model().marksAt(1).rating, Rating::Down);
    f.press(1, Qt::Key_Return, Qt::AltModifier);
    auto *dialog = f.page->findChild<RatingDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(dialog->findChild<QRadioButton *>(u"ratingDown"_s)->isChecked());
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"ratingNote"_s), u"wrong quarter"_s);
    f.keepPicture(*dialog, u"turns-rating"_s);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    QCOMPARE(f.ratings.note(u"a1"_s), u"wrong quarter"_s);
    QVERIFY(f.model().marksAt(1).hasNote);
    QList<RatedAnswer> rows;
    f.ratings.all(this, [&rows](const Result<QList<RatedAnswer>> &all) { rows = all ? *all : QList<RatedAnswer>(); });
    QTRY_COMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0).question, u"Which region sold most in the third quarter?"_s);
    QVERIFY(rows.at(0).answer.startsWith(u"**South**"_s));
    f.press(1, Qt::Key_Return, Qt::AltModifier);
    dialog = f.page->findChildren<RatingDialog *>().constLast();
    dialog->findChild<QPushButton *>(u"ratingRemove"_s)->click();
    QCOMPARE(f.model().marksAt(1).rating, Rating::None);
    QVERIFY(f.ratings.marks().isEmpty());
}

void TestTurnActions::CH_67_ratedAnswersAreExportedFromTheMenu()
{
    Fixture f;
    QVERIFY(f.show());
    const auto entry = [&f]() -> QAction * {
        f.press(1, Qt::Key_F10, Qt::ShiftModifier);
        return f.view().findChild<QAction *>(u"exportRatingsEntry"_s);
    };
    const auto closeMenu = [&f] { delete f.view().findChild<QMenu *>(u"messageMenu"_s); };
    QAction *action = entry();
    QVERIFY(action != nullptr && !action->isEnabled());
    QCOMPARE(action->toolTip(), u"No answer has been rated yet."_s);
    closeMenu();
    f.press(1, Qt::Key_Up, Qt::AltModifier);
    f.press(3, Qt::Key_Down, Qt::AltModifier);
    action = entry();
    QVERIFY(action != nullptr && action->isEnabled());
    action->trigger(); // cancelled in the dialog: nothing happens
    f.dialogs.fileToSave = f.dir.filePath(u"rated.jsonl"_s);
    action->trigger();
    closeMenu();
    QTRY_COMPARE(f.lastSaid(), u"2 rated answers saved as rated.jsonl"_s);
    QFile lines(f.dialogs.fileToSave);
    QVERIFY(lines.open(QIODevice::ReadOnly));
    const QJsonObject first = QJsonDocument::fromJson(lines.readLine()).object();
    QCOMPARE(first.value("question"_L1).toString(), u"Which region sold most in the third quarter?"_s);
    QCOMPARE(first.value("answer"_L1).toString(), f.text(1));
    QCOMPARE(first.value("rating"_L1).toString(), u"good"_s);
    QCOMPARE(first.value("message_id"_L1).toString(), u"a1"_s);
    QCOMPARE(QJsonDocument::fromJson(lines.readLine()).object().value("rating"_L1).toString(), u"bad"_s);
    QVERIFY(lines.atEnd());
    f.dialogs.fileToSave = f.dir.filePath(u"no/such/folder/rated.csv"_s);
    f.page->ratings().run(); // as the palette and the composer's commands do
    QTRY_COMPARE(f.dialogs.informed.size(), 1);
    QVERIFY(f.dialogs.informed.constFirst().startsWith(u"The file could not be written"_s));
}

void TestTurnActions::everyCommandIsInTheMenuWithItsKey()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.regenerated());
    const auto entries = [&f](int row) {
        f.press(row, Qt::Key_F10, Qt::ShiftModifier);
        auto *menu = f.view().findChild<QMenu *>(u"messageMenu"_s);
        QHash<QString, QString> all;
        for (const QAction *action : menu ? menu->actions() : QList<QAction *>())
            all.insert(action->objectName(), action->shortcut().toString());
        f.keepPicture(*menu, u"turns-menu-%1"_s.arg(row));
        menu->close();
        delete menu;
        return all;
    };
    const QHash<QString, QString> answer = entries(3);
    for (const MessageCommand command :
         {MessageCommand::Regenerate, MessageCommand::Quote, MessageCommand::CopyPlain, MessageCommand::CopyMarkdown,
          MessageCommand::CopyFormatted, MessageCommand::PreviousVersion, MessageCommand::NextVersion, MessageCommand::Compare,
          MessageCommand::RateUp, MessageCommand::RateDown, MessageCommand::RateNote, MessageCommand::Trace, MessageCommand::Remove})
        QCOMPARE(answer.value(MessageCommands::objectName(command) + u"Entry"_s), MessageCommands::keys(command).toString());
    QVERIFY(!answer.contains(u"editMessageEntry"_s));
    QVERIFY(entries(2).contains(u"editMessageEntry"_s));
    // What the menu key becomes on every desktop; the offscreen one does not know it.
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
    QApplication::sendEvent(&f.view(), &event);
    QVERIFY(f.view().findChild<QMenu *>(u"messageMenu"_s) != nullptr);
    f.view().findChild<QMenu *>(u"messageMenu"_s)->close();
}

void TestTurnActions::whatCannotBeDoneSaysWhy()
{
    Fixture f;
    QVERIFY(f.show());
    f.press(1, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(f.lastSaid(), u"This message has one version only."_s);
    f.line.hold = true;
    f.page->session()->send(u"three"_s, {}, {});
    QTRY_VERIFY(f.line.asked.size() == 1 && f.model().rowCount() == 6);
    f.press(1, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(f.lastSaid().contains(u"no answer is being written"_s));
    QCOMPARE(f.line.asked.size(), 1);
    f.press(5, Qt::Key_Delete);
    QVERIFY(f.lastSaid().contains(u"still being written"_s));
    f.view().openMenu(1);
    auto *menu = f.view().findChild<QMenu *>(u"messageMenu"_s);
    const auto actions = menu->actions();
    const auto entry =
        std::find_if(actions.cbegin(), actions.cend(), [](QAction *a) { return a->objectName() == "regenerateAnswerEntry"_L1; });
    QVERIFY(entry != actions.cend());
    QVERIFY(!(*entry)->isEnabled());
    QVERIFY((*entry)->toolTip().contains(u"no answer is being written"_s));
    menu->close();
}

void TestTurnActions::theButtonsAreReachedByArrowKeys()
{
    Fixture f;
    QVERIFY(f.show());
    f.view().setFocus();
    f.view().setCurrentIndex(f.model().index(3));
    QStringList names;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(&f.view(), Qt::Key_Right);
        if (f.view().focusedPart() == nullptr)
            break;
        names << f.view().focusedPart()->text;
    }
    for (const MessageCommand command :
         {MessageCommand::Regenerate, MessageCommand::Quote, MessageCommand::RateUp, MessageCommand::RateDown, MessageCommand::Menu})
        QVERIFY2(names.contains(MessageCommands::text(command)), qPrintable(names.join(u", "_s)));
    QTest::keyClick(&f.view(), Qt::Key_Right);
    while (f.view().focusedPart()->text != MessageCommands::text(MessageCommand::RateUp))
        QTest::keyClick(&f.view(), Qt::Key_Right);
    QTest::keyClick(&f.view(), Qt::Key_Space);
    QCOMPARE(f.model().marksAt(3).rating, Rating::Up);
}

void TestTurnActions::theKeysAreInTheListOfShortcuts()
{
    Fixture f;
    QVERIFY(f.show());
    ShortcutsDialog dialog(f.page->turnActions()->actions());
    auto *list = dialog.findChild<QTreeWidget *>(u"shortcutList"_s);
    QStringList rows;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        rows << list->topLevelItem(i)->text(0) + u'|' + list->topLevelItem(i)->text(1);
    for (const MessageCommand command : MessageCommands::all()) {
        const QString keys = MessageCommands::keys(command).toString(QKeySequence::NativeText);
        QVERIFY(!keys.isEmpty());
        QVERIFY2(rows.contains(MessageCommands::text(command) + u'|' + keys), qPrintable(MessageCommands::text(command)));
    }
}

void TestTurnActions::BUG_30_twoAnswersAtOnceEachLandInTheirPlaceWhileSwitching()
{
    Fixture f;
    f.script = [&f](const Received &request) {
        if (request.method != "POST" || !request.target.contains("chat/message"))
            return request.target.contains("/messages") ? json(R"({"messages":[],"total":0})") : f.scripted(request);
        const QString conversation = QJsonDocument::fromJson(request.body)["conversation_id"_L1].toString();
        const QByteArray id = conversation.toUtf8();
        const auto event = [](int number, const QByteArray &type, const QByteArray &data) {
            return "id: " + QByteArray::number(number) + "\nevent: " + type + "\ndata: " + data + "\n\n";
        };
        Scripted stream = eventStream(
            {event(1, "run_created", R"({"run_id":"r-)" + id + R"(","conversation_id":")" + id + R"(","message_id":"q-)" + id + "\"}")},
            Scripted::End::Close);
        for (int i = 0; i < 60; ++i)
            stream.pieces.append(
                event(i + 2, "content",
                      R"({"type":"content","source":"x","message":")" + id + R"( ","data":{"streaming":true,"partial":true}})"));
        stream.pieces.append(event(62, "message_complete", R"({"message_id":"a-)" + id + R"(","conversation_id":")" + id + "\"}"));
        stream.pieceDelayMs = 10;
        return stream;
    };
    QVERIFY(f.open());
    f.page = std::make_unique<ChatPage>(
        ChatPage::Services{f.sessions, f.conversations, f.list, f.agents, f.attachments, f.workspace, f.dialogs, &f.drafts});
    f.page->resize(900, 600);
    f.page->show();
    QHash<QString, ChatSession *> sessions;
    for (const QString &id : {u"c1"_s, u"c2"_s}) {
        f.page->openConversation(ConversationId(id));
        sessions.insert(id, f.page->session());
        QTRY_VERIFY(f.isIdle());
        f.page->session()->send(u"to "_s + id, {}, {});
    }
    QCOMPARE(f.sessions.busyCount(), 2);
    int switches = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        f.sessions.busyCount() == 0 || (f.page->openConversation(ConversationId(++switches % 2 == 0 ? u"c2"_s : u"c1"_s)), false), 20'000);
    QVERIFY(switches > 1);
    for (auto it = sessions.cbegin(); it != sessions.cend(); ++it) {
        const TranscriptModel &model = it.value()->transcript();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.messageAt(0).content, u"to "_s + it.key());
        QCOMPARE(model.messageAt(1).content, (it.key() + u' ').repeated(60));
        QCOMPARE(model.messageAt(1).state, MessageState::Complete);
    }
}

// DESK_SHOTS=folder keeps pictures; DESK_SHOTS_THEME=dark in the other theme.
void TestTurnActions::looks()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.regenerated());
    f.page->session()->sendVersion(2, u"And least, in the second quarter?"_s);
    QTRY_VERIFY(f.isIdle() && f.text(2).contains(u"second"_s));
    f.press(1, Qt::Key_Up, Qt::AltModifier);
    f.press(3, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(f.isIdle() && f.model().marksAt(3).version.isOneOfSeveral());
    f.ratings.rate({f.model().messageAt(3).id.value(), {}, Rating::Down, u"no"_s, {}, {}, {}, {}, {}, {}});
    f.view().setCurrentIndex(f.model().index(2));
    if (qEnvironmentVariableIsSet("DESK_SHOTS_RTL"))
        f.page->setLayoutDirection(Qt::RightToLeft);
    f.view().scrollToTop();
    QTest::mouseMove(f.view().viewport(), f.view().partRect(3, Kind::Header).center());
    f.keepPicture(*f.page, u"turns-versions"_s);
}

QTEST_MAIN(TestTurnActions)
#include "tst_turnactions.moc"
