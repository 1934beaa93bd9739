#include "state/store/tracetable.h"

#include "sqlite/statement.h"
#include "wire/ssewriter.h"

namespace desk {

namespace {

class BoundedTrace
{
public:
    void add(const wire::ServerEvent &event)
    {
        if (m_leftOut > 0) {
            ++m_leftOut;
            return;
        }
        const bool isLong = event.data.size() > TraceTable::mostEventBytes;
        const QByteArray data = isLong ? "{\"left_out_bytes\":" + QByteArray::number(event.data.size()) + '}' : event.data;
        if (m_stream.size() + data.size() > TraceTable::mostTurnBytes) {
            m_leftOut = 1;
            m_leftOutFrom = event.id;
        } else {
            m_stream += wire::sseEvent(event.type, data, event.id);
        }
    }
    [[nodiscard]] QByteArray stream() const
    {
        if (m_leftOut == 0)
            return m_stream;
        return m_stream +
               wire::sseEvent(traceCut.toByteArray(), "{\"left_out_events\":" + QByteArray::number(m_leftOut) + '}', m_leftOutFrom);
    }

private:
    QByteArray m_stream;
    qsizetype m_leftOut = 0;
    QByteArray m_leftOutFrom; // its id
};

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
    const QByteArray trace = boundedEvents(turn);
    Statement(m_database, "DELETE FROM turn_events WHERE turn = (SELECT seq FROM turns WHERE id = ?)").bind(turn).run();
    if (trace.isEmpty())
        return;
    // As bytes: their number is known without reading them.
    Statement(m_database, "INSERT INTO turn_events(turn, seq, events) SELECT seq, 0, CAST(? AS BLOB) FROM turns WHERE id = ?")
        .bind(trace, turn)
        .run();
    dropOldest();
}

void TraceTable::dropOldest()
{
    Statement(m_database, "DELETE FROM turn_events WHERE seq = 0 AND turn IN (SELECT turn FROM ("
                          "SELECT turn, row_number() OVER newest AS place, sum(length(events)) OVER newest AS bytes "
                          "FROM turn_events WHERE seq = 0 WINDOW newest AS (ORDER BY turn DESC)) WHERE place > ? OR bytes > ?)")
        .bind(mostTurns, static_cast<qint64>(mostBytes))
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
    return kept.next() ? kept.bytes(0) : boundedEvents(turn);
}

// One row after the other: of a turn of fifty megabytes no more is in memory than is kept.
QByteArray TraceTable::boundedEvents(const QString &turn)
{
    BoundedTrace trace;
    Statement rows(m_database, "SELECT events FROM turn_events WHERE turn = (SELECT seq FROM turns WHERE id = ?) ORDER BY seq");
    rows.bind(turn);
    QByteArray lastId;
    while (rows.next()) {
        wire::SseParser parser;
        parser.resumeAfter(lastId);
        const QList<wire::ServerEvent> events = parser.feed(rows.bytes(0));
        for (const wire::ServerEvent &event : events)
            trace.add(event);
        lastId = parser.lastEventId();
    }
    return trace.stream();
}

QByteArray boundedTrace(const QList<wire::ServerEvent> &events)
{
    BoundedTrace trace;
    for (const wire::ServerEvent &event : events)
        trace.add(event);
    return trace.stream();
}

} // namespace desk
