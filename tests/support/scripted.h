#pragma once

#include "support/requestreader.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace desk::test {

// What to answer, byte for byte, and how to end.
struct Scripted {
    enum class End {
        KeepAlive, // the answer is complete, the connection stays
        Close,     // orderly FIN
        Reset,     // RST, after everything before it was delivered
        Hold       // say nothing more
    };
    QList<QByteArray> pieces; // written one after the other, each after pieceDelayMs
    int pieceDelayMs = 0;
    End end = End::KeepAlive;
    // Asked for more after the pieces until it returns nothing, and only as fast as the client reads: a gigabyte costs no memory.
    std::function<QByteArray()> nextBlock = {};
    qint64 cutAfter = -1; // so many bytes of the answer, then `end`; -1: all of it
    int delayMs = 0;      // before the first byte
    // From the byte dripFrom on, dripBytes at a time, dripMs apart. 0: no dripping.
    qsizetype dripBytes = 0;
    int dripMs = 0;
    qint64 dripFrom = 0;
    std::function<void(qsizetype piece)> onPiece = {}; // as each is written; 0 is the header of eventStream()
};

// Whole answers with headers.
[[nodiscard]] Scripted reply(int status, const QByteArray &body, const QByteArray &contentType = "application/json",
                             const QList<QByteArray> &extraHeaders = {});
[[nodiscard]] inline Scripted json(const QByteArray &body)
{
    return reply(200, body);
}
// Header of an event stream and the given pieces of its body, unframed: the body ends with the connection.
[[nodiscard]] Scripted eventStream(const QList<QByteArray> &pieces, Scripted::End end);
// 200 with Transfer-Encoding: chunked, every piece a chunk of its own, the last chunk as the last piece.
[[nodiscard]] Scripted chunkedReply(const QList<QByteArray> &pieces, const QByteArray &contentType = "application/json");
// 200 with Content-Encoding: gzip.
[[nodiscard]] Scripted gzipReply(const QByteArray &compressed, const QByteArray &contentType = "application/json");

enum class Framing { Length, Chunked, UntilClose };
// 200 with `size` spaces as body (JSON to the last), made while they are sent.
[[nodiscard]] Scripted generatedReply(qint64 size, Framing framing, const QByteArray &contentType = "application/json");
// A correct answer but for one header line of this size.
[[nodiscard]] Scripted hugeHeader(qsizetype size);
// Header lines without end.
[[nodiscard]] Scripted endlessHeader();

// The body cut into chunks of these sizes, the last size again and again, each framed; the last chunk is the last element.
[[nodiscard]] QList<QByteArray> chunks(const QByteArray &body, const QList<qsizetype> &sizes);
// The body cut into pieces of these sizes, unframed.
[[nodiscard]] QList<QByteArray> pieces(const QByteArray &body, const QList<qsizetype> &sizes);

// The same answer, spoiled.
[[nodiscard]] Scripted cut(Scripted script, qint64 afterBytes, Scripted::End end);
[[nodiscard]] Scripted drip(Scripted script, qsizetype bytes, int everyMs);     // from the first byte
[[nodiscard]] Scripted dripBody(Scripted script, qsizetype bytes, int everyMs); // the header at once
[[nodiscard]] Scripted late(Scripted script, int delayMs);

// Answers to the first, second, … request of the same method and target; the last one again and again.
[[nodiscard]] std::function<Scripted(const Received &)> perAttempt(const QList<Scripted> &answers);

} // namespace desk::test
