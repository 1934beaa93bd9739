#include "clientfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestStreamsApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTurnSaysWhoIsAskedAboutWhat();
    void aTurnLeavesOutWhatIsNotChosen();
    void aRunIsAttachedToAfterAnEvent();
    void everyOtherStreamIsAPostWithItsOwnBody_data();
    void everyOtherStreamIsAPostWithItsOwnBody();
    void idsInPathsAreEncoded();

private:
    // The request that `open` makes on a server that answers every stream with one event.
    static Received sent(const std::function<EventStream *(StreamsApi &)> &open)
    {
        FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
        Client client(server.url());
        QSignalSpy opened(open(client.api.streams()), &EventStream::opened);
        [&] { QTRY_COMPARE(opened.size(), 1); }();
        return server.received().value(0);
    }
    static QJsonObject json(const Received &request) { return QJsonDocument::fromJson(request.body).object(); }
};

void TestStreamsApi::aTurnSaysWhoIsAskedAboutWhat()
{
    ChatTurn turn;
    turn.message = u"Größe?"_s;
    turn.conversationId = ConversationId(u"c1"_s);
    turn.agents = {u"table"_s};
    turn.files = {FileId(u"f1"_s), FileId(u"f2"_s)};
    turn.metadata = {{"projectId"_L1, u"p"_s}};
    const Received request = sent([&turn](StreamsApi &api) { return api.turn(turn, "key-1", true); });
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/chat/message/stream/agentic"));
    QCOMPARE(request.headers.value("idempotency-key"), QByteArray("key-1"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    const QJsonObject expected{{"message"_L1, u"Größe?"_s},
                               {"conversation_id"_L1, u"c1"_s},
                               {"selected_agents"_L1, QJsonArray{u"table"_s}},
                               {"attachment_ids"_L1, QJsonArray{u"f1"_s, u"f2"_s}},
                               {"metadata"_L1, QJsonObject{{"projectId"_L1, u"p"_s}}}};
    QCOMPARE(json(request), expected);
}

void TestStreamsApi::aTurnLeavesOutWhatIsNotChosen()
{
    ChatTurn turn;
    turn.message = u"Hello"_s;
    const Received request = sent([&turn](StreamsApi &api) { return api.turn(turn, "k", false); });
    QCOMPARE(json(request), (QJsonObject{{"message"_L1, u"Hello"_s}}));
}

void TestStreamsApi::aRunIsAttachedToAfterAnEvent()
{
    const Received request = sent([](StreamsApi &api) { return api.run(RunId(u"r1"_s), "41"); });
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/streams/runs/r1"));
    QCOMPARE(request.headers.value("last-event-id"), QByteArray("41"));
}

void TestStreamsApi::everyOtherStreamIsAPostWithItsOwnBody_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("key");
    QTest::newRow("plain") << u"plain"_s << QByteArray("/chat/message/stream") << u"message"_s;
    QTest::newRow("dispatch") << u"dispatch"_s << QByteArray("/dispatcher/route/stream") << u"query"_s;
    QTest::newRow("completion") << u"completion"_s << QByteArray("/llm/completions") << u"messages"_s;
}

void TestStreamsApi::everyOtherStreamIsAPostWithItsOwnBody()
{
    QFETCH(QString, which);
    QFETCH(QByteArray, target);
    QFETCH(QString, key);
    const Received request = sent([&which](StreamsApi &api) {
        ChatMessageRequest plain;
        plain.message = u"Hello"_s;
        RouteRequest route;
        route.query = u"Who?"_s;
        CompletionRequest completion;
        completion.messages = {{u"user"_s, u"Hello"_s}};
        return which == "plain"_L1 ? api.plainTurn(plain, "k") : which == "dispatch"_L1 ? api.dispatch(route) : api.completion(completion);
    });
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, target);
    QVERIFY(json(request).contains(key));
    QCOMPARE(json(request).value("stream"_L1).toBool(), which == "completion"_L1);
    QVERIFY(!request.headers.value("authorization").isEmpty());
}

void TestStreamsApi::idsInPathsAreEncoded()
{
    QCOMPARE(StreamsApi::runPath(RunId(u"a/../b?c"_s)), u"/streams/runs/a%2F..%2Fb%3Fc"_s);
    QCOMPARE(StreamsApi::executionPath(ExecutionId(u"e 1"_s)), u"/streams/executions/e%201"_s);
    QCOMPARE(StreamsApi::taskExecutionPath(TaskExecutionId(u"t%"_s)), u"/streams/task-executions/t%25"_s);
    const Received request = sent([](StreamsApi &api) { return api.run(RunId(u"a/b"_s)); });
    QCOMPARE(request.target, QByteArray("/streams/runs/a%2Fb"));
}

QTEST_GUILESS_MAIN(TestStreamsApi)
#include "tst_streamsapi.moc"
