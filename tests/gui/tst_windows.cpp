#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/desktop/desktopfeatures.h"
#include "gui/desktop/desktopintegration.h"
#include "gui/desktop/notifier.h"
#include "gui/guifixture.h"
#include "gui/insights/insightpanel.h"
#include "gui/shell/conversationwindow.h"
#include "gui/shell/conversationwindows.h"
#include "gui/widgets/errorbanner.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const ConversationId c1(u"c1"_s);
const ConversationId c2(u"c2"_s);

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

QByteArray piece(const QByteArray &text)
{
    return frame("content", R"({"type":"content","source":"table","message":")" + text + R"(","data":{"streaming":true,"partial":true}})");
}

// As many messages as fill several screens, newest first as the server sends them.
QByteArray history(int count)
{
    QByteArray messages;
    for (int i = count; i > 0; --i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray role = i % 2 == 1 ? "user" : "assistant";
        messages += R"({"id":"m)" + number + R"(","role":")" + role + R"(","content":"Message )" + number +
                    R"(. It has two sentences, so that it takes a line or two.","created_at":"2026-05-02T09:14:03"})" + (i > 1 ? "," : "");
    }
    return R"({"total":)" + QByteArray::number(count) + R"(,"messages":[)" + messages + "]}";
}

struct WindowsFixture : GuiFixture {
    QList<QByteArray> turn{frame("run_created", R"({"run_id":"r1","conversation_id":"c1","message_id":"m90"})"), piece("South sold "),
                           piece("most in Q3."), frame("message_complete", R"({"message_id":"m91","conversation_id":"c1"})")};
    Scripted::End turnEnd = Scripted::End::Close;
    int pieceDelayMs = 0;
    int uploads = 0;
    bool hasInsights = false;

    WindowsFixture()
    {
        script = [this](const Received &request) { return scripted(request); };
    }
    Scripted scripted(const Received &request)
    {
        const QByteArray &target = request.target;
        if (target.startsWith("/conversations?"))
            return json(R"({"conversations":[{"id":"c1","title":"Quarterly figures"},{"id":"c2","title":"Shops in Kiel"}],"total":2})");
        if (request.method == "DELETE" && target.startsWith("/conversations"))
            return reply(204, {});
        if (target.startsWith("/conversations/c1/messages"))
            return json(history(40));
        if (target.startsWith("/conversations/c2/messages"))
            return json(history(2));
        if (target.startsWith("/conversations/c1"))
            return json(R"({"id":"c1","title":"Quarterly figures"})");
        if (target.startsWith("/conversations/c2"))
            return json(R"({"id":"c2","title":"Shops in Kiel"})");
        if (request.method == "POST" && target.startsWith("/files")) {
            ++uploads;
            return reply(201, R"({"id":"f1","filename":"sales.csv","mime_type":"text/csv","size":12})");
        }
        if (target == "/chat/message/stream/agentic") {
            Scripted stream = eventStream(turn, turnEnd);
            stream.pieceDelayMs = pieceDelayMs;
            return stream;
        }
        if (target.startsWith("/insights/list"))
            return hasInsights
                       ? json(
                             R"({"results":[{"insight":{"id":"i1","content":"Prefers tables.","category":"preference","conversationId":"c1",
                                       "source":"conversation","createdAt":"2026-05-02T23:30:00"},"score":1}],"total":1,"by_category":{"preference":1}})")
                       : reply(404, R"({"detail":"Not Found"})");
        if (target == "/chat/c1/generate-insights")
            return json(R"({"conversation_id":"c1","insights_generated":2,"existing_insights":1})");
        return sample(target);
    }

    // Call inside QVERIFY.
    [[nodiscard]] bool start() { return show() && openAndLoad(); } // as the program does: what was open is opened when it is ready
    [[nodiscard]] bool startWith(const ConversationId &id)
    {
        if (!start())
            return false;
        window->openConversation(id);
        return isLoaded(window->chat());
    }
    [[nodiscard]] static bool isLoaded(ChatPage &page)
    {
        return QTest::qWaitFor([&page] { return page.session() && page.session()->transcript().rowCount() > 0; }, 5000);
    }
    [[nodiscard]] ConversationWindow *detach(const ConversationId &id) const
    {
        ConversationWindow *own = window->windows().open(id);
        return own != nullptr && QTest::qWaitForWindowActive(own) && isLoaded(own->chat()) ? own : nullptr;
    }
    [[nodiscard]] static QPoint placeOf(const QListView &list, const QString &title)
    {
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            if (const QModelIndex index = list.model()->index(row, 0); index.data().toString() == title)
                return list.visualRect(index).center();
        }
        return {};
    }
    [[nodiscard]] static ComposerEdit *edit(QWidget &window) { return window.findChild<ComposerEdit *>(u"composerText"_s); }
    [[nodiscard]] static QString lastWords(ChatPage &page)
    {
        const TranscriptModel &model = page.session()->transcript();
        return model.messageAt(model.rowCount() - 1).content;
    }
    // What a start after a kill finds.
    void takeSettingsOf(const GuiFixture &killed)
    {
        const Settings found(killed.dir.filePath(u"settings.json"_s));
        for (const Settings::Key key :
             {Settings::Key::OpenWindows, Settings::Key::LastConversation, Settings::Key::WindowGeometry, Settings::Key::WindowPage})
            settings.set(key, found.value(key));
    }
    [[nodiscard]] QString csv() const
    {
        QFile file(dir.filePath(u"sales.csv"_s));
        return file.open(QIODevice::WriteOnly) && file.write("region;units\n") > 0 ? file.fileName() : QString();
    }
    // False: it does not take them.
    [[nodiscard]] static bool drop(QWidget &on, const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(&on, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&on, &drop);
        return drop.isAccepted();
    }
    [[nodiscard]] QVariantList remembered() const
    {
        const Settings found(dir.filePath(u"settings.json"_s));
        return found.value(Settings::Key::OpenWindows).toMap().value(u"team"_s).toMap().value(u"windows"_s).toList();
    }
    static void shoot(QWidget &widget, const char *name)
    {
        if (qEnvironmentVariableIsSet("DESK_SHOTS"))
            widget.grab().save(qEnvironmentVariable("DESK_SHOTS") + u'/' + QLatin1StringView(name) + u".png"_s);
    }
};

struct SilentNotifier final : Notifier {
    QList<Notice> shown;

    void show(const Notice &notice) override { shown.append(notice); }
    void withdraw(const QString &) override {}
};

} // namespace

class TestWindows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_27_aConversationGetsAWindowOfItsOwnByKeysMenuAndMiddleClick();
    void D_27_theSameAnswerStreamsIntoBothWindowsAndGoesOnWhenOneIsClosed();
    void D_27_aDraftHasOnePlaceAndNoWordOfItIsLost();
    void D_27_filesGoWithTheDraftAndAreNotUploadedAgain();
    void D_27_anotherAccountClosesTheWindows();
    void D_27_aDeletedConversationClosesItsWindow();
    void D_27_theWindowMenuListsAllWindows();
    void D_27_newChatAndSettingsOfAWindowAreInTheMainWindow();
    void DATA_06_whatWasOpenIsOpenedAgainAfterAKill();
    void D_27_aWindowThatWasClosedStaysClosed();
    void D_27_quittingClosesEveryWindowAndRemembersThem();
    void D_27_aWindowThatWasOnAnotherScreenIsMovedIn();
    void D_27_nothingIsOpenedAgainWhereThatIsSwitchedOff();
    void D_26_aLinkLeadsToTheWindowThatShowsTheConversation();
    void D_23_filesDroppedOnAnotherPageGoToTheChat();
    void D_23_filesDroppedOnAConversationWrittenElsewhereGoThere();
    void D_20_aNoticeOpensTheWindowThatShowsTheConversation();
    void DATA_09_aDamagedSettingsFileIsToldOnce();
    void CH_22_insightsStandBesideTheChatWithTheirNumber();
    void CH_22_sourceAndInsightsKeepTheirWidths();
    void D_27_aSplitterOfAnEarlierProgramIsRead();
    void D_27_aPaneStandsInAWindowOfItsOwnAndIsThereAfterARestart();
    void D_27_theWindowOfAPaneIsMovedInAndGoesWithTheChat();
    void DATA_06_whatWasOpenIsOpenedFromTheSavedListWithoutAServer();
    void IN_08_noInsightsNoButton();
    void IN_04_theConversationIsLearnedFromBesideIt();
};

void TestWindows::D_27_aConversationGetsAWindowOfItsOwnByKeysMenuAndMiddleClick()
{
    WindowsFixture gui;
    QVERIFY(gui.start());
    auto *action = gui.find<QAction>("openInWindow");
    QVERIFY(!action->isEnabled()); // a new chat
    QVERIFY(!action->toolTip().isEmpty());
    gui.window->openConversation(c1);
    QVERIFY(action->isEnabled());
    QTest::keyClick(gui.window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(gui.window->windows().windows().size(), 1);
    ConversationWindow *own = gui.window->windows().find(c1);
    QVERIFY(QTest::qWaitForWindowActive(own));
    QTRY_COMPARE(own->windowTitle(), u"Quarterly figures – Agent Desk"_s);
    QVERIFY(!own->findChild<QWidget *>(u"conversationPanel"_s)->isVisible());

    auto *list = gui.find<QListView>("conversationList");
    const QPoint second = WindowsFixture::placeOf(*list, u"Shops in Kiel"_s);
    QTest::mouseClick(list->viewport(), Qt::MiddleButton, {}, second);
    QCOMPARE(gui.window->windows().windows().size(), 2);
    QVERIFY(gui.window->windows().find(c2));
    QCOMPARE(gui.window->chat().conversationId(), c1); // it shows what it showed

    QVERIFY(QTest::qWaitForWindowActive(gui.window->windows().find(c2)));
    Q_EMIT list->customContextMenuRequested(WindowsFixture::placeOf(*list, u"Quarterly figures"_s));
    auto *menu = gui.find<QMenu>("conversationMenu");
    QVERIFY(menu);
    menu->actions().constFirst()->trigger();
    QCOMPARE(gui.window->windows().windows().size(), 2); // it has one
    menu->close();
    QTRY_VERIFY(own->isActiveWindow());
}

void TestWindows::D_27_theSameAnswerStreamsIntoBothWindowsAndGoesOnWhenOneIsClosed()
{
    WindowsFixture gui;
    gui.pieceDelayMs = 700;
    QVERIFY(gui.startWith(c1));
    QPointer<ConversationWindow> own = gui.detach(c1);
    QVERIFY(own);
    QCOMPARE(own->chat().session(), gui.window->chat().session());
    QTest::keyClicks(WindowsFixture::edit(*own), u"Which region?"_s);
    QTest::keyClick(WindowsFixture::edit(*own), Qt::Key_Return);
    QTRY_VERIFY(WindowsFixture::lastWords(own->chat()).startsWith(u"South sold"_s));
    QCOMPARE(WindowsFixture::lastWords(gui.window->chat()), WindowsFixture::lastWords(own->chat()));
    TranscriptView *view = gui.window->chat().transcript();
    QTRY_VERIFY(view->indexAt(view->viewport()->rect().center()).isValid());
    WindowsFixture::shoot(*own, "window-conversation");
    QTest::keyClick(own, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!own);
    QCOMPARE(gui.sessions.busyCount(), 1);
    QTRY_COMPARE(WindowsFixture::lastWords(gui.window->chat()), u"South sold most in Q3."_s);
    QTRY_COMPARE(gui.sessions.busyCount(), 0);
}

void TestWindows::D_27_aDraftHasOnePlaceAndNoWordOfItIsLost()
{
    WindowsFixture gui;
    QVERIFY(gui.startWith(c1));
    ComposerEdit *main = WindowsFixture::edit(*gui.window);
    QTest::keyClicks(main, u"Begun here"_s);
    QPointer<ConversationWindow> own = gui.detach(c1);
    QVERIFY(own);
    QCOMPARE(WindowsFixture::edit(*own)->toPlainText(), u"Begun here"_s);
    QVERIFY(!main->isVisible()); // one place to write
    auto *bar = gui.find<QWidget>("elsewhereBar");
    QVERIFY(bar->isVisible());
    WindowsFixture::shoot(*gui.window, "window-elsewhere");
    QTest::keyClicks(WindowsFixture::edit(*own), u", and gone on there"_s);

    gui.window->chat().openConversation(c2); // elsewhere and back
    QVERIFY(main->isVisible());
    QVERIFY(main->toPlainText().isEmpty());
    gui.window->chat().openConversation(c1);
    QVERIFY(bar->isVisible());
    gui.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(gui.window.get()));
    QTest::mouseClick(gui.find<QPushButton>("elsewhereShow"), Qt::LeftButton);
    QTRY_VERIFY(own->isActiveWindow());

    // What wants to be written in the main window is written where the conversation is.
    gui.window->chat().findChild<Composer *>()->setText(u"A question to edit"_s);
    QCOMPARE(WindowsFixture::edit(*own)->toPlainText(), u"Begun here, and gone on there\n\nA question to edit"_s);
    own->close();
    QTRY_VERIFY(!own);
    QVERIFY(main->isVisible());
    QVERIFY(!bar->isVisible());
    QCOMPARE(main->toPlainText(), u"Begun here, and gone on there\n\nA question to edit"_s);
    QCOMPARE(gui.drafts.draft(c1).text, main->toPlainText());
}

void TestWindows::D_27_filesGoWithTheDraftAndAreNotUploadedAgain()
{
    WindowsFixture gui;
    QVERIFY(gui.startWith(c1));
    const QString file = gui.csv();
    gui.attachments.add({file});
    QTRY_VERIFY(!gui.attachments.isUploading());
    QCOMPARE(gui.uploads, 1);
    QPointer<ConversationWindow> own = gui.detach(c1);
    QVERIFY(own);
    QVERIFY(gui.attachments.isEmpty());
    QCOMPARE(own->attachments().rowCount(), 1);
    QCOMPARE(gui.drafts.draft(c1).files, QStringList{file});
    own->close();
    QTRY_VERIFY(!own);
    QCOMPARE(gui.attachments.rowCount(), 1);
    QVERIFY(!gui.attachments.isUploading());
    QCOMPARE(gui.uploads, 1);
    QCOMPARE(gui.drafts.draft(c1).files, QStringList{file});
}

void TestWindows::D_27_anotherAccountClosesTheWindows()
{
    WindowsFixture gui;
    QVERIFY(gui.startWith(c1));
    QPointer<ConversationWindow> own = gui.detach(c1);
    QVERIFY(own);
    QTest::keyClicks(WindowsFixture::edit(*own), u"Not for others"_s);
    QTRY_COMPARE(gui.remembered().size(), 1);
    gui.sessions.clear();
    QTRY_VERIFY(!own);
    QVERIFY(gui.window->windows().windows().isEmpty());
    QVERIFY(WindowsFixture::edit(*gui.window)->isVisible());
    QVERIFY(WindowsFixture::edit(*gui.window)->toPlainText().isEmpty());
    QCOMPARE(gui.drafts.draft(c1).text, u"Not for others"_s); // with the account it belongs to
}

void TestWindows::D_27_aDeletedConversationClosesItsWindow()
{
    WindowsFixture gui;
    QVERIFY(gui.start());
    QPointer<ConversationWindow> own = gui.detach(c2);
    QVERIFY(own);
    gui.conversations.remove(c2);
    QTRY_VERIFY(!own);
    QTRY_VERIFY(gui.remembered().isEmpty());
}

void TestWindows::D_27_theWindowMenuListsAllWindows()
{
    WindowsFixture gui;
    QVERIFY(gui.start());
    QVERIFY(gui.detach(c2));
    QMenu *menu = gui.window->windows().menu();
    Q_EMIT menu->aboutToShow();
    QStringList titles;
    for (const QAction *action : menu->actions())
        titles << action->text();
    QCOMPARE(titles, QStringList({u"Main window"_s, QString(), u"Shops in Kiel – Agent Desk"_s}));
    QVERIFY(menu->actions().constLast()->isChecked());
    menu->actions().constFirst()->trigger();
    QTRY_VERIFY(gui.window->isActiveWindow());
}

void TestWindows::D_27_newChatAndSettingsOfAWindowAreInTheMainWindow()
{
    WindowsFixture gui;
    QVERIFY(gui.startWith(c1));
    ConversationWindow *own = gui.detach(c2);
    QVERIFY(own);
    QTest::keyClick(own, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(gui.window->isActiveWindow());
    QVERIFY(gui.window->chat().conversationId().isEmpty());
    QCOMPARE(own->conversationId(), c2);
    own->comeForward();
    QTRY_VERIFY(own->isActiveWindow());
    QTest::keyClick(own, Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(gui.window->isActiveWindow());
    QCOMPARE(gui.window->currentPage(), u"settings"_s);
}

void TestWindows::DATA_06_whatWasOpenIsOpenedAgainAfterAKill()
{
    WindowsFixture killed;
    QVERIFY(killed.startWith(c1));
    TranscriptView *view = killed.window->chat().transcript();
    QTRY_VERIFY(view->verticalScrollBar()->maximum() > 400);
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
    const TranscriptView::Place place = view->place();
    QVERIFY(!place.key.isEmpty());
    ConversationWindow *own = killed.detach(c2);
    QVERIFY(own);
    own->resize(640, 480);
    own->move(60, 50);
    const auto isWritten = [&killed, &place, own] {
        const Settings found(killed.dir.filePath(u"settings.json"_s));
        const QVariantMap kept = found.value(Settings::Key::OpenWindows).toMap().value(u"team"_s).toMap();
        const QVariantMap window = kept.value(u"windows"_s).toList().value(0).toMap();
        return kept.value(u"place"_s).toMap().value(u"key"_s) == place.key && window.value(u"geometry"_s) == own->saveGeometry();
    };
    QTRY_VERIFY(isWritten()); // without anything being closed

    WindowsFixture gui;
    gui.takeSettingsOf(killed);
    QVERIFY(gui.show());
    QVERIFY(gui.openAndLoad());
    QCOMPARE(gui.window->chat().conversationId(), c1);
    ConversationWindow *again = gui.window->windows().find(c2);
    QVERIFY(again);
    QVERIFY(again->isVisible());
    QCOMPARE(again->size(), QSize(640, 480));
    QCOMPARE(again->pos(), QPoint(60, 50));
    TranscriptView *shown = gui.window->chat().transcript();
    QTRY_COMPARE(shown->place().key, place.key);
    QTRY_COMPARE(shown->place().offset, place.offset);
    QTRY_VERIFY(gui.window->isActiveWindow());
}

void TestWindows::D_27_aWindowThatWasClosedStaysClosed()
{
    WindowsFixture gui;
    QVERIFY(gui.startWith(c1));
    QPointer<ConversationWindow> own = gui.detach(c2);
    QVERIFY(own);
    QTRY_COMPARE(gui.remembered().size(), 1);
    own->close();
    QTRY_VERIFY(!own);
    QTRY_VERIFY(gui.remembered().isEmpty());
}

void TestWindows::D_27_quittingClosesEveryWindowAndRemembersThem()
{
    WindowsFixture gui;
    QVERIFY(gui.startWith(c1));
    QPointer<ConversationWindow> own = gui.detach(c2);
    QVERIFY(own);
    QTest::keyClicks(WindowsFixture::edit(*own), u"Unsent"_s);
    gui.window->quit();
    QTRY_VERIFY(!own);
    QVERIFY(!gui.window->isVisible());
    gui.window.reset(); // nothing is written behind it
    QCOMPARE(gui.remembered().size(), 1);
    QCOMPARE(gui.drafts.draft(c2).text, u"Unsent"_s);
}

void TestWindows::D_27_aWindowThatWasOnAnotherScreenIsMovedIn()
{
    WindowsFixture gui;
    QWidget far;
    far.setGeometry(9000, 7000, 600, 400);
    const QVariantMap entry{{u"conversation"_s, u"c2"_s}, {u"geometry"_s, far.saveGeometry()}};
    gui.settings.set(Settings::Key::OpenWindows, QVariantMap{{u"team"_s, QVariantMap{{u"windows"_s, QVariantList{entry}}}}});
    QVERIFY(gui.show());
    QVERIFY(gui.openAndLoad());
    ConversationWindow *own = gui.window->windows().find(c2);
    QVERIFY(own);
    QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().intersects(own->geometry()));
    QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().contains(own->geometry().topLeft() + QPoint(40, 10)));
}

void TestWindows::D_27_nothingIsOpenedAgainWhereThatIsSwitchedOff()
{
    WindowsFixture gui;
    gui.settings.set(Settings::Key::RestoreSession, false);
    gui.settings.set(Settings::Key::WindowPage, u"runs"_s);
    gui.settings.set(Settings::Key::LastConversation, QVariantMap{{u"team"_s, u"c1"_s}});
    const QVariantMap entry{{u"conversation"_s, u"c2"_s}};
    gui.settings.set(Settings::Key::OpenWindows, QVariantMap{{u"team"_s, QVariantMap{{u"windows"_s, QVariantList{entry}}}}});
    QVERIFY(gui.show());
    QVERIFY(gui.openAndLoad());
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QVERIFY(gui.window->chat().conversationId().isEmpty());
    QVERIFY(gui.window->windows().windows().isEmpty());
}

void TestWindows::D_26_aLinkLeadsToTheWindowThatShowsTheConversation()
{
    WindowsFixture gui;
    QVERIFY(gui.startWith(c1));
    ConversationWindow *own = gui.detach(c2);
    QVERIFY(own);
    gui.window->comeForward(); // as a second start does before it hands its link over
    gui.window->showPage(u"runs"_s);
    gui.window->openLink({DeskLink::Kind::Conversation, u"c2"_s});
    QTRY_VERIFY(own->isActiveWindow());
    QCOMPARE(gui.window->currentPage(), u"runs"_s);
    gui.window->openLink({DeskLink::Kind::Conversation, u"c1"_s});
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
}

void TestWindows::D_23_filesDroppedOnAnotherPageGoToTheChat()
{
    WindowsFixture gui;
    QVERIFY(gui.start());
    gui.window->showPage(u"runs"_s);
    QVERIFY(WindowsFixture::drop(*gui.window, {gui.csv()}));
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QTRY_COMPARE(gui.attachments.rowCount(), 1);
    QVERIFY(!WindowsFixture::drop(*gui.window, {})); // nothing that is a file
}

void TestWindows::D_23_filesDroppedOnAConversationWrittenElsewhereGoThere()
{
    WindowsFixture gui;
    QVERIFY(gui.startWith(c1));
    ConversationWindow *own = gui.detach(c1);
    QVERIFY(own);
    QVERIFY(WindowsFixture::drop(gui.window->chat(), {gui.csv()}));
    QCOMPARE(own->attachments().rowCount(), 1);
    QVERIFY(gui.attachments.isEmpty());
    QTRY_VERIFY(own->isActiveWindow());
}

void TestWindows::D_20_aNoticeOpensTheWindowThatShowsTheConversation()
{
    WindowsFixture gui;
    QVERIFY(gui.openAndLoad());
    DesktopFeatures desktop;
    auto recording = std::make_unique<SilentNotifier>();
    SilentNotifier *notifier = recording.get();
    desktop.notifier = std::move(recording);
    desktop.hasTray = [] { return false; };
    Services all = gui.services();
    all.desktop = &desktop;
    gui.window = std::make_unique<MainWindow>(all);
    DesktopIntegration integration(all, *gui.window);
    gui.window->show();
    gui.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(gui.window.get()));
    ConversationWindow *own = gui.detach(c1);
    QVERIFY(own);
    QCOMPARE(gui.window->watched(), c1);
    QTest::keyClicks(WindowsFixture::edit(*own), u"Which region?"_s);
    QTest::keyClick(WindowsFixture::edit(*own), Qt::Key_Return);
    QTRY_COMPARE(WindowsFixture::lastWords(own->chat()), u"South sold most in Q3."_s);
    QTRY_COMPARE(gui.sessions.busyCount(), 0);
    QVERIFY(notifier->shown.isEmpty()); // somebody watched

    gui.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(gui.window.get()));
    gui.turn = {frame("run_created", R"({"run_id":"r2","conversation_id":"c1","message_id":"m92"})"), piece("North."),
                frame("message_complete", R"({"message_id":"m93","conversation_id":"c1"})")};
    own->chat().session()->send(u"Again?"_s, {}, {});
    QTRY_COMPARE(notifier->shown.size(), 1);
    Q_EMIT notifier->openRequested(u"c1"_s);
    QTRY_VERIFY(own->isActiveWindow());
    QVERIFY(gui.window->chat().conversationId().isEmpty());
    gui.window->setHidesOnClose({});
}

void TestWindows::DATA_09_aDamagedSettingsFileIsToldOnce()
{
    WindowsFixture gui;
    gui.settings.set(Settings::Key::Repaired, QVariantMap{{u"file"_s, u"/x/settings.json.bad-1"_s}, {u"hasCopy"_s, true}});
    QVERIFY(gui.show());
    auto *banner = gui.find<ErrorBanner>("settingsBanner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"settings.json.bad-1"_s), qPrintable(banner->text()));
    gui.window.reset();
    QVERIFY(gui.show());
    QVERIFY(!gui.find<ErrorBanner>("settingsBanner")->isVisible());
}

void TestWindows::CH_22_insightsStandBesideTheChatWithTheirNumber()
{
    WindowsFixture gui;
    gui.hasInsights = true;
    gui.newInsights = [&gui](QObject *parent) { return new InsightStore(gui.api, parent); };
    QVERIFY(gui.startWith(c1));
    auto *button = gui.find<QToolButton>("insightsButton");
    QVERIFY(!button->isVisible()); // not known yet
    gui.insights.refresh();
    QTRY_VERIFY(button->isVisible());
    QTRY_COMPARE(button->text(), u"Insights (1)"_s);
    auto *panel = gui.find<InsightPanel>("insightPanel");
    QVERIFY(!panel->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(panel->isVisible());
    QTRY_COMPARE(gui.find<QListView>("panelInsights")->model()->rowCount(), 1);
    WindowsFixture::shoot(*gui.window, "window-insights");
    QVERIFY(gui.settings.value(Settings::Key::InsightsShown).toBool());
    QTest::keyClick(gui.window.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!panel->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(gui.find<QPushButton>("panelAll"), Qt::LeftButton);
    QCOMPARE(gui.window->currentPage(), u"insights"_s);
    gui.window->showPage(u"chat"_s);
    gui.window->newChat();
    QCOMPARE(button->text(), u"Insights"_s);
    gui.sessions.clear(); // another account: what was learned of this one goes
    QCOMPARE(gui.find<QListView>("panelInsights")->model()->rowCount(), 0);
}

void TestWindows::CH_22_sourceAndInsightsKeepTheirWidths()
{
    WindowsFixture gui;
    gui.hasInsights = true;
    gui.newInsights = [&gui](QObject *parent) { return new InsightStore(gui.api, parent); };
    QVERIFY(gui.startWith(c1));
    gui.window->resize(1600, 900);
    gui.insights.refresh();
    ChatPage &chat = gui.window->chat();
    QTRY_VERIFY(chat.hasInsights());
    auto *list = gui.find<QWidget>("conversationPanel");
    auto *source = gui.find<QWidget>("sourcePanel");
    auto *dock = gui.find<QWidget>("insightDock");
    auto *splitter = gui.find<QSplitter>("chatSplitter");
    const auto middle = [&chat] { return chat.transcript()->width(); };
    QTRY_VERIFY(splitter->width() > 1400);
    const int listWidth = list->width();
    const int alone = middle();

    source->show();
    const int sourceWidth = source->width();
    QVERIFY(sourceWidth > source->minimumWidth());
    QCOMPARE(list->width(), listWidth);
    QVERIFY(middle() < alone);
    chat.toggleInsights();
    QVERIFY(dock->isVisible());
    QCOMPARE(source->width(), sourceWidth);
    QCOMPARE(list->width(), listWidth);
    QVERIFY(dock->width() > dock->minimumWidth());
    WindowsFixture::shoot(*gui.window, "window-both");

    // Somebody moves the border between chat and source; the other panel comes and goes.
    auto *sourcePane = gui.find<QWidget>("sourcePanelPane");
    QSplitterHandle *handle = splitter->handle(splitter->indexOf(sourcePane));
    QTRY_VERIFY(handle->isVisible());
    QTRY_COMPARE(handle->x() + splitter->handleWidth(), sourcePane->x());
    const QPoint from = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    const QPoint to = from - QPoint(40, 0);
    QMouseEvent move(QEvent::MouseMove, to, handle->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(handle, &move); // QTest's moves the pointer of the screen
    QTest::mouseRelease(handle, Qt::LeftButton, {}, from);
    QTRY_COMPARE(source->width(), sourceWidth + 40);
    QCOMPARE(list->width(), listWidth);
    const int moved = source->width();
    const int dockWidth = dock->width();
    chat.toggleInsights();
    QVERIFY(!dock->isVisible());
    QCOMPARE(source->width(), moved);
    source->hide();

    QTRY_COMPARE(middle(), alone);
    QCOMPARE(list->width(), listWidth);

    // Hidden panels have their width after a restart, too.
    const QByteArray state = chat.splitterState();
    gui.window.reset();
    gui.settings.set(Settings::Key::ChatSplitter, state);
    QVERIFY(gui.show());
    gui.window->resize(1600, 900);
    source = gui.find<QWidget>("sourcePanel");
    dock = gui.find<QWidget>("insightDock");
    splitter = gui.find<QSplitter>("chatSplitter");
    QTRY_VERIFY(splitter->width() > 1400);
    gui.window->chat().toggleInsights();
    source->show();
    QTRY_COMPARE(source->width(), moved);
    QCOMPARE(dock->width(), dockWidth);

    // Little room: the chat keeps what it needs, and nobody has less than that.
    gui.window->chat().toggleInsights();
    source->hide();
    gui.window->resize(gui.window->minimumSizeHint());
    source->show();
    gui.window->chat().toggleInsights();
    QTRY_VERIFY(splitter->width() < 1400);
    QTRY_VERIFY(gui.find<QWidget>("insightDockPane")->geometry().right() <
                splitter->width()); // the window has room for all, nothing is outside
    for (const QWidget *pane : {source, dock, gui.find<QWidget>("conversationPanel")})
        QVERIFY2(pane->width() >= pane->minimumWidth(), qPrintable(pane->objectName()));
    WindowsFixture::shoot(*gui.window, "window-narrow");
}

void TestWindows::D_27_aSplitterOfAnEarlierProgramIsRead()
{
    for (const int panes : {2, 3, 4}) {
        QSplitter earlier;
        for (int i = 0; i < panes; ++i)
            earlier.addWidget(new QWidget(&earlier));
        earlier.resize(1500, 400);
        earlier.show();
        earlier.setSizes(QList<int>{300, 1200, 0, 0}.mid(0, panes));
        WindowsFixture gui;
        gui.newInsights = [&gui](QObject *parent) { return new InsightStore(gui.api, parent); };
        gui.settings.set(Settings::Key::ChatSplitter, earlier.saveState());
        QVERIFY(gui.show());
        gui.window->resize(1500, 800);
        const int expected = earlier.sizes().constFirst();
        QTRY_VERIFY(qAbs(gui.find<QWidget>("conversationPanel")->width() - expected) <= 4);
        QVERIFY(!gui.find<QWidget>("sourcePanel")->isVisible());
        QVERIFY(!gui.find<QWidget>("insightDock")->isVisible());
        gui.find<QWidget>("sourcePanel")->show();
        QVERIFY(gui.find<QWidget>("sourcePanel")->width() > gui.find<QWidget>("sourcePanel")->minimumWidth());
    }
    WindowsFixture gui;
    gui.settings.set(Settings::Key::ChatSplitter, QByteArray("sides x -5 99999999"));
    QVERIFY(gui.show());
    QVERIFY(gui.find<QWidget>("conversationPanel")->width() < gui.window->width() / 2);
}

void TestWindows::D_27_aPaneStandsInAWindowOfItsOwnAndIsThereAfterARestart()
{
    WindowsFixture gui;
    gui.hasInsights = true;
    gui.newInsights = [&gui](QObject *parent) { return new InsightStore(gui.api, parent); };
    QVERIFY(gui.startWith(c1));
    gui.window->resize(1300, 800);
    gui.insights.refresh();
    TranscriptView *transcript = gui.window->chat().transcript();
    QTRY_VERIFY(gui.window->chat().hasInsights());
    gui.window->chat().toggleInsights();
    QPointer<QWidget> dock = gui.find<QWidget>("insightDock");
    auto *button = gui.find<QToolButton>("insightDockDetach");
    QVERIFY(dock->isVisible() && button->isVisible());
    QCOMPARE(dock->window(), gui.window.get());
    const int beside = transcript->width();
    const QString detaches = button->accessibleName();
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QWidget *own = dock->window();
    QVERIFY(own != gui.window.get() && dock->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(own));
    QTRY_VERIFY(button->hasFocus());
    QVERIFY(button->accessibleName() != detaches);
    QCOMPARE(own->windowTitle(), u"Insights – Agent Desk"_s);
    QTRY_VERIFY(transcript->width() > beside); // the chat has the room
    WindowsFixture::shoot(*own, "window-detached-pane");

    // The keys of the chat work in it, and lead to it.
    QTest::keyClick(button, Qt::Key_F6);
    QTRY_VERIFY(gui.window->isActiveWindow() && transcript->hasFocus());
    QTest::keyClick(transcript, Qt::Key_F6);
    QTRY_VERIFY(own->isActiveWindow());
    QTest::keyClick(button, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!dock->isVisible() && !own->isVisible());
    QTRY_VERIFY(gui.window->isActiveWindow());
    QTest::keyClick(gui.window.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dock->isVisible());
    QCOMPARE(dock->window(), own);
    own->resize(520, 640);
    const QSize size = own->size();

    gui.window.reset();
    QVERIFY(!dock);
    gui.window = std::make_unique<MainWindow>(gui.services()); // another window may come before this one
    gui.window->show();
    gui.window->openConversation(c1);
    dock = gui.find<QWidget>("insightDock");
    QTRY_VERIFY(dock->isVisible());
    own = dock->window();
    QVERIFY(own != gui.window.get());
    QCOMPARE(own->size(), size);
    button = gui.find<QToolButton>("insightDockDetach");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(dock->window(), gui.window.get());
    QVERIFY(dock->isVisible());
    QTRY_VERIFY(!gui.settings.value(Settings::Key::DetachedPanes).toMap().value(u"insights"_s).toMap().value(u"detached"_s).toBool());
}

void TestWindows::D_27_theWindowOfAPaneIsMovedInAndGoesWithTheChat()
{
    WindowsFixture gui;
    QWidget far;
    far.setGeometry(9000, 7000, 600, 400);
    const QVariantMap source{{u"detached"_s, true}, {u"geometry"_s, far.saveGeometry()}};
    gui.settings.set(Settings::Key::DetachedPanes, QVariantMap{{u"source"_s, source}});
    QVERIFY(gui.startWith(c1));
    auto *panel = gui.find<QWidget>("sourcePanel");
    QVERIFY(!panel->isVisible());
    panel->show();
    QWidget *own = panel->window();
    QVERIFY(own != gui.window.get() && panel->isVisible());
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    QVERIFY(screen.intersects(own->geometry()));
    QVERIFY(screen.contains(own->geometry().topLeft() + QPoint(40, 10)));
    gui.window->hide();
    QTRY_VERIFY(!own->isVisible());
    gui.window->show();
    QTRY_VERIFY(own->isVisible());
    gui.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(gui.window.get()));
    own->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(own));
    panel->setFocus();
    QTest::keyClick(panel, Qt::Key_Escape); // closes it, as beside the chat
    QVERIFY(!own->isVisible());
    QTRY_VERIFY(gui.window->isActiveWindow());
}

void TestWindows::DATA_06_whatWasOpenIsOpenedFromTheSavedListWithoutAServer()
{
    WindowsFixture gui;
    gui.settings.set(Settings::Key::LastConversation, QVariantMap{{u"team"_s, u"c1"_s}});
    const QVariantMap entry{{u"conversation"_s, u"c2"_s}};
    gui.settings.set(Settings::Key::OpenWindows, QVariantMap{{u"team"_s, QVariantMap{{u"windows"_s, QVariantList{entry}}}}});
    gui.script = [](const Received &) { return reply(503, R"({"detail":"Not now"})"); };
    QVERIFY(gui.show());
    Profile profile;
    profile.kind = Profile::Kind::Team;
    profile.name = u"team"_s;
    profile.baseUrl = gui.server.url();
    gui.workspace.open(profile);
    QVERIFY(gui.window->chat().conversationId().isEmpty());
    Conversation one;
    one.id = c1;
    one.title = u"Quarterly figures"_s;
    Conversation two;
    two.id = c2;
    two.title = u"Shops in Kiel"_s;
    gui.conversations.showSaved({one, two}); // as the copies do when they are read
    QCOMPARE(gui.window->chat().conversationId(), c1);
    QVERIFY(gui.window->windows().find(c2));
    gui.window->windows().find(c2)->close();
    gui.conversations.showSaved({one, two}); // once is enough
    QVERIFY(!gui.window->windows().find(c2));
}

void TestWindows::IN_08_noInsightsNoButton()
{
    WindowsFixture gui;
    gui.newInsights = [&gui](QObject *parent) { return new InsightStore(gui.api, parent); };
    gui.settings.set(Settings::Key::InsightsShown, true);
    QVERIFY(gui.startWith(c1));
    gui.insights.refresh();
    QTRY_COMPARE(gui.insights.availability(), InsightStore::Availability::Missing);
    QVERIFY(!gui.find<QToolButton>("insightsButton")->isVisible());
    QVERIFY(!gui.find<InsightPanel>("insightPanel")->isVisible());
    QVERIFY(!gui.find<QAction>("toggleInsights")->isEnabled());
    QVERIFY(!gui.find<QAction>("toggleInsights")->toolTip().isEmpty());
}

void TestWindows::IN_04_theConversationIsLearnedFromBesideIt()
{
    WindowsFixture gui;
    gui.hasInsights = true;
    gui.settings.set(Settings::Key::InsightsShown, true);
    gui.newInsights = [&gui](QObject *parent) { return new InsightStore(gui.api, parent); };
    QVERIFY(gui.startWith(c1));
    gui.insights.refresh();
    auto *learn = gui.find<QPushButton>("panelLearn");
    QTRY_VERIFY(learn->isVisible() && learn->isEnabled());
    QTest::mouseClick(learn, Qt::LeftButton);
    const auto says = [&gui] {
        const QList<QLabel *> labels = gui.find<InsightPanel>("insightPanel")->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(u"2 new, 1 known"_s); });
    };
    QTRY_VERIFY(says());
}

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
