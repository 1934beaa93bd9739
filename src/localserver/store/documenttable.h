#pragma once

#include "sqlite/database.h"

#include <QJsonValue>
#include <QList>

#include <optional>

namespace desk::server {

// Small things the user made, each one JSON document: agents, workflows, tools, settings. Names are unique within a kind.
class DocumentTable
{
public:
    struct Document {
        QString id;
        QString name;
        QJsonValue json;
    };

    DocumentTable(Database &database, QString kind)
        : m_database(database)
        , m_kind(std::move(kind))
    {
    }

    void put(const Document &document); // inserts or replaces by id
    bool remove(const QString &id);
    [[nodiscard]] std::optional<Document> find(const QString &id) const;
    [[nodiscard]] std::optional<Document> findByName(const QString &name) const;
    [[nodiscard]] QList<Document> list() const; // oldest first

private:
    Database &m_database;
    QString m_kind;
};

} // namespace desk::server
