#include "localserver/routes/runlog.h"

#include "localserver/routes/timeline.h"
#include "localserver/store/values.h"
#include "wire/json/chateventjson.h"
#include "wire/json/reader.h"
#include "wire/json/runjson.h"

using namespace Qt::StringLiterals;

namespace desk::server {

void RunLog::created(const RunRecord &record)
{
    if (!record.isChat())
        status(record, "status"_L1);
    event(record, RunCreated{record.run.id, record.run.conversationId, record.userMessage});
}

void RunLog::running(const RunRecord &record)
{
    if (!record.isChat())
        status(record, "status"_L1);
}

void RunLog::event(const RunRecord &record, const ChatEvent &event)
{
    const auto line = timelineEntry(event);
    if (record.isChat())
        m_store.events.append(record.run.id, wire::toServerEvent(event), line);
    else if (line)
        m_store.events.append(record.run.id, {"event", compact(wire::toJson(*line)), {}}, line);
}

void RunLog::ended(const RunRecord &record, const MessageId &answer, const TurnOutcome &outcome)
{
    const Run &run = record.run;
    if (run.status.isSuccess())
        event(record, TurnCompleted{answer, run.conversationId, outcome.citations, outcome.facts});
    else
        event(record, TurnFailed{run.errorText, run.errorType});
    if (record.isChat())
        return;
    m_store.events.append(run.id, {"output", compact(run.output), {}});
    status(record, "complete"_L1);
}

void RunLog::status(const RunRecord &record, QLatin1StringView type)
{
    const QJsonObject data{
        {"status"_L1, record.run.status.wire()}, {"run_id"_L1, record.run.id.value()}, {"timestamp"_L1, wire::formatTime(now())}};
    m_store.events.append(record.run.id, {QByteArray(type.data(), type.size()), compact(data), {}});
}

} // namespace desk::server
