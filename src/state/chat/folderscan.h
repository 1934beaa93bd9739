#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

namespace desk {

// What is in folders that are to be attached.
struct FolderFiles {
    QStringList paths; // folder by folder, in the order of their names; at most FolderScan::maxFiles
    qint64 bytes = 0;
    int left = 0;           // files that no message takes: empty ones, unreadable ones, those that are too large
    bool isTooMuch = false; // there is more than can be counted or attached: paths are not all of it
};

// Counts the files of folders and of the folders in them, away from the GUI thread (D-23). Hidden files and symbolic links stay out, so
// nothing outside of the folders gets in. Ends with cancel() or with this. GUI thread.
class FolderScan : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxFiles = 100;
    static constexpr int maxDepth = 8;        // the folder itself is 0; what is deeper is too much
    static constexpr int maxEntries = 20'000; // looked at

    explicit FolderScan(QObject *parent = nullptr);
    ~FolderScan() override;

    void start(const QStringList &folders); // instead of what is under way
    void cancel();                          // finished() does not come any more
    [[nodiscard]] bool isRunning() const { return m_watcher != nullptr; }

Q_SIGNALS:
    void finished(const desk::FolderFiles &files);

private:
    QFutureWatcher<FolderFiles> *m_watcher = nullptr;
};

} // namespace desk
