#pragma once

#include "domain/file.h"
#include "sqlite/database.h"

#include <QList>
#include <QSet>

#include <optional>

namespace desk::server {

// What is known of uploaded files; their bytes lie beside the database.
class FileTable
{
public:
    explicit FileTable(Database &database)
        : m_database(database)
    {
    }

    void insert(const StoredFile &file, const QByteArray &sha256);
    bool remove(const FileId &id);
    [[nodiscard]] std::optional<StoredFile> find(const FileId &id) const;
    // Of all messages of a conversation but those that are left out, in the order they were attached.
    [[nodiscard]] QList<StoredFile> ofConversation(const ConversationId &id, const QSet<MessageId> &leftOut = {}) const;
    // Attached in that conversation, or to that message, and nowhere else.
    [[nodiscard]] QList<FileId> onlyIn(const ConversationId &id) const;
    [[nodiscard]] QList<FileId> onlyAt(const MessageId &message) const;

private:
    Database &m_database;
};

} // namespace desk::server
