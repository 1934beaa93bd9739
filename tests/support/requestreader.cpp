#include "support/requestreader.h"

#include <QList>

#include <algorithm>
#include <chrono>
#include <utility>

namespace desk::test {

qint64 monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::optional<Received> RequestReader::next()
{
    while (!m_complete) {
        if (!step())
            return {};
    }
    m_complete = false;
    m_state = State::Head;
    m_request.arrivedMs = monotonicMs();
    return std::exchange(m_request, {});
}

QByteArray RequestReader::takeRest()
{
    return std::exchange(m_buffer, {});
}

bool RequestReader::step()
{
    QByteArray line;
    switch (m_state) {
    case State::Head: {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        readHead(m_buffer.first(end));
        m_buffer.remove(0, end + 4);
        return true;
    }
    case State::Length:
        return m_complete = takeBytes(m_expected);
    case State::ChunkSize:
        if (!takeLine(line))
            return false;
        m_expected = line.split(';').constFirst().trimmed().toLongLong(nullptr, 16);
        m_state = m_expected > 0 ? State::ChunkData : State::Trailer;
        return true;
    case State::ChunkData:
        if (m_buffer.size() < m_expected + 2 || !takeBytes(m_expected))
            return false;
        m_buffer.remove(0, 2);
        m_state = State::ChunkSize;
        return true;
    case State::Trailer:
        if (!takeLine(line))
            return false;
        m_complete = line.isEmpty();
        return true;
    }
    return false;
}

void RequestReader::readHead(const QByteArray &head)
{
    m_request.head = head;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.constFirst().trimmed().split(' ');
    m_request.method = first.value(0);
    m_request.target = first.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        m_request.headers.insert(lines.at(i).left(colon).trimmed().toLower(), lines.at(i).mid(colon + 1).trimmed());
    }
    m_expected = std::max<qsizetype>(0, m_request.headers.value("content-length").toLongLong());
    m_state = m_request.headers.value("transfer-encoding").toLower() == "chunked" ? State::ChunkSize : State::Length;
}

bool RequestReader::takeLine(QByteArray &line)
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return false;
    line = m_buffer.first(end);
    m_buffer.remove(0, end + 2);
    return true;
}

bool RequestReader::takeBytes(qsizetype size)
{
    if (m_buffer.size() < size)
        return false;
    m_request.body += m_buffer.first(size);
    m_buffer.remove(0, size);
    return true;
}

} // namespace desk::test
