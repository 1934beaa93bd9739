#include "localserver/store/messagetable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"
#include "wire/json/chatjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QString roleName(const QJsonObject &json)
{
    return json.value("role"_L1).toString();
}

QString runOrNull(const Message &message)
{
    return message.runId.isEmpty() ? QString() : message.runId.value();
}

} // namespace

void MessageTable::insert(const Message &message)
{
    insert(message, wire::toJson(message));
}

void MessageTable::insert(const Message &message, const QJsonObject &json)
{
    Statement(m_database, "INSERT INTO messages(id, conversation_id, role, run_id, created_ms, json) VALUES(?, ?, ?, ?, ?, ?)")
        .bind(message.id.value(), message.conversationId.value(), roleName(json), runOrNull(message), toMs(message.createdAt),
              compact(json))
        .run();
    link(message);
}

void MessageTable::link(const Message &message)
{
    int position = 0;
    for (const StoredFile &file : message.attachments)
        Statement(m_database, "INSERT OR IGNORE INTO message_files(message_id, file_id, position) VALUES(?, ?, ?)")
            .bind(message.id.value(), file.id.value(), position++)
            .run();
}

void MessageTable::replaceAnswer(const QList<RunId> &olds, const Message &message)
{
    const QJsonObject json = wire::toJson(message);
    for (const RunId &old : olds) {
        Statement(m_database, "UPDATE messages SET id = ?, run_id = ?, created_ms = ?, json = ? WHERE run_id = ? AND role = 'assistant'")
            .bind(message.id.value(), runOrNull(message), toMs(message.createdAt), compact(json), old.value())
            .run();
        if (m_database.changes() > 0)
            return;
    }
    insert(message, json);
}

std::optional<QJsonObject> MessageTable::find(const MessageId &id) const
{
    Statement row(m_database, "SELECT json FROM messages WHERE id = ?");
    if (!row.bind(id.value()).next())
        return std::nullopt;
    return row.json(0).toObject();
}

QList<QJsonObject> MessageTable::list(const ConversationId &id, int limit, int offset, bool ascending) const
{
    Statement row(m_database, ascending ? "SELECT json FROM messages WHERE conversation_id = ? ORDER BY seq LIMIT ? OFFSET ?"
                                        : "SELECT json FROM messages WHERE conversation_id = ? ORDER BY seq DESC LIMIT ? OFFSET ?");
    row.bind(id.value(), limit, offset);
    QList<QJsonObject> out;
    while (row.next())
        out.append(row.json(0).toObject());
    return out;
}

int MessageTable::count(const ConversationId &id) const
{
    Statement row(m_database, "SELECT count(*) FROM messages WHERE conversation_id = ?");
    return row.bind(id.value()).next() ? static_cast<int>(row.integer(0)) : 0;
}

QList<Message> MessageTable::before(const ConversationId &id, const MessageId &message, int limit, const QSet<MessageId> &leftOut) const
{
    Statement row(m_database, "SELECT json, id FROM messages WHERE conversation_id = ?1 AND seq < (SELECT seq FROM messages WHERE id = ?2)"
                              " ORDER BY seq DESC");
    row.bind(id.value(), message.value());
    QList<Message> out;
    while (out.size() < limit && row.next()) {
        if (leftOut.contains(MessageId(row.text(1))))
            continue;
        if (Result<Message> decoded = wire::messageFromJson(row.json(0)))
            out.append(*std::move(decoded));
    }
    std::reverse(out.begin(), out.end());
    return out;
}

bool MessageTable::remove(const ConversationId &id, const MessageId &message)
{
    Statement(m_database, "DELETE FROM messages WHERE conversation_id = ? AND id = ?").bind(id.value(), message.value()).run();
    return m_database.changes() > 0;
}

} // namespace desk::server
