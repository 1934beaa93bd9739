#include "support/gzip.h"

#include <zlib.h>

#include <algorithm>

namespace desk::test {

GzipStream::GzipStream()
    : m_stream(std::make_unique<z_stream_s>())
{
    constexpr int gzipFormat = 16; // added to the window's bits
    if (deflateInit2(m_stream.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib does not start");
}

GzipStream::~GzipStream()
{
    deflateEnd(m_stream.get());
}

QByteArray GzipStream::run(const QByteArray &bytes, int mode)
{
    QByteArray out;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib only reads it
    m_stream->avail_in = static_cast<uInt>(bytes.size());
    do {
        m_stream->next_out = reinterpret_cast<Bytef *>(block.data());
        m_stream->avail_out = static_cast<uInt>(block.size());
        deflate(m_stream.get(), mode);
        out.append(block.constData(), block.size() - static_cast<qsizetype>(m_stream->avail_out));
    } while (m_stream->avail_out == 0);
    return out;
}

QByteArray GzipStream::add(const QByteArray &bytes)
{
    return run(bytes, Z_NO_FLUSH);
}

QByteArray GzipStream::flush(const QByteArray &bytes)
{
    return run(bytes, Z_SYNC_FLUSH);
}

QByteArray GzipStream::finish()
{
    return run({}, Z_FINISH);
}

QByteArray gzip(const QByteArray &bytes)
{
    GzipStream stream;
    const QByteArray start = stream.add(bytes);
    return start + stream.finish();
}

QByteArray gzipOfSpaces(qint64 size)
{
    GzipStream stream;
    const QByteArray block(1024 * 1024, ' ');
    QByteArray out;
    for (qint64 left = size; left > 0; left -= block.size())
        out += stream.add(block.first(static_cast<qsizetype>(std::min<qint64>(left, block.size()))));
    return out + stream.finish();
}

} // namespace desk::test
