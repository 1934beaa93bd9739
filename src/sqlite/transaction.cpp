#include "sqlite/transaction.h"

#include <sqlite3.h>

namespace desk {

Transaction::Transaction(Database &database)
    : m_database(database)
{
    if (m_database.m_depth++ == 0)
        m_database.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    if (--m_database.m_depth > 0)
        return;
    ++m_database.m_rollbacks;
    if (!sqlite3_get_autocommit(m_database.handle()))
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Transaction::commit()
{
    if (m_database.hasFailed())
        return false; // the destructor rolls back
    m_open = false;
    if (--m_database.m_depth > 0)
        return true;
    if (m_database.exec("COMMIT")) {
        if (!m_database.m_isRelaxed)
            m_database.m_lastSync.start();
        return true;
    }
    ++m_database.m_rollbacks;
    if (!sqlite3_get_autocommit(m_database.handle()))
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    return false;
}

} // namespace desk
