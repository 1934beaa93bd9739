#pragma once

#include "domain/chatoptions.h"
#include "domain/result.h"

#include <QJsonObject>

namespace desk::wire {

// As this computer keeps them. Members of another version are dropped, numbers out of their limits too.
[[nodiscard]] Result<ChatOptions> chatOptionsFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const ChatOptions &options);

// As a question of the agentic chat carries them, without the agents (contract 3.11; "enabled_tools" is a local server's).
void insertOptions(QJsonObject &body, const ChatOptions &options);

} // namespace desk::wire
