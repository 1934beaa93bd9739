#include "wire/json/schedulejson.h"

#include "wire/json/overlay.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// Contract 3.8 gives no word for a paused schedule, because only the local server has one: a flag or a status.
bool pausedFrom(const Reader &reader)
{
    return reader.boolean("paused"_L1, reader.string("status"_L1) == "paused"_L1);
}

} // namespace

Result<Schedule> scheduleFromJson(const QJsonValue &value)
{
    Reader reader(value, u"schedule"_s);
    Schedule schedule;
    schedule.id = ScheduleId(reader.requiredId("job_id"_L1));
    schedule.agentId = AgentId(reader.string("agent_id"_L1));
    schedule.cron = reader.string("cron"_L1);
    schedule.principal = UserId(reader.string("principal_sub"_L1));
    schedule.nextRun = reader.time("next_run_time"_L1);
    schedule.input = reader.object("input"_L1);
    if (reader.value("agent_tier"_L1).isString())
        schedule.tier = OpenEnum<Tier>::fromWire(reader.string("agent_tier"_L1));
    schedule.scopes = reader.strings("scopes"_L1);
    schedule.purpose = reader.string("purpose"_L1);
    schedule.isPaused = pausedFrom(reader);
    schedule.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return schedule;
}

QJsonObject toJson(const Schedule &schedule)
{
    QJsonObject base = schedule.raw;
    for (const QLatin1StringView key :
         {"job_id"_L1, "principal_sub"_L1, "next_run_time"_L1, "paused"_L1, "status"_L1, "created_at"_L1, "updated_at"_L1})
        base.remove(key);
    Overlay out(base);
    out.string("agent_id"_L1, schedule.agentId.value());
    out.string("cron"_L1, schedule.cron);
    out.value("input"_L1, schedule.input);
    out.string("agent_tier"_L1, schedule.tier.wire());
    out.value("scopes"_L1, QJsonArray::fromStringList(schedule.scopes));
    out.id("purpose"_L1, schedule.purpose);
    return out.json();
}

} // namespace desk::wire
