// What leaves cache.db, and what is still to come into it. The rest of CacheTable is in cachetable.cpp.
#include "sqlite/sqlvalues.h"
#include "sqlite/transaction.h"
#include "state/cache/cachetable.h"
#include "state/cache/filetexts.h"
#include "state/cache/insighttable.h"
#include "state/cache/searchtext.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mergedPages = 400; // at a time; some milliseconds

} // namespace

void CacheTable::removeKey(qint64 key, const ConversationId &conversation)
{
    {
        Statement rows(m_database, "SELECT m.id, m.created_ms, m.role, m.body, m.rest, m.seq FROM messages m WHERE m.conversation = ?");
        rows.bind(key);
        while (rows.next())
            index(rows.integer(5), messageOf(rows, 0, conversation), false);
    }
    Statement title(m_database, "SELECT title FROM conversations WHERE key = ?");
    title.bind(key);
    if (title.next() && !title.text(0).isEmpty())
        indexTitle(key, title.text(0), false);
    Statement(m_database, "DELETE FROM messages WHERE conversation = ?").bind(key).run();
    Statement(m_database, "DELETE FROM conversations WHERE key = ?").bind(key).run();
}

void CacheTable::remove(const ConversationId &conversation)
{
    Transaction transaction(m_database);
    if (const qint64 key = keyOf(conversation))
        removeKey(key, conversation);
    transaction.commit();
}

void CacheTable::removeMessages(const ConversationId &conversation, const QList<MessageId> &messages)
{
    const qint64 key = keyOf(conversation);
    Transaction transaction(m_database);
    for (const MessageId &id : messages) {
        qint64 seq = 0;
        {
            Statement row(m_database,
                          "SELECT m.id, m.created_ms, m.role, m.body, m.rest, m.seq FROM messages m WHERE m.conversation = ? AND m.id = ?");
            row.bind(key, id.value());
            if (!row.next())
                continue;
            seq = row.integer(5);
            index(seq, messageOf(row, 0, conversation), false);
        }
        Statement(m_database, "DELETE FROM messages WHERE seq = ?").bind(seq).run();
    }
    transaction.commit();
}

void CacheTable::removeAccount()
{
    Transaction transaction(m_database);
    Statement others(m_database, "SELECT 1 FROM (SELECT account FROM conversations UNION ALL SELECT account FROM files "
                                 "UNION ALL SELECT account FROM insights UNION ALL SELECT account FROM executions) "
                                 "WHERE account != ? LIMIT 1");
    others.bind(m_account);
    if (!others.next()) { // nothing else is here: at once, whatever there was
        m_database.exec("DELETE FROM messages; DELETE FROM conversations; DELETE FROM names; DELETE FROM crowded;"
                        "DELETE FROM files; DELETE FROM message_files; DELETE FROM insights; DELETE FROM executions;"
                        "INSERT INTO words(words) VALUES('delete-all'); INSERT INTO title_words(title_words) VALUES('delete-all');"
                        "INSERT INTO insight_words(insight_words) VALUES('delete-all');");
        transaction.commit();
        return;
    }
    QList<std::pair<qint64, QString>> all;
    {
        Statement rows(m_database, "SELECT key, id FROM conversations WHERE account = ?");
        rows.bind(m_account);
        while (rows.next())
            all.append({rows.integer(0), rows.text(1)});
    }
    for (const auto &[key, id] : std::as_const(all))
        removeKey(key, ConversationId(id));
    Statement(m_database, "DELETE FROM files WHERE account = ?").bind(m_account).run(); // also those that wait for a message
    Statement(m_database, "DELETE FROM executions WHERE account = ?").bind(m_account).run();
    InsightTable(m_database, m_account).removeAll();
    transaction.commit();
}

// The index only notes that words are gone until its pieces are merged; the log holds old pages until it is emptied.
CacheTable::Purge CacheTable::purge(bool isFirst)
{
    if (isFirst)
        FileTexts(m_database, m_account).removeUnused();
    const int before = sqlite3_total_changes(m_database.handle());
    const qint64 pages = isFirst ? -mergedPages : mergedPages;
    Statement(m_database, "INSERT INTO words(words, rank) VALUES('merge', ?)").bind(pages).run();
    if (!m_database.hasFailed() && sqlite3_total_changes(m_database.handle()) - before >= 2)
        return Purge::Part;
    m_database.exec("INSERT INTO title_words(title_words) VALUES('optimize'); INSERT INTO insight_words(insight_words) VALUES('optimize')");
    return m_database.emptyLog() ? Purge::Whole : Purge::LogIsRead;
}

FillProgress CacheTable::progress()
{
    FillProgress progress;
    Statement row(m_database, "SELECT count(*), coalesce(sum(filled_ms >= updated_ms AND filled_ms > 0), 0) FROM conversations "
                              "WHERE account = ? AND listed_ms > 0");
    row.bind(m_account);
    if (row.next()) {
        progress.known = static_cast<int>(row.integer(0));
        progress.filled = static_cast<int>(row.integer(1));
    }
    return progress;
}

FillTask CacheTable::nextToFill(const QList<ConversationId> &skip)
{
    FillTask task;
    Statement rows(m_database,
                   "SELECT id, updated_ms, filling_ms, filling_offset, filled_ms FROM conversations "
                   "WHERE account = ? AND listed_ms > 0 AND (filled_ms < updated_ms OR filled_ms = 0) ORDER BY updated_ms DESC");
    rows.bind(m_account);
    while (rows.next()) {
        const ConversationId id(rows.text(0));
        if (skip.contains(id))
            continue;
        task.conversation = id;
        task.target = rows.integer(1);
        task.offset = rows.integer(2) == task.target ? rows.integer(3) : 0;
        task.wasWhole = rows.integer(4) > 0;
        break;
    }
    return task;
}

void CacheTable::noteFilling(const FillTask &task)
{
    Statement(m_database, "UPDATE conversations SET filling_ms = ?, filling_offset = ? WHERE account = ? AND id = ?")
        .bind(task.target, static_cast<qint64>(task.offset), m_account, task.conversation.value())
        .run();
}

void CacheTable::noteFilled(const FillTask &task)
{
    Statement(m_database, "UPDATE conversations SET filled_ms = max(1, ?), filling_ms = 0, filling_offset = 0 WHERE account = ? AND id = ?")
        .bind(task.target, m_account, task.conversation.value())
        .run();
}

QList<ConversationId> CacheTable::listedBefore(qint64 listedMs)
{
    QList<ConversationId> ids;
    Statement rows(m_database, "SELECT id FROM conversations WHERE account = ? AND listed_ms < ?");
    rows.bind(m_account, listedMs);
    while (rows.next())
        ids.append(ConversationId(rows.text(0)));
    return ids;
}

} // namespace desk
