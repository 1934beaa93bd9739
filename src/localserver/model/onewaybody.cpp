#include "localserver/model/onewaybody.h"

#include <cstring>

namespace desk::server {

OneWayBody::OneWayBody(QByteArray data, QObject *parent)
    : QIODevice(parent)
    , m_data(std::move(data))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneWayBody::bytesAvailable() const
{
    return m_data.size() - m_at + QIODevice::bytesAvailable();
}

qint64 OneWayBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = qMin(maxSize, m_data.size() - m_at);
    if (count <= 0)
        return -1;
    std::memcpy(data, m_data.constData() + m_at, static_cast<size_t>(count));
    m_at += count;
    return count;
}

} // namespace desk::server
