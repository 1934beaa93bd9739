#include "clientfixture.h"
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// Collects what a stream says until it is closed.
struct Listener {
    QObject context;
    QList<wire::ServerEvent> events;
    std::optional<Result<>> outcome;
    int closes = 0;

    explicit Listener(EventStream *stream)
    {
        QObject::connect(stream, &EventStream::received, &context, [this](const QList<wire::ServerEvent> &more) { events += more; });
        QObject::connect(stream, &EventStream::closed, &context, [this](const Result<> &result) {
            outcome.emplace(result);
            ++closes;
        });
    }
};

} // namespace

class TestEventStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eventsArriveOneByOne();
    void SSE_19_requestHeaders();
    void SSE_20_aWrongTypeDeliversNothing();
    void SSE_20_anErrorBodyBecomesAnError();
    void SSE_23_silenceEndsTheStreamAsATimeout();
    void SSE_23_silenceThatIsLegalIsToldAndEndsNothing();
    void SSE_27_theEndOfAStreamIsReportedOnce();
    void SSE_29_nothingFollowsAbort();
    void aReceiverMayAbortWhileEventsAreDelivered();
    void hundredStreamsAreOpenAndRestIsNotStarved();
    void aChatPostIsSentOnceEvenIfTheServerClosesAtOnce();
};

void TestEventStream::eventsArriveOneByOne()
{
    FaultServer server([](const Received &) { return eventStream({"id: 1\nevent: a\nda", "ta: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    Listener listener(client.api.streams().run(RunId(u"r"_s)));
    QTRY_COMPARE(listener.events.size(), 1);
    QCOMPARE(listener.events.constFirst().type, QByteArray("a"));
    QCOMPARE(listener.events.constFirst().data, QByteArray("x"));
    QCOMPARE(listener.events.constFirst().id, QByteArray("1"));
    server.sendToHeld("data: y\n\n");
    QTRY_COMPARE(listener.events.size(), 2);
    QCOMPARE(listener.closes, 0);
}

void TestEventStream::SSE_19_requestHeaders()
{
    FaultServer server([](const Received &) { return eventStream({}, Scripted::End::Close); });
    Client client(server.url());
    Listener first(client.api.streams().run(RunId(u"r"_s)));
    QTRY_COMPARE(first.closes, 1);
    Listener second(client.api.streams().run(RunId(u"r"_s), "7"));
    QTRY_COMPARE(second.closes, 1);
    QCOMPARE(server.received().at(0).headers.value("accept"), QByteArray("text/event-stream"));
    QCOMPARE(server.received().at(0).headers.value("cache-control"), QByteArray("no-cache"));
    QVERIFY(!server.received().at(0).headers.contains("last-event-id"));
    QCOMPARE(server.received().at(1).headers.value("last-event-id"), QByteArray("7"));
}

void TestEventStream::SSE_20_aWrongTypeDeliversNothing()
{
    FaultServer server([](const Received &) { return reply(200, "data: x\n\n", "text/html"); });
    Client client(server.url());
    Listener listener(client.api.streams().run(RunId(u"r"_s)));
    QTRY_COMPARE(listener.closes, 1);
    QVERIFY(listener.events.isEmpty());
    QCOMPARE(listener.outcome->error().kind, Error::Kind::Protocol);
}

void TestEventStream::SSE_20_anErrorBodyBecomesAnError()
{
    FaultServer server([](const Received &) { return reply(410, R"({"detail":"unknown event id","snapshot":"/runs/r"})"); });
    Client client(server.url());
    Listener listener(client.api.streams().run(RunId(u"r"_s), "99"));
    QTRY_COMPARE(listener.closes, 1);
    QCOMPARE(listener.outcome->error().httpStatus, 410);
    QCOMPARE(listener.outcome->error().message, u"unknown event id"_s);
}

void TestEventStream::SSE_23_silenceEndsTheStreamAsATimeout()
{
    FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    EventStream::Spec spec;
    spec.request.path = u"/streams/runs/r"_s;
    spec.idleMs = 300;
    Listener listener(new EventStream(client.transport, spec));
    QTRY_COMPARE(listener.events.size(), 1);
    QTRY_COMPARE(listener.closes, 1);
    QCOMPARE(listener.outcome->error().kind, Error::Kind::Timeout);
}

void TestEventStream::SSE_23_silenceThatIsLegalIsToldAndEndsNothing()
{
    FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    EventStream::Spec spec;
    spec.request.path = u"/chat/message/stream/agentic"_s;
    spec.silentMs = 100;
    spec.idleMs = 0;
    auto *stream = new EventStream(client.transport, spec);
    Listener listener(stream);
    QSignalSpy silence(stream, &EventStream::silenceChanged);
    QTRY_COMPARE(silence.size(), 1);
    QVERIFY(silence.at(0).constFirst().toBool());
    server.sendToHeld(":\n\n"); // a comment is a sign of life, and no event
    QTRY_COMPARE(silence.size(), 3);
    QVERIFY(!silence.at(1).constFirst().toBool());
    QVERIFY(silence.at(2).constFirst().toBool());
    server.sendToHeld("data: y\n\n");
    QTRY_COMPARE(listener.events.size(), 2);
    QCOMPARE(listener.closes, 0);
}

void TestEventStream::SSE_27_theEndOfAStreamIsReportedOnce()
{
    for (const auto end : {Scripted::End::Close, Scripted::End::Reset}) {
        FaultServer server([end](const Received &) { return eventStream({"data: x\n\n", "data: unfin"}, end); });
        Client client(server.url());
        Listener listener(client.api.streams().run(RunId(u"r"_s)));
        QTRY_COMPARE(listener.closes, 1);
        QVERIFY(listener.events.size() <= 1); // the unfinished block is dropped
        QTRY_COMPARE(client.transport.hub().openConnections(), 0);
        QCOMPARE(listener.closes, 1);
    }
}

void TestEventStream::SSE_29_nothingFollowsAbort()
{
    FaultServer server([](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    QPointer<EventStream> stream = client.api.streams().run(RunId(u"r"_s));
    Listener listener(stream);
    QTRY_COMPARE(listener.events.size(), 1);
    stream->abort();
    server.sendToHeld("data: y\n\n");
    QTRY_VERIFY(!stream);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(listener.events.size(), 1);
    QCOMPARE(listener.closes, 0);
    QCOMPARE(client.transport.hub().openConnections(), 0);
}

void TestEventStream::aReceiverMayAbortWhileEventsAreDelivered()
{
    FaultServer server([](const Received &) { return eventStream({"data: 1\n\ndata: 2\n\ndata: 3\n\n"}, Scripted::End::Hold); });
    Client client(server.url());
    QPointer<EventStream> stream = client.api.streams().run(RunId(u"r"_s));
    int seen = 0;
    connect(stream, &EventStream::received, this, [&] {
        ++seen;
        stream->abort();
    });
    QTRY_VERIFY(!stream);
    QCOMPARE(seen, 1);
}

void TestEventStream::hundredStreamsAreOpenAndRestIsNotStarved()
{
    FaultServer server([](const Received &request) {
        return request.target.startsWith("/streams") ? eventStream({"data: x\n\n"}, Scripted::End::Hold) : json("[]");
    });
    Client client(server.url());
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < 100; ++i)
        listeners.push_back(std::make_unique<Listener>(client.api.streams().run(RunId(QString::number(i)))));
    const auto opened = [&listeners] {
        return std::count_if(listeners.cbegin(), listeners.cend(), [](const auto &l) { return l->events.size() == 1; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(opened(), 100, 15'000);
    bool answered = false;
    client.api.agents().list()->then(this, [&answered](const Result<QList<Agent>> &result) { answered = result.has_value(); });
    QTRY_VERIFY(answered);
    QCOMPARE(client.transport.hub().openConnections(), 100);
}

void TestEventStream::aChatPostIsSentOnceEvenIfTheServerClosesAtOnce()
{
    FaultServer server([](const Received &) { return Scripted{{}, 0, Scripted::End::Close}; });
    Client client(server.url());
    ChatTurn request;
    request.message = u"hello"_s;
    Listener listener(client.api.streams().turn(request, "key-1", true));
    QTRY_COMPARE(listener.closes, 1);
    QVERIFY(!*listener.outcome);
    QCOMPARE(server.received().size(), 1);
    QCOMPARE(server.received().constFirst().headers.value("idempotency-key"), QByteArray("key-1"));
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
