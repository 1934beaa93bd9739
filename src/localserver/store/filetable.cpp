#include "localserver/store/filetable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"

namespace desk::server {

namespace {

StoredFile fromRow(const Statement &row)
{
    return {.id = FileId(row.text(0)),
            .filename = row.text(1),
            .mimeType = row.text(2),
            .size = row.integer(3),
            .createdAt = fromMs(row.integer(4))};
}

} // namespace

void FileTable::insert(const StoredFile &file, const QByteArray &sha256)
{
    Statement(m_database, "INSERT INTO files(id, filename, mime_type, size, sha256, created_ms) VALUES(?, ?, ?, ?, ?, ?)")
        .bind(file.id.value(), file.filename, file.mimeType, file.size, sha256, toMs(file.createdAt))
        .run();
}

bool FileTable::remove(const FileId &id)
{
    Statement(m_database, "DELETE FROM files WHERE id = ?").bind(id.value()).run();
    return m_database.changes() > 0;
}

std::optional<StoredFile> FileTable::find(const FileId &id) const
{
    Statement row(m_database, "SELECT id, filename, mime_type, size, created_ms FROM files WHERE id = ?");
    if (!row.bind(id.value()).next())
        return std::nullopt;
    return fromRow(row);
}

QList<StoredFile> FileTable::ofConversation(const ConversationId &id, const QSet<MessageId> &leftOut) const
{
    Statement row(m_database, "SELECT f.id, f.filename, f.mime_type, f.size, f.created_ms, m.id FROM files f"
                              " JOIN message_files l ON l.file_id = f.id JOIN messages m ON m.id = l.message_id"
                              " WHERE m.conversation_id = ? ORDER BY m.seq DESC, l.position DESC");
    row.bind(id.value());
    QList<StoredFile> out;
    QSet<FileId> seen; // one that was attached again counts where it was attached last
    while (row.next()) {
        StoredFile file = fromRow(row);
        if (leftOut.contains(MessageId(row.text(5))) || seen.contains(file.id))
            continue;
        seen.insert(file.id);
        out.prepend(file);
    }
    return out;
}

QList<FileId> FileTable::onlyAt(const MessageId &message) const
{
    Statement row(m_database, "SELECT file_id FROM message_files WHERE file_id IN (SELECT file_id FROM message_files WHERE message_id = ?)"
                              " GROUP BY file_id HAVING count(*) = 1");
    row.bind(message.value());
    QList<FileId> out;
    while (row.next())
        out.append(FileId(row.text(0)));
    return out;
}

QList<FileId> FileTable::onlyIn(const ConversationId &id) const
{
    Statement row(m_database, "SELECT l.file_id FROM message_files l JOIN messages m ON m.id = l.message_id GROUP BY l.file_id"
                              " HAVING min(m.conversation_id) = ?1 AND max(m.conversation_id) = ?1");
    row.bind(id.value());
    QList<FileId> out;
    while (row.next())
        out.append(FileId(row.text(0)));
    return out;
}

} // namespace desk::server
