#pragma once

#include <QJsonValue>
#include <QString>

namespace desk::server {

// Why a member of a question or of the settings of chats is refused, for people; empty: it is not. Members: enabled_tools,
// enabled_agents, model, temperature, max_tokens (contract 3.10, 3.11).
[[nodiscard]] QString optionFault(QLatin1StringView key, const QJsonValue &value);

} // namespace desk::server
