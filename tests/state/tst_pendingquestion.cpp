// What an agent asks stays with its conversation: while it goes on, when it has ended, and after a restart.
#include "state/chat/chatsession.h"
#include "state/chat/chatsessions.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "teamfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const ConversationId c1(u"c1"_s);

// Ids are 1-based positions.
QByteArray stream(const QList<QPair<QByteArray, QByteArray>> &events)
{
    QByteArray out;
    int id = 0;
    for (const auto &[type, data] : events)
        out += "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
    return out;
}

const QPair<QByteArray, QByteArray> runCreated{"run_created", R"({"run_id":"r1","conversation_id":"c1","message_id":"m1"})"};
const QPair<QByteArray, QByteArray> asksYear{
    "prompt",
    R"({"type":"prompt","source":"table","message":"Which year?","data":{"prompt_type":"choice","options":["2025","2026"],"default":"2026"}})"};
const QPair<QByteArray, QByteArray> complete{"message_complete", R"({"message_id":"m2","conversation_id":"c1"})"};

const QByteArray history = R"({"total":2,"messages":[
    {"id":"m2","role":"assistant","content":"Which year?","run_id":"r1","created_at":"2026-05-02T09:14:09"},
    {"id":"m1","role":"user","content":"Go","created_at":"2026-05-02T09:14:03"}]})";

// As the team server tells of its choice: how sure it is, and which agent it took (contract 4.6).
const QPair<QByteArray, QByteArray> isUnsure{
    "thought",
    R"({"type":"thought","source":"dispatcher","message":"Perhaps a table","data":{"phase":"intent_routing","confidence":0.55}})"};
const QPair<QByteArray, QByteArray> takesTable{
    "thought", R"({"type":"thought","source":"dispatcher","message":"Using **Table**","data":{"selected_agent":"table"}})"};
const QPair<QByteArray, QByteArray> says{"content", R"({"type":"content","source":"table","message":"South.","data":{"streaming":true}})"};

// The same, as that server keeps it.
const QByteArray doubtfulHistory = R"({"total":2,"messages":[
    {"id":"m2","role":"assistant","content":"South.","run_id":"r1","created_at":"2026-05-02T09:14:09",
     "routing_decision":{"selected_agents":[],"thoughts":[
       {"type":"thought","source":"dispatcher","message":"Perhaps a table","data":{"phase":"intent_routing","confidence":0.55}},
       {"type":"thought","source":"dispatcher","message":"Using **Table**","data":{"selected_agent":"table"}}]}},
    {"id":"m1","role":"user","content":"Go","created_at":"2026-05-02T09:14:03"}]})";

struct Desk : TeamFixture {
    QTemporaryDir dir;
    StoreFolder folder{dir.path()};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    QByteArray turn;
    Scripted::End end = Scripted::End::Close;
    QByteArray stored = R"({"total":0,"messages":[]})";

    Desk()
    {
        features = localFeatures;
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target.contains("chat"))
                return eventStream({turn}, end);
            if (request.target.startsWith("/streams/runs"))
                return Scripted{{}, 0, Scripted::End::Hold};
            if (request.target.startsWith("/conversations/c1/messages"))
                return json(stored);
            return Scripted{};
        };
    }
    // Call inside QVERIFY. One message of a new conversation, until the answer has ended, or is held.
    [[nodiscard]] static bool ask(ChatSession &session, const QString &text)
    {
        session.send(text, {}, {});
        return QTest::qWaitFor([&session] { return !session.pendingQuestion().isEmpty(); }, 5000);
    }
};

} // namespace

class TestPendingQuestion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_51_aQuestionIsKeptUntilItIsAnswered();
    void DATA_06_theQuestionOfAnEndedTurnIsThereAfterARestart();
    void DATA_06_theQuestionOfATurnUnderWayIsThereAfterARestart();
    void DATA_06_whatWasAnsweredIsNotAskedAgainAfterARestart();
    void DATA_06_aNewerMessageOfAnotherProgramExpiresIt();
    void aFailedAnswerWaitsForNothing();
    void BUG_44_severalQuestionsAreKeptOnceEach();
    void CH_66_whichAgentIsMeantIsKeptToo();
    void CH_66_FR_010a_aDoubtIsKeptUntilItIsSettled();
    void CH_66_aDoubtOfAnotherProgramIsNotAskedAbout();
};

void TestPendingQuestion::CH_51_aQuestionIsKeptUntilItIsAnswered()
{
    Desk desk;
    desk.turn = stream({runCreated, asksYear, complete});
    QVERIFY(desk.open());
    ChatSession session(desk.api, desk.workspace, desk.conversations, &desk.journal);
    QSignalSpy changed(&session, &ChatSession::questionChanged);
    QSignalSpy ended(&session, &ChatSession::turnEnded);
    QVERIFY(session.pendingQuestion().isEmpty());
    QVERIFY(desk.ask(session, u"Go"_s));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(changed.size(), 1);
    const PendingQuestion &question = session.pendingQuestion();
    QCOMPARE(question.prompts.size(), 1);
    QCOMPARE(question.prompts.constFirst().text, u"Which year?"_s);
    QCOMPARE(question.prompts.constFirst().options, (QStringList{u"2025"_s, u"2026"_s}));
    QCOMPARE(question.prompts.constFirst().defaultOption, u"2026"_s);
    QCOMPARE(question.prompts.constFirst().type, Prompt::Type::Choice);
    QVERIFY(question.agents.isEmpty() && !question.isExpired);
    desk.turn = stream({runCreated, complete});
    session.send(u"2026"_s, {}, {});
    QVERIFY(session.pendingQuestion().isEmpty()); // at once
    QCOMPARE(changed.size(), 2);
    QTRY_COMPARE(ended.size(), 2);
    QVERIFY(session.pendingQuestion().isEmpty());
}

void TestPendingQuestion::DATA_06_theQuestionOfAnEndedTurnIsThereAfterARestart()
{
    Desk desk;
    desk.turn = stream({runCreated, asksYear, complete});
    QVERIFY(desk.open());
    PendingQuestion asked;
    {
        ChatSession before(desk.api, desk.workspace, desk.conversations, &desk.journal);
        QSignalSpy ended(&before, &ChatSession::turnEnded);
        QVERIFY(desk.ask(before, u"Go"_s));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(before.conversationId(), c1);
        asked = before.pendingQuestion();
    }
    desk.stored = history;
    ChatSession after(desk.api, desk.workspace, desk.conversations, &desk.journal);
    after.open(c1);
    QTRY_VERIFY(!after.pendingQuestion().isEmpty());
    QVERIFY(after.pendingQuestion() == asked);
    QTRY_COMPARE(after.state(), ChatSession::State::Idle); // the server's history says nothing of it, and takes nothing away
    QCOMPARE(after.transcript().rowCount(), 2);
    QVERIFY(after.pendingQuestion() == asked);
}

void TestPendingQuestion::DATA_06_theQuestionOfATurnUnderWayIsThereAfterARestart()
{
    Desk desk;
    desk.turn = stream({runCreated, asksYear});
    desk.end = Scripted::End::Hold;
    QVERIFY(desk.open());
    {
        ChatSession before(desk.api, desk.workspace, desk.conversations, &desk.journal);
        QVERIFY(desk.ask(before, u"Go"_s));
        QCOMPARE(before.conversationId(), c1);
    }
    ChatSession after(desk.api, desk.workspace, desk.conversations, &desk.journal);
    after.open(c1);
    QTRY_VERIFY(!after.pendingQuestion().isEmpty());
    QCOMPARE(after.pendingQuestion().prompts.size(), 1);
    QVERIFY(!after.pendingQuestion().isExpired);
    QVERIFY(after.isBusy());
}

void TestPendingQuestion::DATA_06_whatWasAnsweredIsNotAskedAgainAfterARestart()
{
    Desk desk;
    desk.turn = stream({runCreated, asksYear, complete});
    QVERIFY(desk.open());
    {
        ChatSession before(desk.api, desk.workspace, desk.conversations, &desk.journal);
        QSignalSpy ended(&before, &ChatSession::turnEnded);
        QVERIFY(desk.ask(before, u"Go"_s));
        QTRY_COMPARE(ended.size(), 1);
        desk.turn = stream({{"run_created", R"({"run_id":"r2","conversation_id":"c1","message_id":"m3"})"},
                            {"message_complete", R"({"message_id":"m4","conversation_id":"c1"})"}});
        before.send(u"2026"_s, {}, {});
        QTRY_COMPARE(ended.size(), 2);
    }
    ChatSession after(desk.api, desk.workspace, desk.conversations, &desk.journal);
    QSignalSpy changed(&after, &ChatSession::questionChanged);
    after.open(c1);
    QTRY_COMPARE(after.transcript().rowCount(), 4);
    QTRY_COMPARE(after.state(), ChatSession::State::Idle);
    QVERIFY(after.pendingQuestion().isEmpty());
    QCOMPARE(changed.size(), 0);
}

void TestPendingQuestion::DATA_06_aNewerMessageOfAnotherProgramExpiresIt()
{
    Desk desk;
    desk.turn = stream({runCreated, asksYear, complete});
    QVERIFY(desk.open());
    {
        ChatSession before(desk.api, desk.workspace, desk.conversations, &desk.journal);
        QSignalSpy ended(&before, &ChatSession::turnEnded);
        QVERIFY(desk.ask(before, u"Go"_s));
        QTRY_COMPARE(ended.size(), 1);
    }
    desk.stored = R"({"total":4,"messages":[
        {"id":"m4","role":"assistant","content":"North.","created_at":"2026-05-02T10:14:09"},
        {"id":"m3","role":"user","content":"2025","created_at":"2026-05-02T10:14:03"},
        {"id":"m2","role":"assistant","content":"Which year?","run_id":"r1","created_at":"2026-05-02T09:14:09"},
        {"id":"m1","role":"user","content":"Go","created_at":"2026-05-02T09:14:03"}]})";
    ChatSession after(desk.api, desk.workspace, desk.conversations, &desk.journal);
    after.open(c1);
    QTRY_COMPARE(after.transcript().rowCount(), 4);
    QVERIFY(!after.pendingQuestion().isEmpty());
    QVERIFY(after.pendingQuestion().isExpired);
}

void TestPendingQuestion::aFailedAnswerWaitsForNothing()
{
    Desk desk;
    desk.turn = stream({runCreated, asksYear, {"error", R"({"error":"The model is gone."})"}});
    QVERIFY(desk.open());
    ChatSession session(desk.api, desk.workspace, desk.conversations, &desk.journal);
    QVERIFY(desk.ask(session, u"Go"_s));
    QTRY_VERIFY(!session.isBusy());
    QVERIFY(session.pendingQuestion().isExpired);
}

void TestPendingQuestion::BUG_44_severalQuestionsAreKeptOnceEach()
{
    Desk desk;
    const QPair<QByteArray, QByteArray> asksRegion{
        "clarify_parallel",
        R"({"type":"clarify_parallel","source":"table","message":"Which region?","data":{"options":["North","South"]}})"};
    desk.turn = stream({runCreated, asksYear, asksRegion, asksRegion, complete});
    QVERIFY(desk.open());
    ChatSession session(desk.api, desk.workspace, desk.conversations, &desk.journal);
    QVERIFY(desk.ask(session, u"Go"_s));
    QTRY_VERIFY(!session.isBusy());
    QCOMPARE(session.pendingQuestion().prompts.size(), 2);
    QCOMPARE(session.pendingQuestion().prompts.constLast().text, u"Which region?"_s);
}

void TestPendingQuestion::CH_66_whichAgentIsMeantIsKeptToo()
{
    Desk desk;
    desk.turn = stream({runCreated,
                        {"routing_decision", R"({"selected_agents":["table"],"selected_tools":[],"confidence":0.4,"reasoning":"",)"
                                             R"("alternatives":["contracts","table"],"requires_disambiguation":true})"},
                        complete});
    QVERIFY(desk.open());
    {
        ChatSession before(desk.api, desk.workspace, desk.conversations, &desk.journal);
        QSignalSpy ended(&before, &ChatSession::turnEnded);
        QVERIFY(desk.ask(before, u"Go"_s));
        QTRY_COMPARE(ended.size(), 1);
    }
    ChatSession after(desk.api, desk.workspace, desk.conversations, &desk.journal);
    after.open(c1);
    QTRY_VERIFY(!after.pendingQuestion().isEmpty());
    QCOMPARE(after.pendingQuestion().agents, (QStringList{u"table"_s, u"contracts"_s}));
    QVERIFY(after.pendingQuestion().prompts.isEmpty());
}

void TestPendingQuestion::CH_66_FR_010a_aDoubtIsKeptUntilItIsSettled()
{
    Desk desk;
    desk.turn = stream({runCreated, isUnsure, takesTable, says, complete});
    QVERIFY(desk.open());
    PendingQuestion asked;
    {
        ChatSession before(desk.api, desk.workspace, desk.conversations, &desk.journal);
        QSignalSpy ended(&before, &ChatSession::turnEnded);
        QSignalSpy changed(&before, &ChatSession::questionChanged);
        QSignalSpy agents(&before, &ChatSession::agentAsked);
        QVERIFY(desk.ask(before, u"Go"_s));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(changed.size(), 1); // once it is answered
        QCOMPARE(agents.size(), 0);  // nothing waits for it
        asked = before.pendingQuestion();
        QVERIFY(asked.isDoubt && !asked.isExpired && asked.prompts.isEmpty() && asked.agents.isEmpty());
        QCOMPARE(asked.answeredBy, u"table"_s);
    }
    {
        ChatSession after(desk.api, desk.workspace, desk.conversations, &desk.journal);
        after.open(c1);
        QTRY_VERIFY(after.pendingQuestion() == asked);
        after.closeDoubt();
        QVERIFY(after.pendingQuestion().isEmpty());
        QVERIFY(!after.transcript().messageAt(1).routing->needsDisambiguation);
        QCOMPARE(after.transcript().messageAt(1).routing->confidence, 0.55); // which is said all the same
    }
    desk.stored = doubtfulHistory; // the server knows nothing of that
    ChatSession again(desk.api, desk.workspace, desk.conversations, &desk.journal);
    QSignalSpy changed(&again, &ChatSession::questionChanged);
    again.open(c1);
    QTRY_VERIFY(again.state() == ChatSession::State::Idle && again.transcript().rowCount() == 2);
    QVERIFY(again.pendingQuestion().isEmpty());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(again.transcript().messageAt(1).routing->confidence, 0.55);
}

void TestPendingQuestion::CH_66_aDoubtOfAnotherProgramIsNotAskedAbout()
{
    Desk desk;
    desk.stored = doubtfulHistory;
    QVERIFY(desk.open());
    ChatSession session(desk.api, desk.workspace, desk.conversations, &desk.journal);
    session.open(c1);
    QTRY_COMPARE(session.transcript().rowCount(), 2);
    QVERIFY(session.transcript().messageAt(1).routing && session.transcript().messageAt(1).routing->isTaken);
    QVERIFY(session.pendingQuestion().isEmpty());
}

QTEST_GUILESS_MAIN(TestPendingQuestion)
#include "tst_pendingquestion.moc"
