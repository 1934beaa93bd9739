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

// QByteArrayView::startsWith() without the two calls, which such short lines feel.
template <size_t size>
bool beginsWith(QByteArrayView line, const char (&prefix)[size])
{
    return line.size() >= qsizetype(size) - 1 && std::memcmp(line.data(), prefix, size - 1) == 0;
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

QList<ServerEvent> SseParser::feed(QByteArrayView chunk)
{
    QList<ServerEvent> out;
    read(chunk, [&](const EventView &event) {
        ServerEvent &kept = out.emplaceBack();
        kept.type = event.type.data() == m_type.constData() ? m_type : QByteArrayLiteral("message");
        kept.data = m_isBorrowed ? event.data.toByteArray() : std::exchange(m_data, {});
        kept.id = event.id;
    });
    return out;
}

void SseParser::readInto(QByteArrayView chunk, const Taker &taker)
{
    m_bytesSeen += static_cast<quint64>(chunk.size());
    const char *const end = chunk.data() + chunk.size();
    const char *begin = skipBom(chunk.data(), end);
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
        endLine(begin, eol, taker);
        begin = eol + 1;
        if (carriageReturn) {
            m_skipLf = begin == end;
            if (begin != end && *begin == '\n')
                ++begin;
            nextCr = find(begin, end, '\r');
        }
        if (nextLf < begin) {
            begin = skipSameType(begin, end);
            nextLf = begin != end && *begin == '\n' ? begin : find(begin, end, '\n');
        }
    }
    ownData(); // what is borrowed lies in the chunk, which goes, or in m_line, which the tail takes
    keepTail(begin, end);
}

// Most events begin with the line the one before began with: recognised as a whole, it costs one comparison instead of a search.
const char *SseParser::skipSameType(const char *begin, const char *end)
{
    const qsizetype size = m_typeLine.size();
    if (size == 0 || end - begin < size || std::memcmp(begin, m_typeLine.constData(), static_cast<size_t>(size)) != 0)
        return begin;
    m_hasType = true;
    return begin + size;
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

void SseParser::endLine(const char *begin, const char *end, const Taker &taker)
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
        return takeLine(QByteArrayView(begin, end - begin), taker);
    keep(begin, end - begin);
    if (m_line.capacity() > keepCapacity) {
        takeLongLine(std::exchange(m_line, {}), taker);
        return;
    }
    takeLine(m_line, taker);
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
    qsizetype told = 0;
    if (before > 0 && before < enoughToTell) {
        told = std::min(size, enoughToTell);
        m_line.append(begin, told);
    }
    if (before < enoughToTell && !mayMatter(before > 0 ? QByteArrayView(m_line) : QByteArrayView(begin, std::min(size, enoughToTell)))) {
        m_ignoringLine = true;
        m_ignoredBytes = before + size;
        m_line.clear();
        return;
    }
    keep(begin + told, size - told);
}

void SseParser::keep(const char *begin, qsizetype size)
{
    if (m_line.size() + size > lastGrowth && m_line.capacity() < m_lineCap)
        m_line.reserve(m_lineCap);
    m_line.append(begin, size);
}

void SseParser::takeLine(QByteArrayView line, const Taker &taker)
{
    if (line.isEmpty())
        return dispatch(taker);
    // What streams consist of, without a search.
    if (beginsWith(line, "data: "))
        return takeData(line.sliced(6));
    if (beginsWith(line, "event: "))
        return takeType(line.sliced(7));
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
void SseParser::takeLongLine(QByteArray line, const Taker &taker)
{
    const qsizetype begin = line.startsWith("data: ") ? 6 : 5;
    if (m_hasData || !line.startsWith("data:") || line.size() - begin > m_eventCap || !isValidUtf8(line))
        return takeLine(line, taker);
    m_data = std::move(line);
    m_data.remove(0, begin);
    m_hasData = true;
    m_isBorrowed = false;
}

void SseParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        takeData(value);
    } else if (name == "event") {
        takeType(value);
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_pendingId = validUtf8(value);
    } else if (name == "retry") {
        takeRetry(value);
    }
}

void SseParser::takeType(QByteArrayView value)
{
    if (value != m_type) {
        m_type = validUtf8(value);
        m_typeLine = value.isEmpty() || m_type != value ? QByteArray() : "event: " + m_type + '\n';
    }
    m_hasType = !value.isEmpty();
}

void SseParser::takeData(QByteArrayView value)
{
    const qsizetype before = m_hasData ? (m_isBorrowed ? m_borrowed.size() : m_data.size()) + 1 : 0;
    if (before + value.size() > m_eventCap)
        return fail();
    if (!m_hasData) {
        m_hasData = true;
        m_isBorrowed = isValidUtf8(value);
        if (m_isBorrowed)
            m_borrowed = value;
        else
            m_data = validUtf8(value);
        return;
    }
    ownData();
    m_data.append('\n').append(validUtf8(value));
}

void SseParser::ownData()
{
    if (m_hasData && std::exchange(m_isBorrowed, false))
        m_data = m_borrowed.toByteArray();
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

void SseParser::dispatch(const Taker &taker)
{
    if (!m_committedId.isSharedWith(m_pendingId))
        m_committedId = m_pendingId; // also for a block without data (SSE-12)
    if (m_hasData) {
        taker.take(taker.object, {m_hasType ? QByteArrayView(m_type) : QByteArrayView("message"),
                                  m_isBorrowed ? m_borrowed : QByteArrayView(m_data), m_committedId});
        m_hasData = false;
    }
    m_hasType = false;
}

void SseParser::fail()
{
    m_failed = true;
    m_hasData = false;
    m_line = QByteArray();
    m_data = QByteArray();
    m_type = QByteArray();
    m_typeLine = QByteArray();
    m_pendingId = QByteArray();
}

} // namespace desk::wire
