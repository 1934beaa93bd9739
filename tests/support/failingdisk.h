#pragma once

#include <QtGlobal>

namespace desk::test {

// While this lives, files that SQLite opens are on a disk that fails when it is told to, as a bad sector or a pulled cable does
// (SQLITE_IOERR). Made before the first database is opened and gone after the last is closed; one at a time. The functions may be called
// from any thread.
class FailingDisk
{
public:
    FailingDisk();
    ~FailingDisk();
    Q_DISABLE_COPY_MOVE(FailingDisk)

    void failReadsFrom(qint64 offset); // in every file; what lies before can be read
    void endReadFailures();
    void failWrites(bool fail);         // and what makes them last
    void failWritesOnce();              // the next one only
    void fillUp(bool full);             // no byte more (SQLITE_FULL), and no room for what is shared beside a database (M-26)
    [[nodiscard]] int failures() const; // that were handed out
    [[nodiscard]] int syncs() const;    // times that something waited for the disk itself
};

} // namespace desk::test
