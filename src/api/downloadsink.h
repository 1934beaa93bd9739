#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace desk {

// Takes a body to a file piece by piece: the old file stays until the new one is whole and known to be on the disk (M-25: QSaveFile
// reports a full disk only when it is flushed, and commit() would replace the old file by an empty one).
class DownloadSink
{
public:
    explicit DownloadSink(const QString &path)
        : m_file(path)
    {
    }

    [[nodiscard]] bool open() { return m_file.open(QIODevice::WriteOnly); }
    [[nodiscard]] bool write(const QByteArray &bytes)
    {
        return m_file.write(bytes) == bytes.size() && m_file.error() == QFileDevice::NoError;
    }
    [[nodiscard]] bool commit()
    {
        if (!m_file.flush() || m_file.error() != QFileDevice::NoError) {
            m_file.cancelWriting();
            return false;
        }
        return m_file.commit();
    }
    [[nodiscard]] QString errorString() const { return m_file.errorString(); }
    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    QSaveFile m_file; // cancelled by its destructor unless committed
};

} // namespace desk
