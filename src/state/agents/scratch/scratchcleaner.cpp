#include "state/agents/scratch/scratchcleaner.h"

#include "domain/log.h"
#include "sqlite/database.h"
#include "state/agents/scratch/scratchremoval.h"
#include "state/definitions/definitionmarks.h"
#include "state/store/storethread.h"
#include "state/workspace.h"

namespace desk {

ScratchCleaner::ScratchCleaner(ApiClient &api, Workspace &workspace, StoreThread &store, DefinitionMarks &marks, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_store(store)
    , m_marks(marks)
    , m_canceller(api, workspace)
{
    connect(&workspace, &Workspace::ready, this, &ScratchCleaner::clearLeft);
    connect(&workspace, &Workspace::accountChanged, this, &ScratchCleaner::leave);
    connect(&workspace, &Workspace::accountChanged, &m_canceller, &RunCanceller::forget);
    connect(&marks, &DefinitionMarks::changed, this, &ScratchCleaner::onMarks);
}

void ScratchCleaner::remember(const ScratchThing &thing, QObject *context, const std::function<void()> &done)
{
    clearLeft();
    m_inUse.insert(thing.name);
    m_marks.hide(thing.name, thing.toJson());
    // Behind what writes it down: the jobs of the store end in their order.
    m_store.run(
        context, [](Database &) {}, [done](const Result<> & /*also without a disk*/) { done(); });
}

void ScratchCleaner::note(const ScratchThing &thing)
{
    if (m_inUse.contains(thing.name))
        m_marks.hide(thing.name, thing.toJson());
}

void ScratchCleaner::remove(const ScratchThing &thing)
{
    const bool isOurs = m_inUse.remove(thing.name); // else of an account that was left: its own records have it
    if (isOurs && (thing.isGone() || canClear(thing)))
        clear(thing);
    else if (isOurs)
        m_marks.hide(thing.name, thing.toJson());
}

void ScratchCleaner::cancelRun(const ScratchThing &thing, const RunId &run)
{
    if (m_inUse.contains(thing.name)) // else of an account that was left
        m_canceller.cancel(run, thing.server);
}

QString ScratchCleaner::server() const
{
    return m_canceller.server();
}

bool ScratchCleaner::canClear(const ScratchThing &thing) const
{
    return thing.server == server() && m_workspace.state() == Workspace::State::Ready;
}

bool ScratchCleaner::isClear() const
{
    return m_marks.marks().isEmpty();
}

void ScratchCleaner::onMarks(const QString &name)
{
    if (!name.isEmpty())
        return;
    m_marks.isLoaded() ? clearLeft() : leave();
}

// Another account: what was under way is in the records of the one before.
void ScratchCleaner::leave()
{
    qDeleteAll(m_removals);
    m_removals.clear();
    m_inUse.clear();
}

void ScratchCleaner::clearLeft()
{
    if (!m_marks.isLoaded())
        return;
    const QHash<QString, DefinitionMark> marks = m_marks.marks();
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
        const ScratchThing thing = ScratchThing::fromJson(mark.key(), mark->hidden);
        if (isScratchName(thing.name) && !m_inUse.contains(thing.name) && canClear(thing))
            clear(thing);
    }
}

void ScratchCleaner::clear(const ScratchThing &thing)
{
    if (m_removals.contains(thing.name))
        return;
    if (thing.isGone()) // nothing was made of it
        return onCleared(thing, {});
    auto *removal = new ScratchRemoval(m_api, thing, this);
    m_removals.insert(thing.name, removal);
    connect(removal, &ScratchRemoval::done, this, &ScratchCleaner::onCleared);
    removal->start();
}

void ScratchCleaner::onCleared(const ScratchThing &left, const Result<> &outcome)
{
    if (QObject *removal = m_removals.take(left.name))
        removal->deleteLater();
    if (left.isGone()) {
        m_marks.unhide(left.name);
        Q_EMIT removed(left.name);
        return;
    }
    m_marks.hide(left.name, left.toJson());
    if (outcome || outcome.error().kind == Error::Kind::Cancelled)
        return; // not found, and may still come; or the connection was taken away
    qCWarning(logState) << "what was made for a trial of an agent is not yet removed:" << outcome.error().message;
    Q_EMIT notRemoved(left.name, outcome.error());
}

} // namespace desk
