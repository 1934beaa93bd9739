#pragma once

#include "domain/ids.h"
#include "sqlite/database.h"
#include "state/store/conversationmark.h"

#include <QHash>

namespace desk {

// The SQL of conversation_marks in user.db. Runs in the store's thread; failures are latched in the database.
class ConversationMarkTable
{
public:
    ConversationMarkTable(Database &database, QString account);

    [[nodiscard]] QHash<ConversationId, ConversationMark> all();                // under the empty id: since when marks are kept
    void set(const ConversationId &conversation, const ConversationMark &mark); // an empty one goes
    // With what is known of imported files.
    static void adopt(Database &database, const QString &from, const QString &to);
    static void removeAccount(Database &database, const QString &account);

private:
    Database &m_database;
    QString m_account;
};

} // namespace desk
