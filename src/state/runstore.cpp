#include "state/runstore.h"

#include "api/apiclient.h"
#include "api/endpoints/runsapi.h"
#include "state/watch/runwatcher.h"
#include "state/workspace.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int pageSize = 50;
constexpr int pollMs = 5000;

} // namespace

RunStore::RunStore(ApiClient &api, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
{
    m_pollTimer.setInterval(pollMs);
    connect(&m_pollTimer, &QTimer::timeout, this, &RunStore::refresh);
    connect(&m_workspace, &Workspace::ready, this, &RunStore::watchAnew);
}

RunStore::~RunStore() = default;

void RunStore::refresh()
{
    load(0);
}

void RunStore::loadMore()
{
    if (m_mayHaveMore)
        load(static_cast<int>(m_runs.size()));
}

void RunStore::setVisible(bool visible)
{
    if (!visible) {
        m_pollTimer.stop();
        return;
    }
    refresh();
    m_pollTimer.start();
}

void RunStore::load(int offset)
{
    if (m_workspace.state() != Workspace::State::Ready)
        return;
    if (std::exchange(m_loading, true)) {
        m_loadAgain = m_loadAgain || offset == 0; // the answer under way may be older than what made us ask
        return;
    }
    Q_EMIT loadingChanged();
    const quint64 generation = m_generation;
    m_api.runs().list({}, offset, pageSize)->then(this, [this, offset, generation](Result<Page<Run>> answer) {
        if (generation != m_generation)
            return; // of a workspace that was left
        m_loading = false;
        if (answer)
            takePage(answer->items, offset);
        Q_EMIT loadingChanged();
        if (!answer)
            Q_EMIT failed(answer.error());
        if (std::exchange(m_loadAgain, false))
            load(0);
    });
}

void RunStore::takePage(const QList<Run> &page, int offset)
{
    m_loaded = true;
    if (offset > 0 || m_runs.isEmpty())
        m_mayHaveMore = page.size() == pageSize; // a bare array has no total (contract 1.6)
    bool rowsChanged = false;
    for (const Run &run : page) {
        m_heard[run.id].start();
        if (find(run.id)) {
            apply(run);
        } else {
            m_rowOf.insert(run.id, m_runs.size());
            m_runs.append(run);
            rowsChanged = true;
        }
    }
    if (!rowsChanged)
        return;
    sortRows();
}

void RunStore::sortRows()
{
    std::stable_sort(m_runs.begin(), m_runs.end(), [](const Run &a, const Run &b) { return a.createdAt > b.createdAt; });
    m_rowOf.clear();
    for (qsizetype row = 0; row < m_runs.size(); ++row)
        m_rowOf.insert(m_runs.at(row).id, row);
    Q_EMIT runsChanged();
}

void RunStore::apply(const Run &run)
{
    Run *known = findMutable(run.id);
    if (!known) {
        m_runs.append(run);
        sortRows();
        return;
    }
    const RunStatus before = known->status;
    const qsizetype eventsBefore = known->events.size();
    const bool mayChange = before == run.status || before.canBecome(run.status);
    if (!mayChange)
        return;
    const bool differs = !(before == run.status) || known->updatedAt != run.updatedAt || known->output != run.output;
    QList<RunEvent> events = known->events;
    if (run.events.size() > eventsBefore) // an event list only grows; a shorter one is an older answer
        events += run.events.mid(eventsBefore);
    *known = run;
    known->events = events;
    if (events.size() > eventsBefore)
        Q_EMIT runEventsAppended(run.id, static_cast<int>(eventsBefore), static_cast<int>(events.size()) - 1);
    if (differs)
        Q_EMIT runChanged(run.id);
}

void RunStore::applyStatus(const RunId &id, const RunStatus &status, const QDateTime &at)
{
    Run *known = findMutable(id);
    if (!known || known->status == status || !known->status.canBecome(status))
        return;
    known->status = status;
    if (at.isValid())
        known->updatedAt = at;
    m_heard[id].start();
    Q_EMIT runChanged(id);
}

void RunStore::applyEvents(const RunId &id, qsizetype firstIndex, const QList<RunEvent> &events)
{
    Run *known = findMutable(id);
    const qsizetype have = known ? known->events.size() : 0;
    if (!known || firstIndex > have || firstIndex + events.size() <= have)
        return;
    known->events += events.mid(have - firstIndex);
    m_heard[id].start();
    Q_EMIT runEventsAppended(id, static_cast<int>(have), static_cast<int>(known->events.size()) - 1);
}

void RunStore::watch(const RunId &id)
{
    Watch &watch = m_watches[id];
    if (++watch.count > 1 || id.isEmpty())
        return;
    watch.watcher = makeWatcher(id);
}

std::shared_ptr<RunWatcher> RunStore::makeWatcher(const RunId &id)
{
    const std::shared_ptr<RunWatcher> watcher(new RunWatcher(m_api, id, m_workspace.capabilities().hasTruthfulStreams()),
                                              WatchLoop::LetGo());
    watcher->setPace(m_pace);
    connect(watcher.get(), &RunWatcher::runReceived, this, [this](const Run &run) {
        m_heard[run.id].start();
        apply(run);
    });
    connect(watcher.get(), &RunWatcher::statusReceived, this,
            [this, id](const RunStatus &status, const QDateTime &at) { applyStatus(id, status, at); });
    connect(watcher.get(), &RunWatcher::eventsReceived, this,
            [this, id](qsizetype first, const QList<RunEvent> &events) { applyEvents(id, first, events); });
    connect(watcher.get(), &RunWatcher::livenessChanged, this, [this, id] { Q_EMIT runChanged(id); });
    connect(watcher.get(), &RunWatcher::failed, this, &RunStore::failed);
    return watcher;
}

// Perhaps the server is another one now, or keeps other promises.
void RunStore::watchAnew()
{
    for (auto watch = m_watches.begin(); watch != m_watches.end(); ++watch) {
        const Run *run = find(watch.key());
        if (!watch->watcher || (run && run->status.isTerminal()))
            continue;
        watch->watcher.reset(); // first, so that its stream is not shared
        watch->watcher = makeWatcher(watch.key());
    }
}

void RunStore::unwatch(const RunId &id)
{
    const auto watch = m_watches.find(id);
    if (watch != m_watches.end() && --watch->count <= 0)
        m_watches.erase(watch);
}

void RunStore::cancel(const RunId &id)
{
    if (!canCancel())
        return;
    m_api.runs().cancel(id)->then(this, [this](const Result<> &answer) {
        if (answer)
            refresh();
        else
            Q_EMIT failed(answer.error());
    });
}

const Run *RunStore::find(const RunId &id) const
{
    const auto row = m_rowOf.constFind(id);
    return row == m_rowOf.constEnd() ? nullptr : &m_runs.at(*row);
}

Run *RunStore::findMutable(const RunId &id)
{
    const auto row = m_rowOf.constFind(id);
    return row == m_rowOf.constEnd() ? nullptr : &m_runs[*row];
}

Knowledge RunStore::knowledge(const RunId &id) const
{
    const Run *run = find(id);
    if (!run)
        return Knowledge::Unknown;
    if (run->status.isTerminal())
        return Knowledge::Polled; // a final state stays true
    const auto watch = m_watches.constFind(id);
    const bool isWatched = watch != m_watches.constEnd() && watch->watcher;
    const Knowledge watched = isWatched ? watch->watcher->knowledge() : Knowledge::Unknown;
    if (watched == Knowledge::Live)
        return watched;
    const auto heard = m_heard.constFind(id); // an answer about another run says nothing of this one
    const bool fresh = watched == Knowledge::Polled || (heard != m_heard.constEnd() && heard->elapsed() < m_pace.staleAfter);
    return fresh && m_workspace.state() == Workspace::State::Ready ? Knowledge::Polled : Knowledge::Stale;
}

bool RunStore::canCancel() const
{
    return m_workspace.capabilities().has(feature::runCancel);
}

void RunStore::clear()
{
    m_runs.clear();
    m_rowOf.clear();
    m_heard.clear();
    m_watches.clear();
    ++m_generation;
    m_loading = false;
    m_loadAgain = false;
    m_loaded = false;
    m_mayHaveMore = false;
    Q_EMIT runsChanged();
}

} // namespace desk
