#include "api/endpoints/schedulesapi.h"

#include "wire/json/schedulejson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<QList<Schedule>> *SchedulesApi::list()
{
    return Chapter::get<QList<Schedule>>(u"/runs/schedule"_s, listOf<Schedule>(wire::scheduleFromJson));
}

ApiCall<Schedule> *SchedulesApi::create(const Schedule &schedule)
{
    return write<Schedule>("POST", u"/runs/schedule"_s, wire::toJson(schedule), wire::scheduleFromJson);
}

ApiCall<void> *SchedulesApi::remove(const ScheduleId &id)
{
    return Chapter::remove(path(u"/runs/schedule/%1"_s, id.value()));
}

ApiCall<Schedule> *SchedulesApi::get(const ScheduleId &id)
{
    return Chapter::get<Schedule>(path(u"/runs/schedule/%1"_s, id.value()), wire::scheduleFromJson);
}

ApiCall<Schedule> *SchedulesApi::replace(const Schedule &schedule)
{
    return send<Schedule>({.verb = "PUT",
                           .path = path(u"/runs/schedule/%1"_s, schedule.id.value()),
                           .body = compact(wire::toJson(schedule)),
                           .ifMatch = schedule.etag},
                          wire::scheduleFromJson);
}

ApiCall<Schedule> *SchedulesApi::pause(const ScheduleId &id)
{
    return write<Schedule>("POST", path(u"/runs/schedule/%1/pause"_s, id.value()), {}, wire::scheduleFromJson);
}

ApiCall<Schedule> *SchedulesApi::resume(const ScheduleId &id)
{
    return write<Schedule>("POST", path(u"/runs/schedule/%1/resume"_s, id.value()), {}, wire::scheduleFromJson);
}

} // namespace desk
