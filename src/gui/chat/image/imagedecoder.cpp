#include "gui/chat/image/imagedecoder.h"

#include "state/inpool.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 maxPixels = 16 * 1000 * 1000;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::ImageDecoder)
};

QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "webp";
    return {};
}

Unexpected<Error> refused(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.message = message;
    error.nextStep = Texts::tr("Only PNG, JPEG, GIF and WebP pictures of up to 16 megapixels are shown.");
    return {error};
}

} // namespace

Result<QImage> decodeImage(const QByteArray &bytes)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return refused(Texts::tr("This is not a picture that can be shown."));
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || static_cast<qint64>(size.width()) * size.height() > maxPixels)
        return refused(size.isValid() ? Texts::tr("The picture is too large to be shown.") : Texts::tr("The picture cannot be read."));
    const QImage image = reader.read();
    if (image.isNull())
        return refused(Texts::tr("The picture cannot be read."));
    // A fresh one: what texts, colour profiles or offsets the file brought stay behind.
    QImage clean = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const auto keys = clean.textKeys();
    for (const QString &key : keys)
        clean.setText(key, QString());
    clean.setDevicePixelRatio(1);
    return clean;
}

void decodeImage(const QByteArray &bytes, QObject *context, const std::function<void(const Result<QImage> &)> &done)
{
    runInPool([bytes] { return decodeImage(bytes); }, context, done);
}

} // namespace desk
