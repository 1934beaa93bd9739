#include "state/cache/filetextreader.h"

#include "state/cache/conversationcache.h"
#include "state/cache/filetexts.h"

#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QPromise>
#include <QStringConverter>
#include <QThreadPool>

#include <algorithm>
#include <memory>

namespace desk {

namespace {

constexpr qint64 mostBytes = FileTexts::longest * 2;

bool isControl(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\x1b';
}

// Its beginning may end in the middle of a letter.
std::optional<QString> decoded(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

std::optional<QString> readText(const QString &path, qint64 size)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || info.size() != size || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return FileTextReader::textOf(file.read(mostBytes));
}

} // namespace

FileTextReader::FileTextReader(ConversationCache &cache, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
{
}

std::optional<QString> FileTextReader::textOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return decoded(bytes, QStringConverter::Utf16);
    if (bytes.isEmpty() || std::any_of(bytes.cbegin(), bytes.cend(), isControl))
        return std::nullopt;
    const std::optional<QString> text = decoded(bytes, QStringConverter::Utf8);
    return text ? text : QString::fromLatin1(bytes);
}

void FileTextReader::read(const StoredFile &file, const QString &path)
{
    if (file.id.isEmpty() || path.isEmpty())
        return;
    auto promise = std::make_shared<QPromise<std::optional<QString>>>();
    promise->start();
    promise->future().then(this, [this, id = file.id, account = m_cache.account()](const std::optional<QString> &text) {
        if (text && m_cache.account() == account)
            m_cache.putFileText(id, *text);
    });
    QThreadPool::globalInstance()->start([promise, path, size = file.size] {
        promise->addResult(readText(path, size));
        promise->finish();
    });
}

} // namespace desk
