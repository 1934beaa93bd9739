#include "state/atomicfile.h"

#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <unistd.h>
#endif

namespace desk {

namespace {

// Windows: QSaveFile has no handle to give there, and asks the system for it by itself.
bool isOnDisk(const QFileDevice &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0 || errno == EINVAL || errno == EROFS; // pipes and the like cannot be synchronised
#else
    Q_UNUSED(file)
    return true;
#endif
}

} // namespace

AtomicFile::AtomicFile(const QString &path)
    : m_file(path)
{
}

Result<> AtomicFile::open()
{
    return m_file.open(QIODevice::WriteOnly) ? Result<>() : failure();
}

Result<> AtomicFile::write(const QByteArray &bytes)
{
    return m_file.write(bytes) == bytes.size() && m_file.error() == QFileDevice::NoError ? Result<>() : failure();
}

Result<> AtomicFile::commit()
{
    if (!m_file.isOpen() || !m_file.flush() || m_file.error() != QFileDevice::NoError)
        return failure();
    if (!isOnDisk(m_file))
        return failure(qt_error_string());
    return m_file.commit() ? Result<>() : failure();
}

Result<> AtomicFile::replace(const QString &path, const QByteArray &bytes)
{
    AtomicFile file(path);
    if (Result<> opened = file.open(); !opened)
        return opened;
    if (Result<> written = file.write(bytes); !written)
        return written;
    return file.commit();
}

Result<> AtomicFile::failure(const QString &reason)
{
    Error error;
    error.kind = Error::Kind::Storage;
    const QString name = QFileInfo(m_file.fileName()).fileName();
    error.message = tr("The file \"%1\" could not be written: %2.", "%1 file name, %2 reason of the system")
                        .arg(name, reason.isEmpty() ? m_file.errorString() : reason);
    error.nextStep = tr("Choose another folder, or make room on the disk.");
    error.detail = m_file.fileName();
    if (m_file.isOpen())
        m_file.cancelWriting();
    return Unexpected{error};
}

} // namespace desk
