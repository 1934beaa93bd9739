#pragma once

#include <QSet>
#include <QString>

namespace desk {

class Database;

// Files of this computer that drafts of other accounts name, by their absolute paths. For the worker thread of user.db.
[[nodiscard]] QSet<QString> filesOfOtherDrafts(Database &database, const QString &account);

} // namespace desk
