#pragma once

#include "domain/ids.h"
#include "sqlite/database.h"

#include <optional>

namespace desk::server {

// Answers given under an Idempotency-Key, kept for 24 hours (HTTP-07).
class IdempotencyTable
{
public:
    struct Entry {
        QString key;
        QString scope;          // method and path
        QByteArray fingerprint; // of the body
        int status = 0;
        QByteArray type;
        QByteArray body;
        RunId run; // the answer was this run's event stream
    };

    explicit IdempotencyTable(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] std::optional<Entry> find(const QString &key, const QString &scope);
    void insert(const Entry &entry);
    void forgetExpired();

private:
    Database &m_database;
};

} // namespace desk::server
