#pragma once

#include "localserver/store/runrecord.h"
#include "sqlite/database.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace desk::server {

class RunTable
{
public:
    struct Filter {
        QString agentId;
        QString status;
        QDateTime createdAfter;
        QDateTime createdBefore;
        QString text; // anywhere in the prompt
        int limit = 50;
        int offset = 0;
        qint64 cursor = 0; // runs older than this seq; 0: from the newest
    };

    explicit RunTable(Database &database)
        : m_database(database)
    {
    }

    void insert(const RunRecord &record);
    // Status, output, error and agent; nothing when the run is already terminal. Returns whether it changed.
    bool update(const Run &run);
    bool requestCancel(const RunId &id);
    [[nodiscard]] bool exists(const RunId &id) const;
    [[nodiscard]] std::optional<RunRecord> find(const RunId &id) const;
    [[nodiscard]] QList<RunRecord> list(const Filter &filter) const; // newest first
    [[nodiscard]] int count(Filter filter) const;
    // The unfinished run of a conversation, or empty.
    [[nodiscard]] RunId activeIn(const ConversationId &id) const;
    [[nodiscard]] QList<RunId> unfinishedOf(const QString &instance) const;
    [[nodiscard]] QStringList instancesWithUnfinished() const;
    [[nodiscard]] QList<RunId> cancelRequestedOf(const QString &instance) const;

private:
    Database &m_database;
};

} // namespace desk::server
