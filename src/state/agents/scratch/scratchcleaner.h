#pragma once

#include "domain/error.h"
#include "domain/result.h"
#include "state/agents/scratch/scratchthing.h"
#include "state/chat/runcanceller.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace desk {

class ApiClient;
class DefinitionMarks;
class StoreThread;
class Workspace;

// Remembers what is made on the server for trials of agents (AG-48), in user.db and before it is made, and removes it again: when a trial
// ends, and what is left of it (refused, cut off, a program that was killed) at the next ready workspace and with the next trial. One for
// the program; outlives every trial. GUI thread.
class ScratchCleaner : public QObject
{
    Q_OBJECT
public:
    // `marks` of trials (DefinitionRecords::trialMarks()), which outlive it, as do the others.
    ScratchCleaner(ApiClient &api, Workspace &workspace, StoreThread &store, DefinitionMarks &marks, QObject *parent = nullptr);

    // Done when it is on disk, or the disk has refused (DefinitionMarks::notKept tells): then it is kept in memory. Never after context
    // is gone. It is in use from now on, until remove().
    void remember(const ScratchThing &thing, QObject *context, const std::function<void()> &done);
    void note(const ScratchThing &thing);   // what is known of it by now
    void remove(const ScratchThing &thing); // later, where its server is not there at the moment
    // Nobody waits for it any more; before its thing is removed. As with that: the server that has it is asked, and no other.
    void cancelRun(const ScratchThing &thing, const RunId &run);
    [[nodiscard]] QString server() const; // the open one, as it is remembered: never another one is asked to remove something
    [[nodiscard]] bool isClear() const;   // nothing is remembered: neither in use nor left

Q_SIGNALS:
    void removed(const QString &name);                              // nothing of it is left
    void notRemoved(const QString &name, const desk::Error &error); // kept for later

private:
    void onMarks(const QString &name);
    void clearLeft();
    void leave();
    [[nodiscard]] bool canClear(const ScratchThing &thing) const;
    void clear(const ScratchThing &thing);
    void onCleared(const ScratchThing &left, const Result<> &outcome);

    ApiClient &m_api;
    Workspace &m_workspace;
    StoreThread &m_store;
    DefinitionMarks &m_marks;
    RunCanceller m_canceller;
    QSet<QString> m_inUse;
    QHash<QString, QObject *> m_removals; // under way, by name
};

} // namespace desk
