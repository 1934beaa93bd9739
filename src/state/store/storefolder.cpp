#include "state/store/storefolder.h"

#include "sqlite/database.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 reserveBytes = 1024 * 1024;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

} // namespace

QString StoreFolder::user() const
{
    return QDir(root).filePath(u"user.db"_s);
}

QString StoreFolder::cache() const
{
    return QDir(root).filePath(u"cache.db"_s);
}

QString StoreFolder::backups() const
{
    return QDir(root).filePath(u"backups"_s);
}

QString StoreFolder::reserve() const
{
    return QDir(root).filePath(u"reserve"_s);
}

QString StoreFolder::sentinel(const QString &database)
{
    return database + u".made"_s;
}

QString StoreFolder::openMark(const QString &database)
{
    return database + u".open"_s;
}

QString StoreFolder::placeMark(const QString &database)
{
    return database + u".place"_s;
}

QString StoreFolder::damaged(const QString &database, const QDateTime &at)
{
    return database + u".corrupt-"_s + at.toUTC().toString(u"yyyyMMdd-HHmmss-zzz"_s);
}

Result<> StoreFolder::prepare() const
{
    if (!QDir().mkpath(root) || !QFile::setPermissions(root, ownerOnly))
        return Unexpected{storageError(SQLITE_CANTOPEN, root, {})};
    return {};
}

// Real bytes: a hole in a file reserves nothing.
void StoreFolder::fillReserve() const
{
    QFile file(reserve());
    if (file.exists() && file.size() == reserveBytes)
        return;
    const QByteArray zeros(reserveBytes, '\0');
    const bool filled = file.open(QIODevice::WriteOnly) && file.write(zeros) == reserveBytes && file.flush();
    file.close();
    if (!filled || file.error() != QFileDevice::NoError)
        file.remove();
}

bool StoreFolder::freeReserve() const
{
    return QFile::remove(reserve());
}

} // namespace desk
