#include "api/formupload.h"

#include "api/uploadhash.h"

#include <QMimeDatabase>
#include <QUuid>

#include <algorithm>
#include <cstring>
#include <utility>

namespace desk {

FormUpload::FormUpload(const QString &path, const QString &nameForServer, std::shared_ptr<UploadHash> hash, QObject *parent)
    : QIODevice(parent)
    , m_file(path)
    , m_hash(std::move(hash))
    , m_boundary("desk-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{
    QString name = nameForServer;
    for (const char16_t forbidden : {u'\\', u'"', u'\r', u'\n'})
        name.replace(forbidden, u'_');
    m_head = "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.toUtf8() +
             "\"\r\nContent-Type: " + QMimeDatabase().mimeTypeForFile(path).name().toLatin1() + "\r\n\r\n";
    m_tail = "\r\n--" + m_boundary + "--\r\n";
}

bool FormUpload::start()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return false;
    m_fileSize = m_file.size();
    if (m_hash)
        m_hash->begin();
    return open(QIODevice::ReadOnly);
}

qint64 FormUpload::readData(char *data, qint64 maxSize)
{
    const auto from = [&](const QByteArray &part, qint64 at) {
        const qint64 size = std::min<qint64>(maxSize, part.size() - at);
        std::memcpy(data, part.constData() + at, static_cast<size_t>(size));
        return size;
    };
    const qint64 inFile = m_position - m_head.size();
    qint64 size = 0;
    if (inFile < 0)
        size = from(m_head, m_position);
    else if (inFile < m_fileSize)
        size = m_file.read(data, std::min(maxSize, m_fileSize - inFile));
    else
        size = from(m_tail, inFile - m_fileSize);
    if (size <= 0)
        return -1; // the end, or a file that became shorter or cannot be read any more: the request breaks off
    m_position += size;
    if (m_hash && inFile >= 0 && inFile < m_fileSize) {
        m_hash->add(QByteArrayView(data, size));
        if (inFile + size == m_fileSize)
            m_hash->end();
    }
    return size;
}

} // namespace desk
