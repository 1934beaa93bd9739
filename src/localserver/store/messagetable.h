#pragma once

#include "domain/conversation.h"
#include "sqlite/database.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

#include <optional>

namespace desk::server {

// Messages in the order they were stored, as wire's JSON.
class MessageTable
{
public:
    explicit MessageTable(Database &database)
        : m_database(database)
    {
    }

    // json: what a client gets; overlay of what it sent and wire's shape. The attachments become links to files.
    void insert(const Message &message, const QJsonObject &json);
    void insert(const Message &message);
    // Takes the place of the assistant message of the first of these runs that left one; else it is appended.
    void replaceAnswer(const QList<RunId> &olds, const Message &message);

    [[nodiscard]] std::optional<QJsonObject> find(const MessageId &id) const;
    [[nodiscard]] QList<QJsonObject> list(const ConversationId &id, int limit, int offset, bool ascending) const;
    [[nodiscard]] int count(const ConversationId &id) const;
    // The last `limit` messages before that one, oldest first, without those that are left out.
    [[nodiscard]] QList<Message> before(const ConversationId &id, const MessageId &message, int limit,
                                        const QSet<MessageId> &leftOut = {}) const;
    bool remove(const ConversationId &id, const MessageId &message);

private:
    void link(const Message &message);
    Database &m_database;
};

} // namespace desk::server
