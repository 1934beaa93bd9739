#include "state/chat/sourcetext.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr std::array<char16_t, 32> windows1252{0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                               0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                               0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

bool endsWithAny(const QString &filename, std::initializer_list<QLatin1StringView> endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&filename](QLatin1StringView ending) { return filename.endsWith(ending, Qt::CaseInsensitive); });
}

// What the zeros and control characters of the beginning tell.
struct Census {
    qsizetype zerosEven = 0;
    qsizetype zerosOdd = 0;
    qsizetype controls = 0;

    explicit Census(QByteArrayView bytes)
    {
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const auto byte = static_cast<unsigned char>(bytes.at(i));
            if (byte == 0)
                ++(i % 2 == 0 ? zerosEven : zerosOdd);
            else if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1b)
                ++controls;
        }
    }
};

QString decoded(QStringConverter::Encoding encoding, QByteArrayView bytes)
{
    QStringDecoder decoder(encoding); // an end in the middle of a character is left out
    return decoder(bytes);
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0)
            c = QChar(windows1252.at(c.unicode() - 0x80));
    }
    return text;
}

std::optional<QString> textOf(QByteArrayView bytes, bool isCut)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        return decoded(QStringConverter::Utf8, bytes.sliced(3));
    if (bytes.startsWith("\xff\xfe"))
        return decoded(QStringConverter::Utf16LE, bytes.sliced(2));
    if (bytes.startsWith("\xfe\xff"))
        return decoded(QStringConverter::Utf16BE, bytes.sliced(2));
    for (const QByteArrayView magic : {QByteArrayView("%PDF-"), QByteArrayView("{\\rtf"), QByteArrayView("%!PS")}) {
        if (bytes.startsWith(magic))
            return std::nullopt;
    }
    const Census census(bytes);
    if (const qsizetype zeros = census.zerosEven + census.zerosOdd; zeros > 0) {
        const bool isUtf16 = zeros * 10 > bytes.size() * 3 && std::min(census.zerosEven, census.zerosOdd) * 20 < zeros &&
                             census.controls * 20 <= bytes.size() && (isCut || bytes.size() % 2 == 0);
        if (!isUtf16)
            return std::nullopt;
        return decoded(census.zerosOdd > census.zerosEven ? QStringConverter::Utf16LE : QStringConverter::Utf16BE, bytes);
    }
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8(bytes);
    if (!utf8.hasError())
        return census.controls * 200 <= bytes.size() ? std::optional(text) : std::nullopt;
    return census.controls == 0 ? std::optional(fromWindows1252(bytes)) : std::nullopt;
}

} // namespace

SourceKind sourceKindOf(const QString &filename)
{
    if (endsWithAny(filename, {".md"_L1, ".markdown"_L1, ".mdown"_L1}))
        return SourceKind::Markdown;
    if (endsWithAny(filename, {".png"_L1, ".jpg"_L1, ".jpeg"_L1, ".gif"_L1, ".webp"_L1}))
        return SourceKind::Picture;
    if (endsWithAny(filename, {".pdf"_L1}))
        return SourceKind::Pdf;
    if (endsWithAny(filename,
                    {".doc"_L1, ".docx"_L1, ".docm"_L1, ".xls"_L1, ".xlsx"_L1, ".xlsm"_L1, ".ppt"_L1,  ".pptx"_L1,  ".odt"_L1, ".ods"_L1,
                     ".odp"_L1, ".rtf"_L1,  ".epub"_L1, ".zip"_L1, ".gz"_L1,   ".xz"_L1,   ".bz2"_L1,  ".7z"_L1,    ".tar"_L1, ".rar"_L1,
                     ".exe"_L1, ".dll"_L1,  ".so"_L1,   ".iso"_L1, ".msi"_L1,  ".deb"_L1,  ".rpm"_L1,  ".jar"_L1,   ".mp3"_L1, ".m4a"_L1,
                     ".wav"_L1, ".ogg"_L1,  ".flac"_L1, ".mp4"_L1, ".mkv"_L1,  ".mov"_L1,  ".webm"_L1, ".avi"_L1,   ".tif"_L1, ".tiff"_L1,
                     ".bmp"_L1, ".heic"_L1, ".ico"_L1,  ".ttf"_L1, ".otf"_L1,  ".woff"_L1, ".db"_L1,   ".sqlite"_L1}))
        return SourceKind::Other;
    return SourceKind::Text;
}

std::optional<QString> sourceText(const QByteArray &bytes, bool isCut)
{
    std::optional<QString> text = textOf(bytes, isCut);
    if (!text)
        return text;
    text->replace("\r\n"_L1, "\n"_L1);
    if (!text->contains(u'\n'))
        text->replace(u'\r', u'\n'); // as some old programs end their lines
    return text;
}

} // namespace desk
