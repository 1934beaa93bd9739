#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QSaveFile>
#include <QString>

namespace desk {

// Replaces a file by a whole new one or leaves the old one as it is (DATA-08). QSaveFile alone does not: with a full disk its buffer is
// lost when it is committed, and the old file is replaced by an empty one. So nothing is committed that was not written, flushed and
// brought to the disk without an error. Any thread, one at a time.
class AtomicFile
{
    Q_DECLARE_TR_FUNCTIONS(desk::AtomicFile)
public:
    explicit AtomicFile(const QString &path);

    // Kind::Storage with the reason of the system. After a failure the old file stays, whatever is called next.
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> write(const QByteArray &bytes);
    [[nodiscard]] Result<> commit();
    // For what writes by itself: ends up in commit(), which asks whether all of it went well.
    [[nodiscard]] QIODevice &device() { return m_file; }

    [[nodiscard]] static Result<> replace(const QString &path, const QByteArray &bytes);

private:
    [[nodiscard]] Result<> failure(const QString &reason = {});

    QSaveFile m_file; // gives up by itself unless committed
};

} // namespace desk
