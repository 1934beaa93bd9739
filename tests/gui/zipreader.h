#pragma once

#include <QByteArray>
#include <QString>
#include <QtEndian>

#include <zlib.h>

namespace desk::test {

// One file of a ZIP archive, by its central directory; empty where there is none. For archives of our own tests only.
inline QByteArray fromZip(const QByteArray &zip, const QByteArray &name)
{
    const auto number16 = [&zip](qsizetype at) { return qFromLittleEndian<quint16>(zip.constData() + at); };
    const auto number32 = [&zip](qsizetype at) { return qFromLittleEndian<quint32>(zip.constData() + at); };
    for (qsizetype at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4)) {
        if (zip.mid(at + 46, number16(at + 28)) != name)
            continue;
        const qsizetype local = number32(at + 42);
        const QByteArray packed = zip.mid(local + 30 + number16(local + 26) + number16(local + 28), number32(at + 20));
        if (number16(at + 10) == 0)
            return packed;
        QByteArray out(number32(at + 24), '\0');
        z_stream stream{};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
            return {};
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        const int result = inflate(&stream, Z_FINISH);
        inflateEnd(&stream);
        return result == Z_STREAM_END ? out : QByteArray();
    }
    return {};
}

} // namespace desk::test
