#include "support/scripted.h"

#include <algorithm>

namespace desk::test {

namespace {

QByteArray head(int status, const QByteArray &contentType, const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + contentType + "\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    return bytes + "\r\n";
}

QByteArray framed(const QByteArray &chunk)
{
    return QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
}

QByteArray lengthHeader(qint64 length)
{
    return "Content-Length: " + QByteArray::number(length);
}

// Yields `block` until `size` bytes of content are out, then `last`. Whole blocks are shared, not copied.
std::function<QByteArray()> spaces(qint64 size, bool chunked)
{
    constexpr qsizetype blockSize = 64 * 1024;
    const QByteArray whole(blockSize, ' ');
    return [left = size, whole, block = chunked ? framed(whole) : whole, chunked, ended = false]() mutable {
        if (left >= blockSize) {
            left -= blockSize;
            return block;
        }
        if (ended)
            return QByteArray();
        ended = true;
        const QByteArray rest = whole.first(static_cast<qsizetype>(left));
        if (!chunked)
            return rest;
        return (rest.isEmpty() ? rest : framed(rest)) + "0\r\n\r\n";
    };
}

} // namespace

Scripted reply(int status, const QByteArray &body, const QByteArray &contentType, const QList<QByteArray> &extraHeaders)
{
    return {{head(status, contentType, QList<QByteArray>{lengthHeader(body.size())} + extraHeaders) + body}, 0, Scripted::End::KeepAlive};
}

Scripted eventStream(const QList<QByteArray> &pieces, Scripted::End end)
{
    return {QList<QByteArray>{head(200, "text/event-stream; charset=utf-8", {"Connection: close"})} + pieces, 0, end};
}

Scripted chunkedReply(const QList<QByteArray> &pieces, const QByteArray &contentType)
{
    Scripted script;
    script.pieces.append(head(200, contentType, {"Transfer-Encoding: chunked"}));
    for (const QByteArray &piece : pieces)
        script.pieces.append(framed(piece));
    script.pieces.append("0\r\n\r\n");
    return script;
}

Scripted gzipReply(const QByteArray &compressed, const QByteArray &contentType)
{
    return reply(200, compressed, contentType, {"Content-Encoding: gzip"});
}

Scripted generatedReply(qint64 size, Framing framing, const QByteArray &contentType)
{
    Scripted script;
    QByteArray header = "Connection: close";
    if (framing == Framing::Length)
        header = lengthHeader(size);
    else if (framing == Framing::Chunked)
        header = "Transfer-Encoding: chunked";
    else
        script.end = Scripted::End::Close;
    script.pieces.append(head(200, contentType, {header}));
    script.nextBlock = spaces(size, framing == Framing::Chunked);
    return script;
}

Scripted hugeHeader(qsizetype size)
{
    return reply(200, "{}", "application/json", {"X-Filler: " + QByteArray(size, 'a')});
}

Scripted endlessHeader()
{
    Scripted script;
    script.pieces.append("HTTP/1.1 200 OK\r\n");
    script.nextBlock = [line = QByteArray("X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n").repeated(64)] {
        return line;
    };
    return script;
}

QList<QByteArray> pieces(const QByteArray &body, const QList<qsizetype> &sizes)
{
    QList<QByteArray> out;
    for (qsizetype at = 0, i = 0; at < body.size(); ++i) {
        const qsizetype size = std::max<qsizetype>(1, sizes.value(std::min(i, sizes.size() - 1)));
        out.append(body.mid(at, size));
        at += size;
    }
    return out;
}

QList<QByteArray> chunks(const QByteArray &body, const QList<qsizetype> &sizes)
{
    QList<QByteArray> out = pieces(body, sizes);
    std::transform(out.begin(), out.end(), out.begin(), framed);
    out.append("0\r\n\r\n");
    return out;
}

Scripted cut(Scripted script, qint64 afterBytes, Scripted::End end)
{
    script.cutAfter = afterBytes;
    script.end = end;
    return script;
}

Scripted drip(Scripted script, qsizetype bytes, int everyMs)
{
    script.dripBytes = bytes;
    script.dripMs = everyMs;
    return script;
}

Scripted dripBody(Scripted script, qsizetype bytes, int everyMs)
{
    const qsizetype end = script.pieces.value(0).indexOf("\r\n\r\n");
    script.dripFrom = end < 0 ? 0 : end + 4;
    return drip(std::move(script), bytes, everyMs);
}

Scripted late(Scripted script, int delayMs)
{
    script.delayMs = delayMs;
    return script;
}

std::function<Scripted(const Received &)> perAttempt(const QList<Scripted> &answers)
{
    return [answers](const Received &request) { return answers.value(std::min<qsizetype>(request.attempt, answers.size()) - 1); };
}

} // namespace desk::test
