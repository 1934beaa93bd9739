#include "state/chat/localoriginals.h"

#include <QFileInfo>

namespace desk {

void LocalOriginals::remember(const StoredFile &file, const QString &path)
{
    const QFileInfo info(path);
    if (!file.id.isEmpty() && info.isFile())
        m_originals.insert(file.id.value(), {info.absoluteFilePath(), info.size(), info.lastModified(), file.sha256});
}

QString LocalOriginals::pathOf(const StoredFile &file) const
{
    const auto found = m_originals.constFind(file.id.value());
    if (found == m_originals.constEnd())
        return {};
    const QFileInfo info(found->path);
    const bool same = info.isFile() && info.isReadable() && info.size() == found->size && info.lastModified() == found->modified;
    return same ? found->path : QString();
}

QByteArray LocalOriginals::sha256Of(const StoredFile &file) const
{
    return m_originals.value(file.id.value()).sha256;
}

} // namespace desk
