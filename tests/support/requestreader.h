#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

namespace desk::test {

// Milliseconds of the one clock that never jumps; comparable between servers of one process.
[[nodiscard]] qint64 monotonicMs();

// A request as it came over the socket.
struct Received {
    QByteArray method;
    QByteArray target;                     // path and query; absolute for a proxy
    QHash<QByteArray, QByteArray> headers; // names in lower case; of repeated ones the last
    QByteArray body;                       // without the framing of chunks
    int connection = 0;                    // counts connections from 1
    int attempt = 0;                       // counts requests of this method and target from 1
    qint64 arrivedMs = 0;                  // monotonicMs() when the last byte of it was read
    QByteArray head;                       // request line and headers as sent, with repeats, case and order
};

// Takes whole requests off a byte stream, however it is cut: Content-Length or chunks, one after the other.
class RequestReader
{
public:
    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    [[nodiscard]] std::optional<Received> next();
    // What came after the last whole request, when the stream stops being HTTP (a tunnel).
    [[nodiscard]] QByteArray takeRest();

private:
    enum class State { Head, Length, ChunkSize, ChunkData, Trailer };
    [[nodiscard]] bool step(); // false: more bytes are needed
    void readHead(const QByteArray &head);
    [[nodiscard]] bool takeLine(QByteArray &line);
    [[nodiscard]] bool takeBytes(qsizetype size);

    QByteArray m_buffer;
    Received m_request;
    State m_state = State::Head;
    qsizetype m_expected = 0; // of the body or the chunk
    bool m_complete = false;
};

} // namespace desk::test
