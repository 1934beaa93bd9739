#pragma once

#include "sqlite/database.h"
#include "state/store/branchrecord.h"

namespace desk {

// The SQL of branches and removals in user.db. Runs in the store's thread; failures are latched in the database.
class BranchTable
{
public:
    BranchTable(Database &database, QString account);

    void put(const ConversationId &conversation, const QList<BranchRecord> &records);
    void rename(const ConversationId &conversation, const QString &from, const QString &to); // a turn that is asked again
    // The turn is gone: what continued it continues what it continued.
    void remove(const ConversationId &conversation, const QString &node, const QString &parent);
    void putRemoval(const ConversationId &conversation, const RemovalRecord &removal);
    void dropRemoval(const QString &removal);
    void move(const ConversationId &from, const ConversationId &to);
    static void removeConversation(Database &database, const ConversationId &conversation);
    [[nodiscard]] ConversationShape shapeOf(const ConversationId &conversation);
    [[nodiscard]] QList<ConversationId> conversationsWithRemovals();

private:
    Database &m_database;
    QString m_account;
};

} // namespace desk
