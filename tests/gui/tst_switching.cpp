// What belongs to a conversation stays with it while another one is shown: what its agent asks, and what is to be sent as soon as
// its files are uploaded.
#include "guifixture.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/shell/conversationwindow.h"
#include "gui/shell/conversationwindows.h"
#include "state/conversations/conversationagents.h"

#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const ConversationId c1(u"c1"_s);
const ConversationId c2(u"c2"_s);
const ConversationId c9(u"c9"_s);

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

QByteArray created()
{
    return frame("run_created", R"({"run_id":"r1","conversation_id":"c9","message_id":"m1"})");
}

QByteArray question()
{
    return frame("prompt", R"({"type":"prompt","source":"table","message":"Which year?",)"
                           R"("data":{"prompt_type":"choice","options":["2025","2026"]}})");
}

QByteArray ending()
{
    return frame("message_complete", R"({"message_id":"m2","conversation_id":"c9"})");
}

struct Desk : GuiFixture {
    QList<QByteArray> turn{created(), question(), ending()};
    Scripted::End turnEnd = Scripted::End::Close;
    QByteArray stored = R"({"total":2,"messages":[
        {"id":"m2","role":"assistant","content":"Which year?","run_id":"r1","created_at":"2026-05-02T09:14:09"},
        {"id":"m1","role":"user","content":"Go","created_at":"2026-05-02T09:14:03"}]})";
    QList<QByteArray> asked; // bodies of the messages
    int uploads = 0;         // none is answered before letUploadsGo()

    Desk()
    {
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target.contains("/chat/message")) {
                asked.append(request.body);
                return eventStream(turn, turnEnd);
            }
            if (request.method == "POST" && request.target.startsWith("/files")) {
                ++uploads;
                return Scripted{{}, 0, Scripted::End::Hold};
            }
            if (request.target.startsWith("/conversations?"))
                return json(R"({"conversations":[{"id":"c1","title":"Figures"},{"id":"c2","title":"Shops"}],"total":2})");
            if (request.target.startsWith("/conversations/c9/messages"))
                return json(stored);
            if (request.target.startsWith("/conversations/c9"))
                return json(R"({"id":"c9","title":"Offers"})");
            return sample(request.target);
        };
    }
    [[nodiscard]] bool start() { return show() && openAndLoad(); } // call inside QVERIFY
    [[nodiscard]] ChatPage &page() { return window->chat(); }
    [[nodiscard]] ComposerEdit *edit() { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] PromptBar *prompt() { return find<PromptBar>("promptBar"); }
    void write(const QString &words)
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), words);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    [[nodiscard]] QWidget *waitingBar() { return find<QWidget>("waitingSendBar"); }
    // Both inside QVERIFY. A conversation that is loaded, with a file whose upload is not answered and a message that waits for it.
    [[nodiscard]] bool openIdle(const ConversationId &id)
    {
        page().openConversation(id);
        return QTest::qWaitFor([this] { return page().session()->state() == ChatSession::State::Idle; }, 5000);
    }
    [[nodiscard]] bool writeWithFile(const QString &words)
    {
        QFile file(dir.filePath(u"sales.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write("region;units\n") < 0)
            return false;
        file.close();
        attachments.add({file.fileName()});
        if (!QTest::qWaitFor([this] { return uploads == 1; }, 5000))
            return false;
        write(words);
        return waitingBar()->isVisible();
    }
    void letUploadsGo(const Scripted &answer = reply(201, R"({"id":"f1","filename":"sales.csv","mime_type":"text/csv","size":13})"))
    {
        server.sendToHeld(answer.pieces.join());
        server.closeHeld(); // such a connection answers nothing else
    }
    // As the program ends and begins: nothing is left but what the disk has.
    [[nodiscard]] bool restart()
    {
        window.reset();
        sessions.clear();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return show();
    }
};

} // namespace

class TestSwitching : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_51_theQuestionIsThereAgainAfterAnotherConversation();
    void CH_51_aQuestionForAConversationThatIsNotShownBecomesACard();
    void CH_66_whichAgentIsMeantIsAskedAgainAfterAnotherConversation();
    void DATA_06_theQuestionIsThereAfterARestart();
    void DATA_06_aQuestionThatNobodyWaitsForIsMarked();
    void CH_83_aPromisedMessageIsSentWhileAnotherConversationIsShown();
    void CH_83_aNewChatKeepsItsPromiseToo();
    void CH_83_whatIsPromisedIsShownAndCanBeTakenBack();
    void CH_83_aPromisedMessageGoesAlongIntoAWindowOfItsOwn();
    void BUG_33_aFileThatFailsLeavesADraftAndSaysSo();
    void BUG_33_aWindowThatIsClosedLeavesADraftAndSaysSo();
    void D_51_aTextThatIsChangedIsNotSentUnseen();
    void CH_08_theAgentOfAnAnswerIsNotedForItsConversation();
    void CH_86_aWaitingMessageStopsTheAnswerAndIsSent();
};

void TestSwitching::CH_51_theQuestionIsThereAgainAfterAnotherConversation()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.write(u"Go"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    desk.page().newChat();
    QVERIFY(!desk.prompt()->isVisible());
    QCOMPARE(desk.prompt()->questionCount(), 0);
    desk.edit()->setFocus();
    desk.page().openConversation(c9);
    QVERIFY(desk.prompt()->isVisible());
    QCOMPARE(desk.prompt()->questionCount(), 1);
    QVERIFY(desk.edit()->hasFocus()); // what was asked earlier takes no focus
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    desk.turn = {created(), ending()};
    options.first()->setFocus();
    QTest::keyClick(options.first(), Qt::Key_2);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(desk.asked.last().contains("2026"));
    QVERIFY(!desk.prompt()->isVisible());
    QTRY_VERIFY(!desk.page().session()->isBusy());
    desk.page().newChat();
    desk.page().openConversation(c9);
    QVERIFY(!desk.prompt()->isVisible()); // it is answered
}

void TestSwitching::CH_51_aQuestionForAConversationThatIsNotShownBecomesACard()
{
    Desk desk;
    desk.turn = {created()};
    desk.turnEnd = Scripted::End::Hold;
    QVERIFY(desk.start());
    desk.write(u"Go"_s);
    QTRY_COMPARE(desk.page().conversationId(), c9);
    ChatSession *session = desk.page().session();
    desk.page().newChat();
    desk.edit()->setFocus();
    desk.server.sendToHeld(question() + ending());
    QTRY_VERIFY(!session->pendingQuestion().isEmpty());
    QVERIFY(!desk.prompt()->isVisible());
    QVERIFY(desk.edit()->hasFocus());
    desk.page().openConversation(c9);
    QVERIFY(desk.prompt()->isVisible());
    QCOMPARE(desk.prompt()->findChild<QLabel *>(u"promptQuestion"_s)->text(), u"Which year?"_s);
}

void TestSwitching::CH_66_whichAgentIsMeantIsAskedAgainAfterAnotherConversation()
{
    Desk desk;
    desk.turn = {created(),
                 frame("routing_decision", R"({"selected_agents":["table"],"selected_tools":[],"confidence":0.4,"reasoning":"",)"
                                           R"("alternatives":["contracts"],"requires_disambiguation":true})"),
                 ending()};
    QVERIFY(desk.start());
    desk.write(u"Sum it up"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    desk.page().newChat();
    QVERIFY(!desk.prompt()->isVisible());
    desk.page().openConversation(c9);
    QVERIFY(desk.prompt()->isVisible());
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    QVERIFY(options.first()->text().contains(u"Table analyst"_s));
    desk.turn = {created(), ending()};
    QTest::mouseClick(options.last(), Qt::LeftButton);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(desk.asked.last().contains("Sum it up") && desk.asked.last().contains("\"contracts\""));
    QVERIFY(!desk.prompt()->isVisible());
}

void TestSwitching::DATA_06_theQuestionIsThereAfterARestart()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.write(u"Go"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    QVERIFY(desk.restart());
    desk.page().openConversation(c9);
    QTRY_VERIFY(desk.prompt()->isVisible());
    QTRY_COMPARE(desk.page().session()->state(), ChatSession::State::Idle);
    QVERIFY(desk.prompt()->isVisible());
    QVERIFY(!desk.prompt()->isExpired());
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    desk.turn = {created(), ending()};
    QTest::mouseClick(options.first(), Qt::LeftButton);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(desk.asked.last().contains("2025"));
}

void TestSwitching::DATA_06_aQuestionThatNobodyWaitsForIsMarked()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.write(u"Go"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    desk.stored = R"({"total":4,"messages":[
        {"id":"m4","role":"assistant","content":"North.","created_at":"2026-05-02T10:14:09"},
        {"id":"m3","role":"user","content":"2025","created_at":"2026-05-02T10:14:03"},
        {"id":"m2","role":"assistant","content":"Which year?","run_id":"r1","created_at":"2026-05-02T09:14:09"},
        {"id":"m1","role":"user","content":"Go","created_at":"2026-05-02T09:14:03"}]})"; // answered on another computer
    QVERIFY(desk.restart());
    desk.page().openConversation(c9);
    QTRY_VERIFY(desk.prompt()->isExpired());
    QVERIFY(desk.prompt()->isVisible());
    QVERIFY(desk.prompt()->findChild<QLabel *>(u"promptExpiry"_s)->isVisible());
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    QVERIFY(!options.first()->isEnabled());
    QTest::mouseClick(options.first(), Qt::LeftButton);
    QCOMPARE(desk.asked.size(), 1);
    desk.page().newChat();
    desk.page().openConversation(c9);
    QVERIFY(!desk.prompt()->isVisible()); // seen once is enough
}

// ------------------------------------------------------------------------------------------------ sent when uploaded

void TestSwitching::CH_83_aPromisedMessageIsSentWhileAnotherConversationIsShown()
{
    Desk desk;
    desk.turn = {ending()};
    QVERIFY(desk.start());
    QVERIFY(desk.openIdle(c1));
    QVERIFY(desk.writeWithFile(u"How many rows?"_s));
    QVERIFY(desk.openIdle(c2));
    QVERIFY(!desk.waitingBar()->isVisible());
    QVERIFY(desk.edit()->toPlainText().isEmpty());
    desk.edit()->setFocus();
    QTest::keyClicks(desk.edit(), u"Other words"_s);
    QVERIFY(desk.asked.isEmpty());
    desk.letUploadsGo();
    QTRY_COMPARE(desk.asked.size(), 1);
    QVERIFY(desk.asked.constFirst().contains("How many rows?"));
    QVERIFY(desk.asked.constFirst().contains("\"f1\""));
    QVERIFY(desk.asked.constFirst().contains("\"c1\""));
    QCOMPARE(desk.page().conversationId(), c2);
    QCOMPARE(desk.edit()->toPlainText(), u"Other words"_s);
    QCOMPARE(desk.page().session()->transcript().rowCount(), 0);
    QVERIFY(desk.drafts.draft(c1).isEmpty());
    desk.page().openConversation(c1);
    QVERIFY(desk.edit()->toPlainText().isEmpty());
    QVERIFY(desk.attachments.isEmpty());
    QVERIFY(!desk.waitingBar()->isVisible());
    const TranscriptModel &rows = desk.page().session()->transcript();
    QVERIFY(rows.rowCount() >= 1);
    QCOMPARE(rows.messageAt(0).content, u"How many rows?"_s);
    QCOMPARE(rows.messageAt(0).attachments.size(), 1);
    desk.page().openConversation(c2);
    QCOMPARE(desk.edit()->toPlainText(), u"Other words"_s);
    QCOMPARE(desk.asked.size(), 1); // once
}

void TestSwitching::CH_83_aNewChatKeepsItsPromiseToo()
{
    Desk desk;
    desk.turn = {created(), ending()};
    QVERIFY(desk.start());
    QVERIFY(desk.page().conversationId().isEmpty());
    QVERIFY(desk.writeWithFile(u"How many rows?"_s));
    QVERIFY(desk.openIdle(c1));
    desk.letUploadsGo();
    QTRY_COMPARE(desk.asked.size(), 1);
    QVERIFY(desk.asked.constFirst().contains("How many rows?") && desk.asked.constFirst().contains("\"f1\""));
    QTRY_VERIFY(desk.sessions.find(c9) != nullptr);
    QCOMPARE(desk.page().conversationId(), c1);
    desk.page().newChat();
    QVERIFY(desk.edit()->toPlainText().isEmpty()); // the next one begins empty
    QVERIFY(desk.attachments.isEmpty());
    desk.page().openConversation(c9);
    QCOMPARE(desk.page().session()->transcript().messageAt(0).content, u"How many rows?"_s);
}

void TestSwitching::CH_83_whatIsPromisedIsShownAndCanBeTakenBack()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.openIdle(c1));
    QVERIFY(desk.writeWithFile(u"How many rows?"_s));
    QVERIFY(desk.openIdle(c2));
    desk.page().openConversation(c1);
    QVERIFY(desk.waitingBar()->isVisible());
    QCOMPARE(desk.edit()->toPlainText(), u"How many rows?"_s);
    QVERIFY(!desk.find<QPushButton>("sendButton")->isEnabled());
    desk.edit()->setFocus();
    QTest::keyClick(desk.edit(), Qt::Key_Escape);
    QVERIFY(!desk.waitingBar()->isVisible());
    QTest::keyClick(desk.edit(), Qt::Key_Return); // promised once more
    QVERIFY(desk.waitingBar()->isVisible());
    auto *cancel = desk.find<QPushButton>("waitingSendCancel");
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Space);
    QVERIFY(!desk.waitingBar()->isVisible());
    QVERIFY(desk.edit()->hasFocus());
    desk.letUploadsGo();
    QTRY_VERIFY(!desk.attachments.isUploading());
    QVERIFY(desk.asked.isEmpty());
    QCOMPARE(desk.edit()->toPlainText(), u"How many rows?"_s);
    QCOMPARE(desk.attachments.rowCount(), 1);
    QTest::keyClick(desk.edit(), Qt::Key_Return);
    QTRY_COMPARE(desk.asked.size(), 1);
}

void TestSwitching::CH_83_aPromisedMessageGoesAlongIntoAWindowOfItsOwn()
{
    Desk desk;
    desk.turn = {ending()};
    QVERIFY(desk.start());
    QVERIFY(desk.openIdle(c1));
    QVERIFY(desk.writeWithFile(u"How many rows?"_s));
    ConversationWindow *own = desk.window->windows().open(c1);
    QVERIFY(own != nullptr);
    QVERIFY(!desk.waitingBar()->isVisible());
    QVERIFY(own->findChild<QWidget *>(u"waitingSendBar"_s)->isVisible());
    QTRY_COMPARE(desk.uploads, 2); // the upload goes on in that window
    desk.letUploadsGo();
    QTRY_COMPARE(desk.asked.size(), 1);
    QVERIFY(desk.asked.constFirst().contains("How many rows?") && desk.asked.constFirst().contains("\"f1\""));
    QTRY_VERIFY(own->findChild<ComposerEdit *>(u"composerText"_s)->toPlainText().isEmpty());
    QVERIFY(!own->findChild<QWidget *>(u"waitingSendBar"_s)->isVisible());
}

void TestSwitching::BUG_33_aFileThatFailsLeavesADraftAndSaysSo()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.openIdle(c1));
    QVERIFY(desk.writeWithFile(u"How many rows?"_s));
    QVERIFY(desk.openIdle(c2));
    QSignalSpy said(&desk.page(), &ChatPage::statusMessage);
    desk.letUploadsGo(reply(422, R"({"detail":"no table"})"));
    QTRY_VERIFY(!said.isEmpty() && said.constLast().constFirst().toString().contains(u"draft"_s));
    QVERIFY(said.constLast().constFirst().toString().contains(u"Figures"_s)); // where
    QVERIFY(desk.asked.isEmpty());
    desk.page().openConversation(c1);
    QCOMPARE(desk.edit()->toPlainText(), u"How many rows?"_s);
    QVERIFY(desk.attachments.hasFailed());
    QVERIFY(!desk.waitingBar()->isVisible());
}

void TestSwitching::BUG_33_aWindowThatIsClosedLeavesADraftAndSaysSo()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.openIdle(c1));
    QVERIFY(desk.writeWithFile(u"How many rows?"_s));
    QPointer<ConversationWindow> own = desk.window->windows().open(c1);
    QVERIFY(own);
    QTRY_COMPARE(desk.uploads, 2);
    QSignalSpy said(&desk.window->windows(), &ConversationWindows::statusMessage);
    own->close();
    QTRY_VERIFY(!own);
    QCOMPARE(said.size(), 1);
    QVERIFY(said.constFirst().constFirst().toString().contains(u"draft"_s));
    QCOMPARE(desk.edit()->toPlainText(), u"How many rows?"_s);
    QCOMPARE(desk.attachments.rowCount(), 1);
    QVERIFY(!desk.waitingBar()->isVisible());
    QTRY_COMPARE(desk.uploads, 3);
    desk.letUploadsGo();
    QTRY_VERIFY(!desk.attachments.isUploading());
    QVERIFY(desk.asked.isEmpty());
    QCOMPARE(desk.drafts.draft(c1).text, u"How many rows?"_s);
}

void TestSwitching::D_51_aTextThatIsChangedIsNotSentUnseen()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.openIdle(c1));
    QVERIFY(desk.writeWithFile(u"How many rows?"_s));
    QTest::keyClicks(desk.edit(), u" password = Tr0ub4dor&3x"_s);
    QSignalSpy said(&desk.page(), &ChatPage::statusMessage);
    QVERIFY(desk.openIdle(c2));
    QVERIFY(!said.isEmpty() && said.constLast().constFirst().toString().contains(u"draft"_s));
    desk.letUploadsGo();
    QTRY_VERIFY(!desk.attachments.isUploading(c1));
    QVERIFY(desk.asked.isEmpty());
    desk.page().openConversation(c1);
    QVERIFY(desk.edit()->toPlainText().contains(u"Tr0ub4dor"_s));
    QVERIFY(!desk.waitingBar()->isVisible());
}

void TestSwitching::CH_08_theAgentOfAnAnswerIsNotedForItsConversation()
{
    Desk desk;
    desk.tools.open(u"team/ana"_s);
    const ConversationAgents notes(desk.sessions, desk.agents, desk.tools.marks());
    const auto says = [](const QByteArray &source) {
        return frame("content", R"({"type":"content","source":")" + source + R"(","message":"South","data":{"streaming":true}})");
    };
    desk.turn = {created(), says("dispatcher"), ending()};
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.agents.findByName(u"dispatcher"_s));
    desk.write(u"First"_s);
    QTRY_COMPARE(desk.tools.marks().mark(c9).agents, (QStringList{u"dispatcher"_s, u"a1"_s}));
    desk.turn = {created(), says("somebody"), ending()};
    desk.write(u"Second"_s);
    QTRY_COMPARE(desk.asked.size(), 2);
    QTRY_COMPARE(desk.page().session()->state(), ChatSession::State::Idle);
    QCOMPARE(desk.tools.marks().mark(c9).agents, (QStringList{u"dispatcher"_s, u"a1"_s})); // that is no agent
}

void TestSwitching::CH_86_aWaitingMessageStopsTheAnswerAndIsSent()
{
    Desk desk;
    desk.turn = {created(), frame("content", R"({"type":"content","source":"table","message":"South","data":{"streaming":true}})")};
    desk.turnEnd = Scripted::End::Hold;
    QVERIFY(desk.start());
    desk.write(u"First"_s);
    TranscriptView *view = desk.page().transcript();
    const auto message = [view](int row) { return view->transcript()->messageAt(row); };
    QTRY_VERIFY(view->transcript()->rowCount() == 2 && message(1).content == u"South"_s);
    desk.turn = {created().replace("\"r1\"", "\"r2\"").replace("\"m1\"", "\"m3\""), ending().replace("\"m2\"", "\"m4\"")};
    desk.turnEnd = Scripted::End::Close;
    desk.write(u"Second"_s);
    QTRY_VERIFY(view->transcript()->rowCount() == 3 && message(2).state == MessageState::Waiting);
    QCOMPARE(desk.asked.size(), 1);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->currentIndex().row(), 2);
    QTest::keyClick(view, Qt::Key_Return, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_COMPARE(desk.asked.size(), 2);
    QTRY_VERIFY(view->transcript()->rowCount() == 4 && message(3).state == MessageState::Complete);
    QCOMPARE(message(1).state, MessageState::Stopped);
    QCOMPARE(message(1).content, u"South"_s);
    QCOMPARE(message(2).content, u"Second"_s);
}

QTEST_MAIN(TestSwitching)
#include "tst_switching.moc"
