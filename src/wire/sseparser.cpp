#include "wire/sseparser.h"

#include "wire/utf8.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace desk::wire {

namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";
constexpr int byteOrderMarkSize = 3;
constexpr qsizetype keepCapacity = 64 * 1024;     // larger buffers are given back after a long line
constexpr qsizetype lastGrowth = 4 * 1024 * 1024; // what is longer gets all it may need at once: growing would hold it twice (SSE-17)
constexpr qsizetype enoughToTell = 8;             // bytes of a line that tell whether it is one of the four fields
constexpr int minReconnectMs = 100;
constexpr int maxReconnectMs = 5 * 60 * 1000;

const char *find(const char *begin, const char *end, char what)
{
    const void *hit = begin == end ? nullptr : std::memchr(begin, what, static_cast<size_t>(end - begin));
    return hit ? static_cast<const char *>(hit) : end;
}

// Whether a line that begins like this can still turn out to be one of the four fields.
bool mayMatter(QByteArrayView begin)
{
    constexpr qsizetype longestName = 5; // "event", "retry"
    if (begin.startsWith(':'))
        return false;
    if (begin.size() <= longestName)
        return true;
    return begin.startsWith("data:") || begin.startsWith("event:") || begin.startsWith("id:") || begin.startsWith("retry:");
}

} // namespace

SseParser::SseParser(qsizetype lineCap, qsizetype eventCap)
    : m_lineCap(lineCap)
    , m_eventCap(eventCap)
{
}

int SseParser::reconnectMs() const
{
    return m_retryMs < 0 ? -1 : std::clamp(m_retryMs, minReconnectMs, maxReconnectMs);
}

qsizetype SseParser::bufferedBytes() const
{
    return m_line.capacity() + m_data.capacity() + m_type.capacity() + m_pendingId.capacity();
}

QList<ServerEvent> SseParser::feed(const QByteArray &chunk)
{
    QList<ServerEvent> out;
    m_bytesSeen += static_cast<quint64>(chunk.size());
    const char *const end = chunk.constData() + chunk.size();
    const char *begin = skipBom(chunk.constData(), end);
    if (m_skipLf && begin != end) {
        begin += *begin == '\n' ? 1 : 0;
        m_skipLf = false;
    }
    // Each of the two searches looks at every byte once, so a stream that uses only one kind of line end stays linear.
    const char *nextLf = find(begin, end, '\n');
    const char *nextCr = find(begin, end, '\r');
    while (!m_failed) {
        const char *const eol = std::min(nextLf, nextCr);
        if (eol == end)
            break;
        const bool carriageReturn = *eol == '\r';
        endLine(begin, eol, out);
        begin = eol + 1;
        if (carriageReturn) {
            m_skipLf = begin == end;
            if (begin != end && *begin == '\n')
                ++begin;
            nextCr = find(begin, end, '\r');
        }
        if (nextLf < begin)
            nextLf = find(begin, end, '\n');
    }
    keepTail(begin, end);
    return out;
}

const char *SseParser::skipBom(const char *begin, const char *end)
{
    while (m_bomBytes < byteOrderMarkSize && begin != end) {
        if (*begin != byteOrderMark[m_bomBytes]) {
            m_line.append(byteOrderMark, m_bomBytes); // a look-alike: those bytes belong to the first line
            m_bomBytes = byteOrderMarkSize;
            break;
        }
        ++begin;
        ++m_bomBytes;
    }
    return begin;
}

void SseParser::endLine(const char *begin, const char *end, QList<ServerEvent> &out)
{
    if (m_ignoringLine) {
        if (m_ignoredBytes + (end - begin) > m_lineCap)
            return fail();
        m_ignoringLine = false;
        m_ignoredBytes = 0;
        return;
    }
    if (m_line.size() + (end - begin) > m_lineCap)
        return fail();
    if (m_line.isEmpty())
        return takeLine(QByteArrayView(begin, end - begin), out);
    keep(begin, end - begin);
    if (m_line.capacity() > keepCapacity) {
        takeLongLine(std::exchange(m_line, {}), out);
        return;
    }
    takeLine(m_line, out);
    m_line.resize(0);
}

void SseParser::keepTail(const char *begin, const char *end)
{
    if (m_failed || begin == end)
        return;
    const qsizetype size = end - begin;
    if ((m_ignoringLine ? m_ignoredBytes : m_line.size()) + size > m_lineCap)
        return fail();
    if (m_ignoringLine) {
        m_ignoredBytes += size;
        return;
    }
    const qsizetype before = m_line.size();
    m_line.append(begin, std::min(size, enoughToTell));
    if (before < enoughToTell && !mayMatter(m_line)) {
        m_ignoringLine = true;
        m_ignoredBytes = before + size;
        m_line.clear();
        return;
    }
    keep(begin + std::min(size, enoughToTell), std::max<qsizetype>(0, size - enoughToTell));
}

void SseParser::keep(const char *begin, qsizetype size)
{
    if (m_line.size() + size > lastGrowth && m_line.capacity() < m_lineCap)
        m_line.reserve(m_lineCap);
    m_line.append(begin, size);
}

void SseParser::takeLine(QByteArrayView line, QList<ServerEvent> &out)
{
    if (line.isEmpty())
        return dispatch(out);
    constexpr qsizetype prefix = 6;
    if (line.size() >= prefix && std::memcmp(line.data(), "data: ", prefix) == 0)
        return takeData(line.sliced(prefix)); // what streams consist of, without a search
    const char *const end = line.data() + line.size();
    const char *const colon = find(line.data(), end, ':');
    if (colon == line.data())
        return; // a comment
    const QByteArrayView name(line.data(), colon - line.data());
    const char *value = colon == end ? end : colon + 1;
    if (value != end && *value == ' ')
        ++value; // exactly one space (SSE-07)
    takeField(name, QByteArrayView(value, end - value));
}

// The first data of an event takes the line's memory over: a copy of megabytes costs more than all the searching.
void SseParser::takeLongLine(QByteArray line, QList<ServerEvent> &out)
{
    const qsizetype begin = line.startsWith("data: ") ? 6 : 5;
    if (m_hasData || !line.startsWith("data:") || line.size() - begin > m_eventCap || !isValidUtf8(line))
        return takeLine(line, out);
    m_data = std::move(line);
    m_data.remove(0, begin);
    m_hasData = true;
}

void SseParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        takeData(value);
    } else if (name == "event") {
        if (value != m_lastType)
            m_lastType = validUtf8(value);
        m_type = m_lastType;
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_pendingId = validUtf8(value);
    } else if (name == "retry") {
        takeRetry(value);
    }
}

void SseParser::takeData(QByteArrayView value)
{
    if (m_data.size() + (m_hasData ? 1 : 0) + value.size() > m_eventCap)
        return fail();
    if (!m_hasData) {
        m_data = validUtf8(value);
        m_hasData = true;
        return;
    }
    m_data.append('\n').append(validUtf8(value));
}

void SseParser::takeRetry(QByteArrayView value)
{
    if (value.isEmpty())
        return;
    qint64 number = 0;
    for (const char c : value) {
        if (c < '0' || c > '9')
            return;
        number = std::min<qint64>(number * 10 + (c - '0'), std::numeric_limits<int>::max());
    }
    m_retryMs = static_cast<int>(number);
}

void SseParser::dispatch(QList<ServerEvent> &out)
{
    if (!m_committedId.isSharedWith(m_pendingId))
        m_committedId = m_pendingId; // also for a block without data (SSE-12)
    if (m_hasData) {
        ServerEvent &event = out.emplaceBack();
        event.type = m_type.isEmpty() ? QByteArrayLiteral("message") : std::exchange(m_type, {});
        event.data = std::exchange(m_data, {});
        event.id = m_committedId;
        m_hasData = false;
    }
    m_type = QByteArray();
}

void SseParser::fail()
{
    m_failed = true;
    m_line = QByteArray();
    m_data = QByteArray();
    m_type = QByteArray();
    m_pendingId = QByteArray();
}

} // namespace desk::wire
