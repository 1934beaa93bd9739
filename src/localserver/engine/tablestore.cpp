#include "localserver/engine/tablestore.h"

#include <QFile>

namespace desk::server {

TableStore::~TableStore()
{
    if (!databasePath.isEmpty())
        QFile::remove(databasePath);
}

int TableStore::columnIndex(const QString &name) const
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace desk::server
