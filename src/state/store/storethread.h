#pragma once

#include "domain/result.h"
#include "sqlite/database.h"
#include "state/store/storeopening.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace desk {

// One database in a thread of its own, the only one that touches it (DATA-01). Jobs run there one by one in the order they were given;
// what they return arrives in the GUI thread in the same order. The one exception to "all QObjects live in the GUI thread".
//
// A database that cannot be opened is tried again with a later job, at most every few seconds: a disk gets room, a folder comes back.
// When the disk is full the reserve is given up and the job run once more (DATA-12), as it is when the disk fails (DATA-20). One that turns
// out damaged is closed and opened again, which mends it (DATA-15).
class StoreThread : public QObject
{
    Q_OBJECT
public:
    StoreThread(StoreFolder folder, StoreKind kind, QObject *parent = nullptr); // begins to open at once
    ~StoreThread() override;                                                    // waits for the jobs that were given, then closes

    // work(Database &) runs in the store's thread and may run twice; done(Result<what work returns>) in the GUI thread, unless context
    // or this object is gone by then. Whatever the database refused comes as an error of kind Storage, and nothing of the job is kept if
    // it used a Transaction.
    template <typename Work, typename Done>
    void run(QObject *context, Work work, Done done)
    {
        using T = std::invoke_result_t<const Work &, Database &>;
        auto outcome = std::make_shared<Result<T>>(Unexpected{Error()});
        post([work = std::move(work), outcome](Database &database) { *outcome = call<T>(work, database); },
             [outcome](const std::optional<Error> &error) {
                 if (error)
                     *outcome = Unexpected{*error};
             },
             [context = QPointer<QObject>(context), done = std::move(done), outcome] {
                 if (context)
                     done(*outcome);
             });
    }

    // Blocks until every job that was given is done, at most that long: for the end of a desktop session, which waits for nobody (DATA-07).
    void waitForJobs(int ms);

Q_SIGNALS:
    void opened(const desk::StoreReport &report); // also when it was opened again
    void unavailable(const desk::Error &error);   // could not be opened; once until it can

private:
    class Worker;
    using Job = std::function<void(Database &)>;
    using Fault = std::function<void(const std::optional<Error> &)>;

    template <typename T, typename Work>
    static Result<T> call(const Work &work, Database &database)
    {
        if constexpr (std::is_void_v<T>) {
            work(database);
            return {};
        } else {
            return work(database);
        }
    }
    void post(Job job, Fault fault, std::function<void()> deliver);

    QThread m_thread;
    Worker *m_worker; // lives in m_thread
};

} // namespace desk

Q_DECLARE_METATYPE(desk::StoreReport)
