#include "support/failingdisk.h"

#include <sqlite3.h>

#include <atomic>
#include <limits>
#include <map>
#include <memory>
#include <mutex>

namespace desk::test {

namespace {

constexpr const char *diskName = "failing";

constexpr sqlite3_int64 never = std::numeric_limits<sqlite3_int64>::max();
std::atomic<sqlite3_int64> readsFailFrom{never};
std::atomic<bool> writesFail{false};
std::atomic<bool> isFull{false};
std::atomic<int> writesToFail{0};
std::atomic<int> handedOut{0};
std::atomic<int> synced{0};

int failure(int code)
{
    ++handedOut;
    return code;
}

bool isWriteToFail()
{
    int left = writesToFail;
    while (left > 0) {
        if (writesToFail.compare_exchange_weak(left, left - 1))
            return true;
    }
    return writesFail;
}

// The file's own functions with four of them replaced; the file itself stays as its own disk made it.
struct Methods {
    sqlite3_io_methods table; // first: a file's pMethods points here
    const sqlite3_io_methods *own;
};

const sqlite3_io_methods *ownOf(sqlite3_file *file)
{
    return reinterpret_cast<const Methods *>(file->pMethods)->own;
}

int readPart(sqlite3_file *file, void *to, int amount, sqlite3_int64 offset)
{
    return offset >= readsFailFrom ? failure(SQLITE_IOERR_READ) : ownOf(file)->xRead(file, to, amount, offset);
}

int writePart(sqlite3_file *file, const void *from, int amount, sqlite3_int64 offset)
{
    if (isFull)
        return failure(SQLITE_FULL);
    return isWriteToFail() ? failure(SQLITE_IOERR_WRITE) : ownOf(file)->xWrite(file, from, amount, offset);
}

int mapShared(sqlite3_file *file, int page, int pageSize, int extend, void volatile **memory)
{
    return isFull && extend ? failure(SQLITE_IOERR_SHMSIZE) : ownOf(file)->xShmMap(file, page, pageSize, extend, memory);
}

int syncAll(sqlite3_file *file, int flags)
{
    ++synced;
    return writesFail ? failure(SQLITE_IOERR_FSYNC) : ownOf(file)->xSync(file, flags);
}

const sqlite3_io_methods *failing(const sqlite3_io_methods *own)
{
    static std::mutex mutex;
    static std::map<const sqlite3_io_methods *, std::unique_ptr<Methods>> known;
    const std::lock_guard lock(mutex);
    std::unique_ptr<Methods> &methods = known[own];
    if (!methods) {
        methods = std::make_unique<Methods>(Methods{*own, own});
        methods->table.xRead = readPart;
        methods->table.xWrite = writePart;
        methods->table.xSync = syncAll;
        if (own->iVersion >= 2 && own->xShmMap)
            methods->table.xShmMap = mapShared;
    }
    return &methods->table;
}

sqlite3_vfs *ownDisk = nullptr;
sqlite3_vfs disk;

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    const int code = ownDisk->xOpen(ownDisk, name, file, flags, outFlags);
    if (code == SQLITE_OK && file->pMethods)
        file->pMethods = failing(file->pMethods);
    return code;
}

} // namespace

FailingDisk::FailingDisk()
{
    readsFailFrom = never;
    writesFail = false;
    isFull = false;
    writesToFail = 0;
    handedOut = 0;
    synced = 0;
    ownDisk = sqlite3_vfs_find(nullptr);
    disk = *ownDisk;
    disk.zName = diskName;
    disk.pNext = nullptr;
    disk.xOpen = openFile;
    sqlite3_vfs_register(&disk, 1);
}

FailingDisk::~FailingDisk()
{
    sqlite3_vfs_unregister(&disk);
    sqlite3_vfs_register(ownDisk, 1);
}

void FailingDisk::failReadsFrom(qint64 offset)
{
    readsFailFrom = offset;
}

void FailingDisk::endReadFailures()
{
    readsFailFrom = never;
}

void FailingDisk::failWrites(bool fail)
{
    writesFail = fail;
}

void FailingDisk::failWritesOnce()
{
    writesToFail = 1;
}

void FailingDisk::fillUp(bool full)
{
    isFull = full;
}

int FailingDisk::failures() const
{
    return handedOut;
}

int FailingDisk::syncs() const
{
    return synced;
}

} // namespace desk::test
