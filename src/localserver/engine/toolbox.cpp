#include "localserver/engine/toolbox.h"
#include "localserver/engine/questionplanner.h"

#include <QDir>

namespace desk::server {

namespace {
constexpr qsizetype maxFiles = 16;
constexpr qint64 maxBytes = qint64(1024) * 1024 * 1024;
} // namespace

Toolbox::Toolbox(const QString &scratchFolder)
    : m_folder(scratchFolder)
{
    m_pool.setMaxThreadCount(4);
    if (m_folder.isEmpty())
        return;
    QDir(m_folder).removeRecursively(); // leftovers of a killed server
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Toolbox::~Toolbox()
{
    for (StopToken &token : m_running)
        token.stop();
    m_pool.waitForDone();
}

QString Toolbox::folder() const
{
    return m_folder.isEmpty() ? m_temporary.path() : m_folder;
}

template <typename T>
void Toolbox::submit(const QList<EngineFile> &files, const StopToken &stop, QObject *context, std::function<T(ToolExecutor &)> work,
                     std::function<void(const T &)> done)
{
    auto promise = std::make_shared<QPromise<Job<T>>>();
    auto *watcher = new QFutureWatcher<Job<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, context = QPointer<QObject>(context), done = std::move(done)] {
        watcher->deleteLater();
        m_running.remove(watcher);
        const Job<T> job = watcher->result();
        keep(job.loaded);
        if (context)
            done(job.value);
    });
    watcher->setFuture(promise->future());
    m_running.insert(watcher, stop);
    m_pool.start([promise, work = std::move(work), executor = ToolExecutor(files, m_loaded, folder(), stop)]() mutable {
        promise->start();
        Job<T> job;
        job.value = work(executor);
        job.loaded = executor.newlyLoaded();
        promise->addResult(std::move(job));
        promise->finish();
    });
}

void Toolbox::runTool(const QString &tool, const QJsonObject &input, const QList<EngineFile> &files, const StopToken &stop,
                      QObject *context, std::function<void(const ToolResult &)> done)
{
    submit<ToolResult>(
        files, stop, context, [tool, input](ToolExecutor &executor) { return executor.run(tool, input); }, std::move(done));
}

void Toolbox::sketchFiles(const QList<EngineFile> &files, const StopToken &stop, QObject *context,
                          std::function<void(const QList<FileSketch> &)> done)
{
    submit<QList<FileSketch>>(
        files, stop, context,
        [files](ToolExecutor &executor) {
            QList<FileSketch> out;
            for (const EngineFile &file : files)
                out.append(sketchFile(file, executor.stop()));
            return out;
        },
        std::move(done));
}

void Toolbox::planQuestion(const QString &question, const EngineFile &file, const StopToken &stop, QObject *context,
                           std::function<void(const PlannedQuestion &)> done)
{
    submit<PlannedQuestion>(
        {file}, stop, context,
        [question, file](ToolExecutor &executor) {
            PlannedQuestion out;
            const Result<TablePointer> table = executor.table(file);
            if (!table) {
                out.error = table.error().userText();
                return out;
            }
            out.table = *table;
            out.plan = QuestionPlanner(**table).plan(question);
            return out;
        },
        std::move(done));
}

void Toolbox::keep(const LoadedFiles &loaded)
{
    const auto touch = [this](const FileId &id) {
        m_recent.removeAll(id);
        m_recent.append(id);
    };
    for (auto it = loaded.tables.cbegin(); it != loaded.tables.cend(); ++it) {
        if (!m_loaded.tables.contains(it.key())) {
            m_loaded.tables.insert(it.key(), it.value());
            touch(it.key());
        }
    }
    for (auto it = loaded.documents.cbegin(); it != loaded.documents.cend(); ++it) {
        if (!m_loaded.documents.contains(it.key())) {
            m_loaded.documents.insert(it.key(), it.value());
            touch(it.key());
        }
    }
    evict();
}

void Toolbox::evict()
{
    const auto bytes = [this] {
        qint64 sum = 0;
        for (const TablePointer &table : std::as_const(m_loaded.tables))
            sum += table->bytes;
        for (const DocumentPointer &document : std::as_const(m_loaded.documents))
            sum += document->bytes;
        return sum;
    };
    while (m_recent.size() > 1 && (m_recent.size() > maxFiles || bytes() > maxBytes)) {
        const FileId oldest = m_recent.takeFirst();
        m_loaded.tables.remove(oldest);
        m_loaded.documents.remove(oldest);
    }
}

} // namespace desk::server
