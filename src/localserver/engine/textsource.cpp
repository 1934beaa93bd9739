#include "localserver/engine/textsource.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace desk::server {

namespace {

struct TextSourceText {
    Q_DECLARE_TR_FUNCTIONS(TextSourceText)
};

constexpr qint64 blockBytes = 64 * 1024;

constexpr char16_t windows1252High[32] = {0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                          0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                          0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

QString decodeWindows1252(const QByteArray &bytes)
{
    QString out = QString::fromLatin1(bytes);
    for (QChar &c : out) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0)
            c = QChar(windows1252High[c.unicode() - 0x80]);
    }
    return out;
}

// What the bytes seen so far allow.
class ByteCensus
{
public:
    void take(const QByteArray &block)
    {
        for (const char c : block) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte == 0)
                ++(m_position % 2 == 0 ? m_evenZeros : m_oddZeros);
            else if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1b)
                ++m_controls;
            takeUtf8(byte);
            ++m_position;
        }
    }

    [[nodiscard]] TextProbe result(bool atEnd) const
    {
        TextProbe probe;
        probe.isEmpty = m_position == 0;
        const qint64 zeros = m_evenZeros + m_oddZeros;
        if (zeros > 0) {
            // ASCII in UTF-16 has every second byte zero; anything else with NUL bytes is no text.
            probe.isText = m_position % 2 == 0 && zeros * 10 > m_position * 3 && qMin(m_evenZeros, m_oddZeros) * 20 < zeros &&
                           m_controls * 20 <= m_position;
            probe.encoding = m_oddZeros > m_evenZeros ? TextEncoding::Utf16Le : TextEncoding::Utf16Be;
            return probe;
        }
        if (!m_badUtf8 && !(atEnd && m_pending > 0)) {
            probe.isText = m_controls * 200 <= m_position;
            return probe;
        }
        probe.encoding = TextEncoding::Windows1252;
        probe.isText = m_controls == 0 && m_high * 3 <= m_position;
        return probe;
    }

private:
    void takeUtf8(unsigned char byte)
    {
        if (byte >= 0x80)
            ++m_high;
        if (m_badUtf8)
            return;
        if (m_pending > 0) {
            m_badUtf8 = (byte & 0xc0) != 0x80;
            --m_pending;
        } else if (byte >= 0x80) {
            m_pending = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
            m_badUtf8 = byte < 0xc2 || byte > 0xf4;
        }
    }

    qint64 m_position = 0;
    qint64 m_evenZeros = 0;
    qint64 m_oddZeros = 0;
    qint64 m_controls = 0;
    qint64 m_high = 0;
    int m_pending = 0;
    bool m_badUtf8 = false;
};

std::optional<TextProbe> byteOrderMark(const QByteArray &start)
{
    if (start.startsWith("\xef\xbb\xbf"))
        return TextProbe{true, start.size() == 3, TextEncoding::Utf8, 3};
    if (start.startsWith("\xff\xfe"))
        return TextProbe{true, start.size() == 2, TextEncoding::Utf16Le, 2};
    if (start.startsWith("\xfe\xff"))
        return TextProbe{true, start.size() == 2, TextEncoding::Utf16Be, 2};
    return std::nullopt;
}

bool hasBinarySignature(const QByteArray &start)
{
    for (const QByteArrayView magic : {QByteArrayView("%PDF-"), QByteArrayView("{\\rtf"), QByteArrayView("%!PS")}) {
        if (start.startsWith(magic))
            return true;
    }
    return false;
}

QStringConverter::Encoding converterFor(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Le:
        return QStringConverter::Utf16LE;
    case TextEncoding::Utf16Be:
        return QStringConverter::Utf16BE;
    case TextEncoding::Utf8:
    case TextEncoding::Windows1252:
        break;
    }
    return QStringConverter::Utf8;
}

} // namespace

Result<TextProbe> TextSource::probe(const QString &path, bool whole, const StopToken &stop)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = TextSourceText::tr("The attached file cannot be opened.");
    error.nextStep = TextSourceText::tr("Attach it again.");
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || info.isSymLink() || !file.open(QIODevice::ReadOnly)) {
        error.detail = file.errorString();
        return Unexpected{error};
    }
    QByteArray block = file.read(blockBytes);
    if (const std::optional<TextProbe> marked = byteOrderMark(block))
        return *marked;
    if (hasBinarySignature(block))
        return TextProbe{};
    ByteCensus census;
    census.take(block);
    while (whole && !file.atEnd() && !stop.stopped()) {
        block = file.read(blockBytes);
        if (block.isEmpty())
            break;
        census.take(block);
    }
    return census.result(file.atEnd());
}

TextSource::TextSource(const QString &path, const TextProbe &probe)
    : m_file(path)
    , m_encoding(probe.encoding)
    , m_decoder(converterFor(probe.encoding))
{
    if (m_file.open(QIODevice::ReadOnly) && !m_file.seek(probe.bomBytes))
        m_file.close();
}

QString TextSource::read()
{
    while (m_file.isOpen()) {
        const QByteArray block = m_file.read(blockBytes);
        if (block.isEmpty())
            return {};
        QString text = m_encoding == TextEncoding::Windows1252 ? decodeWindows1252(block) : QString(m_decoder(block));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

std::optional<QString> TextSource::readLine(bool *continued)
{
    if (continued)
        *continued = m_inLine;
    for (;;) {
        const qsizetype end = m_buffer.indexOf(u'\n', m_at);
        if (end >= 0 && end - m_at <= maxLine) {
            QString line = m_buffer.sliced(m_at, end - m_at);
            m_at = end + 1;
            m_inLine = false;
            if (line.endsWith(u'\r'))
                line.chop(1);
            return line;
        }
        if (m_buffer.size() - m_at > maxLine) {
            qsizetype length = maxLine;
            if (m_buffer[m_at + length - 1].isHighSurrogate())
                --length;
            QString piece = m_buffer.sliced(m_at, length);
            m_at += length;
            m_inLine = true;
            return piece;
        }
        m_buffer.remove(0, m_at);
        m_at = 0;
        const QString more = read();
        if (more.isEmpty()) {
            if (m_buffer.isEmpty())
                return std::nullopt;
            return std::exchange(m_buffer, QString());
        }
        m_buffer += more;
    }
}

} // namespace desk::server
