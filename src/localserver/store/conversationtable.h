#pragma once

#include "domain/conversation.h"
#include "sqlite/database.h"

#include <QList>

#include <optional>

namespace desk::server {

// Conversations; what the client sent beside the title (source, model, is_private, agent_id) is kept in Conversation::raw.
class ConversationTable
{
public:
    struct Filter {
        bool byUpdate = false; // else by creation
        bool descending = true;
        QString agentId;
        QString source;
        int limit = 50;
        int offset = 0;
    };

    explicit ConversationTable(Database &database)
        : m_database(database)
    {
    }

    void insert(const Conversation &conversation);
    void update(const Conversation &conversation); // title and raw; sets updatedAt to now
    void touch(const ConversationId &id);
    bool remove(const ConversationId &id);                                          // with its messages and runs
    [[nodiscard]] std::optional<Conversation> find(const ConversationId &id) const; // with count and preview
    [[nodiscard]] QList<Conversation> list(const Filter &filter) const;
    [[nodiscard]] int count(const Filter &filter) const;

private:
    Database &m_database;
};

} // namespace desk::server
