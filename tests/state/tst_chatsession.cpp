#include "chatfixture.h"
#include "state/chat/chatsessions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// One turn as the local server streams it; ids are 1-based positions.
QList<QByteArray> localTurn()
{
    QList<QByteArray> events;
    const auto add = [&events](const QByteArray &type, const QByteArray &data) {
        events.append("id: " + QByteArray::number(events.size() + 1) + "\nevent: " + type + "\ndata: " + data + "\n\n");
    };
    add("run_created", R"({"run_id":"r1","conversation_id":"c1","message_id":"m1"})");
    add("thought", R"({"type":"thought","source":"dispatcher","message":"Looking at the table.","data":null})");
    add("tool_start",
        R"({"type":"tool_start","source":"table","message":"Asking","data":{"tool_name":"table_query","input":{"sql":"SELECT 1"},"call_id":"k1"}})");
    add("tool_result",
        R"({"type":"tool_result","source":"table","message":"Done","data":{"tool_name":"table_query","call_id":"k1","success":true,"result":{"rows":1}}})");
    for (const char *word : {"South ", "sold ", "most: ", "115\u202f293 ", "\\n\\n| a | b |\\n", "**end**"})
        add("content",
            QByteArray(R"({"type":"content","source":"table","message":")") + word + R"(","data":{"streaming":true,"partial":true}})");
    add("message_complete",
        R"({"message_id":"m2","conversation_id":"c1","citations":[{"file_id":"f","filename":"sales.csv","page":1,"quote":"q"}]})");
    return events;
}

const QString localText = u"South sold most: 115\u202f293 \n\n| a | b |\n**end**"_s;

struct Chat : ChatFixture {
    QSignalSpy notKept{&session, &ChatSession::notKept};

    ~Chat() { QCOMPARE(notKept.size(), 0); } // whatever the server did, the disk took everything
};

} // namespace

class TestChatSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTurnGoesFromQuestionToCitedAnswer();
    void FI_01_cutMidStreamResumesByteEqual();
    void aCutBeforeTheFirstEventIsRepeatedWithTheSameKey();
    void anUnknownPlaceInTheStreamStartsFromItsBeginning();
    void refusedBeforeTheFirstByteKeepsTheQuestionForRetry();
    void SSE_27_aTeamStreamCutMidAnswerIsInterruptedNeverFinished();
    void aTeamAnswerThatWasStoredIsFoundAfterTheCut();
    void stopEndsTheRunOnTheServerAndKeepsTheText();
    void stopOnATeamServerKeepsTheTextToo();
    void retryOfAnInterruptedRunReplacesTheAnswerInPlace();
    void aQuickFirstReplyGivesWayToTheAnswer();
    void CH_49_thoughtsInTheTextOfATeamAnswerStandWhereThoughtsStand();
    void aQuestionThatTheTextAsksAlreadyStandsOnce();
    void aWarningDoesNotEndTheTurn();
    void openingAConversationWithARunningTurnShowsItLive();
    void olderPagesLeaveAWatchedAnswerInItsPlace();
    void olderPagesAreAddedAboveWithoutRepeats();
    void twoConversationsStreamEachIntoItsOwnPlace();
    void whatIsSentDuringAnAnswerWaitsInOrder();
    void CH_86_aWaitingMessageInterruptsTheAnswerAndIsSentNext();
    void DATA_18_FI_31_offlineMessagesWaitAndAreSentOnceInOrder();
    void FI_31_anAnswerLostOnATeamServerIsLookedForAndNotSentAgain();
    void FI_03_aRestartGoesOnWhereTheStreamWas();
    void FI_03_aRestartOnATeamServerKeepsThePartAndSaysSo();
    void aMessageRefusedHoldsThoseBehindIt();
    void aWaitingMessageCanBeTakenBack();
    void aNewChatSurvivesARestartBeforeItsServerKnowsIt();
    void theLocalTextWinsOverNoResponseGenerated();
    void aConnectionTakenAwaySaysNothingOfTheTurn_data();
    void aConnectionTakenAwaySaysNothingOfTheTurn();
    void aNewChatKeepsItsOwnNameUntilTheServerHasStoredIt();
    void troubleOnTheWayIsNoRefusal();
    void aPageThatComesDuringATurnDoesNotEndIt();
};

void TestChatSession::aTurnGoesFromQuestionToCitedAnswer()
{
    Chat chat;
    chat.features = localFeatures;
    QJsonObject context; // CH-90
    chat.script = [&context](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        context = QJsonDocument::fromJson(request.body)["metadata"_L1]["user_context"_L1].toObject();
        return eventStream({localTurn().join()}, Scripted::End::Close);
    };
    QVERIFY(chat.open());
    QSignalSpy ids(&chat.session, &ChatSession::conversationIdChanged);
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    StoredFile file;
    file.id = FileId(u"f"_s);
    chat.session.send(u"Which region?"_s, {file}, {u"table"_s});
    QCOMPARE(chat.session.state(), ChatSession::State::Sending);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ChatFixture::lastOf(chat.session).agent, u"table"_s); // CH-40
    QCOMPARE(context.value("timezone"_L1).toString(), QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    QCOMPARE(context.value("locale"_L1).toString(), QLocale::system().bcp47Name());
    QVERIFY(ended.at(0).at(0).toBool());
    QCOMPARE(ids.size(), 2); // one of our own until the server names it
    QVERIFY(isProvisional(ids.at(0).at(0).value<ConversationId>()));
    QCOMPARE(chat.session.conversationId().value(), u"c1"_s);
    QCOMPARE(chat.session.transcript().rowCount(), 2);
    const Message answer = ChatFixture::lastOf(chat.session);
    QCOMPARE(answer.content, localText);
    QCOMPARE(answer.state, MessageState::Complete);
    QCOMPARE(answer.id.value(), u"m2"_s);
    QCOMPARE(answer.citations.size(), 1);
    QCOMPARE(answer.toolCalls.size(), 1);
    QVERIFY(answer.toolCalls.constFirst().finished);
    QCOMPARE(answer.thoughts.size(), 1);
    QCOMPARE(chat.session.transcript().messageAt(0).id.value(), u"m1"_s);
    QCOMPARE(chat.conversations.conversations().size(), 1);
    for (const Received &request : chat.server.received()) {
        if (request.method == "POST") {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            QCOMPARE(body.value("attachment_ids"_L1).toArray().at(0).toString(), u"f"_s);
            QCOMPARE(body.value("selected_agents"_L1).toArray().at(0).toString(), u"table"_s);
        }
    }
}

void TestChatSession::FI_01_cutMidStreamResumesByteEqual()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QList<QByteArray> events = localTurn();
    const QByteArray whole = events.join();
    for (int round = 0; round < 40; ++round) {
        Chat chat;
        chat.features = localFeatures;
        const auto cut = random.bounded(whole.size());
        const auto end = random.bounded(2) == 0 ? Scripted::End::Reset : Scripted::End::Close;
        int posts = 0;
        int resumed = 0;
        chat.script = [&](const Received &request) {
            // A reset may take even the first event with it: then the POST comes again, with the same key.
            if (request.method == "POST")
                return ++posts == 1 ? eventStream({whole.left(cut)}, end) : eventStream({whole}, Scripted::End::Close);
            if (!request.target.startsWith("/streams/runs/r1"))
                return Scripted{};
            const qsizetype from = request.headers.value("last-event-id").toLongLong();
            // The resumed stream breaks once more, right after its first event.
            const bool again = ++resumed == 1 && from + 2 < events.size();
            return eventStream({events.mid(from, again ? 1 : -1).join()}, Scripted::End::Close);
        };
        QVERIFY(chat.open());
        QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
        chat.session.send(u"Which region?"_s, {}, {});
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 10'000);
        const Message answer = ChatFixture::lastOf(chat.session);
        QCOMPARE(answer.content, localText);
        QCOMPARE(answer.state, MessageState::Complete);
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(chat.session.transcript().rowCount(), 2);
    }
}

void TestChatSession::aCutBeforeTheFirstEventIsRepeatedWithTheSameKey()
{
    Chat chat;
    chat.features = localFeatures;
    int posts = 0;
    chat.script = [&posts](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        return ++posts == 1 ? Scripted{{}, 0, Scripted::End::Close} : eventStream({localTurn().join()}, Scripted::End::Close);
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(posts, 2);
    QList<QByteArray> keys;
    for (const Received &request : chat.server.received()) {
        if (request.method == "POST")
            keys.append(request.headers.value("idempotency-key"));
    }
    QCOMPARE(keys.at(0), keys.at(1));
    QVERIFY(!keys.at(0).isEmpty());
    QCOMPARE(ChatFixture::lastOf(chat.session).content, localText);
}

void TestChatSession::anUnknownPlaceInTheStreamStartsFromItsBeginning()
{
    Chat chat;
    chat.features = localFeatures;
    chat.script = [](const Received &request) {
        const QList<QByteArray> events = localTurn();
        if (request.method == "POST")
            return eventStream({events.first(6).join()}, Scripted::End::Reset);
        if (!request.target.startsWith("/streams"))
            return Scripted{};
        return request.headers.contains("last-event-id") ? reply(410, R"({"detail":"unknown event"})")
                                                         : eventStream({events.join()}, Scripted::End::Close);
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, localText);
    QCOMPARE(ChatFixture::lastOf(chat.session).toolCalls.size(), 1);
}

void TestChatSession::refusedBeforeTheFirstByteKeepsTheQuestionForRetry()
{
    Chat chat;
    int posts = 0;
    chat.script = [&posts](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        return ++posts == 1 ? reply(422, R"({"detail":"too long"})") : eventStream({localTurn().join()}, Scripted::End::Close);
    };
    QVERIFY(chat.open());
    QSignalSpy failed(&chat.session, &ChatSession::failed);
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"my words"_s, {}, {});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(chat.session.transcript().rowCount(), 1);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, u"my words"_s);
    QCOMPARE(ChatFixture::lastOf(chat.session).state, MessageState::Failed);
    QVERIFY(ChatFixture::lastOf(chat.session).errorText.contains(u"too long"_s));
    chat.session.retry(0);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(chat.session.transcript().rowCount(), 2);
    QCOMPARE(chat.session.transcript().messageAt(0).content, u"my words"_s);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, localText);
}

void TestChatSession::SSE_27_aTeamStreamCutMidAnswerIsInterruptedNeverFinished()
{
    Chat chat;
    chat.script = [](const Received &request) {
        return request.method == "POST" ? eventStream({localTurn().first(7).join()}, Scripted::End::Close) : Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!ended.at(0).at(0).toBool());
    QCOMPARE(ChatFixture::lastOf(chat.session).state, MessageState::Interrupted);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, u"South sold most: "_s);
    QVERIFY(!ChatFixture::lastOf(chat.session).errorText.isEmpty());
}

void TestChatSession::aTeamAnswerThatWasStoredIsFoundAfterTheCut()
{
    Chat chat;
    chat.script = [](const Received &request) {
        if (request.method == "POST")
            return eventStream({localTurn().first(7).join()}, Scripted::End::Reset);
        if (request.target.contains("/messages"))
            return json(
                R"({"messages":[{"id":"m9","conversation_id":"c1","role":"assistant","content":"stored answer","created_at":"2026-05-02T09:14:03"},
                {"id":"m8","conversation_id":"c1","role":"user","content":"Which region?","created_at":"2026-05-02T09:14:02"}],"total":2})");
        return Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ChatFixture::lastOf(chat.session).state, MessageState::Complete);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, u"stored answer"_s);
}

void TestChatSession::stopEndsTheRunOnTheServerAndKeepsTheText()
{
    Chat chat;
    chat.features = localFeatures;
    bool cancelled = false;
    chat.script = [&cancelled](const Received &request) {
        if (request.target == "/runs/r1/cancel") {
            cancelled = true;
            return reply(202, "{}");
        }
        return request.method == "POST" ? eventStream({localTurn().first(7).join()}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ChatFixture::lastOf(chat.session).content, u"South sold most: "_s);
    chat.session.stop();
    QTRY_VERIFY(cancelled);
    QCOMPARE(ended.size(), 0); // the server has the last word
    chat.server.sendToHeld("id: 8\nevent: error\ndata: {\"error\":\"Cancelled\",\"error_type\":\"cancelled\"}\n\n");
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ChatFixture::lastOf(chat.session).state, MessageState::Stopped);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, u"South sold most: "_s);
}

void TestChatSession::stopOnATeamServerKeepsTheTextToo()
{
    Chat chat;
    chat.script = [](const Received &request) {
        return request.method == "POST" ? eventStream({localTurn().first(7).join()}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.open());
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ChatFixture::lastOf(chat.session).content, u"South sold most: "_s);
    chat.session.stop();
    QCOMPARE(ChatFixture::lastOf(chat.session).state, MessageState::Stopped);
    QCOMPARE(chat.session.state(), ChatSession::State::Idle);
}

void TestChatSession::retryOfAnInterruptedRunReplacesTheAnswerInPlace()
{
    Chat chat;
    chat.features = localFeatures;
    chat.script = [](const Received &request) {
        if (request.target == "/runs/r1/retry")
            return reply(202, R"({"id":"r2","agent_id":"a","status":"pending","input":{"prompt":"x"}})");
        if (request.target.startsWith("/streams/runs/r2"))
            return eventStream({QByteArray(localTurn().join()).replace("\"r1\"", "\"r2\"")}, Scripted::End::Close);
        if (request.method == "POST")
            return eventStream({localTurn().first(7).join(),
                                "id: 8\nevent: error\ndata: {\"error\":\"The server stopped\",\"error_type\":\"interrupted\"}\n\n"},
                               Scripted::End::Close);
        return Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ChatFixture::lastOf(chat.session).state, MessageState::Interrupted);
    QCOMPARE(ChatFixture::lastOf(chat.session).errorText, u"The server stopped"_s);
    chat.session.retry(1);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(chat.session.transcript().rowCount(), 2);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, localText);
    QCOMPARE(ChatFixture::lastOf(chat.session).runId.value(), u"r2"_s);
}

void TestChatSession::aQuickFirstReplyGivesWayToTheAnswer()
{
    Chat chat;
    const QByteArray ack = "event: content\ndata: {\"type\":\"content\",\"source\":\"a\",\"message\":\"Let me "
                           "look.\",\"data\":{\"phase\":\"fast_ack\",\"partial\":false}}\n\n";
    chat.script = [&ack](const Received &request) {
        return request.method == "POST" ? eventStream({ack}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.open());
    chat.session.send(u"hi"_s, {}, {});
    QTRY_COMPARE(ChatFixture::lastOf(chat.session).content, u"Let me look."_s);
    chat.server.sendToHeld(localTurn().join());
    QTRY_COMPARE(ChatFixture::lastOf(chat.session).state, MessageState::Complete);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, localText);
}

void TestChatSession::CH_49_thoughtsInTheTextOfATeamAnswerStandWhereThoughtsStand()
{
    Chat chat;
    const auto delta = [](const QByteArray &text) {
        return R"(event: content
data: {"type":"content","source":"a","message":")" +
               text + R"(","data":{"streaming":true,"partial":true}}

)";
    };
    chat.script = [&delta](const Received &request) {
        return request.method == "POST" ? eventStream({delta("<thi")}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.open());
    chat.session.send(u"hi"_s, {}, {});
    QTRY_COMPARE(chat.session.state(), ChatSession::State::Streaming);
    chat.server.sendToHeld(delta("nk>Let me see."));
    QTRY_COMPARE(ChatFixture::lastOf(chat.session).thoughts.size(), 1);
    chat.server.sendToHeld(delta(" Yes.\\n</think>\\n\\nThe answer is 3 <"));
    QTRY_COMPARE(ChatFixture::lastOf(chat.session).content, u"The answer is 3 "_s);
    QCOMPARE(ChatFixture::lastOf(chat.session).thoughts.size(), 1);
    QCOMPARE(ChatFixture::lastOf(chat.session).thoughts.constFirst().text, u"Let me see. Yes."_s);
    QCOMPARE(ChatFixture::lastOf(chat.session).thoughts.constFirst().phase, u"model_reasoning"_s);
    chat.session.stop();
    QCOMPARE(ChatFixture::lastOf(chat.session).content, u"The answer is 3 <"_s); // it was no tag
}

// As the local server's own engine asks.
void TestChatSession::aQuestionThatTheTextAsksAlreadyStandsOnce()
{
    Chat chat;
    const QByteArray text = R"(event: content
data: {"type":"content","source":"a","message":"Table or text?","data":{"streaming":true,"partial":true}}

)";
    const QByteArray asks = R"(event: prompt
data: {"type":"prompt","source":"a","message":"Table or text?","data":{"prompt_type":"choice","options":["Table","Text"]}}

)";
    const QByteArray more = QByteArray(asks).replace("Table or text?", "Which table?");
    chat.script = [&](const Received &request) {
        return request.method == "POST" ? eventStream({text + asks + more}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy prompted(&chat.session, &ChatSession::prompted);
    chat.session.send(u"hi"_s, {}, {});
    QTRY_COMPARE(prompted.size(), 2);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, u"Table or text?\n\nWhich table?"_s);
}

void TestChatSession::aWarningDoesNotEndTheTurn()
{
    Chat chat;
    chat.script = [](const Received &request) {
        const QByteArray warning = "event: error\ndata: {\"type\":\"error\",\"source\":\"web\",\"message\":\"tool broke\"}\n\n";
        return request.method == "POST" ? eventStream({warning + localTurn().join()}, Scripted::End::Close) : Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"hi"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ChatFixture::lastOf(chat.session).state, MessageState::Complete);
    QCOMPARE(ChatFixture::lastOf(chat.session).thoughts.constFirst().text, u"tool broke"_s);
}

void TestChatSession::openingAConversationWithARunningTurnShowsItLive()
{
    Chat chat;
    chat.features = localFeatures;
    chat.script = [](const Received &request) {
        if (request.target.startsWith("/conversations/c1/messages"))
            return json(
                R"({"messages":[{"id":"m1","conversation_id":"c1","role":"user","content":"Which region?","created_at":"2026-05-02T09:14:02"}],"total":1})");
        if (request.target.startsWith("/conversations/c1"))
            return json(R"({"id":"c1","title":"T","active_run_id":"r1"})");
        if (request.target.startsWith("/streams/runs/r1"))
            return eventStream({localTurn().join()}, Scripted::End::Close);
        return Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(chat.session.transcript().rowCount(), 2);
    QCOMPARE(ChatFixture::lastOf(chat.session).content, localText);
}

void TestChatSession::olderPagesLeaveAWatchedAnswerInItsPlace()
{
    Chat chat;
    chat.features = localFeatures;
    chat.script = [](const Received &request) {
        if (request.target.contains("/messages?")) {
            const bool isFirst = !request.target.contains("offset=100");
            QByteArrayList rows;
            for (int i = isFirst ? 101 : 1; i >= (isFirst ? 2 : 0); --i)
                rows.append(R"({"id":"n)" + QByteArray::number(i) + R"(","conversation_id":"c1","role":"user","content":"t)" +
                            QByteArray::number(i) + "\"}");
            return json(R"({"messages":[)" + rows.join(',') + R"(],"total":102})");
        }
        if (request.target.startsWith("/streams/runs/r1")) {
            QByteArray begin = localTurn().mid(0, 5).join();
            begin.replace("\"m1\"", "\"n101\"");
            return eventStream({begin}, Scripted::End::Hold);
        }
        if (request.target.startsWith("/conversations/c1"))
            return json(R"({"id":"c1","title":"T","active_run_id":"r1"})");
        return Scripted{};
    };
    QVERIFY(chat.open());
    TranscriptModel &transcript = chat.session.transcript();
    chat.session.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(ChatFixture::lastOf(chat.session).content, u"South "_s);
    QCOMPARE(transcript.rowCount(), 101);
    chat.session.send(u"And then?"_s, {}, {});
    QCOMPARE(transcript.rowCount(), 102);
    const auto keys = [&transcript] {
        QStringList all;
        for (int row = 0; row < transcript.rowCount(); ++row)
            all.append(transcript.keyAt(row));
        return all;
    };
    const QStringList before = keys();
    QSignalSpy removals(&transcript, &QAbstractItemModel::rowsRemoved);
    QSignalSpy resets(&transcript, &QAbstractItemModel::modelReset);
    chat.session.loadOlder();
    QTRY_COMPARE(transcript.messageAt(0).content, u"t0"_s);
    QCOMPARE(keys().mid(2), before); // the question, the answer that is being written, and what waits behind it
    QCOMPARE(removals.size(), 0);
    QCOMPARE(resets.size(), 0);
}

void TestChatSession::olderPagesAreAddedAboveWithoutRepeats()
{
    Chat chat;
    constexpr int total = 250;
    chat.script = [](const Received &request) {
        if (!request.target.contains("/messages?"))
            return Scripted{};
        const QByteArray query = request.target.mid(request.target.indexOf('?') + 1);
        int offset = 0;
        int limit = 0;
        for (const QByteArray &part : query.split('&')) {
            if (part.startsWith("offset="))
                offset = part.mid(7).toInt();
            if (part.startsWith("limit="))
                limit = part.mid(6).toInt();
        }
        QByteArrayList rows;
        for (int i = total - 1 - offset; i >= 0 && rows.size() < limit; --i)
            rows.append(R"({"id":"m)" + QByteArray::number(i) + R"(","conversation_id":"c1","role":"user","content":"t)" +
                        QByteArray::number(i) + "\"}");
        return json(R"({"messages":[)" + rows.join(',') + R"(],"total":)" + QByteArray::number(total) + "}");
    };
    QVERIFY(chat.open());
    chat.session.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(chat.session.transcript().rowCount(), 100);
    QVERIFY(chat.session.canLoadOlder());
    chat.session.loadOlder();
    chat.session.loadOlder(); // while the first is under way: no second request
    QTRY_COMPARE(chat.session.transcript().rowCount(), 200);
    chat.session.loadOlder();
    QTRY_COMPARE(chat.session.transcript().rowCount(), total);
    QVERIFY(!chat.session.canLoadOlder());
    for (int i = 0; i < total; ++i)
        QCOMPARE(chat.session.transcript().messageAt(i).content, u"t%1"_s.arg(i));
}

void TestChatSession::twoConversationsStreamEachIntoItsOwnPlace()
{
    TeamFixture team;
    team.features = localFeatures;
    int posts = 0;
    team.script = [&posts](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        const QByteArray number = QByteArray::number(++posts);
        QByteArray turn = localTurn().join();
        turn.replace("\"c1\"", "\"c" + number + "\"").replace("\"r1\"", "\"r" + number + "\"").replace("South", "Answer" + number);
        Scripted stream = eventStream({}, Scripted::End::Close);
        for (qsizetype i = 0; i < turn.size(); i += 97)
            stream.pieces.append(turn.mid(i, 97));
        stream.pieceDelayMs = 3;
        return stream;
    };
    QVERIFY(team.open());
    ChatSessions sessions(team.api, team.workspace, team.conversations);
    ChatSession *first = sessions.newSession();
    first->send(u"one"_s, {}, {});
    ChatSession *second = sessions.newSession();
    QVERIFY(second != first);
    second->send(u"two"_s, {}, {});
    QCOMPARE(sessions.busyCount(), 2);
    QTRY_COMPARE(sessions.busyCount(), 0);
    QCOMPARE(QString(localText).replace(u"South"_s, u"Answer1"_s), ChatFixture::lastOf(*first).content);
    QCOMPARE(QString(localText).replace(u"South"_s, u"Answer2"_s), ChatFixture::lastOf(*second).content);
    QCOMPARE(sessions.session(ConversationId(u"c1"_s)), first);
}

namespace {

QByteArray plainTurn(const QByteArray &text)
{
    return word(text) + "event: message_complete\ndata: {\"message_id\":\"a-" + text + "\",\"conversation_id\":\"c1\"}\n\n";
}

} // namespace

void TestChatSession::whatIsSentDuringAnAnswerWaitsInOrder()
{
    Chat chat;
    chat.script = [](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        const QByteArray asked = QJsonDocument::fromJson(request.body).object().value("message"_L1).toString().toUtf8();
        return eventStream({plainTurn("to " + asked)}, Scripted::End::Close);
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"one"_s, {}, {});
    chat.session.send(u"two"_s, {}, {});
    chat.session.send(u"three"_s, {}, {});
    QCOMPARE(chat.session.waitingCount(), 2);
    QCOMPARE(chat.session.transcript().messageAt(3).state, MessageState::Waiting);
    QTRY_COMPARE(ended.size(), 3);
    QCOMPARE(ChatFixture::textsOf(chat.session), (QStringList{u"one"_s, u"to one"_s, u"two"_s, u"to two"_s, u"three"_s, u"to three"_s}));
    QCOMPARE(chat.asked(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
}

void TestChatSession::CH_86_aWaitingMessageInterruptsTheAnswerAndIsSentNext()
{
    Chat chat;
    chat.script = [](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        const QByteArray asked = QJsonDocument::fromJson(request.body).object().value("message"_L1).toString().toUtf8();
        return asked == "one" ? eventStream({localTurn().first(7).join()}, Scripted::End::Hold)
                              : eventStream({plainTurn("to " + asked)}, Scripted::End::Close);
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"one"_s, {}, {});
    chat.session.send(u"two"_s, {}, {});
    chat.session.send(u"three"_s, {}, {});
    QTRY_COMPARE(chat.session.transcript().messageAt(1).content, u"South sold most: "_s);
    QVERIFY(!chat.session.whyNotSendNow(1).isEmpty()); // not a message that waits
    QCOMPARE(chat.session.whyNotSendNow(3), QString());
    chat.session.interruptAndSend(3);
    QTRY_COMPARE(ended.size(), 3);
    QCOMPARE(chat.session.transcript().messageAt(1).state, MessageState::Stopped);
    QCOMPARE(ChatFixture::textsOf(chat.session),
             (QStringList{u"one"_s, u"South sold most: "_s, u"three"_s, u"to three"_s, u"two"_s, u"to two"_s}));
    QCOMPARE(chat.asked(), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
    QCOMPARE(chat.session.waitingCount(), 0);
}

void TestChatSession::DATA_18_FI_31_offlineMessagesWaitAndAreSentOnceInOrder()
{
    Chat chat;
    bool up = false;
    chat.script = [&up](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        return up ? eventStream({plainTurn("yes")}, Scripted::End::Close) : Scripted{};
    };
    // Written before there is a connection at all.
    chat.session.send(u"first"_s, {}, {});
    chat.session.send(u"second"_s, {}, {});
    QCOMPARE(chat.session.transcript().messageAt(0).state, MessageState::Waiting);
    QCOMPARE(chat.session.waitingCount(), 2);
    QCOMPARE(chat.session.state(), ChatSession::State::Idle);
    up = true;
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    QVERIFY(chat.open());
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(chat.asked(), (QStringList{u"first"_s, u"second"_s}));
    QCOMPARE(chat.session.transcript().messageAt(0).state, MessageState::Complete);
}

void TestChatSession::FI_31_anAnswerLostOnATeamServerIsLookedForAndNotSentAgain()
{
    Chat chat;
    int looked = 0;
    chat.script = [&looked](const Received &request) {
        if (request.method == "POST")
            return cutBeforeAnswer(); // it arrived; nothing came back
        if (request.target.contains("/messages")) {
            if (++looked == 1)
                return json(R"({"messages":[],"total":0})");
            if (looked == 2)
                return reply(503, R"({"detail":"busy"})");
            return json("{\"messages\":[{\"id\":\"m9\",\"conversation_id\":\"c1\",\"role\":\"assistant\",\"content\":\"stored\","
                        "\"created_at\":\"2026-05-02T09:14:03\"},{\"id\":\"m8\",\"conversation_id\":\"c1\",\"role\":\"user\","
                        "\"content\":\"once\",\"created_at\":\"2026-05-02T09:14:02\"}],\"total\":2}");
        }
        return Scripted{};
    };
    QVERIFY(chat.open());
    chat.session.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(chat.session.state(), ChatSession::State::Idle);
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"once"_s, {}, {});
    QTRY_COMPARE(chat.session.transcript().messageAt(0).state, MessageState::Unknown);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QVERIFY(ended.at(0).at(0).toBool());
    QCOMPARE(ChatFixture::textsOf(chat.session), (QStringList{u"once"_s, u"stored"_s}));
    QCOMPARE(chat.asked(), QStringList{u"once"_s});
}

void TestChatSession::FI_03_aRestartGoesOnWhereTheStreamWas()
{
    Chat chat;
    chat.features = localFeatures;
    QByteArray resumedAfter = "none";
    bool resumes = false;
    chat.script = [&](const Received &request) {
        if (request.method == "POST")
            return eventStream({localTurn().first(7).join()}, Scripted::End::Hold);
        if (request.target.startsWith("/streams/runs/r1") && resumes) {
            resumedAfter = request.headers.value("last-event-id");
            return eventStream({localTurn().mid(7).join()}, Scripted::End::Close);
        }
        return Scripted{};
    };
    QVERIFY(chat.open());
    {
        ChatSessions before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        ChatSession *session = before.newSession();
        session->send(u"Which region?"_s, {}, {});
        QTRY_COMPARE(ChatFixture::lastOf(*session).content, u"South sold most: "_s);
    } // as if the program had ended: nobody says goodbye
    resumes = true;
    ChatSessions after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    QSignalSpy ended(&after, &ChatSessions::turnEnded);
    after.recover();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(resumedAfter, QByteArray("7"));
    ChatSession *session = after.session(ConversationId(u"c1"_s));
    QCOMPARE(session->transcript().rowCount(), 2);
    QCOMPARE(ChatFixture::lastOf(*session).content, localText);
    QCOMPARE(ChatFixture::lastOf(*session).toolCalls.size(), 1);
    QCOMPARE(ChatFixture::lastOf(*session).thoughts.size(), 1);
    QCOMPARE(chat.asked().size(), 1);
}

void TestChatSession::FI_03_aRestartOnATeamServerKeepsThePartAndSaysSo()
{
    Chat chat;
    chat.script = [](const Received &request) {
        return request.method == "POST" ? eventStream({localTurn().mid(1, 6).join()}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.open());
    {
        ChatSession before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        before.open(ConversationId(u"c1"_s));
        QTRY_COMPARE(before.state(), ChatSession::State::Idle);
        before.send(u"Which region?"_s, {}, {});
        QTRY_COMPARE(ChatFixture::lastOf(before).content, u"South sold most: "_s);
    }
    ChatSession after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    QSignalSpy ended(&after, &ChatSession::turnEnded);
    after.open(ConversationId(u"c1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QCOMPARE(ChatFixture::lastOf(after).content, u"South sold most: "_s);
    QCOMPARE(ChatFixture::lastOf(after).state, MessageState::Interrupted);
    QCOMPARE(chat.asked().size(), 1); // never sent blindly again
    // And it stays so.
    ChatSession later(chat.api, chat.workspace, chat.conversations, &chat.journal);
    later.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(ChatFixture::textsOf(later), (QStringList{u"Which region?"_s, u"South sold most: "_s}));
    QCOMPARE(ChatFixture::lastOf(later).state, MessageState::Interrupted);
}

void TestChatSession::aMessageRefusedHoldsThoseBehindIt()
{
    Chat chat;
    bool refuses = true;
    chat.script = [&refuses](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        return refuses ? reply(422, R"({"detail":"no"})") : eventStream({plainTurn("yes")}, Scripted::End::Close);
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"one"_s, {}, {});
    chat.session.send(u"two"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(chat.session.transcript().messageAt(0).state, MessageState::Failed);
    QCOMPARE(chat.session.transcript().messageAt(1).state, MessageState::Waiting);
    QCOMPARE(chat.session.waitingCount(), 1);
    refuses = false;
    chat.session.retry(0);
    QTRY_COMPARE(ended.size(), 3);
    QCOMPARE(ChatFixture::textsOf(chat.session), (QStringList{u"one"_s, u"yes"_s, u"two"_s, u"yes"_s}));
    QCOMPARE(chat.asked(), (QStringList{u"one"_s, u"one"_s, u"two"_s}));
}

void TestChatSession::aWaitingMessageCanBeTakenBack()
{
    Chat chat;
    chat.session.send(u"one"_s, {}, {u"table"_s});
    chat.session.send(u"two"_s, {}, {});
    const std::optional<TurnRequest> taken = chat.session.withdraw(0);
    QVERIFY(taken);
    QCOMPARE(taken->text, u"one"_s);
    QCOMPARE(taken->agents, QStringList{u"table"_s});
    QCOMPARE(ChatFixture::textsOf(chat.session), QStringList{u"two"_s});
    QVERIFY(!chat.session.withdraw(7));
    Result<QList<TurnRecord>> open = Unexpected{Error()};
    chat.journal.loadOpen(this, [&open](const Result<QList<TurnRecord>> &turns) { open = turns; });
    QTRY_VERIFY(open);
    QCOMPARE(open->size(), 1);
    QCOMPARE(open->constFirst().request.text, u"two"_s);
}

void TestChatSession::aNewChatSurvivesARestartBeforeItsServerKnowsIt()
{
    Chat chat;
    {
        ChatSessions before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        before.newSession()->send(u"a question written in the train"_s, {}, {});
        QCOMPARE(chat.conversations.conversations().size(), 1);
    }
    chat.conversations.clear();
    chat.script = [](const Received &request) {
        return request.method == "POST" ? eventStream({plainTurn("yes")}, Scripted::End::Close) : Scripted{};
    };
    ChatSessions after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    QSignalSpy ended(&after, &ChatSessions::turnEnded);
    after.recover();
    QTRY_COMPARE(chat.conversations.conversations().size(), 1);
    const ConversationId provisional = chat.conversations.conversations().constFirst().id;
    QVERIFY(isProvisional(provisional));
    QCOMPARE(chat.conversations.conversations().constFirst().title, u"a question written in the train"_s);
    QVERIFY(chat.open()); // there is a connection
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(chat.conversations.conversations().size(), 1);
    QCOMPARE(chat.conversations.conversations().constFirst().id.value(), u"c1"_s);
    QCOMPARE(chat.asked().size(), 1);
}

void TestChatSession::theLocalTextWinsOverNoResponseGenerated()
{
    Chat chat;
    chat.script = [](const Received &request) {
        if (request.method == "POST")
            return eventStream({"event: content\ndata: {\"type\":\"content\",\"source\":\"chat\",\"message\":\"Hello you\","
                                "\"data\":{\"phase\":\"fast_ack\",\"partial\":false}}\n\n"
                                "event: message_complete\ndata: {\"message_id\":\"m9\",\"conversation_id\":\"c1\"}\n\n"},
                               Scripted::End::Close);
        if (request.target.contains("/messages"))
            return json("{\"messages\":[{\"id\":\"m9\",\"conversation_id\":\"c1\",\"role\":\"assistant\","
                        "\"content\":\"No response generated.\",\"created_at\":\"2026-05-02T09:14:03\"},"
                        "{\"id\":\"m8\",\"conversation_id\":\"c1\",\"role\":\"user\",\"content\":\"Hello\","
                        "\"created_at\":\"2026-05-02T09:14:02\"}],\"total\":2}");
        return Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Hello"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    ChatSession later(chat.api, chat.workspace, chat.conversations, &chat.journal);
    later.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(later.state(), ChatSession::State::Idle);
    QTRY_COMPARE(ChatFixture::textsOf(later), (QStringList{u"Hello"_s, u"Hello you"_s}));
}

void TestChatSession::aConnectionTakenAwaySaysNothingOfTheTurn_data()
{
    QTest::addColumn<int>("events");
    QTest::newRow("before the first word") << 0;
    QTest::newRow("in the middle") << 6;
}

// The profile is closed, or the program ends, while a question is on its way: it may have arrived.
void TestChatSession::aConnectionTakenAwaySaysNothingOfTheTurn()
{
    QFETCH(const int, events);
    Chat chat;
    chat.script = [events](const Received &request) {
        return request.method == "POST" ? eventStream({localTurn().mid(1, events).join()}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.open());
    chat.session.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(chat.session.state(), ChatSession::State::Idle);
    chat.session.send(u"Which region?"_s, {}, {});
    chat.session.send(u"And the next?"_s, {}, {});
    QTRY_COMPARE(chat.asked().size(), 1);
    if (events > 0)
        QTRY_COMPARE(chat.session.transcript().messageAt(1).content, u"South sold most: "_s);
    chat.workspace.close();
    QTRY_COMPARE(chat.session.state(), ChatSession::State::Idle);
    Result<QList<TurnRecord>> open = Unexpected{Error()};
    chat.journal.loadOpen(this, [&open](const Result<QList<TurnRecord>> &turns) { open = turns; });
    QTRY_VERIFY(open);
    QCOMPARE(open->size(), 2);
    QCOMPARE(open->at(0).state, TurnState::Sending); // never "waiting", which would be sent again
    QCOMPARE(open->at(1).state, TurnState::Waiting); // never marked as sent
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.script = [](const Received &request) {
        if (request.method == "POST")
            return eventStream({plainTurn("yes")}, Scripted::End::Close);
        if (request.target.contains("/messages"))
            return json("{\"messages\":[{\"id\":\"m9\",\"conversation_id\":\"c1\",\"role\":\"assistant\",\"content\":\"stored\","
                        "\"created_at\":\"2026-05-02T09:14:03\"},{\"id\":\"m8\",\"conversation_id\":\"c1\",\"role\":\"user\","
                        "\"content\":\"Which region?\",\"created_at\":\"2026-05-02T09:14:02\"}],\"total\":2}");
        return Scripted{};
    };
    QVERIFY(chat.open());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20'000);
    QCOMPARE(ChatFixture::textsOf(chat.session), (QStringList{u"Which region?"_s, u"stored"_s, u"And the next?"_s, u"yes"_s}));
    QCOMPARE(chat.asked(), (QStringList{u"Which region?"_s, u"And the next?"_s}));
}

// The team server names a new conversation before it stores it, and stores it only with its first answer (contract 4.6).
void TestChatSession::aNewChatKeepsItsOwnNameUntilTheServerHasStoredIt()
{
    Chat chat;
    int asked = 0;
    chat.script = [&asked](const Received &request) {
        if (request.method == "POST" && ++asked == 1)
            return eventStream({"event: conversation_created\ndata: {\"conversation_id\":\"never\",\"title\":\"T\"}\n\n"
                                "event: content\ndata: {\"type\":\"content\",\"source\":\"chat\",\"message\":\"part\","
                                "\"data\":{\"streaming\":true,\"partial\":true}}\n\n"},
                               Scripted::End::Hold);
        if (request.method == "POST")
            return eventStream({"event: conversation_created\ndata: {\"conversation_id\":\"c1\",\"title\":\"T\"}\n\n" + plainTurn("yes")},
                               Scripted::End::Close);
        return Scripted{};
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"one"_s, {}, {});
    QTRY_COMPARE(ChatFixture::lastOf(chat.session).content, u"part"_s);
    chat.session.stop(); // a disconnect: nothing of it is stored
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(isProvisional(chat.session.conversationId()));
    chat.session.send(u"two"_s, {}, {});
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(chat.session.conversationId().value(), u"c1"_s);
    const auto received = chat.server.received();
    for (const Received &request : received)
        QVERIFY2(!request.body.contains("never") && !request.target.contains("/never"), request.head.constData());
    QCOMPARE(ChatFixture::textsOf(chat.session), (QStringList{u"one"_s, u"part"_s, u"two"_s, u"yes"_s}));
}

// 502 and 504 say nothing about whether the question arrived: with a key the same is sent again, without one it is looked for.
void TestChatSession::troubleOnTheWayIsNoRefusal()
{
    Chat chat;
    chat.features = localFeatures;
    int asked = 0;
    QSet<QByteArray> keys;
    chat.script = [&](const Received &request) {
        if (request.method != "POST")
            return Scripted{};
        keys.insert(request.headers.value("idempotency-key"));
        return ++asked == 1 ? reply(502, "<html>bad gateway</html>", "text/html") : eventStream({localTurn().join()}, Scripted::End::Close);
    };
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.at(0).at(0).toBool());
    QCOMPARE(asked, 2);
    QCOMPARE(keys.size(), 1);
}

void TestChatSession::aPageThatComesDuringATurnDoesNotEndIt()
{
    Chat chat;
    chat.features = localFeatures;
    int pages = 0;
    chat.script = [&pages](const Received &request) {
        if (request.method == "POST")
            return eventStream({localTurn().mid(0, 6).join()}, Scripted::End::Hold);
        if (!request.target.startsWith("/conversations/c1/messages"))
            return Scripted{};
        return ++pages == 1 ? reply(403, R"({"detail":"not now"})")
                            : late(json(R"({"messages":[{"id":"m0","role":"user","content":"Before"}],"total":1})"), 1500);
    };
    QVERIFY(chat.open());
    chat.session.open(ConversationId(u"c1"_s));
    QTRY_VERIFY(pages == 1 && chat.session.state() == ChatSession::State::Idle);
    Q_EMIT chat.workspace.ready(); // it is asked for once more
    QTRY_COMPARE(pages, 2);
    chat.session.send(u"Which region?"_s, {}, {});
    QTRY_COMPARE(chat.session.state(), ChatSession::State::Streaming);
    QTRY_COMPARE(chat.session.transcript().rowCount(), 3);
    QCOMPARE(chat.session.state(), ChatSession::State::Streaming); // and can be stopped
}

QTEST_GUILESS_MAIN(TestChatSession)
#include "tst_chatsession.moc"
