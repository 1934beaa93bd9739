#pragma once

#include "domain/chatevent.h"

#include <QJsonArray>
#include <QJsonObject>

namespace desk::server {

// What a person is asked about a step, as `approval` of the execution says it.
[[nodiscard]] QJsonObject askedByHuman(const QJsonObject &step, const QJsonObject &context, const QString &nonce);
[[nodiscard]] QJsonObject askedByPrompt(const Prompt &prompt, const QJsonObject &step);

} // namespace desk::server
