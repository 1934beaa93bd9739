#pragma once

#include "domain/definition.h"
#include "sqlite/database.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

// The versions of one account's definitions in user.db. In the store's thread; failures are latched by the database.
class DefinitionTable
{
public:
    static constexpr int maxUnlabelled = 200;                  // versions of one definition
    static constexpr qint64 maxVersionBytes = 4 * 1024 * 1024; // of JSON
    static constexpr qint64 maxBytes = 16 * 1024 * 1024;       // of JSON, all versions of one definition

    // What is compared with a version that comes.
    struct Newest {
        QByteArray digest;
        bool isDeleted = false;
    };

    DefinitionTable(Database &database, QString account);

    [[nodiscard]] std::optional<Newest> newest(const DefinitionKey &key);
    [[nodiscard]] QHash<QString, Newest> newestOf(DefinitionKind kind); // by id
    void insert(const DefinitionVersion &version, const QByteArray &json, const QByteArray &digest);
    void thin(const DefinitionKey &key);
    [[nodiscard]] QList<DefinitionVersion> list(const DefinitionKey &key); // newest first, without JSON
    [[nodiscard]] QList<DefinitionVersion> deleted(DefinitionKind kind);   // the newest of each that is, latest first, without JSON
    [[nodiscard]] std::optional<DefinitionVersion> version(qint64 seq);
    void setLabel(qint64 seq, const QString &label);

    // Versions, drafts and marks; within the caller's transaction.
    static void adopt(Database &database, const QString &from, const QString &to);
    static void removeAccount(Database &database, const QString &account);

private:
    Database &m_database;
    QString m_account;
};

} // namespace desk
