#pragma once

#include "api/endpoints/chapter.h"
#include "domain/schedule.h"

namespace desk {

// Contract 3.8. Where the server has no schedules_persist, only create and remove work: remember the ids, which die with the server.
class SchedulesApi : public Chapter
{
public:
    using Chapter::Chapter;

    // The team server answers 422 always: it takes "schedule" for the id of a run.
    [[nodiscard]] ApiCall<QList<Schedule>> *list();
    [[nodiscard]] ApiCall<Schedule> *create(const Schedule &schedule); // the agent is not checked to exist
    [[nodiscard]] ApiCall<void> *remove(const ScheduleId &id);

    // schedules_persist
    [[nodiscard]] ApiCall<Schedule> *get(const ScheduleId &id);
    [[nodiscard]] ApiCall<Schedule> *replace(const Schedule &schedule); // Conflict where somebody else did so first
    [[nodiscard]] ApiCall<Schedule> *pause(const ScheduleId &id);
    [[nodiscard]] ApiCall<Schedule> *resume(const ScheduleId &id);
};

} // namespace desk
