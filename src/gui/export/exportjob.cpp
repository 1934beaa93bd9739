#include "gui/export/exportjob.h"

#include <QThreadPool>

namespace desk {

ExportJob::ExportJob(QObject *parent)
    : QObject(parent)
    , m_outcome(std::make_shared<Result<>>())
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int done) { Q_EMIT progressed(done, m_watcher.progressMaximum()); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(*m_outcome); });
}

ExportJob::~ExportJob()
{
    cancel();
}

void ExportJob::start(const Work &work)
{
    auto promise = std::make_shared<QPromise<void>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, work, outcome = m_outcome] {
        ExportProgress progress(promise.get());
        *outcome = work(progress);
        promise->finish();
    });
}

void ExportJob::cancel()
{
    m_watcher.cancel();
}

} // namespace desk
