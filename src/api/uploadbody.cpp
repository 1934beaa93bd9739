#include "api/uploadbody.h"

#include <QMimeDatabase>
#include <QUuid>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace desk {

UploadBody::UploadBody(const QString &path, const QString &name, QObject *parent)
    : QIODevice(parent)
    , m_file(path)
    , m_boundary("agentdesk-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
    , m_tail("\r\n--" + m_boundary + "--\r\n")
{
    QString safe = name;
    for (const char16_t c : {u'\\', u'"', u'\r', u'\n', u'\0'})
        safe.replace(QChar(c), u'_');
    m_head = "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + safe.toUtf8() +
             "\"\r\nContent-Type: " + QMimeDatabase().mimeTypeForFile(path).name().toLatin1() + "\r\n\r\n";
}

bool UploadBody::start()
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        setErrorString(m_file.errorString());
        return false;
    }
    m_fileSize = m_file.size();
    return open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

QByteArray UploadBody::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

qint64 UploadBody::contentLength() const
{
    return m_head.size() + m_fileSize + m_tail.size();
}

qint64 UploadBody::bytesAvailable() const
{
    return contentLength() - m_position + QIODevice::bytesAvailable();
}

qint64 UploadBody::readData(char *data, qint64 maxSize)
{
    if (m_position >= contentLength())
        return -1;
    const auto copy = [&](const QByteArray &from, qint64 at) {
        const qint64 size = std::min<qint64>(maxSize, from.size() - at);
        std::memcpy(data, from.constData() + at, static_cast<size_t>(size));
        return size;
    };
    const qint64 inFile = m_position - m_head.size();
    qint64 size = 0;
    if (inFile < 0)
        size = copy(m_head, m_position);
    else if (inFile < m_fileSize)
        size = m_file.read(data, std::min(maxSize, m_fileSize - inFile));
    else
        size = copy(m_tail, inFile - m_fileSize);
    if (size <= 0) { // the file became shorter while it was sent
        setErrorString(m_file.errorString());
        return -1;
    }
    m_position += size;
    return size;
}

} // namespace desk
