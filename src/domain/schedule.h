#pragma once

#include "domain/ids.h"
#include "domain/tier.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace desk {

// A run that repeats by a cron line (contract 3.8): five fields, days of the week from 0 = Monday. The team server keeps schedules in
// memory only and tells no more than the first five fields; tasks have replaced them.
struct Schedule {
    ScheduleId id;
    AgentId agentId;
    QString cron;
    UserId principal;
    QDateTime nextRun; // UTC; invalid: none planned
    QJsonObject input; // with a prompt
    OpenEnum<Tier> tier = Tier::Simple;
    QStringList scopes;
    QString purpose; // "": the server's default
    bool isPaused = false;
    QByteArray etag; // of this one when it was read; empty: replaced whatever came between (HTTP-29)
    QJsonObject raw;
};

} // namespace desk
