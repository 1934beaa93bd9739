#pragma once

#include "domain/result.h"

#include <QString>

namespace desk::server {

// The places inside --data DIR. Everything is readable by its owner only (LOC-14).
struct DataFolder {
    QString root;

    [[nodiscard]] QString database() const;
    [[nodiscard]] QString sentinel() const;  // says that a database was once made here (DATA-14)
    [[nodiscard]] QString checkMark() const; // asks the next start to check the database
    [[nodiscard]] QString backups() const;
    [[nodiscard]] QString files() const;
    [[nodiscard]] QString file(const QString &id) const;
    [[nodiscard]] QString instances() const;
    [[nodiscard]] QString startupLock() const;
    [[nodiscard]] QString uploads(const QString &instance) const; // of one process, until they are complete

    // Makes what is missing. Fails with Storage when it cannot.
    [[nodiscard]] Result<> prepare() const;
};

} // namespace desk::server
