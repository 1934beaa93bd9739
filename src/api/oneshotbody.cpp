#include "api/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace desk {

OneShotBody::OneShotBody(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_body.size() - m_position);
    if (size <= 0)
        return -1;
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(size));
    m_position += size;
    return size;
}

} // namespace desk
