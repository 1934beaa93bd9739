#pragma once

#include "domain/conversation.h"
#include "sqlite/database.h"
#include "state/cache/searchtext.h"

#include <QList>
#include <QString>

namespace desk {

// The words of attached files in cache.db, of one account (D-40): what the server read in them, or this computer when it sent them. The
// index holds no text and wants the same words back when a message leaves it: so a file's text never changes once it is known, and it is
// noted for each message whether it was among its words. Runs in the store's thread, or with a connection that only reads; failures are
// latched in the database.
class FileTexts
{
public:
    static constexpr qsizetype longest = 128 * 1024; // characters

    FileTexts(Database &database, QString account);

    // The messages that have the file and whose words are without its text; none when a text was known already.
    [[nodiscard]] QList<qint64> put(const FileId &file, const QString &text);
    [[nodiscard]] bool isNews(qint64 seq, const Message &message); // one of its files has a text that is not indexed with it
    // What is indexed with a message that enters, and what was with one that leaves.
    [[nodiscard]] FileTextsById enter(qint64 seq, const Message &message);
    [[nodiscard]] FileTextsById leave(qint64 seq);
    [[nodiscard]] FileTextsById of(qint64 seq); // as indexed
    void removeUnused();                        // of every account: no message has them, or will

private:
    [[nodiscard]] qint64 keyFor(const FileId &file, const QString &text);

    Database &m_database;
    QString m_account;
};

} // namespace desk
