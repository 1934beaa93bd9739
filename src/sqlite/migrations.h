#pragma once

#include "domain/result.h"
#include "sqlite/database.h"

#include <QString>

#include <span>

namespace desk {

using MigrationSteps = std::span<const char *const>; // step n leads from schema n to n + 1; append only: a released step never changes

// The schema of one kind of database.
struct Schema {
    int applicationId = 0; // in the file's header: says whose file it is
    MigrationSteps steps;
    QString backupPrefix; // of the file names in the backup folder

    [[nodiscard]] int newest() const { return static_cast<int>(steps.size()); }
};

// Brings the database to the newest schema: forward only, each step in a transaction of its own, after a copy of an existing
// database into backupFolder of which the last three are kept (DATA-10). A newer or foreign schema is refused untouched (DATA-11).
// An empty backupFolder makes no copy: for what can be fetched again. The error's detail begins with "schema_newer",
// "foreign_database" or "migration_failed".
[[nodiscard]] Result<> migrate(Database &database, const QString &path, const QString &backupFolder, const Schema &schema);

} // namespace desk
