#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace desk {

// work() beside the thread of the windows, and done(const its outcome &) in that of context, unless context is gone by then: the outcome is
// gone with it. work is pure: what it needs it holds by value. Call it in the GUI thread.
template <typename Work, typename Done>
void runInPool(Work work, QObject *context, Done done)
{
    using Outcome = std::invoke_result_t<Work &>;
    using Shared = std::shared_ptr<const Outcome>; // a future copies what it holds
    auto promise = std::make_shared<QPromise<Shared>>();
    auto *watcher = new QFutureWatcher<Shared>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(*watcher->result());
    });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(std::make_shared<const Outcome>(work()));
        promise->finish();
    });
}

} // namespace desk
