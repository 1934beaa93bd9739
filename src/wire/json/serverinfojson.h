#pragma once

#include "domain/result.h"
#include "domain/serverinfo.h"

#include <QJsonValue>
#include <QSet>

namespace desk::wire {

[[nodiscard]] Result<ServerHealth> serverHealthFromJson(const QJsonValue &value);
[[nodiscard]] Result<ServerIdentity> serverIdentityFromJson(const QJsonValue &value);

// The operations of an OpenAPI document as "GET /agents/{agent_id}", for what a server has and what not (contract 6.5).
[[nodiscard]] Result<QSet<QString>> operationsFromOpenApi(const QJsonValue &value);

[[nodiscard]] Result<QList<TagGroup>> tagGroupsFromJson(const QJsonValue &value); // {groups: […]}

} // namespace desk::wire
