#pragma once

#include "domain/openenum.h"

namespace desk {

// What makes a task run by itself (contract 5.5). The team server cannot create OneTime (contract 3.13).
enum class TriggerType { Cron, Webhook, OneTime, Library, Unknown };

// What started one execution (contract 5.5).
enum class TriggerSource { Manual, Cron, Webhook, Teams, Slack, Email, Unknown };

constexpr std::array<EnumWord<TriggerType>, 4> enumWords(TriggerType /*tag*/)
{
    return {{{TriggerType::Cron, QLatin1StringView("cron")},
             {TriggerType::Webhook, QLatin1StringView("webhook")},
             {TriggerType::OneTime, QLatin1StringView("one_time")},
             {TriggerType::Library, QLatin1StringView("library")}}};
}

constexpr std::array<EnumWord<TriggerSource>, 6> enumWords(TriggerSource /*tag*/)
{
    return {{{TriggerSource::Manual, QLatin1StringView("manual")},
             {TriggerSource::Cron, QLatin1StringView("cron")},
             {TriggerSource::Webhook, QLatin1StringView("webhook")},
             {TriggerSource::Teams, QLatin1StringView("teams")},
             {TriggerSource::Slack, QLatin1StringView("slack")},
             {TriggerSource::Email, QLatin1StringView("email")}}};
}

} // namespace desk
