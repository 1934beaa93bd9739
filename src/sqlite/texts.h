#pragma once

#include <QCoreApplication>

namespace desk {

// The translation context of what is said to people about a database.
class SqliteTexts
{
    Q_DECLARE_TR_FUNCTIONS(desk::SqliteTexts)
};

} // namespace desk
