#include "localserver/store/instances.h"

#include "localserver/store/values.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace desk::server {

Instances::Instances(const QString &folder)
    : m_folder(folder)
    , m_self(newId())
{
}

bool Instances::join()
{
    m_lock = std::make_unique<QLockFile>(path(m_self));
    m_lock->setStaleLockTime(0);
    return m_lock->tryLock(0);
}

std::unique_ptr<QLockFile> Instances::claim(const QString &instance) const
{
    if (instance == m_self)
        return nullptr;
    auto lock = std::make_unique<QLockFile>(path(instance));
    lock->setStaleLockTime(0); // only a dead owner makes it stale, never its age
    if (!lock->tryLock(0))
        return nullptr;
    return lock;
}

QStringList Instances::known() const
{
    QStringList out;
    const QStringList files = QDir(m_folder).entryList({u"*.lock"_s}, QDir::Files);
    for (const QString &file : files) {
        const QString instance = file.chopped(5);
        if (instance != m_self)
            out.append(instance);
    }
    return out;
}

QString Instances::path(const QString &instance) const
{
    return QDir(m_folder).filePath(instance + u".lock"_s);
}

} // namespace desk::server
