// What may not be sent twice is not, and nothing is said of a turn before it is known (contract 4.6).
#include "api/endpoints/agentsapi.h"
#include "api/endpoints/streamsapi.h"
#include "auth/authmanager.h"
#include "auth/session.h"
#include "auth/signin/signinattempt.h"
#include "chatfixture.h"
#include "linearserver.h"
#include "state/chat/turnprojection.h"
#include "state/models/transcriptmodel.h"
#include "support/failingdisk.h"
#include "support/identityserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using Chat = ChatFixture;

// The same with somebody who is signed in by mail; the scripts say what is refused.
struct SignedInChat : Chat {
    IdentityServer identity{IdentityServer::Kind::Team};

    [[nodiscard]] bool isGood(const Received &request) const
    {
        return identity.isGoodAccess(request.headers.value("authorization").mid(7));
    }
    [[nodiscard]] bool startSignedIn()
    {
        Profile profile{Profile::Kind::Team, u"team"_s, server.url()};
        profile.id = u"p1"_s;
        profile.identityUrl = identity.url();
        profile.signIn = SignInWay::EmailCode;
        Session stored;
        stored.way = SignInWay::EmailCode;
        stored.issuer = identity.url();
        stored.baseUrl = profile.baseUrl;
        stored.renewal = identity.grantSession();
        stored.account.id = u"u-ana"_s;
        bool isWritten = false;
        secrets.write(sessionKey(profile), toStored(stored), &workspace, [&isWritten](const Result<> &) { isWritten = true; });
        if (!QTest::qWaitFor([&isWritten] { return isWritten; }, 5000))
            return false;
        workspace.open(profile);
        if (!QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready; }, 10'000))
            return false;
        session.open(c1);
        return QTest::qWaitFor([this] { return session.state() == ChatSession::State::Idle; }, 5000);
    }
    [[nodiscard]] bool signInAgain()
    {
        const QPointer<SignInAttempt> attempt = workspace.session()->signIn(SignInWay::EmailCode);
        attempt->start();
        attempt->answer(u"ana@example.org"_s);
        if (!QTest::qWaitFor([&] { return attempt && attempt->step().kind == SignInStep::Kind::AskCode; }, 10'000))
            return false;
        attempt->answer(QString::fromLatin1(identity.mailCode));
        return QTest::qWaitFor([this] { return workspace.session()->state() == AuthManager::State::SignedIn; }, 10'000);
    }
};

const QByteArray answered = word("yes") + "event: message_complete\ndata: {\"message_id\":\"a-yes\",\"conversation_id\":\"c1\"}\n\n";

// The answer with the header that tells the server's clock.
Scripted withDate(Scripted answer)
{
    if (answer.pieces.isEmpty())
        return answer;
    const QString now = QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    const qsizetype line = answer.pieces.constFirst().indexOf("\r\n");
    answer.pieces.first().insert(line, "\r\nDate: " + now.toLatin1());
    return answer;
}

void addPair(LinearServer &line)
{
    line.add(u"m1"_s, u"user"_s, u"before"_s);
    line.add(u"m2"_s, u"assistant"_s, u"to before"_s);
}

void setAge(QJsonObject &message, int seconds)
{
    const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(-seconds);
    message.insert("created_at"_L1, time.toString(u"yyyy-MM-ddTHH:mm:ss"_s));
}

void addOthers(LinearServer &line)
{
    for (int i = 0; i < 4; ++i) {
        line.add(u"oq%1"_s.arg(i), u"user"_s, u"of another program %1"_s.arg(i));
        line.add(u"oa%1"_s.arg(i), u"assistant"_s, u"to another program %1"_s.arg(i));
    }
}

} // namespace

class TestTurnDelivery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_06_aServerThatCameBackIsNotAskedBesideAnOpenStream_data();
    void HTTP_06_aServerThatCameBackIsNotAskedBesideAnOpenStream();
    void HTTP_08_aStoredAnswerIsFoundBehindWhatOthersAdded();
    void HTTP_08_theSameWordsAskedBeforeAreNoAnswer();
    void HTTP_08_aRefusedLookSaysNothingOfTheTurn();
    void HTTP_08_aStoredAnswerIsFoundByItsTimeWhenTheMessageBeforeItIsGone();
    void HTTP_08_theSameWordsLeaveDoubtWhenTheMessageBeforeIsGone_data();
    void HTTP_08_theSameWordsLeaveDoubtWhenTheMessageBeforeIsGone();
    void HTTP_08_aBusyServerIsLookedAtAgain_data();
    void HTTP_08_aBusyServerIsLookedAtAgain();
    void HTTP_08_aLookThatIsRefusedForItsTokenIsMadeWithANewOne_data();
    void HTTP_08_aLookThatIsRefusedForItsTokenIsMadeWithANewOne();
    void HTTP_08_whatTheServerStoresLateIsFoundBeforeTheLookIsGivenUp_data();
    void HTTP_08_whatTheServerStoresLateIsFoundBeforeTheLookIsGivenUp();
    void HTTP_08_aMessageWhoseWaitWasGivenUpIsLookedForByAServerWithoutKeys();
    void HTTP_19_aHistoryThatIsRefusedIsNotAskedForWithoutAPause();
    void HTTP_19_aHistoryThatIsUnderWayIsNotAskedForBesideIt();
    void DATA_19_whatIsAskedAgainStaysBeforeWhatWaits();
    void DATA_19_aWaitingMessageThatIsBroughtBackKeepsItsPlace();
    void DATA_20_whatIsAskedAgainIsWrittenInItsPlaceWhenTheDiskTakesItLater();
    void DATA_20_aJournalThatIsReadLaterKeepsWhatWasSentMeanwhile();
    void anotherConversationIsOpenedWhileSomebodyWaitsForPages();
    void whoIsToldOfAMessageMayEndTheSession();
    void SSE_23_aTurnWhoseServerIsSilentSaysSo_data();
    void SSE_23_aTurnWhoseServerIsSilentSaysSo();
    void SSE_23_aTurnThatIsStoppedInSilenceSaysNothingMoreOfIt();
    void CH_65_thoughtsOfALiveTurnTellTheRouting();
    void CH_66_aThoughtThatTellsNothingNewChangesNoRouting();
    void CH_47_aTurnTellsHowLongItsStepsTook();
};

// The team server's agentic endpoint sends no routing_decision.
void TestTurnDelivery::CH_65_thoughtsOfALiveTurnTellTheRouting()
{
    TranscriptModel transcript;
    TurnProjection projection(transcript);
    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    const int row = transcript.append(answer);
    projection.begin({}, transcript.keyAt(row));
    projection.apply({"thought", R"({"type":"thought","source":"dispatcher","message":"Hm","data":null})", {}});
    QVERIFY(!transcript.messageAt(row).routing);
    projection.apply({"thought",
                      R"({"type":"thought","source":"dispatcher","message":"Search","data":{"phase":"intent_routing","confidence":0.8}})",
                      {}});
    projection.apply({"thought", R"({"type":"thought","source":"dispatcher","message":"Using T","data":{"selected_agent":"table"}})", {}});
    QVERIFY(transcript.messageAt(row).routing);
    const RoutingDecision routing = *transcript.messageAt(row).routing;
    QCOMPARE(routing.agents, QStringList{u"table"_s});
    QCOMPARE(routing.confidence, 0.8);
    QVERIFY(!routing.needsDisambiguation);
    QCOMPARE(transcript.messageAt(row).thoughts.size(), 3);
}

void TestTurnDelivery::CH_66_aThoughtThatTellsNothingNewChangesNoRouting()
{
    TranscriptModel transcript;
    TurnProjection projection(transcript);
    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    const int row = transcript.append(answer);
    projection.begin({}, transcript.keyAt(row));
    const QByteArray unsure =
        R"({"type":"thought","source":"dispatcher","message":"Perhaps","data":{"phase":"intent_routing","confidence":0.5}})";
    projection.apply({"thought", unsure, {}});
    const RoutingDecision routing = *transcript.messageAt(row).routing;
    QVERIFY(routing.needsDisambiguation && routing.isTaken);
    QSignalSpy changed(&transcript, &QAbstractItemModel::dataChanged);
    projection.apply({"thought", unsure, {}});
    QCOMPARE(changed.size(), 1); // the thought
    QCOMPARE(*transcript.messageAt(row).routing, routing);
    // What a server decided to ask itself is not taken.
    projection.resetAnswer();
    projection.apply(
        {"routing_decision", R"({"selected_agents":["a"],"alternatives":["b"],"confidence":0.4,"requires_disambiguation":true})", {}});
    projection.apply({"thought", unsure, {}});
    QVERIFY(transcript.messageAt(row).routing->needsDisambiguation && !transcript.messageAt(row).routing->isTaken);
}

void TestTurnDelivery::CH_47_aTurnTellsHowLongItsStepsTook()
{
    TranscriptModel transcript;
    TurnProjection projection(transcript);
    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    const int row = transcript.append(answer);
    projection.begin({}, transcript.keyAt(row));
    const auto tool = [&projection](const QByteArray &type, const QByteArray &source, const QByteArray &data, const QByteArray &time) {
        projection.apply(
            {type,
             R"({"type":")" + type + R"(","source":")" + source + R"(","message":"x","data":)" + data + R"(,"timestamp":")" + time + "\"}",
             {}});
    };
    tool("tool_start", "a", "null", "2026-05-02T09:14:05.200000+00:00");
    tool("tool_start", "b", "null", "2026-05-02T09:14:05.300000+00:00");
    tool("tool_start", "c", "null", "when it began");
    tool("tool_result", "b", R"({"result":"x","duration_ms":7})", "2026-05-02T09:14:09.000000+00:00");
    tool("tool_result", "a", R"({"result":"x"})", "2026-05-02T11:14:06.450000+02:00");
    tool("tool_result", "c", R"({"result":"x"})", "2026-05-02T09:14:09.000000+00:00");
    const QList<ToolCall> calls = transcript.messageAt(row).toolCalls;
    QCOMPARE(calls.at(0).durationMs, 1250);
    QCOMPARE(calls.at(1).durationMs, 7); // what the server says counts
    QCOMPARE(calls.at(2).durationMs, -1);
    tool("complete", "a", R"({"elapsed_seconds":2.5})", "");
    tool("complete", "b", R"({"elapsed_seconds":1})", "");
    tool("complete", "c", R"({"elapsed_seconds":1e300})", "");
    QCOMPARE(transcript.messageAt(row).elapsedMs, 2500);
    tool("thought", "dispatcher", R"({"phase":"model_upgrade","model":"frontier-2"})", "");
    QCOMPARE(transcript.messageAt(row).thoughts.constLast().model, u"frontier-2"_s);
}

void TestTurnDelivery::HTTP_06_aServerThatCameBackIsNotAskedBesideAnOpenStream_data()
{
    QTest::addColumn<QByteArray>("features");
    QTest::newRow("with keys") << localFeatures;
    QTest::newRow("without keys") << QByteArray();
}

void TestTurnDelivery::HTTP_06_aServerThatCameBackIsNotAskedBesideAnOpenStream()
{
    QFETCH(const QByteArray, features);
    Chat chat;
    chat.features = features;
    chat.script = [](const Received &request) { return Chat::isQuestion(request) ? eventStream({}, Scripted::End::Hold) : Scripted{}; };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"once"_s, {}, {});
    QTRY_COMPARE(chat.asked().size(), 1);
    Q_EMIT chat.workspace.serverRestarted(); // while its stream is open
    chat.server.sendToHeld(word("part"));
    Q_EMIT chat.workspace.serverRestarted();
    QTRY_COMPARE(chat.texts(), (QStringList{u"once"_s, u"part"_s}));
    Q_EMIT chat.workspace.serverRestarted();
    chat.server.sendToHeld(answered);
    chat.server.closeHeld();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.constFirst().constFirst().toBool());
    QCOMPARE(chat.texts(), (QStringList{u"once"_s, u"partyes"_s}));
    QCOMPARE(chat.asked(), QStringList{u"once"_s});
}

void TestTurnDelivery::HTTP_08_aStoredAnswerIsFoundBehindWhatOthersAdded()
{
    LinearServer line;
    line.saysIds = false;
    line.add(u"m1"_s, u"user"_s, u"before"_s);
    line.add(u"m2"_s, u"assistant"_s, u"to before"_s);
    Chat chat;
    chat.script = [&line](const Received &request) {
        const Scripted answer = line.handle(request);
        if (!Chat::isQuestion(request))
            return answer;
        addOthers(line);
        return cutBeforeAnswer(); // it is stored; nothing came back
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"once"_s, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    QVERIFY(ended.constFirst().constFirst().toBool());
    QCOMPARE(chat.texts(), (QStringList{u"before"_s, u"to before"_s, u"once"_s, u"Answer 1 to once"_s}));
    QCOMPARE(chat.asked(), QStringList{u"once"_s});
}

void TestTurnDelivery::HTTP_08_theSameWordsAskedBeforeAreNoAnswer()
{
    LinearServer line;
    line.add(u"m1"_s, u"user"_s, u"again"_s);
    line.add(u"m2"_s, u"assistant"_s, u"of before"_s);
    line.add(u"m3"_s, u"user"_s, u"between"_s);
    line.add(u"m4"_s, u"assistant"_s, u"to between"_s);
    Chat chat;
    chat.script = [&line](const Received &request) {
        if (!Chat::isQuestion(request))
            return line.handle(request);
        addOthers(line);
        return eventStream({word("part")}, Scripted::End::Close); // nothing of it is stored
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"again"_s, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QVERIFY(!ended.constFirst().constFirst().toBool());
    QCOMPARE(chat.texts().mid(4), (QStringList{u"again"_s, u"part"_s}));
    QCOMPARE(chat.session.transcript().messageAt(5).state, MessageState::Interrupted);
    QCOMPARE(chat.asked(), QStringList{u"again"_s});
}

// "The server does not have it" would have the person send it twice.
void TestTurnDelivery::HTTP_08_aRefusedLookSaysNothingOfTheTurn()
{
    Chat chat;
    bool refuses = false;
    chat.script = [&refuses](const Received &request) {
        if (Chat::isQuestion(request)) {
            refuses = true;
            return cutBeforeAnswer();
        }
        return refuses && request.target.contains("/messages") ? reply(403, R"({"detail":"Access denied"})") : Scripted{};
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    QSignalSpy failed(&chat.session, &ChatSession::failed);
    chat.session.send(u"once"_s, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(chat.texts().size(), 2);
    QVERIFY(chat.session.transcript().messageAt(0).state != MessageState::Failed);
    QCOMPARE(chat.session.transcript().messageAt(1).state, MessageState::Interrupted);
    QVERIFY(chat.session.transcript().messageAt(1).errorText.contains(u"Access denied"_s));
    QCOMPARE(chat.asked(), QStringList{u"once"_s});
}

void TestTurnDelivery::HTTP_08_aStoredAnswerIsFoundByItsTimeWhenTheMessageBeforeItIsGone()
{
    LinearServer line;
    line.saysIds = false;
    line.add(u"m1"_s, u"user"_s, u"before"_s);
    line.add(u"m2"_s, u"assistant"_s, u"to before"_s);
    for (QJsonObject &message : line.messages)
        setAge(message, 60);
    Chat chat;
    chat.script = [&line](const Received &request) {
        const Scripted answer = line.handle(request);
        if (!Chat::isQuestion(request))
            return withDate(answer);
        for (QJsonObject &message : line.messages) {
            if (message.value("id"_L1).toString().startsWith(u'n'))
                setAge(message, 0);
        }
        line.messages.removeIf([](const QJsonObject &message) { return message.value("id"_L1).toString() == "m2"_L1; });
        return cutBeforeAnswer(); // it is stored; nothing came back
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"once"_s, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    QVERIFY(ended.constFirst().constFirst().toBool());
    QCOMPARE(chat.texts(), (QStringList{u"before"_s, u"to before"_s, u"once"_s, u"Answer 1 to once"_s}));
    QCOMPARE(chat.asked(), QStringList{u"once"_s});
}

void TestTurnDelivery::HTTP_08_theSameWordsLeaveDoubtWhenTheMessageBeforeIsGone_data()
{
    QTest::addColumn<bool>("knowsClock");
    QTest::newRow("the server's clock is known") << true;
    QTest::newRow("it is not known") << false;
}

// An answer to the same words of a moment ago is never taken for this one's, and without a clock it is not said that there is none.
void TestTurnDelivery::HTTP_08_theSameWordsLeaveDoubtWhenTheMessageBeforeIsGone()
{
    QFETCH(const bool, knowsClock);
    LinearServer line;
    line.add(u"m1"_s, u"user"_s, u"again"_s);
    line.add(u"m2"_s, u"assistant"_s, u"of before"_s);
    line.add(u"m3"_s, u"user"_s, u"between"_s);
    line.add(u"m4"_s, u"assistant"_s, u"to between"_s);
    for (QJsonObject &message : line.messages)
        setAge(message, 30);
    Chat chat;
    chat.script = [&](const Received &request) {
        if (!Chat::isQuestion(request))
            return knowsClock ? withDate(line.handle(request)) : line.handle(request);
        line.messages.removeLast();
        return eventStream({word("part")}, Scripted::End::Close); // nothing of it is stored
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"again"_s, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QVERIFY(!ended.constFirst().constFirst().toBool());
    QCOMPARE(chat.texts().mid(4), (QStringList{u"again"_s, u"part"_s}));
    const Message answer = chat.session.transcript().messageAt(5);
    QCOMPARE(answer.state, MessageState::Interrupted);
    QCOMPARE(answer.errorText.contains(u"not known whether"_s), !knowsClock);
    QCOMPARE(chat.asked(), QStringList{u"again"_s});
}

void TestTurnDelivery::HTTP_08_aBusyServerIsLookedAtAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("408") << 408 << QByteArray();
    QTest::newRow("429 with a time to wait") << 429 << QByteArray("Retry-After: 1");
}

// As often as it takes: nothing of it counts as a look that found nothing.
void TestTurnDelivery::HTTP_08_aBusyServerIsLookedAtAgain()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, header);
    LinearServer line;
    line.saysIds = false;
    line.add(u"m1"_s, u"user"_s, u"before"_s);
    line.add(u"m2"_s, u"assistant"_s, u"to before"_s);
    Chat chat;
    int toRefuse = 0;
    chat.script = [&](const Received &request) {
        if (request.target.contains("/messages") && toRefuse > 0) {
            --toRefuse;
            return reply(status, R"({"detail":"busy"})", "application/json", header.isEmpty() ? QList<QByteArray>() : QList{header});
        }
        const Scripted answer = line.handle(request);
        if (!Chat::isQuestion(request))
            return answer;
        toRefuse = 3;
        return cutBeforeAnswer(); // it is stored; nothing came back
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"once"_s, {}, {});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 90'000);
    QVERIFY(ended.constFirst().constFirst().toBool());
    QCOMPARE(toRefuse, 0);
    QCOMPARE(chat.texts(), (QStringList{u"before"_s, u"to before"_s, u"once"_s, u"Answer 1 to once"_s}));
    QCOMPARE(chat.asked(), QStringList{u"once"_s});
}

void TestTurnDelivery::HTTP_08_aLookThatIsRefusedForItsTokenIsMadeWithANewOne_data()
{
    QTest::addColumn<bool>("sessionEnds");
    QTest::newRow("the session is renewed by itself") << false;
    QTest::newRow("the person signs in again") << true;
}

// A refused look is no look: until the server has said something nothing is said of the turn, and nothing is sent again.
void TestTurnDelivery::HTTP_08_aLookThatIsRefusedForItsTokenIsMadeWithANewOne()
{
    QFETCH(const bool, sessionEnds);
    LinearServer line;
    line.saysIds = false;
    addPair(line);
    SignedInChat chat;
    int refused = 0;
    chat.script = [&](const Received &request) {
        if (!chat.isGood(request)) {
            refused += request.target.contains("/messages") ? 1 : 0;
            return reply(401, R"({"detail":"Invalid or expired JWT token"})");
        }
        const Scripted answer = line.handle(request);
        if (!Chat::isQuestion(request))
            return answer;
        chat.identity.expireAccess();
        if (sessionEnds)
            chat.identity.endSession();
        return cutBeforeAnswer(); // it is stored; nothing came back
    };
    QVERIFY(chat.startSignedIn());
    const int tokens = chat.identity.accessTokens();
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    QSignalSpy failed(&chat.session, &ChatSession::failed);
    chat.session.send(u"once"_s, {}, {});
    if (sessionEnds) {
        QTRY_COMPARE(chat.workspace.session()->state(), AuthManager::State::Expired);
        QTRY_VERIFY_WITH_TIMEOUT(refused >= 2, 20'000); // it goes on looking
        QCOMPARE(ended.size(), 0);
        QCOMPARE(chat.session.transcript().messageAt(2).state, MessageState::Unknown);
        QVERIFY(chat.signInAgain());
    }
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    QVERIFY(ended.constFirst().constFirst().toBool());
    QVERIFY(refused >= 1);
    QCOMPARE(failed.size(), 0);
    QVERIFY(chat.identity.accessTokens() > tokens);
    QCOMPARE(chat.texts(), (QStringList{u"before"_s, u"to before"_s, u"once"_s, u"Answer 1 to once"_s}));
    QCOMPARE(chat.asked(), QStringList{u"once"_s});
}

void TestTurnDelivery::HTTP_08_whatTheServerStoresLateIsFoundBeforeTheLookIsGivenUp_data()
{
    QTest::addColumn<bool>("isStored");
    QTest::newRow("stored after some looks") << true;
    QTest::newRow("never stored") << false;
}

// Nothing had come of the answer: the server may go on for half a minute with one that nobody listens to. What it does not have by then is
// said to be missing, what waits behind it waits for the person, and only the person has it sent again.
void TestTurnDelivery::HTTP_08_whatTheServerStoresLateIsFoundBeforeTheLookIsGivenUp()
{
    QFETCH(const bool, isStored);
    LinearServer line;
    line.saysIds = false;
    addPair(line);
    Chat chat;
    int looks = 0;
    bool isLost = false;
    chat.script = [&](const Received &request) {
        if (isLost && request.target.contains("/messages") && ++looks == 3 && isStored) {
            line.add(u"late-q"_s, u"user"_s, u"once"_s);
            line.add(u"late-a"_s, u"assistant"_s, u"late"_s);
        }
        if (!Chat::isQuestion(request) || std::exchange(isLost, true))
            return line.handle(request);
        return cutBeforeAnswer();
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"once"_s, {}, {});
    chat.session.send(u"behind it"_s, {}, {});
    const auto hasEnded = [&] {
        chat.session.reconnectNow(); // as after a sleep: a wait before the next look is not sat through
        return ended.size() >= 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 60'000);
    QCOMPARE(ended.constFirst().constFirst().toBool(), isStored);
    QStringList expected{u"before"_s, u"to before"_s, u"once"_s};
    if (isStored) {
        expected += {u"late"_s, u"behind it"_s, u"Answer 1 to behind it"_s};
    } else {
        QCOMPARE(looks, 5);
        QCOMPARE(chat.session.transcript().messageAt(2).state, MessageState::Failed);
        QVERIFY(!chat.session.transcript().messageAt(2).errorText.isEmpty());
        QCOMPARE(chat.session.waitingCount(), 1);
        QCOMPARE(chat.asked(), QStringList{u"once"_s});
        chat.session.retry(2);
        expected += {u"Answer 1 to once"_s, u"behind it"_s, u"Answer 2 to behind it"_s};
    }
    QTRY_COMPARE_WITH_TIMEOUT(chat.texts(), expected, 20'000);
    QCOMPARE(chat.asked(), isStored ? (QStringList{u"once"_s, u"behind it"_s}) : (QStringList{u"once"_s, u"once"_s, u"behind it"_s}));
}

// It was sent with a key until that was given up; the server that is there later knows nothing of keys. Sent there it would be asked twice.
void TestTurnDelivery::HTTP_08_aMessageWhoseWaitWasGivenUpIsLookedForByAServerWithoutKeys()
{
    LinearServer line;
    line.saysIds = false;
    addPair(line);
    Chat chat;
    chat.features = localFeatures;
    chat.script = [&](const Received &request) {
        if (!Chat::isQuestion(request))
            return line.handle(request);
        if (line.turns == 0)
            (void)line.handle(request); // it took it the first time, and never gets to say so
        return cutBeforeAnswer();
    };
    QVERIFY(chat.start());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"once"_s, {}, {});
    const auto isGivenUp = [&] {
        if (chat.session.waitingCount() == 1)
            return true;
        Q_EMIT chat.workspace.serverRestarted(); // instead of the wait before the next try
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isGivenUp(), 60'000);
    chat.workspace.close();
    QCOMPARE(ended.size(), 0);
    QCOMPARE(chat.session.transcript().messageAt(2).state, MessageState::Waiting);
    const qsizetype asked = chat.asked().size();
    QVERIFY(asked > 1);

    chat.features.clear();
    QVERIFY(chat.open());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QVERIFY(ended.constFirst().constFirst().toBool());
    QCOMPARE(chat.texts(), (QStringList{u"before"_s, u"to before"_s, u"once"_s, u"Answer 1 to once"_s}));
    QCOMPARE(chat.asked().size(), asked);
}

// Where a message has to know its place before it is sent, and the server does not show the conversation at the moment.
void TestTurnDelivery::HTTP_19_aHistoryThatIsRefusedIsNotAskedForWithoutAPause()
{
    LinearServer line;
    line.saysIds = false;
    addPair(line);
    bool refuses = true;
    int pages = 0;
    int others = 0;
    Chat chat;
    chat.script = [&](const Received &request) {
        others += request.target == "/agents" ? 1 : 0;
        if (!refuses || !request.target.contains("/messages"))
            return request.target == "/agents" ? json("[]") : line.handle(request);
        ++pages;
        return reply(403, R"({"detail":"Access denied"})");
    };
    QVERIFY(chat.start());
    QCOMPARE(pages, 1);
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"once"_s, {}, {});
    QTRY_COMPARE(pages, 2);
    constexpr int roundTrips = 20; // it is not the machine that is slow
    while (others < roundTrips) {
        bool hasAnswered = false;
        chat.api.agents().list()->then(this, [&hasAnswered](const Result<QList<Agent>> &) { hasAnswered = true; });
        QTRY_VERIFY(hasAnswered);
    }
    QVERIFY2(pages <= 4, qPrintable(QString::number(pages)));
    QCOMPARE(chat.session.waitingCount(), 1);
    QCOMPARE(chat.asked(), QStringList());
    refuses = false;
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    QCOMPARE(chat.texts(), (QStringList{u"before"_s, u"to before"_s, u"once"_s, u"Answer 1 to once"_s}));
    QCOMPARE(chat.asked(), QStringList{u"once"_s});
}

// The connection comes while the page is awaited that a waiting message wants.
void TestTurnDelivery::HTTP_19_aHistoryThatIsUnderWayIsNotAskedForBesideIt()
{
    LinearServer line;
    line.saysIds = false;
    addPair(line);
    int pages = 0;
    Chat chat;
    chat.script = [&](const Received &request) {
        if (request.target == "/agents")
            return json("[]");
        if (!request.target.contains("/messages"))
            return line.handle(request);
        if (++pages == 2)
            Q_EMIT chat.workspace.ready();
        return reply(403, R"({"detail":"Access denied"})");
    };
    QVERIFY(chat.start());
    QSignalSpy failed(&chat.session, &ChatSession::failed);
    chat.session.send(u"once"_s, {}, {});
    QTRY_COMPARE(pages, 2);
    QTRY_VERIFY(!failed.isEmpty());
    bool hasAnswered = false; // what was asked for beside it would have been told by now
    chat.api.agents().list()->then(this, [&hasAnswered](const Result<QList<Agent>> &) { hasAnswered = true; });
    QTRY_VERIFY(hasAnswered);
    QVERIFY2(failed.size() < pages, qPrintable(u"%1 of %2"_s.arg(failed.size()).arg(pages))); // the first was opening's
    QCOMPARE(chat.asked(), QStringList());
}

void TestTurnDelivery::DATA_19_whatIsAskedAgainStaysBeforeWhatWaits()
{
    LinearServer line;
    line.saysIds = false;
    line.refuseTurns = 1;
    Chat chat;
    chat.script = [&line](const Received &request) { return line.handle(request); };
    QVERIFY(chat.open());
    {
        ChatSession before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        before.open(c1);
        QTRY_COMPARE(before.state(), ChatSession::State::Idle);
        QSignalSpy ended(&before, &ChatSession::turnEnded);
        before.send(u"one"_s, {}, {});
        before.send(u"two"_s, {}, {});
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(before.transcript().messageAt(0).state, MessageState::Failed);
        chat.workspace.close();
        before.retry(0);
        QCOMPARE(before.waitingCount(), 2);
        QCOMPARE(Chat::textsOf(before), (QStringList{u"one"_s, u"two"_s}));
    } // the program ends
    ChatSession after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    after.open(c1);
    QTRY_COMPARE(Chat::textsOf(after), (QStringList{u"one"_s, u"two"_s}));
    QSignalSpy ended(&after, &ChatSession::turnEnded);
    QVERIFY(chat.open());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20'000);
    QCOMPARE(chat.asked(), (QStringList{u"one"_s, u"one"_s, u"two"_s}));
    QCOMPARE(Chat::textsOf(after), (QStringList{u"one"_s, u"Answer 1 to one"_s, u"two"_s, u"Answer 2 to two"_s}));
}

void TestTurnDelivery::DATA_19_aWaitingMessageThatIsBroughtBackKeepsItsPlace()
{
    Chat chat; // there is no connection
    ConversationId conversation;
    {
        ChatSession before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        before.send(u"one"_s, {}, {});
        before.send(u"two"_s, {}, {});
        before.send(u"three"_s, {}, {});
        conversation = before.conversationId();
        before.removeMessage(1);
        QCOMPARE(Chat::textsOf(before), (QStringList{u"one"_s, u"three"_s}));
        before.undoRemove();
        QCOMPARE(Chat::textsOf(before), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    } // the program ends
    ChatSession after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    after.open(conversation);
    QTRY_COMPARE(Chat::textsOf(after), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
}

void TestTurnDelivery::DATA_20_whatIsAskedAgainIsWrittenInItsPlaceWhenTheDiskTakesItLater()
{
    FailingDisk disk;
    LinearServer line;
    line.saysIds = false;
    line.refuseTurns = 1;
    Chat chat;
    chat.script = [&line](const Received &request) { return line.handle(request); };
    QVERIFY(chat.open());
    {
        ChatSession before(chat.api, chat.workspace, chat.conversations, &chat.journal);
        before.open(c1);
        QTRY_COMPARE(before.state(), ChatSession::State::Idle);
        QSignalSpy ended(&before, &ChatSession::turnEnded);
        before.send(u"one"_s, {}, {});
        before.send(u"two"_s, {}, {});
        QTRY_COMPARE(ended.size(), 1);
        QTRY_COMPARE(chat.turnsOnDisk(), (QStringList{u"one refused"_s, u"two waits"_s}));
        chat.workspace.close();
        QSignalSpy notKept(&before, &ChatSession::notKept);
        disk.failWrites(true);
        before.retry(0);
        QTRY_VERIFY(disk.failures() > 1); // it was tried again at once
        QTRY_COMPARE(notKept.size(), 1);
        disk.failWrites(false);
        QTRY_COMPARE_WITH_TIMEOUT(chat.turnsOnDisk(), (QStringList{u"one waits"_s, u"two waits"_s}), 20'000);
        QCOMPARE(Chat::textsOf(before), (QStringList{u"one"_s, u"two"_s}));
    } // the program ends
    ChatSession after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    after.open(c1);
    QTRY_COMPARE(Chat::textsOf(after), (QStringList{u"one"_s, u"two"_s}));
}

void TestTurnDelivery::DATA_20_aJournalThatIsReadLaterKeepsWhatWasSentMeanwhile()
{
    FailingDisk disk;
    QTemporaryDir dir;
    const StoreFolder folder(dir.path());
    LinearServer line;
    line.saysIds = false;
    line.refuseTurns = 2; // the server has nothing of either: what is shown is what this computer knows
    Chat chat;
    chat.script = [&line](const Received &request) { return line.handle(request); };
    QVERIFY(chat.open());
    {
        StoreThread store(folder, userStoreKind(folder));
        TurnJournal journal(store);
        ChatSession before(chat.api, chat.workspace, chat.conversations, &journal);
        before.open(c1);
        QTRY_COMPARE(before.state(), ChatSession::State::Idle);
        QSignalSpy ended(&before, &ChatSession::turnEnded);
        before.send(u"one"_s, {}, {});
        QTRY_COMPARE(ended.size(), 1);
    } // the program ends
    disk.failReadsFrom(0);
    StoreThread store(folder, userStoreKind(folder));
    TurnJournal journal(store);
    ChatSession session(chat.api, chat.workspace, chat.conversations, &journal);
    session.open(c1);
    QTRY_COMPARE(session.state(), ChatSession::State::Idle);
    QCOMPARE(Chat::textsOf(session), QStringList());
    QSignalSpy ended(&session, &ChatSession::turnEnded);
    QSignalSpy notKept(&session, &ChatSession::notKept);
    session.send(u"two"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QTRY_VERIFY(notKept.size() > 0);
    QCOMPARE(Chat::textsOf(session), QStringList{u"two"_s});
    disk.endReadFailures();
    QTRY_COMPARE_WITH_TIMEOUT(Chat::turnsIn(journal).size(), 2, 30'000); // what is missing is written again by itself
    chat.workspace.close();
    QVERIFY(chat.open());
    QTRY_COMPARE(Chat::textsOf(session), (QStringList{u"one"_s, u"two"_s}));
    QTRY_COMPARE(Chat::turnsIn(journal), (QStringList{u"one refused"_s, u"two refused"_s}));
}

void TestTurnDelivery::anotherConversationIsOpenedWhileSomebodyWaitsForPages()
{
    LinearServer line;
    for (int i = 0; i < 120; ++i)
        line.add(u"m%1"_s.arg(i), i % 2 == 0 ? u"user"_s : u"assistant"_s, u"text %1"_s.arg(i));
    bool holds = true;
    int held = 0;
    Chat chat;
    chat.script = [&](const Received &request) {
        if (!holds || !request.target.contains("offset=100"))
            return line.handle(request);
        ++held;
        Scripted silent;
        silent.end = Scripted::End::Hold;
        return silent;
    };
    QVERIFY(chat.start());
    QCOMPARE(chat.texts().size(), 100);
    QList<Error::Kind> told;
    chat.session.loadWhole(this, [&told](const Result<> &outcome) { told.append(outcome ? Error::Kind::Protocol : outcome.error().kind); });
    chat.session.reach(MessageId(u"m1"_s), this,
                       [&told](const Result<int> &row) { told.append(row ? Error::Kind::Protocol : row.error().kind); });
    QTRY_COMPARE(held, 1);
    chat.session.open(ConversationId(u"c2"_s));
    QCOMPARE(told, (QList<Error::Kind>{Error::Kind::Cancelled, Error::Kind::Cancelled}));
    QTRY_COMPARE(chat.session.state(), ChatSession::State::Idle);
    QCOMPARE(chat.texts().size(), 0);
    holds = false;
    chat.server.closeHeld(); // else the same question waits for the same answer
    chat.session.open(c1);
    QTRY_COMPARE(chat.texts().size(), 100);
    chat.session.loadOlder();
    QTRY_COMPARE(chat.texts().size(), 120);
    QCOMPARE(told.size(), 2);
}

void TestTurnDelivery::whoIsToldOfAMessageMayEndTheSession()
{
    LinearServer line;
    line.add(u"m1"_s, u"user"_s, u"one"_s);
    line.add(u"m2"_s, u"assistant"_s, u"to one"_s);
    Chat chat;
    chat.script = [&line](const Received &request) { return line.handle(request); };
    QVERIFY(chat.open());
    auto session = std::make_unique<ChatSession>(chat.api, chat.workspace, chat.conversations, &chat.journal);
    session->open(c1);
    int told = 0;
    session->reach(MessageId(u"m1"_s), this, [&](const Result<int> &row) {
        ++told;
        QVERIFY(row);
        session.reset();
    });
    session->reach(MessageId(u"m2"_s), this, [&told](const Result<int> &) { ++told; });
    QTRY_VERIFY(!session);
    QCOMPARE(told, 1);
}

// Complaint 34: something on the way holds the answer back, or the model thinks. A team server sends no heartbeats, the local one does.
void TestTurnDelivery::SSE_23_aTurnWhoseServerIsSilentSaysSo_data()
{
    QTest::addColumn<QByteArray>("features");
    QTest::newRow("no heartbeats") << QByteArray();
    QTest::newRow("heartbeats") << localFeatures;
}

void TestTurnDelivery::SSE_23_aTurnWhoseServerIsSilentSaysSo()
{
    QFETCH(QByteArray, features);
    Chat chat;
    chat.features = features;
    chat.script = [](const Received &request) {
        return Chat::isQuestion(request) ? eventStream({": hello\n\n"}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.start());
    chat.api.streams().setSilentMs(1000);
    chat.session.silence().setAgain(500);
    QStringList said;
    connect(&chat.session, &ChatSession::activity, this, [&said](const QString &text) { said.append(text); });
    const QString first = u"Nothing heard from the server for 1 s. Still waiting."_s;
    chat.session.send(u"yes?"_s, {}, {});
    QTRY_VERIFY(said.contains(first));
    QTRY_VERIFY(said.contains(u"Nothing heard from the server for 2 s. Still waiting."_s)); // and for how long
    QVERIFY(chat.session.isBusy());
    chat.server.sendToHeld(": still here\n\n"); // a heartbeat
    QTRY_COMPARE(said.constLast(), u"Waiting for the answer…"_s);
    const qsizetype before = said.size();
    QTRY_VERIFY(said.mid(before).contains(first)); // silent again, counted anew
    chat.server.sendToHeld(answered);
    QTRY_VERIFY(!chat.session.isBusy());
    QCOMPARE(said.constLast(), QString());
    QCOMPARE(chat.asked(), QStringList{u"yes?"_s}); // waiting is all it did
    QCOMPARE(chat.texts().constLast(), u"yes"_s);
    chat.server.closeHeld();
}

void TestTurnDelivery::SSE_23_aTurnThatIsStoppedInSilenceSaysNothingMoreOfIt()
{
    Chat chat;
    chat.script = [](const Received &request) {
        return Chat::isQuestion(request) ? eventStream({": hello\n\n"}, Scripted::End::Hold) : Scripted{};
    };
    QVERIFY(chat.start());
    chat.api.streams().setSilentMs(50);
    chat.session.silence().setAgain(20);
    QStringList said;
    connect(&chat.session, &ChatSession::activity, this, [&said](const QString &text) { said.append(text); });
    chat.session.send(u"yes?"_s, {}, {});
    const QString line = u"Nothing heard from the server for 0 s. Still waiting."_s;
    QTRY_VERIFY(said.contains(line));
    chat.session.stop();
    QTRY_VERIFY(!chat.session.isBusy());
    QCOMPARE(said.constLast(), QString());
    const qsizetype count = said.size();
    chat.session.send(u"once more?"_s, {}, {}); // and the next one starts from nothing
    QTRY_VERIFY(said.mid(count).contains(line));
    QCOMPARE(chat.asked().size(), 2);
    chat.server.closeHeld();
}

QTEST_GUILESS_MAIN(TestTurnDelivery)
#include "tst_turndelivery.moc"
