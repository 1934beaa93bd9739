#include "gui/chat/attachment/thumbnails.h"

#include "gui/chat/image/imagedecoder.h"
#include "state/chat/localoriginals.h"
#include "state/inpool.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype atOnce = 2;       // a picture of 16 megapixels takes 64 MB while it is decoded
constexpr qsizetype mostWaiting = 96; // about what fits on a large screen

Unexpected<Error> refused(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = message;
    return {error};
}

// Any thread, as the next ones.
Result<QByteArray> readOriginal(const FileOriginal &original)
{
    const FileOriginal::State state = original.look();
    if (state == FileOriginal::State::Gone)
        return refused(Thumbnails::tr("It is no longer on this computer where it was sent from."));
    if (state == FileOriginal::State::Changed)
        return refused(Thumbnails::tr("It was changed after it was sent."));
    if (original.size > Thumbnails::maxBytes)
        return refused(Thumbnails::tr("It is too large to be shown here."));
    QFile file(original.path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(Thumbnails::tr("It cannot be read."));
    const QByteArray bytes = file.read(Thumbnails::maxBytes);
    const bool isSame = original.sha256.isEmpty() || QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) == original.sha256;
    if (bytes.size() != original.size || !isSame)
        return refused(Thumbnails::tr("It was changed after it was sent."));
    return bytes;
}

Result<QImage> decode(const FileOriginal &original)
{
    const Result<QByteArray> bytes = readOriginal(original);
    return bytes ? decodeImage(*bytes) : Result<QImage>(Unexpected{bytes.error()});
}

QImage scaled(const QImage &image)
{
    const QSize size = image.size().scaled(Thumbnails::largest, Qt::KeepAspectRatio).expandedTo({1, 1});
    if (size.width() >= image.width() && size.height() >= image.height())
        return image; // never enlarged
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

bool isSame(const FileOriginal &a, const FileOriginal &b)
{
    return a.path == b.path && a.size == b.size && a.modified == b.modified && a.sha256 == b.sha256;
}

} // namespace

Thumbnails::Thumbnails(LocalOriginals &originals, QObject *parent)
    : QObject(parent)
    , m_originals(originals)
{
    connect(&originals, &LocalOriginals::changed, this, &Thumbnails::onOriginalsChanged);
}

bool Thumbnails::isPicture(const StoredFile &file)
{
    static constexpr std::array endings{".png"_L1, ".jpg"_L1, ".jpeg"_L1, ".gif"_L1, ".webp"_L1};
    return std::any_of(endings.begin(), endings.end(),
                       [&file](QLatin1StringView ending) { return file.filename.endsWith(ending, Qt::CaseInsensitive); });
}

bool Thumbnails::offers(const StoredFile &file) const
{
    return !file.id.isEmpty() && isPicture(file) && (m_loaded.contains(file.id.value()) || m_originals.isKnown(file));
}

Thumbnails::Picture Thumbnails::picture(const StoredFile &file) const
{
    return m_entries.value(file.id.value()).picture;
}

std::optional<FileOriginal> Thumbnails::find(const StoredFile &file) const
{
    const auto loaded = m_loaded.constFind(file.id.value());
    return loaded == m_loaded.constEnd() ? m_originals.find(file) : std::optional(*loaded);
}

void Thumbnails::want(const StoredFile &file)
{
    const QString id = file.id.value();
    const auto isIt = [&id](const StoredFile &other) { return other.id.value() == id; };
    if (!offers(file) || m_entries.contains(id) || m_running.contains(id) || std::any_of(m_waiting.cbegin(), m_waiting.cend(), isIt))
        return;
    m_waiting.append(file);
    if (m_waiting.size() > mostWaiting)
        m_waiting.removeFirst(); // scrolled past: it is wanted again when it is seen again
    next();
}

void Thumbnails::next()
{
    while (m_running.size() < atOnce && !m_waiting.isEmpty()) {
        const StoredFile file = m_waiting.takeLast();
        const FileOriginal from = find(file).value_or(FileOriginal());
        m_running.append(file.id.value());
        runInPool(
            [from] {
                const Result<QImage> image = decode(from);
                return image ? Result<QImage>(scaled(*image)) : image;
            },
            this, [this, file, from](const Result<QImage> &image) { onRead(file, from, image); });
    }
}

void Thumbnails::onRead(const StoredFile &file, const FileOriginal &from, const Result<QImage> &image)
{
    m_running.removeOne(file.id.value());
    if (offers(file) && isSame(from, *find(file)))
        keep(file.id.value(), from, image ? Picture{State::Shown, *image, {}} : Picture{State::Refused, {}, image.error().message});
    Q_EMIT arrived(file.id); // else it is wanted once more when it is painted
    next();
}

void Thumbnails::keep(const QString &id, const FileOriginal &from, const Picture &picture)
{
    m_entries.insert(id, {picture, from});
    m_order.removeOne(id);
    m_order.append(id);
    while (m_order.size() > kept)
        forget(m_order.constFirst());
}

void Thumbnails::forget(const QString &id)
{
    m_entries.remove(QString(id));
    m_order.removeOne(QString(id));
}

// Another file was uploaded under that id, or nobody may know of it any more.
void Thumbnails::onOriginalsChanged()
{
    const QStringList all = m_order;
    for (const QString &id : all) {
        StoredFile file;
        file.id = FileId(id);
        const std::optional<FileOriginal> now = find(file);
        if (!now || !isSame(*now, m_entries.value(id).from))
            forget(id);
    }
    Q_EMIT offersChanged();
}

QString Thumbnails::placeFor(const StoredFile &file)
{
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    return !m_folder->isValid() || file.id.isEmpty() ? QString() : m_folder->filePath(QString::number(++m_places));
}

void Thumbnails::show(const StoredFile &file, const QString &path)
{
    const QString id = file.id.value();
    const QFileInfo info(path);
    m_loaded.insert(id, {path, info.size(), info.lastModified(), {}});
    m_loadedOrder.removeOne(id);
    m_loadedOrder.append(id);
    forget(id);
    while (m_loadedOrder.size() > keptLoaded) {
        const QString oldest = m_loadedOrder.takeFirst();
        QFile::remove(m_loaded.take(oldest).path);
        forget(oldest);
    }
    Q_EMIT offersChanged();
    want(file);
}

void Thumbnails::forgetLoaded()
{
    const QHash<QString, FileOriginal> gone = std::exchange(m_loaded, {});
    m_loadedOrder.clear();
    for (auto file = gone.constBegin(); file != gone.constEnd(); ++file) {
        QFile::remove(file->path);
        forget(file.key());
    }
    if (!gone.isEmpty())
        Q_EMIT offersChanged();
}

void Thumbnails::open(const StoredFile &file, QObject *context, const Opened &done) const
{
    runInPool([from = find(file).value_or(FileOriginal())] { return decode(from); }, context, done);
}

} // namespace desk
