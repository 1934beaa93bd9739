#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QString>

namespace desk {

// The places of what the program keeps on this computer. Everything is readable by its owner only.
//   user.db   what exists nowhere else: drafts, messages to be sent, streams as they came (DATA-02)
//   cache.db  copies of what a server has; may be deleted at any time
struct StoreFolder {
    QString root;

    [[nodiscard]] QString user() const;
    [[nodiscard]] QString cache() const;
    [[nodiscard]] QString backups() const;
    [[nodiscard]] QString reserve() const;                           // room that is given up when the disk is full (DATA-12)
    [[nodiscard]] static QString sentinel(const QString &database);  // says that a database was once made here (DATA-14)
    [[nodiscard]] static QString openMark(const QString &database);  // stands while it is open: still there at start, nobody closed it
    [[nodiscard]] static QString placeMark(const QString &database); // people were told that the folder is a bad place (DATA-03)
    [[nodiscard]] static QString damaged(const QString &database, const QDateTime &at); // where a damaged one is kept

    // Makes the folder. Fails with Storage when it cannot.
    [[nodiscard]] Result<> prepare() const;
    // The reserve, if it is not there; silent when there is no room for it.
    void fillReserve() const;
    [[nodiscard]] bool freeReserve() const; // false: there was none
};

} // namespace desk
