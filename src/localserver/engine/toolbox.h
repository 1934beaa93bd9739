#pragma once

#include "localserver/engine/filesketch.h"
#include "localserver/engine/toolexecutor.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QTemporaryDir>
#include <QThreadPool>

#include <functional>

namespace desk::server {

// A question on a table, read against its columns and values.
struct PlannedQuestion {
    TablePlan plan;
    TablePointer table; // null when loading failed
    QString error;
};

// Runs tools in worker threads and keeps loaded attachments for later turns (at most 16 files and 1 GiB of scratch space).
// Lives in the main thread; callbacks come there, never before the call returns, and not at all once the context is gone.
class Toolbox : public QObject
{
    Q_OBJECT
public:
    // scratchFolder: where loaded attachments live, emptied at start; empty: a private temporary folder.
    explicit Toolbox(const QString &scratchFolder = {});
    ~Toolbox() override;

    void runTool(const QString &tool, const QJsonObject &input, const QList<EngineFile> &files, const StopToken &stop, QObject *context,
                 std::function<void(const ToolResult &)> done);
    void sketchFiles(const QList<EngineFile> &files, const StopToken &stop, QObject *context,
                     std::function<void(const QList<FileSketch> &)> done);
    void planQuestion(const QString &question, const EngineFile &file, const StopToken &stop, QObject *context,
                      std::function<void(const PlannedQuestion &)> done);

private:
    template <typename T>
    struct Job {
        T value;
        LoadedFiles loaded;
    };

    // Runs work in the pool, keeps what it loaded, hands its value to done.
    template <typename T>
    void submit(const QList<EngineFile> &files, const StopToken &stop, QObject *context, std::function<T(ToolExecutor &)> work,
                std::function<void(const T &)> done);
    void keep(const LoadedFiles &loaded);
    void evict();
    [[nodiscard]] QString folder() const;

    QThreadPool m_pool;
    QTemporaryDir m_temporary;
    QString m_folder;
    LoadedFiles m_loaded;
    QList<FileId> m_recent;                      // oldest first
    QHash<const QObject *, StopToken> m_running; // by watcher
};

} // namespace desk::server
