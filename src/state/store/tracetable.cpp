#include "state/store/tracetable.h"

#include "sqlite/statement.h"
#include "wire/ssewriter.h"

namespace desk {

namespace {

QList<wire::ServerEvent> eventsOf(Database &database, const QString &turn)
{
    QList<wire::ServerEvent> events;
    Statement rows(database, "SELECT events FROM turn_events WHERE turn = (SELECT seq FROM turns WHERE id = ?) ORDER BY seq");
    rows.bind(turn);
    QByteArray lastId;
    while (rows.next()) {
        wire::SseParser parser;
        parser.resumeAfter(lastId);
        events += parser.feed(rows.bytes(0));
        lastId = parser.lastEventId();
    }
    return events;
}

} // namespace

TraceTable::TraceTable(Database &database)
    : m_database(database)
{
}

void TraceTable::keep(const QString &turn)
{
    Statement there(m_database, "SELECT 1 FROM turn_events WHERE turn = (SELECT seq FROM turns WHERE id = ?) AND seq > 0 LIMIT 1");
    there.bind(turn);
    if (!there.next())
        return; // it is kept already, or nothing came
    const QByteArray trace = boundedTrace(eventsOf(m_database, turn));
    Statement(m_database, "DELETE FROM turn_events WHERE turn = (SELECT seq FROM turns WHERE id = ?)").bind(turn).run();
    Statement(m_database, "INSERT INTO turn_events(turn, seq, events) SELECT seq, 0, ? FROM turns WHERE id = ?").bind(trace, turn).run();
    Statement(m_database, "DELETE FROM turn_events WHERE seq = 0 AND turn NOT IN "
                          "(SELECT turn FROM turn_events WHERE seq = 0 ORDER BY turn DESC LIMIT ?)")
        .bind(mostTurns)
        .run();
}

void TraceTable::remove(const QString &turn)
{
    Statement(m_database, "DELETE FROM turn_events WHERE turn = (SELECT seq FROM turns WHERE id = ?) AND seq = 0").bind(turn).run();
}

QByteArray TraceTable::stream(const QString &turn)
{
    Statement kept(m_database, "SELECT events FROM turn_events WHERE turn = (SELECT seq FROM turns WHERE id = ?) AND seq = 0");
    kept.bind(turn);
    return kept.next() ? kept.bytes(0) : boundedTrace(eventsOf(m_database, turn));
}

QByteArray boundedTrace(const QList<wire::ServerEvent> &events)
{
    QByteArray stream;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const wire::ServerEvent &event = events.at(i);
        const bool isLong = event.data.size() > TraceTable::mostEventBytes;
        const QByteArray data = isLong ? "{\"left_out_bytes\":" + QByteArray::number(event.data.size()) + '}' : event.data;
        if (stream.size() + data.size() > TraceTable::mostTurnBytes)
            return stream +
                   wire::sseEvent(traceCut.toByteArray(), "{\"left_out_events\":" + QByteArray::number(events.size() - i) + '}', event.id);
        stream += wire::sseEvent(event.type, data, event.id);
    }
    return stream;
}

} // namespace desk
