#pragma once

#include "domain/result.h"
#include "state/export/exportprogress.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <memory>

namespace desk {

// One export on another thread, so that no length of a conversation holds up the window. Destroying it cancels; what it reads lives on
// until it has ended, because it owns a copy.
class ExportJob : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<Result<>(ExportProgress &progress)>; // pure, on another thread

    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override;

    void start(const Work &work); // once
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void progressed(int done, int total); // messages; often enough for a bar, not for each of them
    // Once, in the GUI thread. Kind::Cancelled after cancel(), unless all was written by then.
    void finished(const desk::Result<> &outcome);

private:
    QFutureWatcher<void> m_watcher;
    std::shared_ptr<Result<>> m_outcome; // written before the future has finished, read afterwards
};

} // namespace desk
