#pragma once

#include "domain/insight.h"
#include "sqlite/database.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace desk {

// What a server remembers of one account, in cache.db, to be searched (D-40). Runs in the store's thread; failures are latched in the
// database.
class InsightTable
{
public:
    InsightTable(Database &database, QString account);

    void put(const QList<Insight> &insights, qint64 readMs); // readMs: the round of reading they came with
    void remove(const QList<InsightId> &ids);
    void removeReadBefore(qint64 readMs); // a whole round has not seen them: they are gone
    void removeAll();

private:
    void drop(qint64 key);
    void index(qint64 key, bool add);

    Database &m_database;
    QString m_account;
};

} // namespace desk
