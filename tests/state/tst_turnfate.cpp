// What becomes of a turn is what the server says of it, however long that takes: nothing is given up, stopped or adopted by a guess.
#include "chatfixture.h"
#include "state/chat/chatsessions.h"
#include "state/chat/turnphase.h"
#include "state/models/transcriptmodel.h"
#include "support/failingdisk.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QByteArray created = "id: 1\nevent: run_created\ndata: {\"run_id\":\"r1\",\"conversation_id\":\"c1\",\"message_id\":\"m1\"}\n\n";
const QByteArray south = "id: 2\n" + word("South ");
const QByteArray sold = "id: 3\n" + word("sold most");
const QByteArray complete = "id: 4\nevent: message_complete\ndata: {\"message_id\":\"m2\",\"conversation_id\":\"c1\"}\n\n";
const QByteArray interrupted = "id: 3\nevent: error\ndata: {\"error\":\"The server stopped\",\"error_type\":\"interrupted\"}\n\n";
const QByteArray question =
    R"({"id":"m1","conversation_id":"c1","role":"user","content":"Which region?","created_at":"2026-05-02T09:14:02"})";

QByteArray timeOf(int seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1();
}

// What a server has where one new chat of these words was stored a moment ago.
Scripted oneStored(const Received &request)
{
    if (request.target.startsWith("/conversations?"))
        return json(R"({"conversations":[{"id":"mine","title":"Which region?","created_at":")" + timeOf(1) + R"("}],"total":1})");
    if (!request.target.startsWith("/conversations/mine/messages"))
        return {};
    return json(R"({"messages":[{"id":"a","role":"assistant","content":"answer"},)"
                R"({"id":"q","role":"user","content":"Which region?"}],"total":2})");
}

// A server with runs: one turn, which goes on while nobody listens.
struct RunChat : ChatFixture {
    bool isGone = false;      // no request but for the workspace is answered
    bool takesCancels = true; // else the connection breaks on them
    bool hasBeenCancelled = false;
    bool isQuestionStored = false; // and shown in the history
    QByteArray activeRun;          // of the conversation
    QByteArray run;                // what GET /runs/… answers
    QByteArray runs = "[]";        // and GET /runs
    QList<QByteArray> beginning{created, south};
    Scripted::End beginningEnd = Scripted::End::Hold;
    QByteArray rest = sold + complete;
    bool isRetryLost = false;
    int retryDelayMs = 0; // 0: it is not answered

    RunChat()
    {
        features = localFeatures;
        script = [this](const Received &request) { return handle(request); };
    }

    Scripted handle(const Received &request)
    {
        const QByteArray target = request.target;
        if (isGone)
            return cutBeforeAnswer();
        if (isQuestion(request))
            return beginning.isEmpty() ? Scripted{{}, 0, Scripted::End::Hold} : eventStream(beginning, beginningEnd);
        hasBeenCancelled = hasBeenCancelled || (takesCancels && target.endsWith("/cancel"));
        if (target.endsWith("/cancel"))
            return takesCancels ? reply(202, "{}") : cutBeforeAnswer();
        if (target.endsWith("/retry"))
            return retry();
        if (target.startsWith("/streams/runs/"))
            return eventStream({rest}, Scripted::End::Close);
        if (target.startsWith("/runs/"))
            return run.isEmpty() ? Scripted{} : json(run);
        if (target.startsWith("/runs"))
            return json(runs);
        if (target.startsWith("/conversations/c1/messages"))
            return isQuestionStored ? json(R"({"messages":[)" + question + R"(],"total":1})") : Scripted{};
        if (target.startsWith("/conversations/c1"))
            return json(R"({"id":"c1","title":"T","active_run_id":")" + activeRun + R"("})");
        return {};
    }

    [[nodiscard]] Scripted retry() const
    {
        if (isRetryLost)
            return cutBeforeAnswer();
        if (retryDelayMs == 0)
            return {{}, 0, Scripted::End::Hold};
        return late(reply(202, R"({"id":"r2","agent_id":"a","status":"pending","retry_of":"r1"})"), retryDelayMs);
    }

    // Call it inside QVERIFY: the question is asked, and the first word of the answer is there.
    [[nodiscard]] bool ask(ChatSession &chat)
    {
        chat.send(u"Which region?"_s, {}, {});
        return QTest::qWaitFor([&chat] { return lastOf(chat).content == u"South "_s; }, 5000);
    }

    void hurry() { Q_EMIT workspace.serverRestarted(); } // instead of the wait before the next try
};

} // namespace

class TestTurnFate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_08_aTurnWhoseRunIsKnownIsNeverGivenUp();
    void aStopThatTheServerDidNotHearIsRepeatedUntilItDoes();
    void aQuestionThatTheHistoryBringsBeforeItsNameStandsOnce();
    void CH_70_aPhaseThatIsOverIsNotSaid();
    void aStopBeforeThereIsAConnectionReachesTheServer();
    void aStoppedTurnThatStillRunsIsCancelledAndNotWatched();
    void aTurnThatWasStoppedBeforeItsRunWasKnownIsCancelledAndNotWatched_data();
    void aTurnThatWasStoppedBeforeItsRunWasKnownIsCancelledAndNotWatched();
    void aTurnThatIsStoppedBeforeItsRunIsKnownEndsOnTheServer();
    void HTTP_08_aRetryWhoseReplyIsLostIsLookedForAndNotAskedTwice_data();
    void HTTP_08_aRetryWhoseReplyIsLostIsLookedForAndNotAskedTwice();
    void HTTP_08_aRetryThatLosesItsConnectionDoesNotFail_data();
    void HTTP_08_aRetryThatLosesItsConnectionDoesNotFail();
    void aRetryThatIsStoppedBeforeTheServerAnswersIsCancelled();
    void aNewChatThatIsStoppedBeforeItsRunIsKnownEndsOnTheServer();
    void DATA_20_anEndingThatTheDiskRefusedIsWrittenLater();
    void DATA_20_aQuestionThatIsHereAloneOutlivesItsConnection();
    void HTTP_08_aNewChatIsNotTakenForAnotherOfTheSameWords_data();
    void HTTP_08_aNewChatIsNotTakenForAnotherOfTheSameWords();
    void HTTP_08_twoNewChatsOfTheSameWordsDoNotBecomeOneConversation_data();
    void HTTP_08_twoNewChatsOfTheSameWordsDoNotBecomeOneConversation();
    void HTTP_08_aConversationThatIsNamedToOneChatIsNotTakenByAnother();
    void DATA_20_aSessionWhoseWordsAreNotOnDiskIsKept();
};

void TestTurnFate::HTTP_08_aTurnWhoseRunIsKnownIsNeverGivenUp()
{
    RunChat chat;
    chat.beginningEnd = Scripted::End::Reset;
    chat.script = [&chat](const Received &request) {
        const Scripted answer = chat.handle(request);
        chat.isGone = chat.isGone || ChatFixture::isQuestion(request);
        return answer;
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(chat.last().content, u"South "_s);
    const auto hasTriedOften = [&] {
        chat.hurry();
        return chat.requestsTo("/streams/runs/r1") > 30 || !ended.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasTriedOften(), 30'000);
    QCOMPARE(ended.size(), 0);
    QCOMPARE(chat.session.state(), ChatSession::State::Reconnecting);
    chat.isGone = false;
    chat.hurry();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    QCOMPARE(chat.last().content, u"South sold most"_s);
    QCOMPARE(chat.last().state, MessageState::Complete);
    QCOMPARE(chat.asked().size(), 1);
}

void TestTurnFate::aStopThatTheServerDidNotHearIsRepeatedUntilItDoes()
{
    RunChat chat;
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    QVERIFY(chat.ask(chat.session));
    chat.takesCancels = false;
    chat.session.stop();
    QCOMPARE(chat.session.lastActivity(), u"Stopping…"_s); // at once, whatever the server does
    QVERIFY(chat.last().isStopping);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 10'000);
    QCOMPARE(chat.last().state, MessageState::Stopped);
    QVERIFY(!chat.last().isStopping);
    QCOMPARE(chat.session.lastActivity(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(chat.requestsTo("/runs/r1/cancel") > 4, 60'000); // more often than one request is tried
    QVERIFY(!chat.hasBeenCancelled);
    chat.takesCancels = true;
    QTRY_VERIFY_WITH_TIMEOUT(chat.hasBeenCancelled, 60'000);
    QCOMPARE(chat.last().content, u"South "_s);
}

// The server has stored it, a page with it arrives, and only then the stream says what it is called.
void TestTurnFate::aQuestionThatTheHistoryBringsBeforeItsNameStandsOnce()
{
    RunChat chat;
    int pages = 0;
    chat.script = [&chat, &pages](const Received &request) {
        if (ChatFixture::isQuestion(request))
            return eventStream({": hello\n\n"}, Scripted::End::Hold);
        if (!request.target.startsWith("/conversations/c1/messages"))
            return chat.handle(request);
        return ++pages == 1 ? reply(403, R"({"detail":"not now"})") : late(json(R"({"messages":[)" + question + R"(],"total":1})"), 1000);
    };
    QVERIFY(chat.open());
    chat.session.open(c1);
    QTRY_VERIFY(pages == 1 && chat.session.state() == ChatSession::State::Idle);
    Q_EMIT chat.workspace.ready(); // the history is asked for once more
    QTRY_COMPARE(pages, 2);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(chat.session.transcript().rowCount(), 3); // nobody can know yet that two of them are one
    chat.server.sendToHeld(created + south);
    QTRY_COMPARE(chat.texts(), (QStringList{u"Which region?"_s, u"South "_s}));
    QCOMPARE(chat.last().role, Role::Assistant);
    chat.server.sendToHeld(sold + complete);
    QTRY_COMPARE(chat.last().state, MessageState::Complete);
    QCOMPARE(chat.texts(), (QStringList{u"Which region?"_s, u"South sold most"_s}));
}

void TestTurnFate::CH_70_aPhaseThatIsOverIsNotSaid()
{
    Message answer;
    answer.state = MessageState::Streaming;
    answer.thoughts = {{u"dispatcher"_s, u"routing"_s, u"intent_routing"_s, false}};
    QCOMPARE(TurnPhase::of(answer), u"Choosing an agent…"_s);
    ToolCall call;
    call.title = u"Asking the table"_s;
    answer.toolCalls = {call};
    QCOMPARE(TurnPhase::of(answer), u"Asking the table"_s);
    answer.toolCalls.first().finished = true;
    QCOMPARE(TurnPhase::of(answer), u"Working on the answer…"_s);
    answer.isStopping = true;
    QCOMPARE(TurnPhase::of(answer), u"Stopping…"_s);
}

void TestTurnFate::aStopBeforeThereIsAConnectionReachesTheServer()
{
    RunChat chat;
    QVERIFY(chat.start());
    {
        ChatSession before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        before.open(c1);
        QTRY_COMPARE(before.state(), ChatSession::State::Idle);
        QVERIFY(chat.ask(before));
    } // as if the program had ended
    chat.workspace.close();
    chat.activeRun = "r1";
    ChatSession after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    after.open(c1);
    QTRY_COMPARE(after.state(), ChatSession::State::Reconnecting);
    after.stop();
    QCOMPARE(ChatFixture::lastOf(after).state, MessageState::Stopped);
    QVERIFY(chat.open());
    QTRY_VERIFY(chat.hasBeenCancelled);
    QCOMPARE(chat.requestsTo("/streams/runs/r1"), 0);
    QCOMPARE(ChatFixture::lastOf(after).state, MessageState::Stopped);
}

void TestTurnFate::aStoppedTurnThatStillRunsIsCancelledAndNotWatched()
{
    RunChat chat;
    QVERIFY(chat.start());
    chat.takesCancels = false;
    {
        ChatSession before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        before.open(c1);
        QTRY_COMPARE(before.state(), ChatSession::State::Idle);
        QVERIFY(chat.ask(before));
        before.stop();
        QTRY_COMPARE_WITH_TIMEOUT(ChatFixture::lastOf(before).state, MessageState::Stopped, 10'000);
    } // the program ends before the server has heard of it
    chat.workspace.close();
    QTRY_COMPARE(chat.server.openConnections(), 0);
    chat.takesCancels = true;
    chat.activeRun = "r1";
    chat.isQuestionStored = true;
    const int refused = chat.requestsTo("/runs/r1/cancel");
    QVERIFY(chat.open());
    ChatSession after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    after.open(c1);
    QTRY_COMPARE(chat.requestsTo("/runs/r1/cancel"), refused + 1);
    QCOMPARE(chat.requestsTo("/streams/runs/r1"), 0);
    QTRY_COMPARE(ChatFixture::textsOf(after), (QStringList{u"Which region?"_s, u"South "_s}));
    QCOMPARE(ChatFixture::lastOf(after).state, MessageState::Stopped);
}

void TestTurnFate::aTurnThatWasStoppedBeforeItsRunWasKnownIsCancelledAndNotWatched_data()
{
    QTest::addColumn<QByteArray>("prompt");
    QTest::addColumn<int>("later"); // seconds
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("the question that was stopped") << QByteArray("Which region?") << 1 << true;
    QTest::newRow("one of another program") << QByteArray("Which year?") << 1 << false;
    QTest::newRow("the same words, an hour later") << QByteArray("Which region?") << 3600 << false;
}

void TestTurnFate::aTurnThatWasStoppedBeforeItsRunWasKnownIsCancelledAndNotWatched()
{
    QFETCH(const QByteArray, prompt);
    QFETCH(const int, later);
    QFETCH(const bool, isOurs);
    RunChat chat;
    chat.beginning.clear();
    QVERIFY(chat.start());
    {
        ChatSession before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        before.open(c1);
        QTRY_COMPARE(before.state(), ChatSession::State::Idle);
        before.send(u"Which region?"_s, {}, {});
        QTRY_COMPARE(chat.asked().size(), 1);
        before.stop();
        QTRY_COMPARE_WITH_TIMEOUT(before.state(), ChatSession::State::Idle, 10'000);
    }
    chat.activeRun = "r9";
    chat.isQuestionStored = true;
    chat.run = R"({"id":"r9","agent_id":"a","conversation_id":"c1","status":"running","input":{"prompt":")" + prompt +
               R"("},"created_at":")" + timeOf(later) + R"("})";
    ChatSession after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    after.open(c1);
    QTRY_COMPARE(chat.requestsTo(isOurs ? "/runs/r9/cancel" : "/streams/runs/r9"), 1);
    QCOMPARE(chat.requestsTo(isOurs ? "/streams/runs/r9" : "/runs/r9/cancel"), 0);
}

// The same while its conversation stays open: nobody waits for it to be opened again.
void TestTurnFate::aTurnThatIsStoppedBeforeItsRunIsKnownEndsOnTheServer()
{
    RunChat chat;
    chat.beginning.clear();
    QVERIFY(chat.start());
    chat.activeRun = "r9";
    chat.run = R"({"id":"r9","agent_id":"a","conversation_id":"c1","status":"running","input":{"prompt":"Which region?"},"created_at":")" +
               timeOf(0) + R"("})";
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(chat.asked().size(), 1);
    chat.session.stop();
    QTRY_COMPARE_WITH_TIMEOUT(chat.requestsTo("/runs/r9/cancel"), 1, 10'000);
    QCOMPARE(chat.requestsTo("/streams/runs/r9"), 0);
    QCOMPARE(chat.last().state, MessageState::Stopped);
}

void TestTurnFate::HTTP_08_aRetryWhoseReplyIsLostIsLookedForAndNotAskedTwice_data()
{
    QTest::addColumn<QByteArray>("runs");
    QTest::addColumn<bool>("hasBegun");
    const QByteArray other = R"({"id":"r7","agent_id":"a","status":"running","input":{"prompt":"x"}})";
    QTest::newRow("the server has begun it") << "[" + other + R"(,{"id":"r2","agent_id":"a","status":"running","retry_of":"r1"}])" << true;
    QTest::newRow("it has not") << "[" + other + "]" << false;
}

void TestTurnFate::HTTP_08_aRetryWhoseReplyIsLostIsLookedForAndNotAskedTwice()
{
    QFETCH(const QByteArray, runs);
    QFETCH(const bool, hasBegun);
    RunChat chat;
    chat.beginning = {created, south, interrupted};
    chat.beginningEnd = Scripted::End::Close;
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(chat.last().state, MessageState::Interrupted);
    chat.isRetryLost = true;
    chat.runs = runs;
    chat.rest = "id: 1\nevent: run_created\ndata: {\"run_id\":\"r2\",\"conversation_id\":\"c1\",\"message_id\":\"m1\"}\n\n" + south + sold +
                complete;
    chat.session.retry(1);
    const auto hasEnded = [&] {
        chat.session.reconnectNow(); // as after a sleep: a wait before the next look is not sat through
        return ended.size() == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20'000);
    QCOMPARE(chat.requestsTo("/runs/r1/retry"), 1);
    QCOMPARE(chat.last().state, hasBegun ? MessageState::Complete : MessageState::Failed);
    QCOMPARE(chat.last().content, hasBegun ? u"South sold most"_s : u"South "_s); // what was there stays until another comes
    QCOMPARE(chat.requestsTo("/streams/runs/r2"), hasBegun ? 1 : 0);
}

void TestTurnFate::HTTP_08_aRetryThatLosesItsConnectionDoesNotFail_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("of one that broke off") << interrupted;
    QTest::newRow("of one that was stopped") << QByteArray(interrupted).replace("\"interrupted\"", "\"cancelled\"");
}

void TestTurnFate::HTTP_08_aRetryThatLosesItsConnectionDoesNotFail()
{
    QFETCH(const QByteArray, end);
    RunChat chat;
    chat.beginning = {created, south, end};
    chat.beginningEnd = Scripted::End::Close;
    chat.run = R"({"id":"r2","agent_id":"a","status":"running","retry_of":"r1"})";
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    chat.session.retry(1); // not answered
    QTRY_COMPARE(chat.requestsTo("/runs/r1/retry"), 1);
    chat.workspace.close();
    QTRY_VERIFY(!chat.session.isBusy());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(chat.last().state, MessageState::Interrupted);
    chat.activeRun = "r2";
    chat.isQuestionStored = true;
    chat.rest = "id: 1\nevent: run_created\ndata: {\"run_id\":\"r2\",\"conversation_id\":\"c1\",\"message_id\":\"m1\"}\n\n" + south + sold +
                complete;
    QVERIFY(chat.open());
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(chat.last().content, u"South sold most"_s);
    QCOMPARE(chat.requestsTo("/runs/r1/retry"), 1);
}

void TestTurnFate::aRetryThatIsStoppedBeforeTheServerAnswersIsCancelled()
{
    RunChat chat;
    chat.beginning = {created, south, interrupted};
    chat.beginningEnd = Scripted::End::Close;
    chat.retryDelayMs = 4000; // longer than a stop waits
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    chat.session.retry(1);
    QTRY_COMPARE(chat.requestsTo("/runs/r1/retry"), 1);
    chat.session.stop();
    QTRY_COMPARE_WITH_TIMEOUT(chat.requestsTo("/runs/r2/cancel"), 1, 20'000);
    QCOMPARE(ended.size(), 2);
    QCOMPARE(chat.last().state, MessageState::Stopped);
    QCOMPARE(chat.requestsTo("/streams/runs/r2"), 0);
}

// Nothing has named its conversation yet, and at first there is no connection to ask for it.
void TestTurnFate::aNewChatThatIsStoppedBeforeItsRunIsKnownEndsOnTheServer()
{
    RunChat chat;
    chat.beginning.clear();
    QVERIFY(chat.open());
    chat.runs =
        R"([{"id":"r7","agent_id":"a","status":"running","input":{"prompt":"Which year?"},"created_at":")" + timeOf(1) +
        R"("},{"id":"r9","agent_id":"a","conversation_id":"c1","status":"running","input":{"prompt":"Which region?"},"created_at":")" +
        timeOf(1) + R"("}])";
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(chat.asked().size(), 1);
    chat.isGone = true;
    chat.session.stop();
    QTRY_COMPARE_WITH_TIMEOUT(chat.session.state(), ChatSession::State::Idle, 10'000);
    QVERIFY(!chat.session.canBeLetGo());
    QTRY_VERIFY(chat.requestsTo("/runs?") > 0);
    QVERIFY(isProvisional(chat.session.conversationId()));
    chat.isGone = false;
    QTRY_COMPARE_WITH_TIMEOUT(chat.requestsTo("/runs/r9/cancel"), 1, 30'000);
    QCOMPARE(chat.requestsTo("/runs/r7/cancel"), 0);
    QCOMPARE(chat.session.conversationId(), c1);
    QTRY_VERIFY(chat.session.canBeLetGo());
}

void TestTurnFate::DATA_20_anEndingThatTheDiskRefusedIsWrittenLater()
{
    FailingDisk disk;
    RunChat chat;
    chat.beginning = {created, south, sold + complete};
    chat.beginningEnd = Scripted::End::Close;
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    QSignalSpy notKept(&chat.session, &ChatSession::notKept);
    chat.session.send(u"Which region?"_s, {}, {});
    connect(&chat.session, &ChatSession::eventReceived, &chat.session, [&disk] { disk.fillUp(true); }); // what came is on disk
    QTRY_COMPARE(ended.size(), 1);
    QTRY_COMPARE(notKept.size(), 1);
    QVERIFY(!chat.session.canBeLetGo());
    disk.fillUp(false);
    const auto states = [&chat] {
        QList<TurnState> all;
        const QList<TurnRecord> records = ChatFixture::recordsIn(chat.journal);
        for (const TurnRecord &turn : records)
            all.append(turn.state);
        return all;
    };
    QTRY_COMPARE_WITH_TIMEOUT(states(), QList<TurnState>{TurnState::Complete}, 20'000);
    QTRY_VERIFY(chat.session.canBeLetGo());
}

// The disk has not taken the question, and the connection goes before anything of an answer has come.
void TestTurnFate::DATA_20_aQuestionThatIsHereAloneOutlivesItsConnection()
{
    FailingDisk disk;
    RunChat chat;
    chat.beginning.clear();
    QVERIFY(chat.start());
    disk.fillUp(true);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(chat.asked().size(), 1);
    chat.workspace.close();
    QTRY_VERIFY(!chat.session.isBusy());
    QCOMPARE(chat.texts(), QStringList{u"Which region?"_s});
    QCOMPARE(chat.session.waitingCount(), 1);
    disk.fillUp(false);
    chat.beginning = {created, south + sold + complete};
    chat.beginningEnd = Scripted::End::Close;
    QVERIFY(chat.open());
    QTRY_COMPARE_WITH_TIMEOUT(chat.texts(), (QStringList{u"Which region?"_s, u"South sold most"_s}), 20'000);
    QCOMPARE(chat.last().state, MessageState::Complete);
    QTRY_COMPARE_WITH_TIMEOUT(ChatFixture::recordsIn(chat.journal).size(), 1, 20'000);
    QCOMPARE(chat.asked().size(), 2); // with the same key
    QByteArrayList keys;
    for (const Received &request : chat.server.received()) {
        if (ChatFixture::isQuestion(request))
            keys.append(request.headers.value("idempotency-key"));
    }
    QCOMPARE(keys.value(0), keys.value(1));
    QVERIFY(!keys.constFirst().isEmpty());
}

void TestTurnFate::HTTP_08_aNewChatIsNotTakenForAnotherOfTheSameWords_data()
{
    QTest::addColumn<QByteArrayList>("listed"); // newest first
    QTest::addColumn<bool>("isOtherKnown");
    QTest::addColumn<QString>("adopted"); // empty: none
    QTest::addColumn<MessageState>("state");
    QTest::newRow("the other was known") << QByteArrayList{"other", "mine"} << true << u"mine"_s << MessageState::Complete;
    QTest::newRow("only the other is there") << QByteArrayList{"other"} << true << QString() << MessageState::Failed;
    QTest::newRow("both may be it") << QByteArrayList{"other", "mine"} << false << QString() << MessageState::Interrupted;
    QTest::newRow("the first is empty") << QByteArrayList{"empty", "mine"} << false << u"mine"_s << MessageState::Complete;
}

// A server without keys, which stores a new chat at its end and never gets to name it. Another chat began with the same words a minute ago.
void TestTurnFate::HTTP_08_aNewChatIsNotTakenForAnotherOfTheSameWords()
{
    QFETCH(const QByteArrayList, listed);
    QFETCH(const bool, isOtherKnown);
    QFETCH(const QString, adopted);
    QFETCH(const MessageState, state);
    ChatFixture chat;
    bool isSent = false;
    chat.script = [&](const Received &request) {
        if (ChatFixture::isQuestion(request)) {
            isSent = true;
            return cutBeforeAnswer();
        }
        if (request.target.startsWith("/conversations?")) {
            QByteArrayList rows;
            for (const QByteArray &id : listed) {
                if (isSent || (id == "other" && isOtherKnown))
                    rows.append(R"({"id":")" + id + R"(","title":"Which region?","created_at":")" + timeOf(id == "mine" ? 1 : -60) +
                                R"("})");
            }
            return json(R"({"conversations":[)" + rows.join(',') + R"(],"total":)" + QByteArray::number(rows.size()) + "}");
        }
        const QByteArray id = request.target.mid(QByteArray("/conversations/").size()).split('/').first();
        if (!request.target.contains("/messages") || id == "empty")
            return Scripted{};
        return json(R"({"messages":[{"id":"a","role":"assistant","content":"answer of )" + id +
                    R"("},{"id":"q","role":"user","content":"Which region?"}],"total":2})");
    };
    QVERIFY(chat.open());
    if (isOtherKnown) {
        chat.conversations.refresh();
        QTRY_COMPARE(chat.conversations.conversations().size(), 1);
    }
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    const auto hasEnded = [&] {
        chat.session.reconnectNow();
        return ended.size() == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 30'000);
    if (adopted.isEmpty())
        QVERIFY(isProvisional(chat.session.conversationId()));
    else
        QCOMPARE(chat.session.conversationId().value(), adopted);
    QCOMPARE(chat.last().state, state);
    if (state == MessageState::Complete)
        QCOMPARE(chat.last().content, u"answer of "_s + adopted);
    QCOMPARE(chat.asked().size(), 1);
}

void TestTurnFate::HTTP_08_twoNewChatsOfTheSameWordsDoNotBecomeOneConversation_data()
{
    QTest::addColumn<bool>("isAtOnce");
    QTest::newRow("looked for at once") << true;
    QTest::newRow("one after the other") << false;
}

// A server without keys, cut twice: it has stored one of the two.
void TestTurnFate::HTTP_08_twoNewChatsOfTheSameWordsDoNotBecomeOneConversation()
{
    QFETCH(const bool, isAtOnce);
    ChatFixture chat;
    chat.script = [](const Received &request) { return ChatFixture::isQuestion(request) ? cutBeforeAnswer() : oneStored(request); };
    QVERIFY(chat.open());
    ChatSession second(chat.api, chat.workspace, chat.conversations, &chat.journal);
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    QSignalSpy secondEnded(&second, &ChatSession::turnEnded);
    const auto haveEnded = [&](bool both) {
        chat.session.reconnectNow();
        second.reconnectNow();
        return ended.size() == 1 && (!both || secondEnded.size() == 1);
    };
    chat.session.send(u"Which region?"_s, {}, {});
    if (!isAtOnce)
        QTRY_VERIFY_WITH_TIMEOUT(haveEnded(false), 30'000);
    second.send(u"Which region?"_s, {}, {});
    QTRY_VERIFY_WITH_TIMEOUT(haveEnded(true), 30'000);
    const int taken = (isProvisional(chat.session.conversationId()) ? 0 : 1) + (isProvisional(second.conversationId()) ? 0 : 1);
    QCOMPARE(taken, 1);
    const bool isFirst = !isProvisional(chat.session.conversationId());
    QVERIFY(isAtOnce || isFirst);
    QCOMPARE(ChatFixture::lastOf(isFirst ? chat.session : second).content, u"answer"_s);
    QCOMPARE(ChatFixture::lastOf(isFirst ? second : chat.session).state, MessageState::Failed);
    QCOMPARE(chat.asked().size(), 2);
}

// It is stored before the chat that it was named to hears of its end.
void TestTurnFate::HTTP_08_aConversationThatIsNamedToOneChatIsNotTakenByAnother()
{
    ChatFixture chat;
    int questions = 0;
    chat.script = [&questions](const Received &request) {
        if (!ChatFixture::isQuestion(request))
            return oneStored(request);
        if (++questions > 1)
            return cutBeforeAnswer();
        return eventStream({"event: conversation_created\ndata: {\"conversation_id\":\"mine\",\"title\":\"Which region?\"}\n\n" + south},
                           Scripted::End::Hold);
    };
    QVERIFY(chat.open());
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(chat.last().content, u"South "_s);
    ChatSession second(chat.api, chat.workspace, chat.conversations, &chat.journal);
    QSignalSpy secondEnded(&second, &ChatSession::turnEnded);
    second.send(u"Which region?"_s, {}, {});
    const auto hasEnded = [&] {
        second.reconnectNow();
        return secondEnded.size() == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 30'000);
    QVERIFY(isProvisional(second.conversationId()));
    QCOMPARE(ChatFixture::lastOf(second).state, MessageState::Failed);
    chat.server.sendToHeld("event: message_complete\ndata: {\"message_id\":\"a\",\"conversation_id\":\"mine\"}\n\n");
    QTRY_COMPARE(chat.session.conversationId().value(), u"mine"_s);
}

// A question that was answered, and that the disk has not taken yet: it is in the session alone.
void TestTurnFate::DATA_20_aSessionWhoseWordsAreNotOnDiskIsKept()
{
    FailingDisk disk;
    RunChat chat;
    chat.beginning = {created, south + sold + complete};
    chat.beginningEnd = Scripted::End::Close;
    QVERIFY(chat.open());
    ChatSessions sessions(chat.api, chat.workspace, chat.conversations, &chat.journal);
    QSignalSpy ended(&sessions, &ChatSessions::turnEnded);
    const QPointer<ChatSession> session = sessions.session(c1);
    QTRY_COMPARE(session->state(), ChatSession::State::Idle);
    disk.fillUp(true);
    session->send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    for (int i = 0; i < 20; ++i) {
        ChatSession *other = sessions.session(ConversationId(u"other%1"_s.arg(i)));
        QTRY_COMPARE(other->state(), ChatSession::State::Idle);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(session);
    disk.fillUp(false);
    QTRY_COMPARE_WITH_TIMEOUT(ChatFixture::recordsIn(chat.journal).size(), 1, 20'000);
}

QTEST_GUILESS_MAIN(TestTurnFate)
#include "tst_turnfate.moc"
