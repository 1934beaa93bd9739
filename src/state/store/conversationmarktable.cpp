#include "state/store/conversationmarktable.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "wire/json/reader.h"

#include <QJsonArray>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// Never null: SQL's NULL is no key.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

qint64 msOf(const QDateTime &time)
{
    return time.isValid() ? toMs(time) : 0;
}

QDateTime timeOf(qint64 ms)
{
    return ms > 0 ? fromMs(ms) : QDateTime();
}

} // namespace

ConversationMarkTable::ConversationMarkTable(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

QHash<ConversationId, ConversationMark> ConversationMarkTable::all()
{
    QHash<ConversationId, ConversationMark> marks;
    Statement rows(m_database, "SELECT conversation, pinned, archived, unread, tags, seen_ms, seen_preview, deleted_ms, agents FROM "
                               "conversation_marks WHERE account = ?");
    rows.bind(m_account);
    while (rows.next()) {
        ConversationMark mark;
        mark.pinned = rows.integer(1) != 0;
        mark.archived = rows.integer(2) != 0;
        mark.unread = rows.integer(3) != 0;
        const QJsonArray tags = rows.json(4).toArray();
        for (const QJsonValue &tag : tags)
            mark.tags.append(tag.toString());
        mark.seenAt = timeOf(rows.integer(5));
        mark.seenPreview = rows.text(6);
        mark.deletedAt = timeOf(rows.integer(7));
        const QJsonArray agents = rows.json(8).toArray();
        for (const QJsonValue &agent : agents)
            mark.agents.append(agent.toString());
        marks.insert(ConversationId(rows.text(0)), mark);
    }
    return marks;
}

void ConversationMarkTable::set(const ConversationId &conversation, const ConversationMark &mark)
{
    if (mark.isEmpty()) {
        Statement(m_database, "DELETE FROM conversation_marks WHERE account = ? AND conversation = ?")
            .bind(m_account, notNull(conversation.value()))
            .run();
        return;
    }
    Statement(m_database, "INSERT OR REPLACE INTO conversation_marks(account, conversation, pinned, archived, unread, tags, seen_ms, "
                          "seen_preview, deleted_ms, agents) VALUES(?,?,?,?,?,?,?,?,?,?)")
        .bind(m_account, notNull(conversation.value()), mark.pinned ? 1 : 0, mark.archived ? 1 : 0, mark.unread ? 1 : 0,
              compact(QJsonValue(QJsonArray::fromStringList(mark.tags))), msOf(mark.seenAt), notNull(mark.seenPreview),
              msOf(mark.deletedAt), compact(QJsonValue(QJsonArray::fromStringList(mark.agents))))
        .run();
}

void ConversationMarkTable::adopt(Database &database, const QString &from, const QString &to)
{
    Statement(database, "UPDATE OR IGNORE conversation_marks SET account = ? WHERE account = ?").bind(to, from).run();
    Statement(database, "DELETE FROM conversation_marks WHERE account = ?").bind(from).run();
    Statement(database, "UPDATE OR IGNORE imports SET account = ? WHERE account = ?").bind(to, from).run();
    Statement(database, "DELETE FROM imports WHERE account = ?").bind(from).run();
    Statement(database, "UPDATE OR IGNORE file_hashes SET account = ? WHERE account = ?").bind(to, from).run();
    Statement(database, "DELETE FROM file_hashes WHERE account = ?").bind(from).run();
    Statement(database, "UPDATE OR IGNORE unfinished_imports SET account = ? WHERE account = ?").bind(to, from).run();
    Statement(database, "DELETE FROM unfinished_imports WHERE account = ?").bind(from).run();
}

void ConversationMarkTable::removeAccount(Database &database, const QString &account)
{
    Statement(database, "DELETE FROM conversation_marks WHERE account = ?").bind(account).run();
    Statement(database, "DELETE FROM imports WHERE account = ?").bind(account).run();
    Statement(database, "DELETE FROM file_hashes WHERE account = ?").bind(account).run();
    Statement(database, "DELETE FROM unfinished_imports WHERE account = ?").bind(account).run();
}

} // namespace desk
