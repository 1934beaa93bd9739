#include "api/apiclient.h"
#include "api/stream/streamhub.h"
#include "api/transport.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "state/runstore.h"
#include "state/workspace.h"
#include "support/faultserver.h"
#include "support/memoryuse.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <functional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int streamCount = 20;
constexpr int perStreamAndSecond = 500;
constexpr int tickMs = 5;
constexpr int largeEvents = 200;
constexpr int largeEventBytes = 1024 * 1024;

// FI-10 asks for a minute: DESK_SECONDS=60. A moment shows the same in the everyday run.
int eventsPerStream()
{
    bool given = false;
    const int seconds = qEnvironmentVariableIntValue("DESK_SECONDS", &given);
    return (given ? std::clamp(seconds, 1, 600) : 5) * perStreamAndSecond;
}

std::atomic<int> madeLarge = 0;

// Sends the same numbered events to every stream, in a thread of its own, at its pace: late ticks are made up for.
class Generator : public QObject
{
public:
    Generator()
        : m_server([](const Received &request) { return answer(request); }, this)
    {
        m_tick.setParent(this);
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, [this] { tick(); });
    }
    [[nodiscard]] QUrl url() const { return m_server.url(); }
    void begin()
    {
        m_clock.start();
        m_tick.start(tickMs);
    }

private:
    static Scripted answer(const Received &request)
    {
        if (request.target == "/capabilities")
            return json(R"({"server":"x","version":"1","api":1,"features":["stream_ids","stream_resume","heartbeat"]})");
        if (request.target == "/streams/runs/large")
            return largeAnswer();
        if (!request.target.startsWith("/streams/")) // without events: only the stream tells them
            return json(R"({"id":")" + request.target.mid(6) + R"(","agent_id":"a","status":"running","events":[]})");
        Scripted script = eventStream({": hello\r\n\r\n"}, Scripted::End::Hold);
        script.pieces = {script.pieces.join()};
        return script;
    }
    // Made as fast as the client reads.
    static Scripted largeAnswer()
    {
        Scripted script = eventStream({}, Scripted::End::Hold);
        script.nextBlock = [] {
            if (madeLarge == largeEvents)
                return QByteArray();
            ++madeLarge;
            return QByteArray("data: {\"text\":\"" + QByteArray(largeEventBytes, 'x') + "\"}\n\n");
        };
        return script;
    }
    void tick()
    {
        const int due = std::min<int>(m_count, static_cast<int>(m_clock.elapsed() * perStreamAndSecond / 1000));
        QByteArray bytes;
        for (; m_sent < due; ++m_sent)
            bytes += "id: " + QByteArray::number(m_sent + 1) +
                     "\r\nevent: event\r\ndata: {\"timestamp\": \"2026-05-02T09:14:03.100000+00:00\", \"type\": \"progress\", "
                     "\"data\": {\"step_id\": \"search\", \"n\": " +
                     QByteArray::number(m_sent) + "}}\r\n\r\n";
        m_server.sendToHeld(bytes);
        if (m_sent == m_count)
            m_tick.stop();
    }

    FaultServer m_server;
    QTimer m_tick;
    QElapsedTimer m_clock;
    const int m_count = eventsPerStream();
    int m_sent = 0;
};

// True when it came true while the event loop turned. QTest's own waiting sleeps between the turns.
bool turnUntil(const std::function<bool()> &isSo, int ms)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.quit();
    });
    look.start(20);
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
    return isSo();
}

} // namespace

class TestStreamLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void FI_10_tenThousandEventsASecondAreAppliedInOrderAndNoneIsLost();
    void SSE_24_whatABusyWindowHasNotTakenYetIsBoundedInBytes();

private:
    QThread m_thread;
    Generator *m_generator = nullptr; // lives in the thread
    QUrl m_url;
};

void TestStreamLoad::initTestCase()
{
    QSemaphore isThere;
    const auto make = [this, &isThere] {
        m_generator = new Generator;
        isThere.release();
    };
    connect(&m_thread, &QThread::started, this, make, Qt::DirectConnection); // in the thread that has started
    m_thread.start();
    isThere.acquire();
    m_url = m_generator->url();
    connect(&m_thread, &QThread::finished, m_generator, &QObject::deleteLater);
}

void TestStreamLoad::cleanupTestCase()
{
    m_thread.quit();
    QVERIFY(m_thread.wait());
}

void TestStreamLoad::FI_10_tenThousandEventsASecondAreAppliedInOrderAndNoneIsLost()
{
    MemoryStore secrets;
    AuthManagers accounts(secrets);
    ProfileTokenSource tokens;
    Transport transport(tokens);
    ApiClient api(transport);
    Workspace workspace(api, tokens, accounts, {});
    RunStore store(api, workspace);
    workspace.open({Profile::Kind::Team, u"load"_s, m_url});
    QTRY_COMPARE(workspace.state(), Workspace::State::Ready);
    QList<RunId> ids;
    for (int i = 0; i < streamCount; ++i)
        ids.append(RunId(QString::number(i)));
    for (const RunId &id : ids)
        store.watch(id);
    const auto isLive = [&store](const RunId &id) { return store.knowledge(id) == Knowledge::Live; };
    QTRY_VERIFY(std::all_of(ids.cbegin(), ids.cend(), isLive));

    qint64 applied = 0;
    qint64 misplaced = 0;
    connect(&store, &RunStore::runEventsAppended, this, [&](const RunId &id, int first, int last) {
        for (int i = first; i <= last; ++i, ++applied)
            misplaced += store.find(id)->events.at(i).data.value().value("n"_L1).toInt(-1) == i ? 0 : 1;
    });
    QElapsedTimer sinceTurn;
    qint64 worstGap = 0;
    QTimer turn;
    turn.setTimerType(Qt::PreciseTimer);
    connect(&turn, &QTimer::timeout, this, [&] { worstGap = std::max(worstGap, sinceTurn.restart()); });
    const qint64 memoryBefore = residentBytes();
    QElapsedTimer clock;
    clock.start();
    sinceTurn.start();
    turn.start(10);
    QMetaObject::invokeMethod(m_generator, [this] { m_generator->begin(); });
    const qint64 all = qint64(streamCount) * eventsPerStream();
    const bool complete = turnUntil([&] { return applied >= all; }, 40'000 + 8 * eventsPerStream());
    const qint64 growth = residentBytes() - memoryBefore;
    qInfo("%lld events in %lld ms; worst gap between turns of the event loop %lld ms; memory grew by %lld MB", applied, clock.elapsed(),
          worstGap, growth / (1024 * 1024));

    QVERIFY(complete);
    QCOMPARE(applied, all);
    QCOMPARE(misplaced, 0);
    for (const RunId &id : ids)
        QCOMPARE(store.find(id)->events.size(), eventsPerStream());
    QVERIFY(std::all_of(ids.cbegin(), ids.cend(), isLive));
    QVERIFY(growth < allowedGrowth(all * 1024)); // what is shown is kept, and little besides
}

void TestStreamLoad::SSE_24_whatABusyWindowHasNotTakenYetIsBoundedInBytes()
{
    ProfileTokenSource tokens;
    Transport transport(tokens);
    transport.setBaseUrl(m_url);
    const std::shared_ptr<LiveStream> stream = transport.hub().watch(u"/streams/runs/large"_s, {});
    int events = 0;
    int held = -1;
    connect(stream.get(), &LiveStream::received, this, [&](const QList<wire::ServerEvent> &more) {
        if (held < 0) { // a slot that takes its time
            QElapsedTimer still;
            for (still.start(); still.elapsed() < 700;) {
                if (const int made = madeLarge; std::exchange(held, made) != made)
                    still.start();
            }
        }
        events += int(more.size());
    });
    QTRY_COMPARE_WITH_TIMEOUT(events, largeEvents, 30'000);

    constexpr int limit = 64;    // MB
    constexpr int onTheWay = 32; // in the kernel, in the parser
    qInfo("%d MB were held while nobody took them", held);
    QVERIFY(held > 0); // how much there was by then is a matter of the machine
    QVERIFY(held < limit + onTheWay);
}

QTEST_GUILESS_MAIN(TestStreamLoad)
#include "tst_streamload.moc"
