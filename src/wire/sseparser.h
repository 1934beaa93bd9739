#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <type_traits>

namespace desk::wire {

struct DecodedData;

// One event of a text/event-stream. type is "message" where the stream gave none; id is the last event id in force.
struct ServerEvent {
    QByteArray type;
    QByteArray data;
    QByteArray id;
    std::shared_ptr<const DecodedData> decoded = {}; // see wire/json/eventjson.h; the parser leaves it empty
};

// The same while it is being read, mostly where it lies in the chunk: nothing of it outlives the call it is handed to.
struct EventView {
    QByteArrayView type;
    QByteArrayView data;
    const QByteArray &id;
};

// Push parser for text/event-stream (WHATWG HTML 9.2.5): bytes in, events out, any chunking. No Qt event loop, no clock,
// no I/O; linear in the input. Invalid UTF-8 becomes U+FFFD. After failed() it swallows everything (SSE-17).
// A value object: usable from any thread, one thread at a time. Every connection needs a new parser.
class SseParser
{
public:
    static constexpr qsizetype maxLineBytes = 16 * 1024 * 1024; // contract 4.1: lines of several MB are legal
    static constexpr qsizetype maxEventBytes = 32 * 1024 * 1024;

    // A line longer than lineCap, of whatever field, or an event whose data is longer than eventCap fails the stream.
    explicit SseParser(qsizetype lineCap = maxLineBytes, qsizetype eventCap = maxEventBytes);

    // For a connection that goes on where another ended: its events carry this id until the stream names another.
    void resumeAfter(const QByteArray &lastEventId) { m_pendingId = m_committedId = lastEventId; }

    // take(const EventView &) for each event that `chunk` completed, also those before a failure in the same chunk.
    template <typename Take>
    void read(QByteArrayView chunk, Take &&take)
    {
        readInto(chunk,
                 {&take, [](void *taker, const EventView &event) { (*static_cast<std::remove_reference_t<Take> *>(taker))(event); }});
    }
    // The same events, to keep.
    [[nodiscard]] QList<ServerEvent> feed(QByteArrayView chunk);

    [[nodiscard]] int retryMs() const { return m_retryMs; }                // as received, -1 until the server sent one
    [[nodiscard]] int reconnectMs() const;                                 // the same within 100 ms … 5 min (SSE-14), or -1
    [[nodiscard]] QByteArray lastEventId() const { return m_committedId; } // what a reconnect must send; "" = no header
    [[nodiscard]] bool failed() const { return m_failed; }                 // a cap was exceeded
    [[nodiscard]] quint64 bytesSeen() const { return m_bytesSeen; }        // comments count: liveness (SSE-06)
    [[nodiscard]] qsizetype bufferedBytes() const;                         // kept for the unfinished event; bounded by the caps

private:
    struct Taker {
        void *object;
        void (*take)(void *object, const EventView &event);
    };

    void readInto(QByteArrayView chunk, const Taker &taker);
    const char *skipBom(const char *begin, const char *end);
    const char *skipSameType(const char *begin, const char *end);
    void endLine(const char *begin, const char *end, const Taker &taker);
    void takeLine(QByteArrayView line, const Taker &taker);
    void takeLongLine(QByteArray line, const Taker &taker);
    void takeField(QByteArrayView name, QByteArrayView value);
    void takeType(QByteArrayView value);
    void takeData(QByteArrayView value);
    void ownData();
    void takeRetry(QByteArrayView value);
    void keepTail(const char *begin, const char *end);
    void keep(const char *begin, qsizetype size);
    void dispatch(const Taker &taker);
    void fail();

    qsizetype m_lineCap;
    qsizetype m_eventCap;
    QByteArray m_line;         // the unfinished line of earlier chunks
    QByteArrayView m_borrowed; // the data so far, as long as it is one line of this chunk
    QByteArray m_data;         // otherwise
    QByteArray m_typeLine;     // as it stood in the stream, with its line feed; empty: none to recognise
    QByteArray m_type;         // streams repeat a few names: events share one allocation
    QByteArray m_pendingId;    // set by id:, in force at the next blank line (SSE-12)
    QByteArray m_committedId;
    int m_retryMs = -1;
    int m_bomBytes = 0; // of EF BB BF, seen at the very start; 3 = decided
    quint64 m_bytesSeen = 0;
    qsizetype m_ignoredBytes = 0; // length so far of a line that is not kept
    bool m_hasType = false;       // the event has one, m_type
    bool m_hasData = false;
    bool m_isBorrowed = false;
    bool m_skipLf = false;
    bool m_ignoringLine = false; // a comment or unknown field: nothing of it is buffered
    bool m_failed = false;
};

} // namespace desk::wire

Q_DECLARE_TYPEINFO(desk::wire::ServerEvent, Q_RELOCATABLE_TYPE); // a list of them grows without moving each
