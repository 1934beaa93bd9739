#pragma once

#include "localserver/store/executionrecord.h"
#include "sqlite/database.h"
#include "wire/sseparser.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace desk::server {

// Executions of workflows, their steps, and what their streams say, numbered from 1 without gaps.
class ExecutionTable
{
public:
    explicit ExecutionTable(Database &database)
        : m_database(database)
    {
    }

    void insert(const ExecutionRecord &record);
    // All but the workflow, what was given, and a stop that any process may have asked for in the meantime.
    void update(const ExecutionRecord &record);
    bool requestStop(const ExecutionId &id); // false: it has ended
    void forgetStop(const ExecutionId &id);
    [[nodiscard]] std::optional<ExecutionRecord> find(const ExecutionId &id) const;
    [[nodiscard]] QList<ExecutionRecord> list(const WorkflowId &id, const QString &status, int limit, int offset) const; // newest first
    [[nodiscard]] QList<ExecutionId> unfinishedOf(const QString &instance) const;
    [[nodiscard]] QStringList instancesWithUnfinished() const;
    [[nodiscard]] QList<ExecutionId> stopRequestedOf(const QString &instance) const;

    void putStep(const ExecutionId &id, const StepRecord &step);        // inserts or replaces by id
    [[nodiscard]] QList<StepRecord> steps(const ExecutionId &id) const; // in order of their start
    void forgetSteps(const ExecutionId &id);

    qint64 append(const ExecutionId &id, const wire::ServerEvent &event); // returns its number
    [[nodiscard]] QList<wire::ServerEvent> eventsAfter(const ExecutionId &id, qint64 seq, qsizetype maxBytes) const;
    // The number before the events of the newest attempt: an earlier one ended with `complete`.
    [[nodiscard]] qint64 attemptStart(const ExecutionId &id) const;
    [[nodiscard]] qint64 lastEvent(const ExecutionId &id) const; // 0: none

private:
    Database &m_database;
};

} // namespace desk::server
