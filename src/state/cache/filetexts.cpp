#include "state/cache/filetexts.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"

#include <QDateTime>

namespace desk {

namespace {

constexpr int pendingDays = 30; // a message may wait that long for a connection

} // namespace

FileTexts::FileTexts(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

// Its row; an empty text leaves it without one.
qint64 FileTexts::keyFor(const FileId &file, const QString &text)
{
    Statement(m_database, "INSERT OR IGNORE INTO files(account, id) VALUES(?, ?)").bind(m_account, file.value()).run();
    Statement row(m_database, "SELECT key, text IS NULL FROM files WHERE account = ? AND id = ?");
    row.bind(m_account, file.value());
    if (!row.next())
        return 0;
    const qint64 key = row.integer(0);
    if (row.integer(1) != 0 && !text.isEmpty())
        Statement(m_database, "UPDATE files SET text = ? WHERE key = ?").bind(text.left(longest), key).run();
    return key;
}

QList<qint64> FileTexts::put(const FileId &file, const QString &text)
{
    QList<qint64> waiting;
    if (file.isEmpty() || text.isEmpty())
        return waiting;
    const qint64 key = keyFor(file, text);
    bool isThere = false;
    Statement messages(m_database, "SELECT message, is_indexed FROM message_files WHERE file = ?");
    messages.bind(key);
    while (messages.next()) {
        isThere = true;
        if (messages.integer(1) == 0)
            waiting.append(messages.integer(0));
    }
    if (!isThere)
        Statement(m_database, "UPDATE files SET pending_ms = ? WHERE key = ?").bind(toMs(QDateTime::currentDateTimeUtc()), key).run();
    return waiting;
}

bool FileTexts::isNews(qint64 seq, const Message &message)
{
    for (const StoredFile &file : message.attachments) {
        if (file.id.isEmpty())
            continue;
        Statement row(m_database, "SELECT coalesce(m.is_indexed, 0) FROM files f "
                                  "LEFT JOIN message_files m ON m.file = f.key AND m.message = ? "
                                  "WHERE f.account = ? AND f.id = ? AND f.text IS NOT NULL");
        row.bind(seq, m_account, file.id.value());
        if (row.next() ? row.integer(0) == 0 : !file.text.isEmpty())
            return true;
    }
    return false;
}

FileTextsById FileTexts::enter(qint64 seq, const Message &message)
{
    for (const StoredFile &file : message.attachments) {
        if (file.id.isEmpty())
            continue;
        const qint64 key = keyFor(file.id, file.text);
        Statement(m_database, "INSERT OR REPLACE INTO message_files(file, message, is_indexed) "
                              "SELECT key, ?, text IS NOT NULL FROM files WHERE key = ?")
            .bind(seq, key)
            .run();
        Statement(m_database, "UPDATE files SET pending_ms = 0 WHERE key = ?").bind(key).run();
    }
    return message.attachments.isEmpty() ? FileTextsById() : of(seq);
}

FileTextsById FileTexts::leave(qint64 seq)
{
    const FileTextsById texts = of(seq);
    Statement(m_database, "DELETE FROM message_files WHERE message = ?").bind(seq).run();
    return texts;
}

FileTextsById FileTexts::of(qint64 seq)
{
    FileTextsById texts;
    Statement rows(m_database,
                   "SELECT f.id, f.text FROM message_files m JOIN files f ON f.key = m.file WHERE m.message = ? AND m.is_indexed");
    rows.bind(seq);
    while (rows.next())
        texts.insert(rows.text(0), rows.text(1));
    return texts;
}

void FileTexts::removeUnused()
{
    Statement(m_database, "DELETE FROM files WHERE pending_ms < ? AND NOT EXISTS (SELECT 1 FROM message_files m WHERE m.file = files.key)")
        .bind(toMs(QDateTime::currentDateTimeUtc().addDays(-pendingDays)))
        .run();
}

} // namespace desk
