#include "localserver/store/eventtable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"
#include "wire/json/runjson.h"

namespace desk::server {

qint64 EventTable::append(const RunId &id, const wire::ServerEvent &event, const std::optional<RunEvent> &timeline)
{
    const qint64 seq = last(id) + 1;
    Statement(m_database, "INSERT INTO run_events(run_id, seq, type, data, timeline) VALUES(?, ?, ?, ?, ?)")
        .bind(id.value(), seq, event.type, event.data, timeline ? compact(wire::toJson(*timeline)) : QByteArray())
        .run();
    return seq;
}

QList<wire::ServerEvent> EventTable::after(const RunId &id, qint64 seq, qsizetype maxBytes) const
{
    Statement row(m_database, "SELECT seq, type, data FROM run_events WHERE run_id = ? AND seq > ? ORDER BY seq");
    row.bind(id.value(), seq);
    QList<wire::ServerEvent> out;
    qsizetype bytes = 0;
    while (bytes < maxBytes && row.next()) {
        out.append({row.bytes(1), row.bytes(2), QByteArray::number(row.integer(0))});
        bytes += out.constLast().data.size();
    }
    return out;
}

qint64 EventTable::last(const RunId &id) const
{
    Statement row(m_database, "SELECT max(seq) FROM run_events WHERE run_id = ?");
    return row.bind(id.value()).next() ? row.integer(0) : 0;
}

QList<RunEvent> EventTable::timeline(const RunId &id) const
{
    Statement row(m_database, "SELECT timeline FROM run_events WHERE run_id = ? AND timeline IS NOT NULL ORDER BY seq");
    row.bind(id.value());
    QList<RunEvent> out;
    while (row.next())
        out.append(wire::runEventFromJson(row.json(0).toObject()));
    return out;
}

} // namespace desk::server
