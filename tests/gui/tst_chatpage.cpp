#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/welcomepane.h"
#include "gui/conversations/conversationdelegate.h"
#include "gui/text/doclink.h"
#include "gui/text/linkopener.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/chat/sourcefiles.h"
#include "state/models/conversationlistmodel.h"
#include "state/store/draftstore.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "state/teamfixture.h"
#include "testdialogs.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

QByteArray answerText()
{
    return R"(**South** sold most in Q3: 115 293 units.\n\n| Region | Units |\n|:--|--:|\n| South | 115 293 |\n| North | 98 410 |\n\nThe query was:\n\n```sql\nSELECT region, sum(units)\nFROM sales\nWHERE quarter = 'Q3'\nGROUP BY region\nORDER BY 2 DESC;\n```\n\n1. Totals are **net of returns**.\n2. See [the method](https://example.org/method) for details.\n   - [x] checked\n   - [ ] to be confirmed\n\n> Figures of the file as it was attached.)";
}

QList<QByteArray> beginning()
{
    return {
        frame("run_created", R"({"run_id":"r1","conversation_id":"c9","message_id":"m1"})"),
        frame(
            "routing_decision",
            R"({"type":"routing_decision","selected_agents":["Table analyst"],"selected_tools":["table_query"],"confidence":0.92,"reasoning":"the question asks for a figure and a table is attached"})"),
        frame("thought", R"({"type":"thought","source":"dispatcher","message":"The question names a column of the table.","data":null})"),
        frame(
            "tool_start",
            R"({"type":"tool_start","source":"table","message":"Querying sales.csv","data":{"tool_name":"table_query","input":{"sql":"SELECT region, sum(units) FROM sales GROUP BY region"},"call_id":"k1"}})"),
        frame(
            "tool_result",
            R"({"type":"tool_result","source":"table","message":"Queried sales.csv: 2 rows","data":{"tool_name":"table_query","call_id":"k1","success":true,"result":{"columns":["region","units"],"rows":[["South",115293],["North",98410]]},"duration_ms":420}})"),
        frame("content",
              R"({"type":"content","source":"table","message":")" + answerText() + R"(","data":{"streaming":true,"partial":true}})")};
}

QByteArray ending()
{
    return frame(
        "message_complete",
        R"({"message_id":"m2","conversation_id":"c9","citations":[{"file_id":"f","filename":"sales.csv","page":3,"quote":"South;Q3;115293"},{"file_id":"g","filename":"method.txt","page":12,"quote":"Totals are net of returns."}]})");
}

QByteArray asks(const QByteArray &text, const QByteArray &options)
{
    return frame("prompt", R"({"type":"prompt","source":"table","message":")" + text + R"(","data":{"prompt_type":"choice","options":)" +
                               options + "}}");
}

QList<QByteArray> docLinks(const QByteArray &text)
{
    return {frame("run_created", R"({"run_id":"r1","conversation_id":"c9","message_id":"m1"})"),
            frame("content", R"({"type":"content","source":"table","message":")" + text + R"(","data":{"streaming":true,"partial":true}})"),
            ending()};
}

bool walkTo(TranscriptView &view, MessagePart::Kind kind, int index)
{
    for (int i = 0; i < 30; ++i) {
        if (view.focusedPart() != nullptr && view.focusedPart()->kind == kind && view.focusedPart()->index == index)
            return true;
        QTest::keyClick(&view, Qt::Key_Right);
    }
    return false;
}

struct Fixture : TeamFixture {
    QTemporaryDir dir;
    AgentStore agents{api};
    ConversationListModel list{conversations};
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    DraftStore drafts{store};
    ChatSessions sessions{api, workspace, conversations, &journal};
    AttachmentQueue attachments{api};
    SourceFiles sources{api, workspace};
    TestDialogs dialogs;
    QList<QByteArray> turn = beginning() + QList<QByteArray>{ending()};
    Scripted::End turnEnd = Scripted::End::Close;
    bool holdUpload = false;
    int uploads = 0;
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
            return json(
                R"([{"id":"a1","name":"table","display_name":"Table analyst"},{"id":"a2","name":"document","display_name":"Document reader"}])");
        if (request.target.startsWith("/conversations?"))
            return json(R"({"total":2,"conversations":[
              {"id":"c1","title":"Quarterly figures","message_count":2,"last_message":"South sold most.","created_at":"2026-05-02T09:14:03","updated_at":"2026-05-02T09:14:03"},
              {"id":"c2","title":"<b>Contract</b> terms","message_count":4,"last_message":"Notice is three months.","created_at":"2026-05-01T09:14:03","updated_at":"2026-05-01T09:14:03"}]})");
        if (request.method == "PATCH")
            return json(R"({"id":"c1","title":"Renamed"})");
        if (request.method == "DELETE")
            return reply(204, {});
        if (request.target.startsWith("/conversations/c1/messages"))
            return json(R"({"total":2,"messages":[{"id":"m2","role":"assistant","content":"South.","created_at":"2026-05-02T09:14:09"},
              {"id":"m1","role":"user","content":"Which region?","created_at":"2026-05-02T09:14:03"}]})");
        if (request.method == "GET" && request.target.startsWith("/files/"))
            return reply(200, "what the server has", "application/octet-stream");
        if (request.target.startsWith("/files")) {
            ++uploads;
            if (holdUpload)
                return {{}, 0, Scripted::End::Hold};
            return reply(201, R"({"id":"f1","filename":"sales.csv","mime_type":"text/csv","size_bytes":12})");
        }
        if (request.target.startsWith("/conversations/c1"))
            return json(R"({"id":"c1","title":"Quarterly figures"})");
        if (request.method == "POST" && request.target.contains("chat"))
            return eventStream(turn, turnEnd);
        return {};
    }

    // Call it inside QVERIFY.
    [[nodiscard]] bool show(QSize size = {1100, 760})
    {
        if (!open())
            return false;
        agents.refresh();
        conversations.refresh();
        ChatPage::Services services{sessions, conversations, list, agents, attachments, workspace, dialogs, &drafts};
        services.sources = &sources;
        page = std::make_unique<ChatPage>(services);
        page->resize(size);
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get()) && QTest::qWaitFor([this] { return list.rowCount() == 2; }, 5000);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] ComposerEdit *edit() const { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] TranscriptModel &model() const { return page->session()->transcript(); }
    QString file(const QString &name, const QByteArray &content = "region;units\n") const
    {
        QFile out(dir.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            return {};
        return out.fileName();
    }
    void ask(const QString &text)
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), text);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    // Call it inside QVERIFY. A message with this file, uploaded and answered.
    [[nodiscard]] bool sendFile(const QString &path)
    {
        attachments.add({path});
        if (!QTest::qWaitFor([this] { return !attachments.isUploading(); }, 5000) || attachments.hasFailed())
            return false;
        ask(u"What is in it?"_s);
        return QTest::qWaitFor([this] { return answered() && model().messageAt(0).attachments.size() == 1; }, 5000);
    }
    // The menu of the first file of the first message, opened by key.
    [[nodiscard]] QMenu *attachmentMenu() const
    {
        TranscriptView *view = page->transcript();
        view->setFocus();
        view->setCurrentIndex(model().index(0));
        if (!walkTo(*view, MessagePart::Kind::Attachment, 0))
            return nullptr;
        QTest::keyClick(view, Qt::Key_Return);
        return find<QMenu>("attachmentMenu");
    }
    [[nodiscard]] bool answered() const
    {
        return model().rowCount() >= 2 && model().messageAt(model().rowCount() - 1).state == MessageState::Complete;
    }
};

} // namespace

class TestChatPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enterSendsAndTheAnswerIsShown();
    void shiftEnterBreaksTheLine();
    void nothingIsSentWhileAnInputMethodComposes();
    void theComposerGrowsToEightLines();
    void stopByEscapeKeepsTheText();
    void whatIsSentDuringAnAnswerWaitsAndCanBeTakenBack();
    void withoutAConnectionMessagesWait();
    void aTurnGoesOnWhileAnotherConversationIsShown();
    void draftsStayWithTheirConversation();
    void aDraftNeverReachesAnotherAccount();
    void filesByDialogDropAndPaste();
    void sendingWaitsForUploads();
    void refusedFilesAreSaid();
    void theAgentIsChosen();
    void conversationsOpenRenameAndDelete();
    void theEmptyStateOffersThreeThingsThatWork();
    void whyNothingCanBeSentIsSaid();
    void aPromptIsAnsweredByButton();
    void aPromptIsAnsweredByDigitOrInWords();
    void REND_06_linksAskFirst();
    void sourcesAndReaderOpen();
    void CH_59_aSentFileShowsItsSizeAndOpensFromWhereItLies();
    void CH_59_aFileThatIsGoneIsSavedFromTheServerAndThenOpened();
    void CH_59_aFileIsOfferedByClickAndByTheMenuOfTheMessage();
    void CH_59_aProgramIsNeverOpened();
    void CH_59_aFileThatNobodyHasIsSaid();
    void CH_55_aDocLinkOpensTheSourceOfThatPage();
    void CH_55_aDocLinkWithoutACitationIsSaid();
    void CH_55_noOtherAddressIsADocLink();
    void aFailedTurnCanBeRepeated();
    void everythingHasANameAndIsReachable();
    void relativeTimes();
    void looks_data();
    void looks();
};

void TestChatPage::enterSendsAndTheAnswerIsShown()
{
    Fixture f;
    QVERIFY(f.show());
    QSignalSpy shown(f.page.get(), &ChatPage::conversationShown);
    f.ask(u"Which region sold most?"_s);
    QCOMPARE(f.edit()->toPlainText(), QString());
    QTRY_VERIFY(f.answered());
    QCOMPARE(f.model().messageAt(0).content, u"Which region sold most?"_s);
    QCOMPARE(f.model().messageAt(1).citations.size(), 2);
    QVERIFY(f.page->transcript()->isVisible());
    QVERIFY(f.page->transcript()->partRect(1, MessagePart::Kind::Routing).isValid());
    QVERIFY(f.page->transcript()->partRect(1, MessagePart::Kind::Steps).isValid());
    QTRY_COMPARE(f.page->conversationId(), ConversationId(u"c9"_s));
    QVERIFY(!f.find<QPushButton>("stopButton")->isVisible());
    QVERIFY(f.edit()->hasFocus());
}

void TestChatPage::shiftEnterBreaksTheLine()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"one"_s);
    QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(f.edit(), u"two"_s);
    QCOMPARE(f.edit()->toPlainText(), u"one\ntwo"_s);
    QCOMPARE(f.model().rowCount(), 0);
    QTest::keyClick(f.edit(), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(f.model().messageAt(0).content, u"one\ntwo"_s);
    QTRY_VERIFY(f.answered());
}

void TestChatPage::nothingIsSentWhileAnInputMethodComposes()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setFocus();
    QTest::keyClicks(f.edit(), u"a"_s);
    QInputMethodEvent composing(u"\u3042"_s, {});
    QApplication::sendEvent(f.edit(), &composing);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().rowCount(), 0);
    QInputMethodEvent done;
    done.setCommitString(u"\u3042"_s);
    QApplication::sendEvent(f.edit(), &done);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.model().rowCount(), 2);
    QTRY_VERIFY(f.answered());
}

void TestChatPage::theComposerGrowsToEightLines()
{
    Fixture f;
    QVERIFY(f.show());
    const int one = f.edit()->height();
    f.edit()->setPlainText(u"a\nb\nc"_s);
    const int three = f.edit()->height();
    QVERIFY(three > one);
    f.edit()->setPlainText(u"a\n"_s.repeated(8).chopped(1));
    const int eight = f.edit()->height();
    QVERIFY(eight > three);
    f.edit()->setPlainText(u"a\n"_s.repeated(30));
    QCOMPARE(f.edit()->height(), eight);
    f.edit()->clear();
    QCOMPARE(f.edit()->height(), one);
}

void TestChatPage::stopByEscapeKeepsTheText()
{
    Fixture f;
    f.turn = beginning();
    f.turnEnd = Scripted::End::Hold;
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.model().messageAt(1).content.contains(u"South"_s));
    QVERIFY(f.find<QPushButton>("stopButton")->isVisible());
    QVERIFY(f.find<QPushButton>("sendButton")->isVisible()); // what is written now goes after this answer
    QVERIFY(f.find<QLabel>("chatElapsed")->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    f.server.closeHeld();
    QTRY_VERIFY(!f.page->session()->isBusy());
    QVERIFY(f.model().messageAt(1).content.contains(u"South"_s));
    QVERIFY(f.model().messageAt(1).state != MessageState::Complete);
    QVERIFY(f.page->transcript()->partRect(1, MessagePart::Kind::Retry).isValid());
}

void TestChatPage::whatIsSentDuringAnAnswerWaitsAndCanBeTakenBack()
{
    Fixture f;
    f.turn = beginning();
    f.turnEnd = Scripted::End::Hold;
    QVERIFY(f.show());
    f.ask(u"First"_s);
    QTRY_VERIFY(f.model().messageAt(1).content.contains(u"South"_s));
    f.ask(u"Second"_s);
    QTRY_COMPARE(f.model().rowCount(), 3);
    QCOMPARE(f.model().messageAt(2).state, MessageState::Waiting);
    QVERIFY(f.edit()->toPlainText().isEmpty());
    QTest::keyClick(f.edit(), Qt::Key_Up);
    QCOMPARE(f.edit()->toPlainText(), u"Second"_s);
    QCOMPARE(f.model().rowCount(), 2);
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_COMPARE(f.model().rowCount(), 3);
    f.turn = beginning() + QList<QByteArray>{ending()};
    f.turnEnd = Scripted::End::Close;
    QTest::keyClick(f.edit(), Qt::Key_Escape); // ends the first; the second goes
    f.server.closeHeld();
    QTRY_VERIFY_WITH_TIMEOUT(f.model().rowCount() == 4 && f.model().messageAt(3).state == MessageState::Complete, 15'000);
    QCOMPARE(f.model().messageAt(2).content, u"Second"_s);
    QCOMPARE(f.model().messageAt(2).state, MessageState::Complete);
}

void TestChatPage::withoutAConnectionMessagesWait()
{
    Fixture f;
    f.page = std::make_unique<ChatPage>(
        ChatPage::Services{f.sessions, f.conversations, f.list, f.agents, f.attachments, f.workspace, f.dialogs, &f.drafts});
    f.workspace.open({Profile::Kind::Team, u"team"_s, QUrl(u"http://127.0.0.1:9"_s)}); // nobody listens there
    f.page->show();
    f.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    QTRY_COMPARE(f.workspace.state(), Workspace::State::Failed);
    f.ask(u"Later"_s);
    QTRY_COMPARE(f.model().rowCount(), 1);
    QCOMPARE(f.model().messageAt(0).state, MessageState::Waiting);
    QVERIFY(f.find<QLabel>("chatStatus")->text().contains(u"as soon as there is one"_s));
    QVERIFY(f.open()); // the server is there
    QTRY_VERIFY(f.model().rowCount() == 2 && f.model().messageAt(1).state == MessageState::Complete);
}

void TestChatPage::aTurnGoesOnWhileAnotherConversationIsShown()
{
    Fixture f;
    f.turn = beginning();
    f.turnEnd = Scripted::End::Hold;
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.model().messageAt(1).content.contains(u"South"_s));
    ChatSession *running = f.page->session();
    f.page->openConversation(ConversationId(u"c1"_s));
    QTRY_COMPARE(f.model().rowCount(), 2);
    QTRY_COMPARE(f.find<QLabel>("conversationTitle")->text(), u"Quarterly figures"_s);
    QVERIFY(!f.find<QPushButton>("stopButton")->isVisible());
    f.server.sendToHeld(ending());
    f.server.closeHeld();
    QTRY_COMPARE(running->transcript().messageAt(1).state, MessageState::Complete);
    QCOMPARE(f.model().rowCount(), 2);
    QCOMPARE(f.model().messageAt(1).content, u"South."_s);
}

void TestChatPage::aDraftNeverReachesAnotherAccount()
{
    Fixture f;
    QVERIFY(f.show());
    f.drafts.open(u"ana"_s);
    QTRY_VERIFY(f.drafts.isLoaded());
    QTest::keyClicks(f.edit(), u"for ana's eyes"_s);
    f.attachments.add({f.file(u"a.csv"_s)});
    f.drafts.open(u"ben"_s); // somebody else signed in
    QVERIFY(f.edit()->toPlainText().isEmpty());
    QVERIFY(f.attachments.isEmpty());
    QTRY_VERIFY(f.drafts.isLoaded());
    QVERIFY(f.edit()->toPlainText().isEmpty());
    f.drafts.open(u"ana"_s);
    QTRY_COMPARE(f.edit()->toPlainText(), u"for ana's eyes"_s);
}

void TestChatPage::draftsStayWithTheirConversation()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setPlainText(u"draft of the new one"_s);
    f.page->openConversation(ConversationId(u"c1"_s));
    QCOMPARE(f.edit()->toPlainText(), QString());
    f.edit()->setPlainText(u"draft of c1"_s);
    f.page->newChat();
    QCOMPARE(f.edit()->toPlainText(), u"draft of the new one"_s);
    f.page->openConversation(ConversationId(u"c1"_s));
    QCOMPARE(f.edit()->toPlainText(), u"draft of c1"_s);
}

void TestChatPage::filesByDialogDropAndPaste()
{
    Fixture f;
    QVERIFY(f.show());
    f.dialogs.filesToOpen = {f.file(u"a.csv"_s)};
    QTest::mouseClick(f.find<QToolButton>("attachButton"), Qt::LeftButton);
    QCOMPARE(f.attachments.rowCount(), 1);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(f.file(u"b.csv"_s)), QUrl(u"https://example.org/x"_s)});
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &files, Qt::LeftButton, {});
    QApplication::sendEvent(f.page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(f.find<QWidget>("dropOverlay")->isVisible());
    QDropEvent drop({200, 200}, Qt::CopyAction, &files, Qt::LeftButton, {});
    QApplication::sendEvent(f.page.get(), &drop);
    QVERIFY(!f.find<QWidget>("dropOverlay")->isVisible());
    QCOMPARE(f.attachments.rowCount(), 2);
    QMimeData text;
    text.setText(u"not a file"_s);
    QDragEnterEvent other({200, 200}, Qt::CopyAction, &text, Qt::LeftButton, {});
    other.ignore();
    QApplication::sendEvent(f.page.get(), &other);
    QVERIFY(!f.find<QWidget>("dropOverlay")->isVisible());
    auto *pasted = new QMimeData;
    pasted->setUrls({QUrl::fromLocalFile(f.file(u"c.csv"_s))});
    QApplication::clipboard()->setMimeData(pasted);
    f.edit()->paste();
    QCOMPARE(f.attachments.rowCount(), 3);
    QTRY_VERIFY(!f.attachments.isUploading());
    const auto removers = f.page->findChildren<QToolButton *>(u"removeAttachment"_s);
    QCOMPARE(removers.size(), 3);
    removers.first()->setFocus();
    QTest::keyClick(removers.first(), Qt::Key_Space);
    QCOMPARE(f.attachments.rowCount(), 2);
    QVERIFY(f.edit()->hasFocus());
    f.ask(u"What is in them?"_s);
    QCOMPARE(f.attachments.rowCount(), 0);
    QCOMPARE(f.model().messageAt(0).attachments.size(), 2);
    QTRY_VERIFY(f.answered());
}

void TestChatPage::sendingWaitsForUploads()
{
    Fixture f;
    f.holdUpload = true;
    QVERIFY(f.show());
    f.attachments.add({f.file(u"slow.csv"_s)});
    QTRY_COMPARE(f.uploads, 1);
    f.ask(u"How many rows?"_s);
    QCOMPARE(f.model().rowCount(), 0);
    QCOMPARE(f.edit()->toPlainText(), u"How many rows?"_s);
    QVERIFY(!f.find<QPushButton>("sendButton")->isEnabled());
    QVERIFY(f.find<QLabel>("chatStatus")->text().contains(u"uploaded"_s));
    f.server.sendToHeld(reply(201, R"({"id":"f1","filename":"slow.csv","mime_type":"text/csv","size":12})").pieces.join());
    QTRY_VERIFY(f.model().rowCount() >= 2);
    QCOMPARE(f.model().messageAt(0).attachments.size(), 1);
    QCOMPARE(f.edit()->toPlainText(), QString());
    QTRY_VERIFY(f.answered());
}

void TestChatPage::refusedFilesAreSaid()
{
    Fixture f;
    QVERIFY(f.show());
    f.attachments.add({f.file(u"empty.csv"_s, {}), f.dir.path()});
    auto *banner = f.page->findChild<ErrorBanner *>();
    QVERIFY(banner->isVisible());
    QVERIFY(!banner->text().isEmpty());
    QCOMPARE(f.attachments.rowCount(), 0);
}

void TestChatPage::theAgentIsChosen()
{
    Fixture f;
    QVERIFY(f.show());
    auto *combo = f.find<QComboBox>("agentSelector");
    QTRY_COMPARE(combo->count(), 3);
    QCOMPARE(combo->currentIndex(), 0);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), u"Table analyst"_s);
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    const auto &received = f.server.received();
    const auto post =
        std::find_if(received.cbegin(), received.cend(), [](const Received &r) { return r.method == "POST" && r.target.contains("chat"); });
    QVERIFY(post != received.cend());
    QVERIFY2(post->body.contains("\"table\""), post->body.constData());
}

void TestChatPage::conversationsOpenRenameAndDelete()
{
    Fixture f;
    QVERIFY(f.show());
    auto *list = f.find<QListView>("conversationList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTRY_COMPARE(f.model().rowCount(), 2);
    QCOMPARE(f.page->conversationId(), ConversationId(u"c1"_s));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F2);
    auto *field = f.find<QLineEdit>("renameField");
    QVERIFY(field != nullptr && field->isVisible());
    QCOMPARE(field->text(), u"Quarterly figures"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QTest::keyClick(list, Qt::Key_F2);
    field = nullptr;
    for (QLineEdit *candidate : f.page->findChildren<QLineEdit *>(u"renameField"_s))
        field = candidate->isVisible() ? candidate : field;
    QVERIFY(field != nullptr);
    field->setText(u"Renamed"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(f.conversations.find(ConversationId(u"c1"_s))->title, u"Renamed"_s);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(f.dialogs.questions.size(), 1);
    QVERIFY(f.dialogs.questions.first().text.contains(u"Renamed"_s));
    QCOMPARE(f.list.rowCount(), 2);
    f.dialogs.questions.first().yes();
    QTRY_COMPARE(f.list.rowCount(), 1);
    QTRY_VERIFY(f.page->conversationId().isEmpty());
    QCOMPARE(f.model().rowCount(), 0);
}

void TestChatPage::theEmptyStateOffersThreeThingsThatWork()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.find<QWidget>("welcome")->isVisible());
    QVERIFY(!f.find<QLabel>("engineNote")->isVisible()); // a team server's models are its own
    WelcomePane local;
    local.setHasModel(false);
    local.show();
    QVERIFY(local.findChild<QLabel *>(u"engineNote"_s)->isVisible());
    QSignalSpy settings(&local, &WelcomePane::settingsRequested);
    QTest::mouseClick(local.findChild<QPushButton *>(u"connectModelButton"_s), Qt::LeftButton);
    QCOMPARE(settings.count(), 1);
    f.dialogs.filesToOpen = {f.file(u"sales.csv"_s)};
    QTest::mouseClick(f.find<QPushButton>("tryTable"), Qt::LeftButton);
    QCOMPARE(f.attachments.rowCount(), 1);
    QVERIFY(!f.edit()->toPlainText().isEmpty());
    f.edit()->clear();
    QTest::mouseClick(f.find<QPushButton>("tryDocument"), Qt::LeftButton);
    QCOMPARE(f.attachments.rowCount(), 2);
    QTRY_VERIFY(!f.attachments.isUploading());
    QTest::mouseClick(f.find<QPushButton>("tryCalculation"), Qt::LeftButton);
    QTRY_VERIFY(f.answered());
    QVERIFY(f.model().messageAt(0).content.contains(u"17.5"_s));
    QVERIFY(!f.find<QWidget>("welcome")->isVisible());
}

void TestChatPage::whyNothingCanBeSentIsSaid()
{
    Fixture f;
    QVERIFY(f.show());
    f.edit()->setPlainText(u"kept"_s);
    QVERIFY(f.find<QPushButton>("sendButton")->isEnabled());
    f.workspace.close();
    QTRY_VERIFY(!f.find<QPushButton>("sendButton")->isEnabled());
    QVERIFY(!f.find<QLabel>("chatStatus")->text().isEmpty());
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QCOMPARE(f.edit()->toPlainText(), u"kept"_s);
}

void TestChatPage::aPromptIsAnsweredByButton()
{
    Fixture f;
    f.turn = beginning() + QList<QByteArray>{asks(R"(Which <b>year</b>?)", R"(["2025","2026 & later"])"), ending()};
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    QTRY_VERIFY(!f.page->session()->isBusy());
    auto *bar = f.find<PromptBar>("promptBar");
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->findChild<QLabel *>(u"promptQuestion"_s)->text(), u"Which <b>year</b>?"_s);
    const auto options = bar->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    f.turn = beginning() + QList<QByteArray>{ending()};
    QTest::mouseClick(options.last(), Qt::LeftButton);
    QCOMPARE(f.model().messageAt(2).content, u"2026 & later"_s);
    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(f.answered());
}

void TestChatPage::aPromptIsAnsweredByDigitOrInWords()
{
    Fixture f;
    f.turn = beginning() + QList<QByteArray>{asks("Which year?", R"(["2025","2026"])"), ending()};
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    QTRY_VERIFY(!f.page->session()->isBusy());
    auto *bar = f.find<PromptBar>("promptBar");
    QTRY_VERIFY(bar->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_7); // there is no seventh
    QCOMPARE(f.edit()->toPlainText(), u"7"_s);
    QVERIFY(f.edit()->hasFocus());
    QVERIFY(bar->isVisible());
    QTest::keyClick(f.edit(), Qt::Key_Return);
    QTRY_COMPARE(f.model().rowCount(), 4);
    QCOMPARE(f.model().messageAt(2).content, u"7"_s);
    QTRY_VERIFY(!f.page->session()->isBusy());
    QTRY_VERIFY(bar->isAncestorOf(QApplication::focusWidget())); // asked again
    f.turn = beginning() + QList<QByteArray>{ending()};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_COMPARE(f.model().rowCount(), 6);
    QCOMPARE(f.model().messageAt(4).content, u"2026"_s);
    QVERIFY(!bar->isVisible());
}

void TestChatPage::REND_06_linksAskFirst()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    Q_EMIT f.page->transcript()->linkActivated(u"https://evil.example/p?q=1"_s, u"https://bank.example"_s);
    QCOMPARE(f.dialogs.questions.size(), 1);
    QVERIFY(f.dialogs.questions.first().text.contains(u"evil.example"_s));
    QVERIFY(f.dialogs.questions.first().text.contains(u"https://evil.example/p?q=1"_s));
    QVERIFY(f.dialogs.questions.first().text.contains(u"different address"_s));
    QVERIFY(f.dialogs.opened.isEmpty());
    f.dialogs.questions.first().yes();
    QCOMPARE(f.dialogs.opened, QList<QUrl>{QUrl(u"https://evil.example/p?q=1"_s)});
    Q_EMIT f.page->transcript()->linkActivated(u"file:///etc/passwd"_s, {});
    QCOMPARE(f.dialogs.questions.size(), 1);
}

void TestChatPage::sourcesAndReaderOpen()
{
    Fixture f;
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    TranscriptView *view = f.page->transcript();
    QTRY_VERIFY(view->partRect(1, MessagePart::Kind::Citation).isValid());
    view->jumpToEnd();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(1, MessagePart::Kind::Citation).center());
    auto *source = f.find<QWidget>("sourcePanel");
    QVERIFY(source != nullptr && source->isVisible());
    QVERIFY(source->findChild<QLabel *>(u"sourceName"_s)->text().contains(u"sales.csv"_s));
    view->setFocus();
    view->setCurrentIndex(f.model().index(1));
    QTest::keyClick(view, Qt::Key_Return);
    auto *reader = f.find<QDialog>("messageReader");
    QVERIFY(reader != nullptr && reader->isVisible() && !reader->isModal());
    reader->close();
}

void TestChatPage::CH_59_aSentFileShowsItsSizeAndOpensFromWhereItLies()
{
    Fixture f;
    QVERIFY(f.show());
    const QString path = f.file(u"sales.csv"_s);
    QVERIFY(f.sendFile(path));
    const auto dragged = f.page->transcript()->attachmentData(0, 0);
    QVERIFY(dragged != nullptr);
    QCOMPARE(dragged->urls(), QList<QUrl>{QUrl::fromLocalFile(path)});
    QVERIFY(f.page->transcript()->attachmentData(0, 1) == nullptr);
    QMenu *menu = f.attachmentMenu();
    QVERIFY(menu != nullptr && menu->isVisible());
    const MessagePart *part = f.page->transcript()->focusedPart();
    QVERIFY(part != nullptr);
    QVERIFY2(part->text.contains(u"sales.csv"_s) && part->text.contains(u"12"_s), qPrintable(part->text));
    QTest::keyClick(menu, Qt::Key_Return); // the first: open
    QCOMPARE(f.dialogs.opened, QList<QUrl>{QUrl::fromLocalFile(path)});
    QVERIFY(f.dialogs.informed.isEmpty());
}

void TestChatPage::CH_59_aFileThatIsGoneIsSavedFromTheServerAndThenOpened()
{
    Fixture f;
    QVERIFY(f.show());
    const QString path = f.file(u"sales.csv"_s);
    QVERIFY(f.sendFile(path));
    QVERIFY(QFile::remove(path));
    f.dialogs.fileToSave = f.dir.filePath(u"again.csv"_s);
    QMenu *menu = f.attachmentMenu();
    QVERIFY(menu != nullptr && menu->isVisible());
    QVERIFY(f.dialogs.opened.isEmpty());
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(f.dialogs.opened, QList<QUrl>{QUrl::fromLocalFile(f.dialogs.fileToSave)});
    QFile saved(f.dialogs.fileToSave);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("what the server has"));
}

void TestChatPage::CH_59_aFileIsOfferedByClickAndByTheMenuOfTheMessage()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.sendFile(f.file(u"sales.csv"_s)));
    TranscriptView *view = f.page->transcript();
    view->scrollTo(f.model().index(0), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(view->viewport()->rect().contains(view->partRect(0, MessagePart::Kind::Attachment).center()));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(0, MessagePart::Kind::Attachment).center());
    QPointer menu(f.find<QMenu>("attachmentMenu"));
    QVERIFY(menu != nullptr && menu->isVisible());
    f.dialogs.fileToSave = f.dir.filePath(u"copy.csv"_s);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return); // save
    QTRY_VERIFY(QFile::exists(f.dialogs.fileToSave));
    QVERIFY(f.dialogs.opened.isEmpty());
    QTRY_VERIFY(menu == nullptr);
    view->openMenu(0);
    auto *messageMenu = view->findChild<QMenu *>(u"messageMenu"_s);
    QVERIFY(messageMenu != nullptr);
    const auto actions = messageMenu->actions();
    const auto entry = std::find_if(actions.begin(), actions.end(), [](const QAction *a) { return a->text().contains(u"sales.csv"_s); });
    QVERIFY(entry != actions.end());
    messageMenu->setActiveAction(*entry);
    QTest::keyClick(messageMenu, Qt::Key_Return);
    QVERIFY(f.find<QMenu>("attachmentMenu") != nullptr);
}

void TestChatPage::CH_59_aProgramIsNeverOpened()
{
    Fixture f;
    QVERIFY(f.show());
    QVERIFY(f.sendFile(f.file(u"setup.sh"_s, "#!/bin/sh\n")));
    QMenu *menu = f.attachmentMenu();
    QVERIFY(menu != nullptr && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(f.dialogs.opened.isEmpty());
    QCOMPARE(f.dialogs.informed.size(), 1);
    QVERIFY(f.dialogs.informed.first().contains(u"program"_s));
}

void TestChatPage::CH_59_aFileThatNobodyHasIsSaid()
{
    Fixture f;
    f.features.replace(R"("files",)", "");
    QVERIFY(f.show());
    f.attachments.give({StoredFile{FileId(u"old"_s), u"../../old.csv"_s, u"text/csv"_s, 12, {}}});
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    QCOMPARE(f.model().messageAt(0).attachments.size(), 1);
    QVERIFY(f.attachmentMenu() == nullptr);
    QCOMPARE(f.dialogs.informed.size(), 1);
    QVERIFY(f.dialogs.informed.first().contains(u"does not give it back"_s));
    QVERIFY(f.dialogs.opened.isEmpty());
}

void TestChatPage::CH_55_aDocLinkOpensTheSourceOfThatPage()
{
    Fixture f;
    f.turn = docLinks("See [the method](doc:g:12) and [the table](doc:f).");
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    TranscriptView *view = f.page->transcript();
    view->jumpToEnd();
    QTRY_VERIFY(!view->partRect(1, MessagePart::Kind::Link, 1).isEmpty());
    auto *source = f.find<QWidget>("sourcePanel");
    const auto *name = source->findChild<QLabel *>(u"sourceName"_s);
    const auto *quote = source->findChild<QTextEdit *>(u"sourceQuote"_s);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(1, MessagePart::Kind::Link, 0).center());
    QVERIFY(source->isVisible());
    QVERIFY2(name->text().contains(u"method.txt"_s) && name->text().contains(u"12"_s), qPrintable(name->text()));
    QCOMPARE(quote->toPlainText(), u"Totals are net of returns."_s);
    view->setFocus();
    view->setCurrentIndex(f.model().index(1));
    QVERIFY(walkTo(*view, MessagePart::Kind::Link, 1));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY2(name->text().contains(u"sales.csv"_s), qPrintable(name->text()));
    QCOMPARE(quote->toPlainText(), u"South;Q3;115293"_s);
    QVERIFY(f.dialogs.questions.isEmpty());
    QVERIFY(f.dialogs.opened.isEmpty());
}

void TestChatPage::CH_55_aDocLinkWithoutACitationIsSaid()
{
    Fixture f;
    f.turn = docLinks("See [another page](doc:g:40) and [nothing](doc:4711-unknown:7).");
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    TranscriptView *view = f.page->transcript();
    auto *source = f.find<QWidget>("sourcePanel");
    const auto *name = source->findChild<QLabel *>(u"sourceName"_s);
    const auto *quote = source->findChild<QTextEdit *>(u"sourceQuote"_s);
    view->setFocus();
    view->setCurrentIndex(f.model().index(1));
    QVERIFY(walkTo(*view, MessagePart::Kind::Link, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY2(name->text().contains(u"method.txt"_s) && name->text().contains(u"40"_s), qPrintable(name->text()));
    QVERIFY(!quote->toPlainText().contains(u"net of returns"_s)); // they are of another page
    view->setFocus();
    QVERIFY(walkTo(*view, MessagePart::Kind::Link, 1));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(source->isVisible());
    QVERIFY2(name->text().contains(u"4711-unknown"_s) && name->text().contains(u"page 7"_s), qPrintable(name->text()));
    QVERIFY(quote->toPlainText().contains(u"not among the sources"_s));
    QVERIFY(!source->findChild<QPushButton *>(u"sourceOriginal"_s)->isEnabled());
    QVERIFY(f.dialogs.questions.isEmpty());
    QVERIFY(f.dialogs.opened.isEmpty());
}

void TestChatPage::CH_55_noOtherAddressIsADocLink()
{
    for (const QString &href : {u"doc:"_s, u"doc::3"_s, u"doc:../../etc/passwd"_s, u"doc:a/b"_s, u"doc:.."_s, u"doc:a:0"_s, u"doc:a:-1"_s,
                                u"doc:a:3x"_s, u"doc:a:99999999999"_s, u"doc:a b"_s, u"doc:a\n"_s, u"doc://host/a"_s, u"docs:a"_s,
                                u"file:a"_s, u"javascript:a"_s, u"doc:%2e%2e"_s, u"doc:a?b"_s, u"doc:a#b"_s})
        QVERIFY2(!docLink(href), qPrintable(href));
    QVERIFY(!docLink(u"doc:"_s + QString(201, u'a')));
    QCOMPARE(docLink(u"doc:3f2c-9.b_1"_s)->id, u"3f2c-9.b_1"_s);
    QCOMPARE(docLink(u"doc:a:12"_s)->page, 12);
}

void TestChatPage::aFailedTurnCanBeRepeated()
{
    Fixture f;
    f.turn = {frame("error", R"({"message":"The model is not there.","type":"provider"})")};
    QVERIFY(f.show());
    f.ask(u"Go"_s);
    TranscriptView *view = f.page->transcript();
    QTRY_VERIFY(!f.page->session()->isBusy());
    int row = -1;
    QTRY_VERIFY([&] {
        for (int i = 0; i < f.model().rowCount(); ++i) {
            if (!view->partRect(i, MessagePart::Kind::Retry).isEmpty())
                row = i;
        }
        return row >= 0;
    }());
    f.turn = beginning() + QList<QByteArray>{ending()};
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(row, MessagePart::Kind::Retry).center());
    QTRY_VERIFY(f.answered());
}

void TestChatPage::everythingHasANameAndIsReachable()
{
    Fixture f;
    QVERIFY(f.show());
    f.attachments.add({f.file(u"a.csv"_s)});
    f.ask(u"Go"_s);
    QTRY_VERIFY(f.answered());
    const auto widgets = f.page->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QLineEdit *>(widget))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
    QSet<QString> reached;
    f.edit()->setFocus();
    for (int i = 0; i < 30 && QApplication::focusWidget() != nullptr; ++i) {
        reached << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const auto &name :
         {u"composerText"_s, u"attachButton"_s, u"agentSelector"_s, u"transcript"_s, u"conversationList"_s, u"newChatButton"_s})
        QVERIFY2(reached.contains(name), qPrintable(name + u" not in "_s + QStringList(reached.values()).join(u' ')));
}

void TestChatPage::relativeTimes()
{
    const QDateTime now(QDate(2026, 5, 8), QTime(12, 0), Qt::LocalTime);
    QCOMPARE(ConversationDelegate::relativeTime(now.addSecs(-10), now), u"now"_s);
    QVERIFY(ConversationDelegate::relativeTime(now.addSecs(-300), now).contains(u'5'));
    QCOMPARE(ConversationDelegate::relativeTime(now.addDays(-1), now), u"yesterday"_s);
    QVERIFY(!ConversationDelegate::relativeTime(now.addDays(-400), now).isEmpty());
    QCOMPARE(ConversationDelegate::relativeTime({}, now), QString());
}

void TestChatPage::looks_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<bool>("rtl");
    QTest::newRow("light") << u"light"_s << false;
    QTest::newRow("dark") << u"dark"_s << false;
    QTest::newRow("rtl") << u"light"_s << true;
}

// Nothing overlaps and nothing leaves the window; with DESK_SCREENSHOTS=folder the pictures are kept for people.
void TestChatPage::looks()
{
    QFETCH(QString, theme);
    QFETCH(bool, rtl);
    Theme look(*qApp);
    look.apply(theme);
    QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
    Fixture f;
    QVERIFY(f.show());
    const QString folder = qEnvironmentVariable("DESK_SCREENSHOTS");
    const auto keep = [&](const QString &name) {
        const QPixmap picture = f.page->grab();
        if (!folder.isEmpty())
            picture.save(folder + u"/chat-%1-%2.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()), name));
    };
    keep(u"empty"_s);
    f.attachments.add({f.file(u"sales.csv"_s), f.file(u"method.txt"_s)});
    QTRY_VERIFY(!f.attachments.isUploading());
    keep(u"attached"_s);
    f.ask(u"Which region sold most in Q3, and is the figure net of returns?"_s);
    QTRY_VERIFY(f.answered());
    QTRY_VERIFY(!f.page->session()->isBusy());
    f.page->transcript()->jumpToEnd();
    keep(u"answer"_s);
    TranscriptView *view = f.page->transcript();
    view->scrollTo(f.model().index(0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(1, MessagePart::Kind::Steps).center());
    const QRect tool = view->partRect(1, MessagePart::Kind::Tool);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(1, MessagePart::Kind::Thoughts).center());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(1, MessagePart::Kind::Tool).center());
    keep(u"tools"_s);
    QVERIFY(tool.isValid());
    for (int row = 0; row < f.model().rowCount(); ++row) {
        const QRect body = view->partRect(row, MessagePart::Kind::Body);
        QVERIFY(body.left() >= 0 && body.right() < view->viewport()->width());
    }
    f.turn = beginning();
    f.turnEnd = Scripted::End::Hold;
    f.ask(u"Go on"_s);
    QTRY_VERIFY(f.model().messageAt(3).content.contains(u"South"_s));
    keep(u"streaming"_s);
    f.ask(u"And by month?"_s);
    QTRY_COMPARE(f.model().rowCount(), 5);
    f.page->transcript()->jumpToEnd();
    keep(u"waiting"_s);
    QVERIFY(f.page->session()->withdraw(4));
    QTest::keyClick(f.edit(), Qt::Key_Escape);
    f.server.closeHeld();
    QTRY_VERIFY(!f.page->session()->isBusy());
    keep(u"stopped"_s);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestChatPage)
#include "tst_chatpage.moc"
