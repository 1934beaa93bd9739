#pragma once

#include "domain/file.h"
#include "domain/ids.h"
#include "sqlite/database.h"
#include "state/store/fileoriginal.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace desk {

// The SQL of file_originals in user.db: where the files lie that this computer uploaded (CH-59). Runs in the store's thread; failures are
// latched in the database.
class OriginalTable
{
public:
    static constexpr int mostKept = 5000; // of an account, the newest
    static constexpr int unsentDays = 30; // a file that went with no message is forgotten then

    OriginalTable(Database &database, QString account);

    void put(const QString &file, const FileOriginal &original);
    [[nodiscard]] QHash<QString, FileOriginal> all();                              // by the server's id
    void prune();                                                                  // what is too old, or too much
    void link(const QList<StoredFile> &files, const ConversationId &conversation); // they went with a message of it
    void move(const ConversationId &from, const ConversationId &to);
    // Of every account: an id of a conversation is there once. What was forgotten, by id.
    [[nodiscard]] static QStringList removeConversation(Database &database, const ConversationId &conversation);
    static void adopt(Database &database, const QString &from, const QString &to);
    static void removeAccount(Database &database, const QString &account);

private:
    Database &m_database;
    QString m_account;
};

} // namespace desk
