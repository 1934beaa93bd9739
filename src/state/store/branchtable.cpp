#include "state/store/branchtable.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "wire/json/reader.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A null string would bind NULL, which equals nothing.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QByteArray rowsJson(const RemovalRecord &removal)
{
    QJsonArray rows;
    for (const RemovalRecord::Row &row : removal.rows)
        rows.append(QJsonObject{{u"key"_s, row.key}, {u"message"_s, row.message.value()}});
    return compact(QJsonObject{{u"rows"_s, rows}});
}

RemovalRecord removalFrom(const QString &id, const QJsonObject &json)
{
    RemovalRecord removal{id, {}};
    const QJsonArray rows = json.value("rows"_L1).toArray();
    for (const QJsonValue &row : rows)
        removal.rows.append({row["key"_L1].toString(), MessageId(row["message"_L1].toString())});
    return removal;
}

} // namespace

BranchTable::BranchTable(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

void BranchTable::put(const ConversationId &conversation, const QList<BranchRecord> &records)
{
    for (const BranchRecord &record : records) {
        Statement(m_database, "INSERT INTO branches(account, conversation, node, parent, picked) VALUES(?,?,?,?,?) "
                              "ON CONFLICT DO UPDATE SET parent = excluded.parent, picked = excluded.picked")
            .bind(m_account, text(conversation.value()), record.node, text(record.parent), record.picked)
            .run();
    }
}

void BranchTable::rename(const ConversationId &conversation, const QString &from, const QString &to)
{
    const QString place = text(conversation.value());
    Statement(m_database, "UPDATE OR REPLACE branches SET node = ? WHERE account = ? AND conversation = ? AND node = ?")
        .bind(to, m_account, place, from)
        .run();
    Statement(m_database, "UPDATE branches SET parent = ? WHERE account = ? AND conversation = ? AND parent = ?")
        .bind(to, m_account, place, from)
        .run();
}

void BranchTable::remove(const ConversationId &conversation, const QString &node, const QString &parent)
{
    const QString place = text(conversation.value());
    Statement(m_database, "UPDATE branches SET parent = ? WHERE account = ? AND conversation = ? AND parent = ?")
        .bind(text(parent), m_account, place, node)
        .run();
    Statement(m_database, "DELETE FROM branches WHERE account = ? AND conversation = ? AND node = ?").bind(m_account, place, node).run();
}

void BranchTable::putRemoval(const ConversationId &conversation, const RemovalRecord &removal)
{
    Statement(m_database, "INSERT INTO removals(id, account, conversation, messages, created_ms) VALUES(?,?,?,?,?) "
                          "ON CONFLICT DO UPDATE SET messages = excluded.messages")
        .bind(removal.id, m_account, text(conversation.value()), rowsJson(removal), QDateTime::currentMSecsSinceEpoch())
        .run();
}

void BranchTable::dropRemoval(const QString &removal)
{
    Statement(m_database, "DELETE FROM removals WHERE id = ?").bind(removal).run();
}

void BranchTable::move(const ConversationId &from, const ConversationId &to)
{
    for (const char *sql : {"UPDATE OR REPLACE branches SET conversation = ? WHERE account = ? AND conversation = ?",
                            "UPDATE removals SET conversation = ? WHERE account = ? AND conversation = ?",
                            "UPDATE ratings SET conversation = ? WHERE account = ? AND conversation = ?"})
        Statement(m_database, sql).bind(text(to.value()), m_account, text(from.value())).run();
}

void BranchTable::removeConversation(Database &database, const ConversationId &conversation)
{
    for (const char *sql : {"DELETE FROM branches WHERE conversation = ? AND conversation != ''",
                            "DELETE FROM removals WHERE conversation = ? AND conversation != ''",
                            "DELETE FROM ratings WHERE conversation = ? AND conversation != ''"})
        Statement(database, sql).bind(text(conversation.value())).run();
}

ConversationShape BranchTable::shapeOf(const ConversationId &conversation)
{
    ConversationShape shape;
    Statement branches(m_database, "SELECT node, parent, picked FROM branches WHERE account = ? AND conversation = ? ORDER BY picked");
    branches.bind(m_account, text(conversation.value()));
    while (branches.next())
        shape.branches.append({branches.text(0), branches.text(1), branches.integer(2)});
    Statement removals(m_database, "SELECT id, messages FROM removals WHERE account = ? AND conversation = ? ORDER BY created_ms, id");
    removals.bind(m_account, text(conversation.value()));
    while (removals.next())
        shape.removals.append(removalFrom(removals.text(0), removals.json(1).toObject()));
    return shape;
}

QList<ConversationId> BranchTable::conversationsWithRemovals()
{
    QList<ConversationId> ids;
    Statement rows(m_database, "SELECT DISTINCT conversation FROM removals WHERE account = ? AND conversation != ''");
    rows.bind(m_account);
    while (rows.next())
        ids.append(ConversationId(rows.text(0)));
    return ids;
}

} // namespace desk
