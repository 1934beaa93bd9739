#include "state/chat/folderscan.h"

#include "state/chat/attachmentqueue.h"

#include <QCollator>
#include <QDirIterator>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <utility>

namespace desk {

namespace {

using Promise = QPromise<FolderFiles>;

// In a thread of the pool.
class Walk
{
public:
    explicit Walk(const Promise &promise)
        : m_promise(promise)
    {
        m_names.setNumericMode(true); // 2 comes before 10
    }

    void enter(const QString &folder, int depth)
    {
        QStringList files;
        QStringList folders;
        QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
        while (entries.hasNext() && goesOn()) {
            const QString path = entries.next();
            m_found.isTooMuch = ++m_entries > FolderScan::maxEntries;
            (entries.fileInfo().isDir() ? folders : files).append(path);
        }
        const auto byName = [this](const QString &a, const QString &b) { return m_names.compare(a, b) < 0; };
        std::sort(files.begin(), files.end(), byName);
        std::sort(folders.begin(), folders.end(), byName);
        for (const QString &file : std::as_const(files)) {
            if (goesOn())
                take(file);
        }
        if (!folders.isEmpty() && depth == FolderScan::maxDepth)
            m_found.isTooMuch = true;
        for (const QString &inner : std::as_const(folders)) {
            if (goesOn())
                enter(inner, depth + 1);
        }
    }
    [[nodiscard]] const FolderFiles &found() const { return m_found; }

private:
    [[nodiscard]] bool goesOn() const { return !m_found.isTooMuch && !m_promise.isCanceled(); }
    void take(const QString &path)
    {
        const QFileInfo info(path);
        if (!info.isReadable() || info.size() == 0 || info.size() > AttachmentQueue::maxBytes) {
            ++m_found.left;
        } else if (m_found.paths.size() == FolderScan::maxFiles) {
            m_found.isTooMuch = true;
        } else {
            m_found.paths.append(path);
            m_found.bytes += info.size();
        }
    }

    const Promise &m_promise;
    QCollator m_names;
    FolderFiles m_found;
    int m_entries = 0;
};

} // namespace

FolderScan::FolderScan(QObject *parent)
    : QObject(parent)
{
}

FolderScan::~FolderScan()
{
    cancel();
}

void FolderScan::start(const QStringList &folders)
{
    cancel();
    auto promise = std::make_shared<Promise>();
    m_watcher = new QFutureWatcher<FolderFiles>(this);
    connect(m_watcher, &QFutureWatcherBase::finished, this, [this] {
        auto *watcher = std::exchange(m_watcher, nullptr);
        watcher->deleteLater();
        Q_EMIT finished(watcher->result());
    });
    promise->start();
    m_watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, folders] {
        Walk walk(*promise);
        for (const QString &folder : folders)
            walk.enter(folder, 0);
        promise->addResult(walk.found());
        promise->finish();
    });
}

void FolderScan::cancel()
{
    if (m_watcher == nullptr)
        return;
    m_watcher->disconnect(this);
    m_watcher->cancel();
    std::exchange(m_watcher, nullptr)->deleteLater();
}

} // namespace desk
