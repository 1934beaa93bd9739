// Servers and networks that misbehave: the FI list, as far as it is about calls and streams. FI-06, FI-27, FI-28 and FI-29 are in
// tst_httppolicy, tst_httpredirects and tst_httpauth; FI-24 to FI-26 in tst_tlsproxy.
#include "policyfixture.h"
#include "support/gzip.h"
#include "support/memoryuse.h"

#include <QElapsedTimer>
#include <QSet>

#include <array>
#include <memory>
#include <random>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = Error::Kind;
using State = LiveStream::State;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

unsigned seedForDice()
{
    const unsigned seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED")) : std::random_device{}();
    qInfo("seed %u", seed);
    return seed;
}

// The most memory that was held at a time since it was made.
class PeakMemory
{
public:
    PeakMemory()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        m_timer.start(5);
    }
    [[nodiscard]] qint64 growth()
    {
        look();
        return m_peak - m_before;
    }

private:
    void look() { m_peak = std::max(m_peak, residentBytes()); }

    QTimer m_timer;
    qint64 m_before = residentBytes();
    qint64 m_peak = m_before;
};

RequestSpec once(const QByteArray &verb, const QString &path, const Patience &patience = {})
{
    RequestSpec spec = request(verb, path);
    spec.mayRepeat = false;
    spec.patience = patience;
    return spec;
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_04_slowLorisMeetsALimitAndLeavesOthersAlone_data();
    void FI_04_slowLorisMeetsALimitAndLeavesOthersAlone();
    void FI_04_aStreamIsNotHeldByASlowHeadOrErrorBody_data();
    void FI_04_aStreamIsNotHeldByASlowHeadOrErrorBody();
    void FI_05_aBurstOfServerErrorsIsOvercomeWithFewRequests();
    void FI_05_aStreamComesBackByItself();
    void FI_07_halfJsonIsAnErrorAndAReadIsRepeated_data();
    void FI_07_halfJsonIsAnErrorAndAReadIsRepeated();
    void FI_07_halfJsonInAWholeAnswerIsNotUnderstood();
    void FI_08_aGigabyteIsCutOffAndCostsNoMemory_data();
    void FI_08_aGigabyteIsCutOffAndCostsNoMemory();
    void FI_08_aGigabyteInsteadOfAStreamCostsNoMemory();
    void FI_09_aGzipBombIsRefused_data();
    void FI_09_aGzipBombIsRefused();
    void FI_12_malformedTextIsReplacedInStreamsAndRefusedInJson();
    void FI_13_aMillionLevelsAreNotUnderstood_data();
    void FI_13_aMillionLevelsAreNotUnderstood();
    void FI_21_aNameThatDoesNotResolveIsToldSoon();
    void FI_31_aLostAnswerLeavesOneEffectAndIsResolvedByItsKey();
    void FI_31_aLostAnswerWithoutKeysIsUnknownAndNotRepeated();
    void FI_32_aServerThatNeverAnswersIsATimeout();
    void FI_32_cancellingAServerThatNeverAnswersTakesNoTime();
    void FI_33_aCaptivePortalIsToldAndNotParsed_data();
    void FI_33_aCaptivePortalIsToldAndNotParsed();
    void FI_37_aHugeHeaderIsAnErrorAndLeavesOthersAlone();
    void FI_37_aStreamRefusesAHugeHeader_data();
    void FI_37_aStreamRefusesAHugeHeader();
#ifdef Q_OS_UNIX
    void FI_38_withoutDescriptorsCallsFailTypedAndRecover();
#endif
};

void TestFaults::FI_04_slowLorisMeetsALimitAndLeavesOthersAlone_data()
{
    QTest::addColumn<Scripted>("answer");
    QTest::addColumn<Patience>("patience");
    const Scripted whole = reply(200, QByteArray(4000, ' '));
    QTest::newRow("header") << drip(whole, 1, 20) << Patience{.firstByteMs = 500};
    QTest::newRow("body") << dripBody(whole, 1, 20) << Patience{.totalMs = 500};
    QTest::newRow("error body") << dripBody(reply(409, QByteArray(4000, ' ')), 1, 20) << Patience{.totalMs = 500};
}

void TestFaults::FI_04_slowLorisMeetsALimitAndLeavesOthersAlone()
{
    QFETCH(Scripted, answer);
    QFETCH(Patience, patience);
    FaultServer server([&answer](const Received &request) { return request.target.startsWith("/slow") ? answer : json("[]"); });
    Client client(server.url());
    Calls slow;
    for (int i = 0; i < 4; ++i) // two connections are left
        slow.add(send(client, once("POST", u"/slow/%1"_s.arg(i), patience)));
    QTRY_COMPARE(server.received().size(), 4);
    for (int i = 0; i < 3; ++i)
        QVERIFY(succeeds(send(client, "GET", u"/quick"_s)));
    QVERIFY(slow.wait());
    QCOMPARE(slow.failed(Kind::Timeout), 4);
    QTRY_COMPARE(server.openConnections() <= 2, true);
}

void TestFaults::FI_04_aStreamIsNotHeldByASlowHeadOrErrorBody_data()
{
    QTest::addColumn<Scripted>("answer");
    QTest::addColumn<int>("kind");
    QTest::newRow("head") << drip(eventStream({"data: x\n\n"}, Scripted::End::Hold), 1, 20) << static_cast<int>(Kind::Timeout);
    QTest::newRow("error body") << dripBody(reply(403, QByteArray(4000, ' ')), 1, 20) << static_cast<int>(Kind::Forbidden);
    QTest::newRow("other type") << dripBody(reply(200, QByteArray(4000, ' ')), 1, 20) << static_cast<int>(Kind::Protocol);
}

void TestFaults::FI_04_aStreamIsNotHeldByASlowHeadOrErrorBody()
{
    QFETCH(Scripted, answer);
    QFETCH(int, kind);
    FaultServer server([&answer](const Received &) { return answer; });
    Client client(server.url());
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s, {.firstByteMs = 500}), 10'000);
    QVERIFY(closing);
    QCOMPARE(static_cast<int>(closing->error().kind), kind);
}

void TestFaults::FI_05_aBurstOfServerErrorsIsOvercomeWithFewRequests()
{
    std::mt19937 dice(seedForDice());
    int failures = 0;
    FaultServer server([&](const Received &) {
        const int status = std::array{500, 502, 503, 504}.at(dice() % 4);
        return ++failures <= 12 ? refusal(status) : json("[]");
    });
    Client client(server.url());
    Calls calls;
    for (int i = 0; i < 10; ++i)
        calls.add(send(client, "GET", u"/agents/%1"_s.arg(i)));
    QVERIFY(calls.wait(30'000));
    QCOMPARE(calls.succeeded(), 10); // nobody had to do anything
    QCOMPARE(server.received().size(), 22);

    server.setHandler([&](const Received &) { return refusal(503); }); // and one that does not end
    Calls more;
    for (int i = 0; i < 50; ++i)
        more.add(send(client, "GET", u"/runs/%1"_s.arg(i)));
    QVERIFY(more.wait(30'000));
    QCOMPARE(more.errors().size(), 50);
    QVERIFY2(server.received().size() <= 60 + RetryBudget::alwaysAllowed, qPrintable(QString::number(server.received().size())));
}

void TestFaults::FI_05_aStreamComesBackByItself()
{
    FaultServer server([](const Received &request) {
        return request.attempt <= 2 ? refusal(500 + 2 * request.attempt, {"Retry-After: 0"})
                                    : eventStream({"data: x\n\n"}, Scripted::End::Hold);
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.data(), QByteArrayList{"x"}, 15'000);
    QCOMPARE(server.received().size(), 3);
}

void TestFaults::FI_07_halfJsonIsAnErrorAndAReadIsRepeated_data()
{
    QTest::addColumn<Scripted>("half");
    const QByteArray body = R"([{"id":"a1","name":"one"},{"id":"a2","name":"two"}])";
    const Scripted whole = json(body);
    const qsizetype head = whole.pieces.constFirst().size() - body.size();
    for (const auto end : {Scripted::End::Close, Scripted::End::Reset}) {
        const char *how = end == Scripted::End::Close ? "closed" : "reset";
        QTest::addRow("by length, %s", how) << cut(whole, head + 30, end);
        QTest::addRow("between header and body, %s", how) << cut(whole, head, end);
        Scripted chunked = chunkedReply({body.left(30), body.mid(30)});
        QTest::addRow("in a chunk, %s", how) << cut(chunked, chunked.pieces.constFirst().size() + 20, end);
        chunked.pieces.removeLast(); // all of the body, but not said to be
        chunked.end = end;
        QTest::addRow("without the last chunk, %s", how) << chunked;
    }
}

void TestFaults::FI_07_halfJsonIsAnErrorAndAReadIsRepeated()
{
    QFETCH(Scripted, half);
    FaultServer server(perAttempt({half, json(R"([{"id":"a1","name":"one"},{"id":"a2","name":"two"}])")}));
    Client client(server.url());
    const auto agents = waitFor(client.api.agents().list());
    QVERIFY(*agents);
    QCOMPARE((**agents).size(), 2);
    QCOMPARE(server.received().size(), 2);

    server.setHandler([&half](const Received &) { return half; });
    const Error read = errorOf(fetchJson(client, once("GET", u"/agents"_s)));
    QCOMPARE(read.kind, Kind::Offline);
    QVERIFY(!read.outcomeUnknown);
    const auto before = server.received().size();
    const Error write = errorOf(send(client, "POST", u"/agents"_s));
    QCOMPARE(write.kind, Kind::Offline);
    QVERIFY(write.outcomeUnknown);
    QCOMPARE(server.received().size(), before + 1);
}

void TestFaults::FI_07_halfJsonInAWholeAnswerIsNotUnderstood()
{
    FaultServer server([](const Received &) { return json(R"([{"id":"a1","name":"one"},{"id":)"); });
    Client client(server.url());
    QCOMPARE(errorOf(client.api.agents().list()).kind, Kind::Protocol);
    QCOMPARE(server.received().size(), 1);
}

void TestFaults::FI_08_aGigabyteIsCutOffAndCostsNoMemory_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::newRow("with Content-Length") << Framing::Length;
    QTest::newRow("without: chunks") << Framing::Chunked;
    QTest::newRow("without: until it closes") << Framing::UntilClose;
}

void TestFaults::FI_08_aGigabyteIsCutOffAndCostsNoMemory()
{
    QFETCH(Framing, framing);
    FaultServer server([framing](const Received &) { return generatedReply(1024 * mebibyte, framing); });
    Client client(server.url());
    PeakMemory memory;
    const Error error = errorOf(client.api.agents().list(), 40'000);
    QCOMPARE(error.kind, Kind::Protocol);
    QVERIFY(!error.message.isEmpty() && !error.nextStep.isEmpty());
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY2(server.bytesSent() < 64 * mebibyte, qPrintable(QString::number(server.bytesSent())));
    QVERIFY2(memory.growth() < allowedGrowth(64 * mebibyte), qPrintable(QString::number(memory.growth())));
    QCOMPARE(server.received().size(), 1);
}

void TestFaults::FI_08_aGigabyteInsteadOfAStreamCostsNoMemory()
{
    FaultServer server([](const Received &) { return generatedReply(1024 * mebibyte, Framing::Chunked); });
    Client client(server.url());
    PeakMemory memory;
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    QCOMPARE(closing->error().kind, Kind::Protocol);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY2(server.bytesSent() < 16 * mebibyte, qPrintable(QString::number(server.bytesSent())));
    QVERIFY2(memory.growth() < allowedGrowth(32 * mebibyte), qPrintable(QString::number(memory.growth())));
}

void TestFaults::FI_09_aGzipBombIsRefused_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("200 MB") << 200 * mebibyte;
    QTest::newRow("just above the cap") << 17 * mebibyte;
}

void TestFaults::FI_09_aGzipBombIsRefused()
{
    QFETCH(qint64, size);
    const QByteArray bomb = gzipOfSpaces(size);
    FaultServer server([&bomb](const Received &request) {
        return gzipReply(bomb, request.target.startsWith("/streams") ? "text/event-stream" : "application/json");
    });
    Client client(server.url());
    PeakMemory memory;
    const Error error = errorOf(client.api.agents().list(), 30'000);
    QCOMPARE(error.kind, Kind::Protocol);
    QVERIFY(!error.message.isEmpty());
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s)); // asked for no coding, and takes none
    QCOMPARE(closing->error().kind, Kind::Protocol);
    QVERIFY2(memory.growth() < allowedGrowth(64 * mebibyte), qPrintable(QString::number(memory.growth())));
}

void TestFaults::FI_12_malformedTextIsReplacedInStreamsAndRefusedInJson()
{
    FaultServer server([](const Received &request) {
        return request.target.startsWith("/streams")
                   ? eventStream({"data: a\xff\n\ndata: \xc3", "\xa4\xe2\x82\n\ndata: \xed\xa0\x80\n\n", "data: whole\n\n"},
                                 Scripted::End::Hold)
                   : json("[\"a\xff\"]");
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(watch.events.size(), 4);
    QCOMPARE(watch.data().at(0), QByteArray("a\xef\xbf\xbd"));
    QCOMPARE(watch.data().at(1), QByteArray("\xc3\xa4\xef\xbf\xbd"));
    QVERIFY(watch.data().at(2).contains("\xef\xbf\xbd"));
    QCOMPARE(watch.data().at(3), QByteArray("whole"));
    QCOMPARE(watch.stream->state(), State::Connected);
    QCOMPARE(errorOf(client.api.agents().list()).kind, Kind::Protocol);
}

void TestFaults::FI_13_aMillionLevelsAreNotUnderstood_data()
{
    QTest::addColumn<QByteArray>("body");
    constexpr qsizetype levels = 1'000'000;
    QTest::newRow("arrays") << QByteArray(levels, '[');
    QTest::newRow("arrays that end") << QByteArray(levels, '[') + QByteArray(levels, ']');
    QTest::newRow("objects") << QByteArray("{\"a\":").repeated(levels);
    QTest::newRow("in a known place") << R"([{"id":"a1","name":"x","tools":)" + QByteArray(levels, '[') + QByteArray(levels, ']') + "}]";
}

void TestFaults::FI_13_aMillionLevelsAreNotUnderstood()
{
    QFETCH(QByteArray, body);
    FaultServer server([&body](const Received &request) { return reply(request.method == "PUT" ? 409 : 200, body); });
    Client client(server.url());
    QCOMPARE(errorOf(client.api.agents().list()).kind, Kind::Protocol);
    QCOMPARE(errorOf(fetchJson(client, request("GET", u"/runs"_s))).kind, Kind::Protocol);
    QCOMPARE(errorOf(send(client, "PUT", u"/things"_s)).kind, Kind::Conflict);
}

void TestFaults::FI_21_aNameThatDoesNotResolveIsToldSoon()
{
    Client client(QUrl(u"https://agents.desk.invalid"_s));
    QElapsedTimer time;
    time.start();
    const Error error = errorOf(send(client, "GET", u"/agents"_s));
    QVERIFY2(time.elapsed() <= 10'000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(error.kind, Kind::Dns);
    QVERIFY(error.message.contains(u"agents.desk.invalid"_s));
    QVERIFY(!error.nextStep.isEmpty());
    QVERIFY(!errorOf(send(client, "POST", u"/agents"_s)).outcomeUnknown);
    time.restart();
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    QVERIFY(time.elapsed() <= 10'000);
    QCOMPARE(closing->error().kind, Kind::Dns);

    FaultServer server([](const Received &) { return json("[]"); }); // the right address is all it needs
    client.api.setBaseUrl(server.url());
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
}

void TestFaults::FI_31_aLostAnswerLeavesOneEffectAndIsResolvedByItsKey()
{
    QSet<QByteArray> done;
    FaultServer server([&done](const Received &request) {
        const QByteArray key = request.headers.value("idempotency-key");
        if (done.contains(key))
            return reply(201, R"({"id":"1"})");
        done.insert(key);
        return request.attempt % 2 == 1 ? hangUp() : hangUp(Scripted::End::Reset);
    });
    Client client(server.url());
    client.transport.policy().serverRemembersKeys = true;
    for (int action = 1; action <= 3; ++action) {
        const auto outcome = waitFor(fetchJson(client, request("POST", u"/conversations"_s)));
        QVERIFY(*outcome);
        QCOMPARE((**outcome)["id"_L1].toString(), u"1"_s);
        QCOMPARE(done.size(), action);
        QCOMPARE(server.received().size(), 2 * action);
    }
}

void TestFaults::FI_31_aLostAnswerWithoutKeysIsUnknownAndNotRepeated()
{
    int effects = 0;
    FaultServer server([&effects](const Received &) {
        ++effects;
        return hangUp();
    });
    Client client(server.url());
    for (int action = 1; action <= 3; ++action) { // also on a connection that was used before
        const Error error = errorOf(send(client, "POST", u"/conversations"_s));
        QCOMPARE(error.kind, Kind::Offline);
        QVERIFY(error.outcomeUnknown);
        QCOMPARE(effects, action);
        server.setHandler([](const Received &) { return json("[]"); });
        QVERIFY(succeeds(send(client, "GET", u"/conversations"_s)));
        server.setHandler([&effects](const Received &) {
            ++effects;
            return hangUp();
        });
    }
}

void TestFaults::FI_32_aServerThatNeverAnswersIsATimeout()
{
    FaultServer server([](const Received &) { return silence(); });
    Client client(server.url());
    QCOMPARE(Patience::normal().firstByteMs, 30'000);
    QCOMPARE(errorOf(send(client, once("GET", u"/agents"_s, {.firstByteMs = 300}))).kind, Kind::Timeout);
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s, {.firstByteMs = 300}));
    QCOMPARE(closing->error().kind, Kind::Timeout);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestFaults::FI_32_cancellingAServerThatNeverAnswersTakesNoTime()
{
    FaultServer server([](const Received &) { return silence(); });
    Client client(server.url());
    Calls calls;
    for (const QByteArray verb : {"GET", "POST"})
        calls.add(send(client, verb, u"/agents"_s));
    EventStream *stream = openStream(client, u"/streams/runs/1"_s);
    QTRY_COMPARE(server.received().size(), 3);
    QElapsedTimer time;
    time.start();
    calls.abort(0);
    calls.abort(1);
    stream->abort();
    QCOMPARE(calls.failed(Kind::Cancelled), 2);
    QVERIFY2(time.elapsed() < 100, qPrintable(QString::number(time.elapsed())));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestFaults::FI_33_aCaptivePortalIsToldAndNotParsed_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray page = "<!DOCTYPE html><html><body>Welcome! <a href=\"http://portal.desk.test\">Sign in</a></body></html>";
    QTest::newRow("page") << QByteArray("text/html") << page;
    QTest::newRow("with a charset") << QByteArray("Text/HTML; charset=utf-8") << page;
    QTest::newRow("that looks like an answer") << QByteArray("text/html") << QByteArray(R"([{"id":"a1","name":"evil"}])");
    QTest::newRow("empty") << QByteArray("text/html") << QByteArray();
}

void TestFaults::FI_33_aCaptivePortalIsToldAndNotParsed()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    FaultServer server([&](const Received &) { return reply(200, body, type); });
    Client client(server.url());
    QList<Error> errors{errorOf(client.api.agents().list()), errorOf(send(client, "POST", u"/things"_s)),
                        errorOf(send(client, "DELETE", u"/things/1"_s))};
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    errors.append(closing->error());
    for (const Error &error : errors) {
        QCOMPARE(error.kind, Kind::Protocol);
        QCOMPARE(error.httpStatus, 200);
        QVERIFY2(error.nextStep.contains(u"sign-in page"_s), qPrintable(error.nextStep));
        QVERIFY(!error.message.contains(u'<'));
        QVERIFY(!error.outcomeUnknown);
    }
    QCOMPARE(server.received().size(), 4); // nothing is repeated
}

void TestFaults::FI_37_aHugeHeaderIsAnErrorAndLeavesOthersAlone()
{
    FaultServer server([](const Received &request) { return request.target == "/huge" ? hugeHeader(2 * mebibyte) : json("[]"); });
    Client client(server.url());
    PeakMemory memory;
    const Error error = errorOf(send(client, once("GET", u"/huge"_s, {.firstByteMs = 300})));
    QCOMPARE(error.kind, Kind::Timeout);
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
    QVERIFY2(memory.growth() < allowedGrowth(32 * mebibyte), qPrintable(QString::number(memory.growth())));
}

void TestFaults::FI_37_aStreamRefusesAHugeHeader_data()
{
    QTest::addColumn<Scripted>("answer");
    QTest::newRow("one line") << hugeHeader(2 * mebibyte);
    QTest::newRow("without end") << endlessHeader();
}

void TestFaults::FI_37_aStreamRefusesAHugeHeader()
{
    QFETCH(Scripted, answer);
    FaultServer server([&answer](const Received &) { return answer; });
    Client client(server.url());
    const auto closing = closingOf(openStream(client, u"/streams/runs/1"_s));
    QCOMPARE(closing->error().kind, Kind::Protocol);
    QVERIFY(!closing->error().detail.isEmpty());
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY2(server.bytesSent() < 8 * mebibyte, qPrintable(QString::number(server.bytesSent())));
}

#ifdef Q_OS_UNIX
namespace {

// Leaves this process without a free file descriptor, whatever is closed meanwhile.
class NoDescriptors
{
public:
    NoDescriptors()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = std::min<rlim_t>(256, few.rlim_cur);
        setrlimit(RLIMIT_NOFILE, &few);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { takeAll(); });
        m_timer.start(0);
        takeAll();
    }
    ~NoDescriptors()
    {
        for (const int descriptor : std::as_const(m_held))
            ::close(descriptor);
        setrlimit(RLIMIT_NOFILE, &m_before);
    }
    Q_DISABLE_COPY_MOVE(NoDescriptors)

    [[nodiscard]] qsizetype held() const { return m_held.size(); }

private:
    void takeAll()
    {
        for (int descriptor = next(); descriptor >= 0; descriptor = next())
            m_held.append(descriptor);
    }
    static int next() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

    rlimit m_before{};
    QList<int> m_held;
    QTimer m_timer;
};

} // namespace

void TestFaults::FI_38_withoutDescriptorsCallsFailTypedAndRecover()
{
    FaultServer server([](const Received &request) {
        return request.target.startsWith("/streams") ? eventStream({"data: x\n\n"}, Scripted::End::Hold) : json("[]");
    });
    Client client(server.url());
    Watch watch(client, u"/streams/runs/1"_s);
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
    QTRY_COMPARE(watch.data().size(), 1);
    auto none = std::make_unique<NoDescriptors>();
    const qsizetype held = none->held();
    server.resetAll();
    QTRY_COMPARE(none->held(), held + 4); // both ends of both connections
    const Error read = errorOf(send(client, once("GET", u"/agents"_s)));
    QVERIFY2(read.kind == Kind::Offline, qPrintable(read.message));
    QVERIFY(!read.nextStep.isEmpty());
    const Error write = errorOf(send(client, "POST", u"/agents"_s));
    QCOMPARE(write.kind, Kind::Offline);
    QVERIFY(!write.outcomeUnknown);
    const auto closing = closingOf(openStream(client, u"/streams/runs/2"_s));
    QCOMPARE(closing->error().kind, Kind::Offline);
    QTRY_COMPARE(watch.stream->state(), State::Backoff);

    none.reset();
    server.resumeAccepting();
    QVERIFY(succeeds(send(client, "GET", u"/agents"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(watch.stream->state(), State::Connected, 15'000);
}
#endif

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
