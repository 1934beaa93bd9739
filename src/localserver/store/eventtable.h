#pragma once

#include "domain/run.h"
#include "sqlite/database.h"
#include "wire/sseparser.h"

#include <QList>

#include <optional>

namespace desk::server {

// The log of every run: what its stream says, numbered from 1 without gaps (LOC-15, LOC-16).
class EventTable
{
public:
    explicit EventTable(Database &database)
        : m_database(database)
    {
    }

    // Returns the new event's number. timeline: the coarse entry that GET /runs/{id} shows for it, if any.
    qint64 append(const RunId &id, const wire::ServerEvent &event, const std::optional<RunEvent> &timeline = std::nullopt);
    // Events after a number, in order; stops after about maxBytes of data. ServerEvent::id is the number.
    [[nodiscard]] QList<wire::ServerEvent> after(const RunId &id, qint64 seq, qsizetype maxBytes) const;
    [[nodiscard]] qint64 last(const RunId &id) const; // 0: none
    [[nodiscard]] QList<RunEvent> timeline(const RunId &id) const;

private:
    Database &m_database;
};

} // namespace desk::server
