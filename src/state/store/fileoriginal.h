#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace desk {

// Where a file lies that this computer uploaded, and how it was then.
struct FileOriginal {
    enum class State { There, Changed, Gone };

    QString path;
    qint64 size = 0; // bytes
    QDateTime modified;
    QByteArray sha256; // of what was uploaded; empty when it is not known

    // Looks at the disk, which may take long where the folder is on a network. Any thread.
    [[nodiscard]] State look() const;
};

} // namespace desk
