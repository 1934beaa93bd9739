#include "state/chat/attachmentfiles.h"

#include "state/atomicfile.h"
#include "state/chat/localoriginals.h"
#include "state/chat/sourcefiles.h"
#include "state/export/exporttext.h"
#include "state/inpool.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;

Unexpected<Error> storageError(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = message;
    return {error};
}

// sha256: of what it has to be; empty: nobody knows.
Result<> copyWhole(const QString &from, const QString &to, const QByteArray &sha256)
{
    QFile in(from);
    if (!in.open(QIODevice::ReadOnly))
        return storageError(AttachmentFiles::tr("The file cannot be read: %1").arg(in.errorString()));
    AtomicFile out(to);
    if (const Result<> opened = out.open(); !opened)
        return opened;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!in.atEnd()) {
        const QByteArray piece = in.read(pieceSize);
        if (piece.isEmpty())
            return storageError(AttachmentFiles::tr("The file cannot be read: %1").arg(in.errorString()));
        hash.addData(piece);
        if (const Result<> written = out.write(piece); !written)
            return written;
    }
    if (!sha256.isEmpty() && sha256 != hash.result() && sha256 != hash.result().toHex())
        return storageError(AttachmentFiles::tr("The file on this computer is no longer the one that was sent."));
    return out.commit();
}

} // namespace

AttachmentFiles::AttachmentFiles(SourceFiles &files)
    : m_files(files)
{
}

QString AttachmentFiles::original(const StoredFile &file) const
{
    return m_files.originals().pathOf(file);
}

QString AttachmentFiles::whyNotHere(const StoredFile &file) const
{
    const std::optional<FileOriginal> known = m_files.originals().find(file);
    if (!known)
        return {};
    switch (known->look()) {
    case FileOriginal::State::There:
        return {};
    case FileOriginal::State::Changed:
        return tr("The file on this computer was changed after it was sent.");
    case FileOriginal::State::Gone:
        return tr("The file is no longer on this computer where it was sent from.");
    }
    return {};
}

QString AttachmentFiles::whyNot(const StoredFile &file) const
{
    if (!original(file).isEmpty())
        return {};
    if (!m_files.givesFiles() || file.id.isEmpty()) {
        const QString reason = whyNotHere(file);
        if (reason.isEmpty())
            return tr("The file that was sent is not known on this computer, and the server does not give it back.");
        //: %1: a sentence that says what became of a file on this computer
        return tr("%1 The server does not give it back.").arg(reason);
    }
    return m_files.whyNot({file.id, file.filename, 0, {}});
}

void AttachmentFiles::save(const StoredFile &file, const QString &path, QObject *context, std::function<void(const Result<> &)> done)
{
    const QString from = original(file);
    if (!from.isEmpty())
        runInPool([from, path, sha256 = m_files.originals().sha256Of(file)] { return copyWhole(from, path, sha256); }, context,
                  std::move(done));
    else
        m_files.save({file.id, file.filename, 0, {}}, path, context, std::move(done));
}

QString AttachmentFiles::suggestedName(const StoredFile &file)
{
    const qsizetype dot = file.filename.lastIndexOf(u'.');
    if (dot <= 0)
        return safeFileName(file.filename, tr("attachment"), {});
    return safeFileName(file.filename.left(dot), tr("attachment"), u'.' + safeFileName(file.filename.mid(dot + 1), u"bin"_s, {}));
}

QString AttachmentFiles::whyNotOpened(const QString &filename)
{
    if (SourceFiles::isProgram(suggestedName({{}, filename, {}, 0, {}})) || SourceFiles::isProgram(filename))
        return tr("This is a program, or a document that can run one. It can do whatever you can do on this computer, so it is not opened "
                  "from here.");
    if (QFileInfo(filename).suffix().isEmpty())
        return tr("Its name does not say what kind of file it is, so it is not opened from here.");
    return {};
}

} // namespace desk
