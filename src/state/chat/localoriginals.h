#pragma once

#include "domain/file.h"

#include <QDateTime>
#include <QHash>
#include <QString>

namespace desk {

// Where the files lie that this computer has just uploaded, so that an attachment of a message can be had without a server (CH-59). Known
// for as long as the program runs, and only of files that are as they were. GUI thread.
class LocalOriginals
{
public:
    void remember(const StoredFile &file, const QString &path); // just uploaded from there
    // Empty when it is not known, gone, or another size or time than when it was uploaded.
    [[nodiscard]] QString pathOf(const StoredFile &file) const;
    [[nodiscard]] QByteArray sha256Of(const StoredFile &file) const; // of what was uploaded; empty when it is not known

private:
    struct Original {
        QString path;
        qint64 size = 0;
        QDateTime modified;
        QByteArray sha256;
    };
    QHash<QString, Original> m_originals; // by the server's id
};

} // namespace desk
