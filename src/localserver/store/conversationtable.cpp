#include "localserver/store/conversationtable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr const char *columns = "SELECT c.id, c.title, c.json, c.created_ms, c.updated_ms,"
                                " (SELECT count(*) FROM messages m WHERE m.conversation_id = c.id),"
                                " (SELECT substr(json_extract(m.json, '$.content'), 1, 100) FROM messages m"
                                "   WHERE m.conversation_id = c.id ORDER BY m.seq DESC LIMIT 1)"
                                " FROM conversations c";
constexpr const char *condition = " WHERE (?1 IS NULL OR json_extract(c.json, '$.agent_id') = ?1)"
                                  " AND (?2 IS NULL OR json_extract(c.json, '$.source') = ?2)";

Conversation fromRow(const Statement &row)
{
    Conversation conversation;
    conversation.id = ConversationId(row.text(0));
    conversation.title = row.text(1);
    conversation.raw = row.json(2).toObject();
    conversation.createdAt = fromMs(row.integer(3));
    conversation.updatedAt = fromMs(row.integer(4));
    conversation.messageCount = static_cast<int>(row.integer(5));
    conversation.lastMessage = row.text(6);
    return conversation;
}

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

} // namespace

void ConversationTable::insert(const Conversation &conversation)
{
    Statement(m_database, "INSERT INTO conversations(id, title, json, created_ms, updated_ms) VALUES(?, ?, ?, ?, ?)")
        .bind(conversation.id.value(), conversation.title, compact(conversation.raw), toMs(conversation.createdAt),
              toMs(conversation.updatedAt))
        .run();
}

void ConversationTable::update(const Conversation &conversation)
{
    Statement(m_database, "UPDATE conversations SET title = ?, json = ?, updated_ms = ? WHERE id = ?")
        .bind(conversation.title, compact(conversation.raw), nowMs(), conversation.id.value())
        .run();
}

void ConversationTable::touch(const ConversationId &id)
{
    Statement(m_database, "UPDATE conversations SET updated_ms = ? WHERE id = ?").bind(nowMs(), id.value()).run();
}

bool ConversationTable::remove(const ConversationId &id)
{
    Statement(m_database, "DELETE FROM conversations WHERE id = ?").bind(id.value()).run();
    return m_database.changes() > 0;
}

std::optional<Conversation> ConversationTable::find(const ConversationId &id) const
{
    Statement row(m_database, QByteArray(columns).append(" WHERE c.id = ?").constData());
    if (!row.bind(id.value()).next())
        return std::nullopt;
    return fromRow(row);
}

QList<Conversation> ConversationTable::list(const Filter &filter) const
{
    QByteArray sql = QByteArray(columns) + condition + " ORDER BY " + (filter.byUpdate ? "c.updated_ms" : "c.created_ms");
    sql += filter.descending ? " DESC, c.id LIMIT ?3 OFFSET ?4" : " ASC, c.id LIMIT ?3 OFFSET ?4";
    Statement row(m_database, sql.constData());
    row.bind(orNull(filter.agentId), orNull(filter.source), filter.limit, filter.offset);
    QList<Conversation> out;
    while (row.next())
        out.append(fromRow(row));
    return out;
}

int ConversationTable::count(const Filter &filter) const
{
    const QByteArray sql = QByteArray("SELECT count(*) FROM conversations c") + condition;
    Statement row(m_database, sql.constData());
    row.bind(orNull(filter.agentId), orNull(filter.source));
    return row.next() ? static_cast<int>(row.integer(0)) : 0;
}

} // namespace desk::server
