// P10: what it costs to have 200 events a second on disk before they are shown: CPU of the whole process, beside the same stream kept
// nowhere, and how long an event waits for the disk. Prints JSON lines.
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int perSecond = 200;
constexpr int frameMs = 33;
constexpr int measureMs = 20'000;

double cpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) { return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

void line(const char *name, double value, const char *unit, double baseline, double bar, bool ok)
{
    std::printf("{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"baseline\":%.3f,\"ratio\":%.3f,\"bar\":%.3f,\"ok\":%s}\n", name, value,
                unit, baseline, baseline > 0 ? value / baseline : 0, bar, ok ? "true" : "false");
}

wire::ServerEvent event(int n)
{
    return {"content",
            "{\"type\":\"content\",\"source\":\"chat-agent\",\"message\":\"word \",\"data\":{\"streaming\":true,\"partial\":true},"
            "\"timestamp\":\"2026-05-02T09:14:05.200000+00:00\"}",
            QByteArray::number(n)};
}

struct Outcome {
    double cpu = 0;
    std::vector<qint64> waits; // microseconds until the disk had it
    int events = 0;
};

// Events in batches of a frame, as TurnDelivery makes them: one batch at the disk, what comes meanwhile makes the next.
Outcome stream(TurnJournal *journal, const TurnRecord &turn)
{
    Outcome outcome;
    QList<wire::ServerEvent> waiting;
    bool atDisk = false;
    QElapsedTimer clock;
    QTimer arrivals;
    QTimer frame;
    arrivals.setTimerType(Qt::PreciseTimer);
    const auto keep = [&] {
        if (atDisk || waiting.isEmpty())
            return;
        const QList<wire::ServerEvent> batch = std::exchange(waiting, {});
        if (!journal)
            return;
        atDisk = true;
        const qint64 since = clock.nsecsElapsed();
        journal->append(turn, batch, journal, [&, since](const Result<> &) {
            atDisk = false;
            outcome.waits.push_back((clock.nsecsElapsed() - since) / 1000);
        });
    };
    QObject::connect(&arrivals, &QTimer::timeout, qApp, [&] { waiting.append(event(++outcome.events)); });
    QObject::connect(&frame, &QTimer::timeout, qApp, keep);
    clock.start();
    const double before = cpuMs();
    arrivals.start(1000 / perSecond);
    frame.start(frameMs);
    QTimer::singleShot(measureMs, qApp, [] { QCoreApplication::quit(); });
    QCoreApplication::exec();
    outcome.cpu = cpuMs() - before;
    arrivals.stop();
    frame.stop();
    if (journal) {
        journal->settle(journal, [] { QCoreApplication::quit(); });
        QCoreApplication::exec();
    }
    return outcome;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QTemporaryDir dir;
    const StoreFolder folder{dir.path()};
    StoreThread store(folder, userStoreKind(folder));
    TurnJournal journal(store);
    TurnRecord turn;
    turn.id = u"turn"_s;
    turn.request.text = u"question"_s;
    turn.createdAt = QDateTime::currentDateTimeUtc();
    journal.begin(turn, {}, {}, &journal, [](const Result<> &) {});
    const Outcome without = stream(nullptr, turn);
    Outcome with = stream(&journal, turn);
    std::sort(with.waits.begin(), with.waits.end());
    const double percent = (with.cpu - without.cpu) / measureMs * 100;
    line("P10_journal_core_percent", percent, "%", 0, 2, percent <= 2);
    const auto worst = static_cast<double>(with.waits.empty() ? 0 : with.waits.back()) / 1000;
    const auto median = static_cast<double>(with.waits.empty() ? 0 : with.waits.at(with.waits.size() / 2)) / 1000;
    line("P10_disk_median_ms", median, "ms", 0, 250 - frameMs, median <= 250 - frameMs);
    line("P10_disk_worst_ms", worst, "ms", 0, 250 - frameMs, worst <= 250 - frameMs);
    return 0;
}
