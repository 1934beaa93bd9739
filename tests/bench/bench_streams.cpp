// P7: a hundred event streams at once over HTTP/1.1, into the models. Prints JSON lines: our way, the way of one QNetworkAccessManager
// for each six streams without any model, and Node's where `node` and the npm package eventsource are there (streams.mjs). The events
// come from a process of their own; CPU is the client process's alone, both threads.
#include "streamgenerator.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/stream/streamhub.h"
#include "api/transport.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "state/agents/agentstore.h"
#include "state/models/runeventmodel.h"
#include "state/models/runmodel.h"
#include "state/runstore.h"
#include "state/workspace.h"
#include "wire/sseparser.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTextStream>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int streamCount = 100;
constexpr int perSecond = 100;
constexpr int warmUpMs = 2000;
constexpr int measureMs = 8000;

double cpuUs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto us = [](const timeval &time) { return double(time.tv_sec) * 1e6 + double(time.tv_usec); };
    return us(usage.ru_utime) + us(usage.ru_stime);
}

// What one way of reading the streams cost and how late its events were.
class Meter
{
public:
    void begin()
    {
        m_latencies.clear();
        m_cpuUs = cpuUs();
        m_running = true;
    }
    void note(qint64 writtenUs)
    {
        if (m_running && writtenUs > 0)
            m_latencies.push_back(double(bench::monotonicUs() - writtenUs) / 1000.0);
    }
    void end(int open, double restMs)
    {
        const double cpu = cpuUs() - m_cpuUs;
        std::sort(m_latencies.begin(), m_latencies.end());
        const auto events = double(std::max<std::size_t>(1, m_latencies.size()));
        const auto at = [this](double share) {
            return m_latencies.empty() ? -1.0 : m_latencies[std::size_t(share * double(m_latencies.size() - 1))];
        };
        QTextStream(stdout) << QJsonDocument(QJsonObject{{u"open"_s, open},
                                                         {u"events"_s, events},
                                                         {u"cpu_us_per_event"_s, cpu / events},
                                                         {u"p50_ms"_s, at(0.5)},
                                                         {u"p99_ms"_s, at(0.99)},
                                                         {u"rest_ms"_s, restMs}})
                                   .toJson(QJsonDocument::Compact)
                            << '\n';
    }

private:
    std::vector<double> m_latencies;
    double m_cpuUs = 0;
    bool m_running = false;
};

qint64 writtenAt(const QJsonObject &data)
{
    return data.value("us"_L1).toInteger();
}

// Ours: RunStore watches a hundred runs; the table and the timeline of one of them are there as on the runs page.
void measureHub(QCoreApplication &app, const QUrl &url)
{
    MemoryStore secrets;
    AuthManagers accounts(secrets);
    ProfileTokenSource tokens;
    Transport transport(tokens);
    ApiClient api(transport);
    Workspace workspace(api, tokens, accounts, {});
    AgentStore agents(api);
    RunStore runs(api, workspace);
    RunModel table(runs, agents);
    RunEventModel timeline(runs);
    Meter meter;
    double restMs = -1;
    QObject::connect(&runs, &RunStore::runEventsAppended, &app, [&](const RunId &id, int first, int last) {
        for (int i = first; i <= last; ++i)
            meter.note(writtenAt(runs.find(id)->events.at(i).data.value()));
    });
    QObject::connect(&workspace, &Workspace::ready, &app, [&] {
        for (int i = 0; i < streamCount; ++i)
            runs.watch(RunId(QString::number(i)));
        timeline.setRun(RunId(u"0"_s));
        QTimer::singleShot(warmUpMs, &app, [&] { meter.begin(); });
        QTimer::singleShot(warmUpMs + measureMs / 2, &app, [&] { // a call between all the streams
            auto clock = std::make_shared<QElapsedTimer>();
            clock->start();
            api.agents().list()->then(&app,
                                      [&restMs, clock](const Result<QList<Agent>> &) { restMs = double(clock->nsecsElapsed()) / 1e6; });
        });
        QTimer::singleShot(warmUpMs + measureMs, &app, [&] {
            int open = 0;
            for (int i = 0; i < streamCount; ++i)
                open += runs.knowledge(RunId(QString::number(i))) == Knowledge::Live ? 1 : 0;
            meter.end(open, restMs);
            app.quit();
        });
    });
    workspace.open({Profile::Kind::Team, u"bench"_s, url});
    app.exec();
}

// The alternative: Qt's own HTTP client, six streams to a manager, parsed and decoded, no models.
void measureManagers(QCoreApplication &app, const QUrl &url)
{
    std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
    std::vector<std::unique_ptr<wire::SseParser>> parsers;
    Meter meter;
    int open = 0;
    for (int i = 0; i < streamCount; ++i) {
        if (i % 6 == 0)
            managers.push_back(std::make_unique<QNetworkAccessManager>());
        parsers.push_back(std::make_unique<wire::SseParser>());
        QUrl stream(url);
        stream.setPath(u"/streams/runs/%1"_s.arg(i));
        QNetworkReply *reply = managers.back()->get(QNetworkRequest(stream));
        QObject::connect(reply, &QNetworkReply::metaDataChanged, &app, [&open] { ++open; });
        QObject::connect(reply, &QNetworkReply::readyRead, &app, [&meter, reply, parser = parsers.back().get()] {
            for (const wire::ServerEvent &event : parser->feed(reply->readAll()))
                meter.note(writtenAt(QJsonDocument::fromJson(event.data).object().value("data"_L1).toObject()));
        });
    }
    QTimer::singleShot(warmUpMs, &app, [&] { meter.begin(); });
    QTimer::singleShot(warmUpMs + measureMs, &app, [&] {
        meter.end(open, -1);
        app.quit();
    });
    app.exec();
}

QJsonObject runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(warmUpMs + measureMs + 20'000))
        process.kill();
    return QJsonDocument::fromJson(process.readAllStandardOutput().trimmed()).object();
}

void print(const QString &name, const QJsonValue &value, const QString &unit, const QJsonValue &baseline, double bar)
{
    QJsonObject line{{u"name"_s, name}, {u"value"_s, value}, {u"unit"_s, unit}, {u"bar"_s, bar}, {u"baseline"_s, baseline}};
    if (baseline.isDouble() && baseline.toDouble() > 0)
        line.insert(u"ratio"_s, value.toDouble() / baseline.toDouble());
    line.insert(u"ok"_s, value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= bar);
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int measureAll()
{
    QProcess generator;
    generator.start(QCoreApplication::applicationFilePath(), {u"--serve"_s});
    if (!generator.waitForReadyRead(5000))
        return 1;
    const QString url = u"http://127.0.0.1:"_s + QString::fromLatin1(generator.readLine().trimmed());
    const QString self = QCoreApplication::applicationFilePath();
    const QJsonObject ours = runProgram(self, {u"--hub"_s, url});
    const QJsonObject managers = runProgram(self, {u"--managers"_s, url});
    const QByteArray node = qgetenv("DESK_BENCH_NODE"); // set by packaging/bench.sh: the script, its package beside it
    const QJsonObject web = node.isEmpty() ? QJsonObject() : runProgram(u"node"_s, {QString::fromLocal8Bit(node), url});
    generator.kill();
    generator.waitForFinished();

    const double nodeCpu = web.value("cpu_us_per_event"_L1).toDouble(48); // without Node: the lowest figure measured for it
    print(u"P7 streams open of 100"_s, ours.value("open"_L1), u"streams"_s, web.value("open"_L1), streamCount);
    print(u"P7 CPU per event, socket to model"_s, ours.value("cpu_us_per_event"_L1), u"us"_s, nodeCpu, nodeCpu);
    print(u"P7 p99 from socket to model"_s, ours.value("p99_ms"_L1), u"ms"_s, web.value("p99_ms"_L1), 20);
    print(u"P7 call between 100 streams"_s, ours.value("rest_ms"_L1), u"ms"_s, QJsonValue(), 20);
    print(u"P7 alternative: six streams to a manager, no models, CPU per event"_s, managers.value("cpu_us_per_event"_L1), u"us"_s, nodeCpu,
          nodeCpu);
    print(u"P7 alternative: six streams to a manager, no models, p99"_s, managers.value("p99_ms"_L1), u"ms"_s, QJsonValue(), 20);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QUrl url(arguments.value(2));
    if (arguments.value(1) == "--serve"_L1) {
        bench::StreamGenerator generator(perSecond);
        QTextStream(stdout) << generator.serverPort() << Qt::endl;
        return app.exec();
    }
    if (arguments.value(1) == "--hub"_L1)
        measureHub(app, url);
    else if (arguments.value(1) == "--managers"_L1)
        measureManagers(app, url);
    else
        return measureAll();
    return 0;
}
