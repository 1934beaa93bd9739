#include "gui/chat/chatpage.h"
#include "gui/chat/compose/completionquery.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/pastedfiles.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/guifixture.h"
#include "gui/settings/chatsection.h"
#include "gui/settings/settingspage.h"
#include "gui/testdialogs.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/models/conversationlistmodel.h"
#include "state/settings.h"
#include "state/teamfixture.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QInputMethodEvent>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <utime.h>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

QList<QByteArray> beginning()
{
    return {
        frame("run_created", "{\"run_id\":\"r1\",\"conversation_id\":\"c9\",\"message_id\":\"m1\"}"),
        frame("content", "{\"type\":\"content\",\"source\":\"x\",\"message\":\"Yes.\",\"data\":{\"streaming\":true,\"partial\":true}}")};
}

QList<QByteArray> ending()
{
    return {frame("message_complete", "{\"message_id\":\"m2\",\"conversation_id\":\"c9\",\"citations\":[]}")};
}

struct Fixture : TeamFixture {
    AgentStore agents{api};
    ConversationListModel list{conversations};
    ChatSessions sessions{api, workspace, conversations};
    AttachmentQueue attachments{api};
    QTemporaryDir dir;
    Settings settings{dir.filePath(u"settings.json"_s)};
    TestDialogs dialogs;
    Scripted::End turnEnd = Scripted::End::Close;
    std::unique_ptr<ChatPage> page;

    Fixture()
    {
        initGuiResources();
        features = localFeatures;
        script = [this](const Received &request) { return scripted(request); };
    }

    Scripted scripted(const Received &request)
    {
        if (request.target == "/agents")
            return json("[{\"id\":\"a1\",\"name\":\"table\",\"display_name\":\"Sheet analyst\",\"description\":\"Answers questions on CSV "
                        "tables.\"},{\"id\":\"a2\",\"name\":\"document\",\"display_name\":\"<b>Document</b> reader\"},"
                        "{\"id\":\"a3\",\"name\":\"plain\"}]");
        if (request.target.startsWith("/conversations?"))
            return json("{\"total\":1,\"conversations\":[{\"id\":\"c1\",\"title\":\"Figures\",\"message_count\":2}]}");
        if (request.target.startsWith("/conversations/c1/messages"))
            return json("{\"total\":2,\"messages\":[{\"id\":\"m2\",\"role\":\"assistant\",\"content\":\"South.\"},"
                        "{\"id\":\"m1\",\"role\":\"user\",\"content\":\"Which region?\"}]}");
        if (request.target.startsWith("/conversations/c1"))
            return json("{\"id\":\"c1\",\"title\":\"Figures\"}");
        if (request.target.startsWith("/files"))
            return reply(201, "{\"id\":\"f1\",\"filename\":\"pasted-text-1.txt\",\"mime_type\":\"text/plain\",\"size\":12}");
        if (request.method == "POST" && request.target.contains("chat"))
            return eventStream(turnEnd == Scripted::End::Hold ? beginning() : beginning() + ending(), turnEnd);
        return {};
    }

    // Call it inside QVERIFY.
    [[nodiscard]] bool show()
    {
        if (!open())
            return false;
        agents.refresh();
        conversations.refresh();
        page = std::make_unique<ChatPage>(
            ChatPage::Services{sessions, conversations, list, agents, attachments, workspace, dialogs, nullptr, &settings});
        page->resize(1100, 760);
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get()) &&
               QTest::qWaitFor([this] { return agents.isLoaded() && list.rowCount() == 1; }, 5000);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] ComposerEdit *edit() const { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] TranscriptModel &model() const { return page->session()->transcript(); }
    [[nodiscard]] ErrorBanner *banner() const { return page->findChild<ErrorBanner *>(); }
    [[nodiscard]] QListView *offers() const { return find<QListView>("completionList"); }
    [[nodiscard]] QByteArray chatRequest() const // the newest
    {
        const auto &received = server.received();
        const auto post = std::find_if(received.crbegin(), received.crend(),
                                       [](const Received &request) { return request.method == "POST" && request.target.contains("chat"); });
        return post == received.crend() ? QByteArray() : post->body;
    }
    void paste() const
    {
        edit()->setFocus();
        QTest::keySequence(edit(), QKeySequence::Paste);
    }
    void run(const QString &command) const { ask(command); }
    [[nodiscard]] QString file(const QString &name) const
    {
        QFile out(dir.filePath(name));
        return out.open(QIODevice::WriteOnly) && out.write("a;b\n") == 4 ? out.fileName() : QString();
    }
    void ask(const QString &text) const
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), text);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    [[nodiscard]] bool answered(int rows) const
    {
        return model().rowCount() == rows && model().messageAt(rows - 1).state == MessageState::Complete && !page->session()->isBusy();
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestComposer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void BUG_34_aLongPasteBecomesATextFile();
    void aPastedTextIsThereAfterARestartWithItsDraft();
    void aLongLineBecomesATextFile();
    void aPastedPictureBecomesAnImageFile();
    void aTextIsMeantWhereAPictureOfItComesAlong();
    void aPasteThatCannotBeAttachedStaysInTheClipboard();
    void theKeyThatSendsIsChosenInTheSettings();
    void theWindowsSettingsHoldTheKeyThatSends();
    void nothingIsSentWhileAnInputMethodComposesWhateverTheKey();
    void upAndDownGoThroughTheQuestionsAskedBefore();
    void editingLeavesTheHistory();
    void upMovesTheCaretUntilTheFirstLine();
    void aMessageThatWaitsIsTakenBackBeforeTheHistory();
    void whatIsNamedAtTheCaret_data();
    void whatIsNamedAtTheCaret();
    void anAgentIsNamedByAt();
    void escapeClosesTheListAndStopsNothingElse();
    void theListFollowsTheWordAndTheFocus();
    void nothingIsOfferedForARecalledQuestion();
    void theListIsNamedForScreenReaders();
    void aNamedAgentIsForThisMessageOnly();
    void whatIsACommand_data();
    void whatIsACommand();
    void commandsDoWhatTheirButtonsDo();
    void theAgentCommandChoosesForWhatFollows();
    void aCommandThatCannotBeRunSaysWhy();
    void aTextThatOnlyBeginsLikeACommandIsSent();
    void theSendButtonRunsACommandToo();
    void looks_data();
    void looks();
};

void TestComposer::BUG_34_aLongPasteBecomesATextFile()
{
    Fixture f;
    QVERIFY(f.show());
    QSignalSpy said(f.page.get(), &ChatPage::statusMessage);
    const QString fits = u"line\n"_s.repeated(2000); // 10 000
    QApplication::clipboard()->setText(fits);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), fits);
    QCOMPARE(f.attachments.rowCount(), 0);
    f.edit()->setPlainText(u"Sum this up:"_s);
    const QString tooLong = u"Zeile \u00e4\u20ac\U0001F600\r\n"_s.repeated(900) + u"\tend "_s;
    QVERIFY(tooLong.size() > ComposerEdit::maxPaste);
    QApplication::clipboard()->setText(tooLong);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), u"Sum this up:"_s);
    QCOMPARE(f.attachments.rowCount(), 1);
    const QString path = f.attachments.paths().constFirst();
    QCOMPARE(QFileInfo(path).fileName(), u"pasted-text-1.txt"_s);
    QCOMPARE(contentOf(path), tooLong.toUtf8());
    QCOMPARE(said.count(), 1);
    QVERIFY(said.constFirst().constFirst().toString().contains(u"pasted-text-1.txt"_s));
    QVERIFY(!f.banner()->isVisible());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther | QFileDevice::ExeOther;
    const QString folder = QFileInfo(path).path();
    QVERIFY(!(QFile::permissions(folder) & others));
    QVERIFY(!(QFile::permissions(path) & others));
    f.paste();
    QCOMPARE(QFileInfo(f.attachments.paths().constLast()).fileName(), u"pasted-text-2.txt"_s);
    QTRY_VERIFY(!f.attachments.isUploading());
    const auto &received = f.server.received();
    QVERIFY(std::any_of(received.cbegin(), received.cend(), [&tooLong](const Received &request) {
        return request.target.startsWith("/files") && request.body.contains(tooLong.toUtf8());
    }));
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().messageAt(0).attachments.size(), 2);
    QTRY_VERIFY(f.answered(2));
    f.page.reset();
    QVERIFY(!QFileInfo::exists(folder));
}

void TestComposer::aPastedTextIsThereAfterARestartWithItsDraft()
{
    Fixture f;
    const QString keepIn = f.dir.filePath(u"pasted"_s);
    const QString old = keepIn + u"/paste-old"_s;
    QVERIFY(QDir().mkpath(old));
    const utimbuf longAgo{1'000'000'000, 1'000'000'000};
    QCOMPARE(::utime(old.toLocal8Bit().constData(), &longAgo), 0);
    const QString tooLong = u"words "_s.repeated(5000);
    QString path;
    {
        PastedFiles pasted(f.attachments, f.workspace, keepIn);
        QVERIFY(f.open());
        pasted.addText(tooLong);
        QCOMPARE(f.attachments.rowCount(), 1);
        path = f.attachments.paths().constFirst();
    }
    QCOMPARE(contentOf(path), tooLong.toUtf8());
    const PastedFiles again(f.attachments, f.workspace, keepIn); // removes what is old, and nothing else
    QVERIFY(!QFileInfo::exists(old));
    QCOMPARE(contentOf(path), tooLong.toUtf8());
}

void TestComposer::aLongLineBecomesATextFile()
{
    Fixture f;
    QVERIFY(f.show());
    const QString piece = QString(9000, u'x');
    QApplication::clipboard()->setText(piece);
    f.paste();
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), piece + piece);
    QCOMPARE(f.attachments.rowCount(), 0);
    f.paste(); // would make a line that the layout takes seconds for
    QCOMPARE(f.edit()->toPlainText().size(), 18'000);
    QCOMPARE(f.attachments.rowCount(), 1);
    QCOMPARE(contentOf(f.attachments.paths().constFirst()), piece.toUtf8());
}

void TestComposer::aPastedPictureBecomesAnImageFile()
{
    Fixture f;
    QVERIFY(f.show());
    QImage picture(40, 30, QImage::Format_ARGB32);
    picture.fill(QColor(10, 200, 30));
    picture.setPixelColor(3, 4, Qt::red);
    QApplication::clipboard()->setImage(picture);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), QString());
    QCOMPARE(f.attachments.rowCount(), 1);
    const QString path = f.attachments.paths().constFirst();
    QCOMPARE(QFileInfo(path).fileName(), u"pasted-image-1.png"_s);
    QImage kept(path, "PNG");
    QCOMPARE(kept.convertToFormat(QImage::Format_ARGB32), picture);
}

void TestComposer::aTextIsMeantWhereAPictureOfItComesAlong()
{
    Fixture f;
    QVERIFY(f.show());
    auto *cells = new QMimeData; // as a spreadsheet copies
    cells->setText(u"a\tb"_s);
    cells->setImageData(QImage(4, 4, QImage::Format_RGB32));
    QApplication::clipboard()->setMimeData(cells);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), u"a\tb"_s);
    QCOMPARE(f.attachments.rowCount(), 0);
}

void TestComposer::aPasteThatCannotBeAttachedStaysInTheClipboard()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setPlainText(u"kept"_s);
    f.workspace.close();
    const QString text = QString(ComposerEdit::maxPaste + 1, u'y');
    QApplication::clipboard()->setText(text);
    f.paste();
    QCOMPARE(f.edit()->toPlainText(), u"kept"_s);
    QCOMPARE(f.attachments.rowCount(), 0);
    QVERIFY(f.banner()->isVisible());
    QVERIFY(f.banner()->text().contains(u"No workspace"_s));
    QCOMPARE(QApplication::clipboard()->text(), text);
}

void TestComposer::theKeyThatSendsIsChosenInTheSettings()
{
    Fixture f;
    QVERIFY(f.show());
    auto *send = f.find<QPushButton>("sendButton");
    f.edit()->setFocus();
    QCOMPARE(send->toolTip(), u"Send the message (Enter)"_s);
    ChatSection section(f.settings);
    section.show();
    auto *both = section.findChild<QRadioButton *>(u"sendByCtrlEnter"_s);
    auto *enter = section.findChild<QRadioButton *>(u"sendByEnter"_s);
    QVERIFY(enter->isChecked() && !both->isChecked());
    QTest::keyClick(both, Qt::Key_Space);
    QVERIFY(both->isChecked());
    QVERIFY(!Settings(f.dir.filePath(u"settings.json"_s)).value(Settings::Key::EnterSends).toBool());
    QCOMPARE(send->toolTip(), u"Send the message (Ctrl+Enter)"_s);
    QTest::keyClicks(f.edit(), u"one"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTest::keyClicks(f.edit(), u"two"_s);
    QTest::keyClick(f.edit(), Qt::Key_Enter, Qt::KeypadModifier);
    QTest::keyClicks(f.edit(), u"three"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo\nthree\n"_s);
    QCOMPARE(f.model().rowCount(), 0);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.model().messageAt(0).content, u"one\ntwo\nthree"_s);
    QTRY_VERIFY(f.answered(2));
    QTest::keyClick(enter, Qt::Key_Space);
    QTest::keyClicks(f.edit(), u"four"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().messageAt(2).content, u"four"_s);
    QTRY_VERIFY(f.answered(4));
}

void TestComposer::theWindowsSettingsHoldTheKeyThatSends()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.window->showPage(u"settings"_s);
    gui.find<SettingsPage>("settingsPage")->showSection(SettingsPage::Section::Chat);
    auto *both = gui.find<QRadioButton>("sendByCtrlEnter");
    QVERIFY(both->isVisible());
    if (const QString folder = qEnvironmentVariable("DESK_SCREENSHOTS"); !folder.isEmpty())
        QVERIFY(gui.window->grab().save(folder + u"/settings-chat.png"_s));
    QTest::mouseClick(both, Qt::LeftButton, {}, QPoint(5, both->height() / 2));
    QVERIFY(both->isChecked());
    gui.window->showPage(u"chat"_s);
    auto *edit = gui.find<ComposerEdit>("composerText");
    edit->setFocus();
    QTest::keyClicks(edit, u"a"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(edit->toPlainText(), u"a\n"_s);
}

void TestComposer::nothingIsSentWhileAnInputMethodComposesWhateverTheKey()
{
    Fixture f;
    QVERIFY(f.show());
    f.settings.set(Settings::Key::EnterSends, false);
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"a"_s);
    QInputMethodEvent composing(u"\u3042"_s, {});
    QApplication::sendEvent(f.edit(), &composing);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().rowCount(), 0);
    QCOMPARE(f.edit()->toPlainText(), u"a"_s);
    QInputMethodEvent done;
    done.setCommitString(u"\u3042"_s);
    QApplication::sendEvent(f.edit(), &done);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.model().messageAt(0).content, u"a\u3042"_s);
    QTRY_VERIFY(f.answered(2));
}

void TestComposer::upAndDownGoThroughTheQuestionsAskedBefore()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClick(f.edit(), Qt::Key_Up); // nothing was asked yet
    QCOMPARE(f.edit()->toPlainText(), QString());
    f.ask(u"first"_s);
    QTRY_VERIFY(f.answered(2));
    f.ask(u"second"_s);
    QTRY_VERIFY(f.answered(4));
    f.ask(u"second"_s); // the same again is one step
    QTRY_VERIFY(f.answered(6));
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"second"_s);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"first"_s);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"first"_s);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), u"second"_s);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), QString());
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), QString());
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClick(f.edit(), Qt::Key_Return); // what was recalled can be sent as it is
    QCOMPARE(f.model().messageAt(6).content, u"first"_s);
    QTRY_VERIFY(f.answered(8));
    f.page->openConversation(ConversationId(u"c1"_s));
    QTRY_COMPARE(f.model().rowCount(), 2);
    f.edit()->setFocus();
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"Which region?"_s); // each conversation has its own
}

void TestComposer::editingLeavesTheHistory()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"first"_s);
    QTRY_VERIFY(f.answered(2));
    f.ask(u"second"_s);
    QTRY_VERIFY(f.answered(4));
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClicks(f.edit(), u"!"_s);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), u"second!"_s);
}

void TestComposer::upMovesTheCaretUntilTheFirstLine()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"older"_s);
    QTRY_VERIFY(f.answered(2));
    QTest::keyClicks(f.edit(), u"one"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    f.ask(u"two"_s);
    QTRY_VERIFY(f.answered(4));
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo"_s);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo"_s);
    QCOMPARE(f.edit()->textCursor().blockNumber(), 0);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo"_s);
    QCOMPARE(f.edit()->textCursor().blockNumber(), 1);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"older"_s);
}

void TestComposer::aMessageThatWaitsIsTakenBackBeforeTheHistory()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"sent"_s);
    QTRY_VERIFY(f.answered(2));
    f.turnEnd = Scripted::End::Hold;
    f.ask(u"running"_s);
    QTRY_VERIFY(f.model().rowCount() == 4 && f.page->session()->isBusy());
    f.ask(u"waits"_s);
    QTRY_COMPARE(f.model().rowCount(), 5);
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"waits"_s);
    QCOMPARE(f.model().rowCount(), 4);
    f.edit()->clear();
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"running"_s);
    QCOMPARE(f.model().rowCount(), 4);
    f.page->stop();
    f.server.closeHeld();
    QTRY_VERIFY(!f.page->session()->isBusy());
}

void TestComposer::whatIsNamedAtTheCaret_data()
{
    QTest::addColumn<QString>("text"); // the caret is at the bar
    QTest::addColumn<QString>("word"); // null: nothing is named
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::newRow("alone") << u"@|"_s << u""_s << 0 << 1;
    QTest::newRow("begun") << u"ask @tab|"_s << u"tab"_s << 4 << 4;
    QTest::newRow("within") << u"ask @ta|ble now"_s << u"ta"_s << 4 << 6;
    QTest::newRow("after a line") << u"one\n@d|"_s << u"d"_s << 4 << 2;
    QTest::newRow("mail address") << u"me@exam|"_s << QString() << 0 << 0;
    QTest::newRow("before it") << u"|@tab"_s << QString() << 0 << 0;
    QTest::newRow("behind it") << u"@tab |"_s << QString() << 0 << 0;
    QTest::newRow("empty") << u"|"_s << QString() << 0 << 0;
    QTest::newRow("endless") << u"@"_s + QString(5000, u'x') + u"|"_s << QString() << 0 << 0;
}

void TestComposer::whatIsNamedAtTheCaret()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    QFETCH(int, start);
    QFETCH(int, length);
    const int caret = static_cast<int>(text.indexOf(u'|'));
    const CompletionQuery query = CompletionQuery::at(text.remove(u'|'), caret);
    QCOMPARE(query.kind == CompletionQuery::Kind::None, word.isNull());
    QCOMPARE(query.word, word);
    QCOMPARE(query.start, start);
    QCOMPARE(query.length, length);
}

void TestComposer::anAgentIsNamedByAt()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"How many rows, @"_s);
    QVERIFY(f.offers()->isVisible());
    QCOMPARE(f.offers()->model()->rowCount(), 3);
    QVERIFY(f.edit()->hasFocus());
    QTest::keyClicks(f.edit(), u"reader"_s); // by a word of its title
    QCOMPARE(f.offers()->model()->rowCount(), 1);
    QCOMPARE(f.offers()->currentIndex().data().toString(), u"<b>Document</b> reader"_s);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(f.edit(), Qt::Key_Backspace);
    QTest::keyClicks(f.edit(), u"TAB"_s); // by its name
    QCOMPARE(f.offers()->currentIndex().data().toString(), u"Sheet analyst"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QVERIFY(!f.offers()->isVisible());
    QCOMPARE(f.edit()->toPlainText(), u"How many rows, "_s);
    QCOMPARE(f.model().rowCount(), 0); // Enter took the offer and sent nothing
    QCOMPARE(f.find<QComboBox>("agentSelector")->currentData().toString(), u"table"_s);
    QTest::keyClicks(f.edit(), u"please?"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_VERIFY(f.answered(2));
    QCOMPARE(f.model().messageAt(0).content, u"How many rows, please?"_s);
    QVERIFY(f.chatRequest().contains("\"table\""));
}

void TestComposer::escapeClosesTheListAndStopsNothingElse()
{
    Fixture f;
    QVERIFY(f.show());
    f.turnEnd = Scripted::End::Hold;
    f.ask(u"running"_s);
    QTRY_VERIFY(f.model().rowCount() == 2 && !f.model().messageAt(1).content.isEmpty());
    QTest::keyClicks(f.edit(), u"@t"_s);
    QVERIFY(f.offers()->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    QVERIFY(!f.offers()->isVisible());
    QVERIFY(f.page->session()->isBusy());
    QCOMPARE(f.edit()->toPlainText(), u"@t"_s);
    QTest::keyClicks(f.edit(), u"a"_s); // the same word stays as it is meant
    QVERIFY(!f.offers()->isVisible());
    QTest::keyClicks(f.edit(), u" @t"_s); // another one
    QVERIFY(f.offers()->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    QVERIFY(f.page->session()->isBusy());
    QTest::keyClick(f.edit(), Qt::Key_Escape); // now it stops the answer
    f.server.closeHeld();
    QTRY_VERIFY(!f.page->session()->isBusy());
    QCOMPARE(f.edit()->toPlainText(), u"@ta @t"_s);
}

void TestComposer::theListFollowsTheWordAndTheFocus()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"@"_s);
    QCOMPARE(f.offers()->currentIndex().row(), 0);
    QTest::keyClick(f.edit(), Qt::Key_Up); // round to the last
    QCOMPARE(f.offers()->currentIndex().row(), 2);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(f.offers()->currentIndex().row(), 1);
    const QRect list(f.offers()->mapTo(f.page.get(), QPoint()), f.offers()->size());
    const QRect text(f.edit()->mapTo(f.page.get(), QPoint()), f.edit()->size());
    QVERIFY(f.page->rect().contains(list));
    QVERIFY(!list.intersects(text));
    QTest::keyClicks(f.edit(), u"zzz"_s);
    QVERIFY(!f.offers()->isVisible());
    f.edit()->clear();
    QTest::keyClicks(f.edit(), u"@pl"_s);
    QVERIFY(f.offers()->isVisible());
    f.page->resize(1000, 600);
    QTRY_VERIFY(f.offers()->mapTo(f.page.get(), QPoint(0, f.offers()->height())).y() <= f.edit()->mapTo(f.page.get(), QPoint()).y());
    f.find<QComboBox>("agentSelector")->setFocus();
    QVERIFY(!f.offers()->isVisible());
    f.edit()->setFocus();
    f.edit()->setPlainText(QString());
    QTest::keyClicks(f.edit(), u"@pl"_s);
    QTest::mouseClick(f.offers()->viewport(), Qt::LeftButton, {}, f.offers()->visualRect(f.offers()->model()->index(0, 0)).center());
    QCOMPARE(f.find<QComboBox>("agentSelector")->currentData().toString(), u"plain"_s);
    QVERIFY(f.edit()->hasFocus());
}

void TestComposer::nothingIsOfferedForARecalledQuestion()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"me@home and then @zzz"_s);
    QTRY_VERIFY(f.answered(2));
    QTest::keyClicks(f.edit(), u"ask @tab"_s);
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_VERIFY(f.answered(4));
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"ask @tab"_s);
    QVERIFY(!f.offers()->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().messageAt(4).content, u"ask @tab"_s);
    QTRY_VERIFY(f.answered(6));
}

void TestComposer::theListIsNamedForScreenReaders()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"@"_s);
    QCOMPARE(f.offers()->accessibleName(), u"Agents"_s);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(f.offers());
    QVERIFY(list != nullptr);
    QCOMPARE(list->childCount(), 3);
    QTest::keyClick(f.edit(), Qt::Key_Down);
    QCOMPARE(list->child(f.offers()->currentIndex().row())->text(QAccessible::Name),
             u"Sheet analyst, table: Answers questions on CSV tables."_s);
    QVERIFY(list->child(1)->state().selected);
    QVERIFY(!list->child(0)->state().selected);
}

void TestComposer::aNamedAgentIsForThisMessageOnly()
{
    Fixture f;
    QVERIFY(f.show());
    auto *combo = f.find<QComboBox>("agentSelector");
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"@tab"_s);
    QTest::keyClick(f.edit(), Qt::Key_Tab);
    QCOMPARE(combo->currentData().toString(), u"table"_s);
    QVERIFY(f.edit()->hasFocus());
    QTest::keyClicks(f.edit(), u"@doc"_s); // changed one's mind
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(combo->currentData().toString(), u"document"_s);
    f.ask(u"Sum up"_s);
    QTRY_VERIFY(f.answered(2));
    QVERIFY(f.chatRequest().contains("\"document\""));
    QCOMPARE(combo->currentIndex(), 0); // the server chooses again
}

void TestComposer::whatIsACommand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    const auto none = static_cast<int>(CompletionQuery::Kind::None);
    const auto command = static_cast<int>(CompletionQuery::Kind::Command);
    const auto argument = static_cast<int>(CompletionQuery::Kind::Argument);
    QTest::newRow("sign") << u"/"_s << command << u""_s;
    QTest::newRow("begun") << u"/ne"_s << command << u"ne"_s;
    QTest::newRow("argument") << u"/agent Sheet an"_s << argument << u"Sheet an"_s;
    QTest::newRow("not at the beginning") << u" /new"_s << none << u""_s;
    QTest::newRow("lines") << u"/new\nline"_s << none << u""_s;
    QTest::newRow("long") << u"/"_s + u"agent is what it is about, "_s.repeated(9) << none << u""_s;
}

void TestComposer::whatIsACommand()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, word);
    const CompletionQuery query = CompletionQuery::at(text, static_cast<int>(text.size()));
    QCOMPARE(static_cast<int>(query.kind), kind);
    QCOMPARE(query.word, word);
}

void TestComposer::commandsDoWhatTheirButtonsDo()
{
    Fixture f;
    QVERIFY(f.show());
    f.page->openConversation(ConversationId(u"c1"_s));
    QTRY_COMPARE(f.model().rowCount(), 2);
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"/"_s);
    QVERIFY(f.offers()->isVisible());
    QCOMPARE(f.offers()->accessibleName(), u"Commands"_s);
    QStringList names;
    for (int row = 0; row < f.offers()->model()->rowCount(); ++row)
        names << f.offers()->model()->index(row, 0).data().toString();
    QCOMPARE(names, (QStringList{u"/new"_s, u"/agent"_s, u"/attach"_s, u"/find"_s, u"/export"_s, u"/ratings"_s, u"/stop"_s, u"/model"_s}));
    QTest::keyClicks(f.edit(), u"fi"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QVERIFY(f.edit()->toPlainText().isEmpty());
    QVERIFY(f.find<QWidget>("findBar")->isVisible());
    f.run(u"/export"_s);
    QDialog *exporting = nullptr;
    QTRY_VERIFY((exporting = f.find<QDialog>("exportDialog")) != nullptr && exporting->isVisible());
    exporting->reject();
    f.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    f.dialogs.filesToOpen = {f.file(u"a.csv"_s)};
    f.run(u"/attach"_s);
    QCOMPARE(f.attachments.rowCount(), 1);
    QSignalSpy settings(f.page.get(), &ChatPage::settingsRequested);
    f.run(u"/model"_s);
    QCOMPARE(settings.count(), 1);
    f.run(u"/NEW"_s);
    QVERIFY(f.page->conversationId().isEmpty());
    QVERIFY(f.edit()->hasFocus());
    f.turnEnd = Scripted::End::Hold;
    f.ask(u"running"_s);
    QTRY_VERIFY(f.model().rowCount() == 2 && !f.model().messageAt(1).content.isEmpty());
    f.run(u"/stop"_s);
    f.server.closeHeld();
    QTRY_VERIFY(!f.page->session()->isBusy());
    QCOMPARE(f.model().rowCount(), 2); // no command was ever sent
}

void TestComposer::theAgentCommandChoosesForWhatFollows()
{
    Fixture f;
    QVERIFY(f.show());
    auto *combo = f.find<QComboBox>("agentSelector");
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"/ag"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.edit()->toPlainText(), u"/agent "_s);
    QCOMPARE(f.offers()->model()->rowCount(), 3);
    QCOMPARE(f.offers()->accessibleName(), u"Agents"_s);
    QTest::keyClicks(f.edit(), u"sheet an"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QVERIFY(f.edit()->toPlainText().isEmpty());
    QCOMPARE(combo->currentData().toString(), u"table"_s);
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered(2));
    QCOMPARE(combo->currentData().toString(), u"table"_s);
    QTest::keyClicks(f.edit(), u"/agent nobody"_s);
    QVERIFY(f.offers()->isVisible());
    QVERIFY(f.offers()->model()->index(0, 0).data().toString().contains(u"nobody"_s));
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.edit()->toPlainText(), u"/agent nobody"_s);
    QCOMPARE(f.model().rowCount(), 2);
}

void TestComposer::aCommandThatCannotBeRunSaysWhy()
{
    Fixture f;
    QVERIFY(f.show());
    f.run(u"/stop"_s);
    QCOMPARE(f.edit()->toPlainText(), u"/stop"_s);
    QVERIFY(f.offers()->isVisible());
    QVERIFY(f.offers()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"No answer is being written"_s));
    QCOMPARE(f.model().rowCount(), 0);
}

void TestComposer::aTextThatOnlyBeginsLikeACommandIsSent()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"/usr/bin"_s);
    QCOMPARE(f.model().messageAt(0).content, u"/usr/bin"_s);
    QTRY_VERIFY(f.answered(2));
    f.ask(u"/new is what it said"_s);
    QCOMPARE(f.model().messageAt(2).content, u"/new is what it said"_s);
    QTRY_VERIFY(f.answered(4));
    QTest::keyClicks(f.edit(), u"/new"_s);
    QTest::keyClick(f.edit(), Qt::Key_Escape); // meant as a text
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().messageAt(4).content, u"/new"_s);
    QTRY_VERIFY(f.answered(6));
}

void TestComposer::theSendButtonRunsACommandToo()
{
    Fixture f;
    QVERIFY(f.show());
    f.page->openConversation(ConversationId(u"c1"_s));
    QTRY_COMPARE(f.model().rowCount(), 2);
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"/new"_s);
    QTest::mouseClick(f.find<QPushButton>("sendButton"), Qt::LeftButton);
    QVERIFY(f.page->conversationId().isEmpty());
    QCOMPARE(f.model().rowCount(), 0);
    QVERIFY(f.edit()->toPlainText().isEmpty());
}

void TestComposer::looks_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<bool>("rtl");
    QTest::newRow("light") << u"light"_s << false;
    QTest::newRow("dark") << u"dark"_s << false;
    QTest::newRow("rtl") << u"light"_s << true;
}

// The list stays in the window and at the side where writing begins; with DESK_SCREENSHOTS=folder the pictures are kept for people.
void TestComposer::looks()
{
    QFETCH(QString, theme);
    QFETCH(bool, rtl);
    Theme look(*qApp);
    look.apply(theme);
    QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
    Fixture f;
    QVERIFY(f.show());
    const auto keep = [&](const QString &name) {
        const QPixmap picture = f.page->grab();
        if (const QString folder = qEnvironmentVariable("DESK_SCREENSHOTS"); !folder.isEmpty())
            picture.save(folder + u"/composer-%1-%2.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()), name));
    };
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"How many rows, @"_s);
    const QRect list(f.offers()->mapTo(f.page.get(), QPoint()), f.offers()->size());
    const QRect text(f.edit()->mapTo(f.page.get(), QPoint()), f.edit()->size());
    QVERIFY(f.page->rect().contains(list));
    QVERIFY(list.bottom() < text.top());
    QVERIFY(rtl ? list.right() >= text.right() && list.left() > text.left() : list.left() <= text.left() && list.right() < text.right());
    keep(u"agents"_s);
    f.edit()->clear();
    QTest::keyClicks(f.edit(), u"/"_s);
    keep(u"commands"_s);
    QTest::keyClicks(f.edit(), u"agent nobody"_s);
    keep(u"nobody"_s);
    ChatSection section(f.settings);
    section.resize(500, 200);
    if (const QString folder = qEnvironmentVariable("DESK_SCREENSHOTS"); !folder.isEmpty())
        section.grab().save(folder + u"/composer-%1-settings.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
