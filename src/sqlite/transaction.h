#pragma once

#include "sqlite/database.h"

namespace desk {

// Everything until commit() happens or nothing of it. Nested ones join the outermost, which alone commits.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction(); // rolls back what was not committed
    Q_DISABLE_COPY_MOVE(Transaction)

    bool commit(); // false: something failed since the outermost began; the error stays latched

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace desk
