#pragma once

#include "sqlite/database.h"
#include "state/store/turnrecord.h"

namespace desk {

// The SQL of turns and turn_events in user.db. Runs in the store's thread; failures are latched in the database.
class TurnTable
{
public:
    TurnTable(Database &database, QString account);

    void insertIfMissing(const TurnRecord &turn);
    void update(const TurnRecord &turn);
    void append(const TurnRecord &turn, const QList<wire::ServerEvent> &events);
    void removeEvents(const QString &turn);
    void remove(const QString &turn);
    void moveToEnd(const QString &turn); // one that waits, behind all others
    void removeConversation(const ConversationId &conversation);
    void move(const ConversationId &from, const ConversationId &to);
    [[nodiscard]] QList<TurnRecord> ofConversation(const ConversationId &conversation);
    [[nodiscard]] QList<TurnRecord> open();
    [[nodiscard]] QList<ConversationId> conversations();

private:
    void insert(const TurnRecord &turn);
    void readEvents(TurnRecord &turn);

    Database &m_database;
    QString m_account;
};

} // namespace desk
