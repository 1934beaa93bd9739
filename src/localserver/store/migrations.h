#pragma once

#include "domain/result.h"
#include "localserver/store/database.h"

#include <QString>

#include <span>

namespace desk::server {

inline constexpr int applicationId = 0x44534b31;     // "DSK1", in the file's header
using MigrationSteps = std::span<const char *const>; // step n leads from schema n to n + 1
[[nodiscard]] MigrationSteps ownMigrations();
[[nodiscard]] int newestSchema();

// Brings the database to the newest schema: forward only, each step in a transaction of its own, after a copy of an existing
// database into backupFolder of which the last three are kept (DATA-10). A newer or foreign schema is refused untouched (DATA-11).
// The error's detail begins with "schema_newer", "foreign_database" or "migration_failed".
[[nodiscard]] Result<> migrate(Database &database, const QString &path, const QString &backupFolder,
                               MigrationSteps steps = ownMigrations());

} // namespace desk::server
