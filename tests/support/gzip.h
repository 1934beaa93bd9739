#pragma once

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace desk::test {

// A gzip file written piece by piece.
class GzipStream
{
public:
    GzipStream();
    ~GzipStream();
    Q_DISABLE_COPY_MOVE(GzipStream)

    [[nodiscard]] QByteArray add(const QByteArray &bytes);   // what zlib let go of so far
    [[nodiscard]] QByteArray flush(const QByteArray &bytes); // everything so far can be read (sync flush)
    [[nodiscard]] QByteArray finish();

private:
    [[nodiscard]] QByteArray run(const QByteArray &bytes, int mode);
    std::unique_ptr<z_stream_s> m_stream;
};

[[nodiscard]] QByteArray gzip(const QByteArray &bytes);
// Of `size` spaces, without ever holding them: 200 MB make 200 kB.
[[nodiscard]] QByteArray gzipOfSpaces(qint64 size);

} // namespace desk::test
