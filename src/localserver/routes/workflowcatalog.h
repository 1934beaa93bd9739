#pragma once

#include "domain/result.h"
#include "localserver/store/store.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace desk::server {

// The workflows there are: those we ship and those the user made (contract 3.4). A definition is handed on as it was given, members of
// other programs included; only what the server itself says of a workflow is its own.
[[nodiscard]] QJsonArray allWorkflows(const Store &store); // built-ins first
[[nodiscard]] std::optional<QJsonObject> findWorkflow(const Store &store, const QString &id);
// Fails with Invalid, or Conflict where the name is taken.
[[nodiscard]] Result<QJsonObject> createWorkflow(Store &store, const QJsonObject &definition);
// Only the members given change. Fails also with NotFound and Forbidden (built-in).
[[nodiscard]] Result<QJsonObject> updateWorkflow(Store &store, const QString &id, const QJsonObject &patch);
[[nodiscard]] Result<> removeWorkflow(Store &store, const QString &id);

} // namespace desk::server
