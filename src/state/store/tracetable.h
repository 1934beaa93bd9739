#pragma once

#include "sqlite/database.h"
#include "wire/sseparser.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace desk {

// The events of turns that have ended, as they came (CH-47): one row of turn_events for each, numbered 0, beside those of turns under way,
// which begin at 1. Bounded: of an event that is too long only its size is kept, of a turn the first few megabytes, and of all turns the
// newest, as each of the copies that are made of the database every day holds them too (DATA-13). What the turn came to is in its answer,
// which is whole. Runs in the store's thread; failures are latched in the database.
class TraceTable
{
public:
    static constexpr int mostTurns = 100;
    static constexpr qsizetype mostEventBytes = 256 * 1024;
    static constexpr qsizetype mostTurnBytes = 4 * 1024 * 1024;
    static constexpr qsizetype mostBytes = 32 * 1024 * 1024; // of all turns

    explicit TraceTable(Database &database);

    void keep(const QString &turn);   // it has ended: its events become its trace. Inside a transaction
    void remove(const QString &turn); // it goes on after all, and its events come again
    // What is there of a turn, ended or not, as an event stream; empty: nothing.
    [[nodiscard]] QByteArray stream(const QString &turn);

private:
    [[nodiscard]] QByteArray boundedEvents(const QString &turn);
    void dropOldest();

    Database &m_database;
};

// The last event of a trace that does not hold all of them: {"left_out_events": n}.
inline constexpr QByteArrayView traceCut("trace_cut");

// As one stream, within the bounds above. Pure.
[[nodiscard]] QByteArray boundedTrace(const QList<wire::ServerEvent> &events);

} // namespace desk
