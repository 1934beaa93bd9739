// P8: the parser of event streams, alone and with its events decoded to our values, on short and long events in chunks of 1, 16 and
// 64 kB. Prints JSON lines, for each kind of event that of the chunk size where we are worst beside the npm package eventsource-parser,
// which reads the same bytes in the same run where `node` and it are there (packaging/bench.sh). MB/s of CPU time, medians.
#include "parserload.h"

#include "wire/json/chateventjson.h"
#include "wire/json/runjson.h"
#include "wire/sseparser.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int rounds = 7;
constexpr std::array<int, 3> chunkSizes{1024, 16 * 1024, 64 * 1024};
constexpr int nodePatienceMs = 300'000;

struct Way {
    QString name;
    QLatin1StringView key;                                                                          // of Node's figure
    double atLeast;                                                                                 // times as fast as Node; 0: no bar
    qint64 (*feed)(wire::SseParser &parser, const QByteArray &chunk, bench::ParserLoad::Kind kind); // how many were understood
};

qsizetype seen = 0; // what was read is used, or the compiler leaves it out

qint64 look(wire::SseParser &parser, const QByteArray &chunk, bench::ParserLoad::Kind)
{
    qint64 events = 0;
    parser.read(chunk, [&](const wire::EventView &event) {
        seen += event.data.size();
        ++events;
    });
    return events;
}

qint64 keep(wire::SseParser &parser, const QByteArray &chunk, bench::ParserLoad::Kind)
{
    const QList<wire::ServerEvent> events = parser.feed(chunk);
    for (const wire::ServerEvent &event : events)
        seen += event.data.size();
    return events.size();
}

bool isUnderstood(bench::ParserLoad::Kind kind, const wire::ServerEvent &event)
{
    if (kind == bench::ParserLoad::Kind::Chat)
        return std::holds_alternative<ContentDelta>(wire::chatEventFrom(event));
    return !std::holds_alternative<std::monostate>(wire::runUpdateFrom(event));
}

qint64 decode(wire::SseParser &parser, const QByteArray &chunk, bench::ParserLoad::Kind kind)
{
    const QList<wire::ServerEvent> events = parser.feed(chunk);
    return std::count_if(events.begin(), events.end(), [&](const wire::ServerEvent &event) { return isUnderstood(kind, event); });
}

double cpuUs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto us = [](const timeval &time) { return double(time.tv_sec) * 1e6 + double(time.tv_usec); };
    return us(usage.ru_utime) + us(usage.ru_stime);
}

std::vector<QByteArray> cut(const QByteArray &bytes, int size)
{
    std::vector<QByteArray> out;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        out.push_back(bytes.mid(at, size));
    return out;
}

double speed(const bench::ParserLoad &load, int chunkSize, const Way &way, qint64 &events)
{
    const std::vector<QByteArray> chunks = cut(load.bytes, chunkSize);
    std::vector<double> speeds;
    for (int i = 0; i <= rounds; ++i) {
        wire::SseParser parser;
        events = 0;
        const double before = cpuUs();
        for (const QByteArray &chunk : chunks)
            events += way.feed(parser, chunk, load.kind);
        if (i > 0) // the first round only warms up, as it does on Node's side
            speeds.push_back(double(load.bytes.size()) / std::max(1.0, cpuUs() - before));
    }
    std::nth_element(speeds.begin(), speeds.begin() + rounds / 2, speeds.end());
    return speeds[rounds / 2];
}

void print(const QString &name, double value, const QString &unit, const QJsonValue &baseline, const QJsonValue &bar, const QJsonValue &ok)
{
    QJsonObject line{{u"name"_s, name}, {u"value"_s, value}, {u"unit"_s, unit}, {u"bar"_s, bar}, {u"baseline"_s, baseline}, {u"ok"_s, ok}};
    if (baseline.isDouble() && baseline.toDouble() > 0)
        line.insert(u"ratio"_s, value / baseline.toDouble());
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

// {chunk size: {events, alone, json}} of eventsource-parser, or nothing.
QJsonObject nodeSpeeds(const bench::ParserLoad &load, const QString &folder)
{
    const QByteArray script = qgetenv("DESK_BENCH_PARSER"); // set by packaging/bench.sh: the script, its package beside it
    QFile file(folder + "/stream"_L1);
    if (script.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(load.bytes) != load.bytes.size())
        return {};
    file.close();
    QStringList sizes;
    for (const int size : chunkSizes)
        sizes.append(QString::number(size));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"node"_s, {QString::fromLocal8Bit(script), QString::number(rounds), sizes.join(u','), file.fileName()});
    if (!process.waitForFinished(nodePatienceMs))
        process.kill();
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object().value(file.fileName()).toObject();
}

void measure(const bench::ParserLoad &load, const Way &way, const QJsonObject &node)
{
    struct Figure {
        int chunk;
        double speed;
        QJsonValue baseline;
    };
    std::vector<Figure> figures;
    for (const int chunk : chunkSizes) {
        qint64 events = 0;
        const double ours = speed(load, chunk, way, events);
        const QJsonObject theirs = node.value(QString::number(chunk)).toObject();
        const bool comparable = theirs.value("events"_L1).toInteger() == events;
        if (!theirs.isEmpty() && !comparable)
            std::fputs("eventsource-parser read another number of events\n", stderr);
        figures.push_back({chunk, ours, comparable ? theirs.value(way.key) : QJsonValue()});
    }
    const auto worse = [](const Figure &a, const Figure &b) { return a.speed / a.baseline.toDouble(1) < b.speed / b.baseline.toDouble(1); };
    const Figure worst = *std::min_element(figures.begin(), figures.end(), worse);
    const bool known = worst.baseline.isDouble() && way.atLeast > 0;
    const double bar = way.atLeast * worst.baseline.toDouble();
    print(u"P8 %1, %2, %3 kB chunks"_s.arg(load.name, way.name).arg(worst.chunk / 1024), worst.speed, u"MB/s"_s, worst.baseline,
          known ? QJsonValue(bar) : QJsonValue(), known ? QJsonValue(worst.speed >= bar) : QJsonValue());
    const auto slower = [](const Figure &a, const Figure &b) { return a.speed < b.speed; };
    const auto [slowest, fastest] = std::minmax_element(figures.begin(), figures.end(), slower);
    const double spread = fastest->speed / slowest->speed;
    print(u"P8 %1, %2, slowest chunking against the fastest"_s.arg(load.name, way.name), spread, u"times"_s, QJsonValue(), 2.0,
          spread <= 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const std::array ways{Way{u"parser alone"_s, "alone"_L1, 4, look}, Way{u"events kept"_s, "alone"_L1, 0, keep},
                          Way{u"decoded"_s, "json"_L1, 1.5, decode}};
    const QList<bench::ParserLoad> loads = bench::parserLoads();
    for (const bench::ParserLoad &load : loads) {
        const QJsonObject node = nodeSpeeds(load, folder.path());
        for (const Way &way : ways)
            measure(load, way, node);
    }
    return seen > 0 ? 0 : 1;
}
