#include "localserver/store/datafolder.h"

#include "localserver/errors.h"
#include "localserver/texts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

Error notUsable(const QString &path, const QString &reason)
{
    return failure(Error::Kind::Storage, u"data_folder"_s,
                   LocalServer::tr("The data folder %1 cannot be used: %2.").arg(QDir::toNativeSeparators(path), reason),
                   LocalServer::tr("Give yourself write access to the folder, or choose another one."));
}

Result<> makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isDir())
        return Unexpected{notUsable(path, LocalServer::tr("it is a file"))};
    if (!info.exists() && !QDir().mkpath(path))
        return Unexpected{notUsable(path, LocalServer::tr("it cannot be created"))};
    if (::access(QFile::encodeName(path).constData(), W_OK | X_OK) != 0)
        return Unexpected{notUsable(path, LocalServer::tr("it is read-only"))};
    if (!QFile::setPermissions(path, ownerOnly))
        return Unexpected{notUsable(path, LocalServer::tr("it belongs to another user"))};
    return {};
}

} // namespace

QString DataFolder::database() const
{
    return QDir(root).filePath(u"desk.db"_s);
}
QString DataFolder::sentinel() const
{
    return QDir(root).filePath(u"desk.db.made"_s);
}
QString DataFolder::checkMark() const
{
    return QDir(root).filePath(u"desk.db.check"_s);
}
QString DataFolder::backups() const
{
    return QDir(root).filePath(u"backups"_s);
}
QString DataFolder::files() const
{
    return QDir(root).filePath(u"files"_s);
}
QString DataFolder::file(const QString &id) const
{
    return QDir(files()).filePath(id);
}
QString DataFolder::instances() const
{
    return QDir(root).filePath(u"instances"_s);
}
QString DataFolder::startupLock() const
{
    return QDir(root).filePath(u"startup.lock"_s);
}
QString DataFolder::uploads(const QString &instance) const
{
    return QDir(root).filePath(u"uploads/"_s + instance);
}

Result<> DataFolder::prepare() const
{
    for (const QString &path : {root, files(), instances()}) {
        if (Result<> made = makeFolder(path); !made)
            return made;
    }
    return {};
}

} // namespace desk::server
