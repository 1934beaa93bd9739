#include "state/store/originaltable.h"

#include "sqlite/statement.h"
#include "sqlite/transaction.h"

#include <QDateTime>

#include <utility>

namespace desk {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

// A null string binds NULL.
QString hex(const QByteArray &hash)
{
    return hash.isEmpty() ? QString(QLatin1String("")) : QString::fromLatin1(hash.toHex());
}

} // namespace

OriginalTable::OriginalTable(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

void OriginalTable::put(const QString &file, const FileOriginal &original)
{
    Statement(m_database, "INSERT OR REPLACE INTO file_originals(account, file, path, size, modified_ms, sha256, conversation, kept_ms) "
                          "VALUES(?,?,?,?,?,?,'',?)")
        .bind(m_account, file, original.path, original.size, original.modified.toMSecsSinceEpoch(), hex(original.sha256),
              QDateTime::currentMSecsSinceEpoch())
        .run();
}

QHash<QString, FileOriginal> OriginalTable::all()
{
    QHash<QString, FileOriginal> originals;
    Statement rows(m_database, "SELECT file, path, size, modified_ms, sha256 FROM file_originals WHERE account = ?");
    rows.bind(m_account);
    while (rows.next())
        originals.insert(rows.text(0), {rows.text(1), rows.integer(2), QDateTime::fromMSecsSinceEpoch(rows.integer(3)),
                                        QByteArray::fromHex(rows.text(4).toLatin1())});
    return originals;
}

void OriginalTable::prune()
{
    Transaction transaction(m_database);
    Statement(m_database, "DELETE FROM file_originals WHERE account = ? AND conversation = '' AND kept_ms < ?")
        .bind(m_account, QDateTime::currentMSecsSinceEpoch() - unsentDays * dayMs)
        .run();
    Statement(m_database, "DELETE FROM file_originals WHERE account = ? AND file NOT IN (SELECT file FROM file_originals WHERE account = ? "
                          "ORDER BY kept_ms DESC LIMIT ?)")
        .bind(m_account, m_account, mostKept)
        .run();
    transaction.commit();
}

void OriginalTable::link(const QList<StoredFile> &files, const ConversationId &conversation)
{
    if (conversation.isEmpty())
        return;
    for (const StoredFile &file : files) {
        if (!file.id.isEmpty())
            Statement(m_database, "UPDATE file_originals SET conversation = ? WHERE account = ? AND file = ?")
                .bind(conversation.value(), m_account, file.id.value())
                .run();
    }
}

void OriginalTable::move(const ConversationId &from, const ConversationId &to)
{
    if (from.isEmpty() || to.isEmpty())
        return;
    Statement(m_database, "UPDATE file_originals SET conversation = ? WHERE account = ? AND conversation = ?")
        .bind(to.value(), m_account, from.value())
        .run();
}

QStringList OriginalTable::removeConversation(Database &database, const ConversationId &conversation)
{
    if (conversation.isEmpty())
        return {};
    Transaction transaction(database);
    QStringList files;
    {
        Statement rows(database, "SELECT file FROM file_originals WHERE conversation = ?");
        rows.bind(conversation.value());
        while (rows.next())
            files.append(rows.text(0));
    }
    Statement(database, "DELETE FROM file_originals WHERE conversation = ?").bind(conversation.value()).run();
    transaction.commit();
    return files;
}

void OriginalTable::adopt(Database &database, const QString &from, const QString &to)
{
    Statement(database, "UPDATE OR IGNORE file_originals SET account = ? WHERE account = ?").bind(to, from).run();
    Statement(database, "DELETE FROM file_originals WHERE account = ?").bind(from).run();
}

void OriginalTable::removeAccount(Database &database, const QString &account)
{
    Statement(database, "DELETE FROM file_originals WHERE account = ?").bind(account).run();
}

} // namespace desk
