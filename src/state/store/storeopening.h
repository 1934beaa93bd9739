#pragma once

#include "domain/result.h"
#include "sqlite/database.h"
#include "sqlite/migrations.h"
#include "state/store/folderplace.h"
#include "state/store/storefolder.h"

#include <memory>

namespace desk {

// What opening a database met. Anything but Fine and Made is told to people once, and newPlace.
struct StoreReport {
    enum class Outcome {
        Made,     // there was none
        Fine,     // as it was left
        Salvaged, // damaged: set aside, what could be read of it was copied
        Restored, // damaged or missing: yesterday's copy was put in its place
        Lost,     // damaged or missing, and no copy: empty now
        ReadOnly  // on a full or write-protected disk: shown, nothing can be kept (DATA-12)
    };
    Outcome outcome = Outcome::Fine;
    QString keptAs;                           // where the damaged one is; never deleted
    qint64 rows = 0;                          // what came over
    QString reason;                           // for ReadOnly: why, for people
    FolderPlace newPlace = FolderPlace::Here; // another one: opened without a write-ahead log, for the first time there (DATA-03)
};

struct OpenedStore {
    std::unique_ptr<Database> database;
    StoreReport report;
};

// How one of the databases is opened.
struct StoreKind {
    QString path;
    const Schema *schema = nullptr;
    Database::Durability durability = Database::Durability::Full;
    bool isRebuildable = false; // damaged: a new one is made, nothing is said
    FileSystemNamer fileSystem = fileSystemOf;
};

[[nodiscard]] StoreKind userStoreKind(const StoreFolder &folder);

// Opens it whatever happened to it: a damaged, emptied or vanished file never keeps the program from starting, and is never deleted
// (DATA-10…15). Fails with Storage where nothing can be done here: a newer schema (DATA-11), another program's file, a folder that
// cannot be made.
[[nodiscard]] Result<OpenedStore> openStore(const StoreFolder &folder, const StoreKind &kind);

// After the database was closed in good order: the next start need not check it.
void markClosed(const StoreKind &kind);

// A checked copy of today, if there is none yet; the newest seven are kept (DATA-13).
[[nodiscard]] Result<> backUpDaily(Database &database, const StoreFolder &folder, const StoreKind &kind, const QDate &today);

} // namespace desk
