#include "state/store/draftfiles.h"

#include "sqlite/statement.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;

QSet<QString> filesOfOtherDrafts(Database &database, const QString &account)
{
    QSet<QString> paths;
    Statement rows(database, "SELECT extras FROM drafts WHERE account != ?");
    rows.bind(account);
    while (rows.next()) {
        const QJsonArray files = rows.json(0).toObject().value("files"_L1).toArray();
        for (const QJsonValue &file : files)
            paths.insert(QFileInfo(file.toString()).absoluteFilePath());
    }
    return paths;
}

} // namespace desk
