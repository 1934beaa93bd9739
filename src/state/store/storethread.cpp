#include "state/store/storethread.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int openAgainMs = 3000;

} // namespace

// Lives in the thread; its functions run there.
class StoreThread::Worker : public QObject
{
public:
    Worker(StoreThread &owner, StoreFolder folder, StoreKind kind)
        : m_owner(owner)
        , m_folder(std::move(folder))
        , m_kind(std::move(kind))
    {
    }

    ~Worker() override
    {
        if (std::exchange(m_database, nullptr))
            markClosed(m_kind);
    }

    Database *database()
    {
        if (m_database)
            return m_database.get();
        if (m_error && m_lastTry.isValid() && m_lastTry.elapsed() < openAgainMs)
            return nullptr;
        m_lastTry.start();
        Result<OpenedStore> store = openStore(m_folder, m_kind);
        if (!store) {
            if (!m_error)
                tell([error = store.error()](StoreThread &owner) { Q_EMIT owner.unavailable(error); });
            m_error = store.error();
            return nullptr;
        }
        m_error.reset();
        m_isReadOnly = store->report.outcome == StoreReport::Outcome::ReadOnly;
        m_database = std::move(store->database);
        tell([report = store->report](StoreThread &owner) { Q_EMIT owner.opened(report); });
        return m_database.get();
    }

    std::optional<Error> attempt(const Job &job)
    {
        if (m_isReadOnly && m_lastTry.elapsed() > openAgainMs)
            close(); // perhaps there is room now
        if (m_database && !m_isReadOnly && !QFile::exists(m_kind.path))
            close(); // somebody took it away: SQLite would go on writing where nobody finds it (FI-19)
        Database *const open = database();
        if (!open)
            return m_error;
        job(*open);
        return open->takeError();
    }

    std::optional<Error> run(const Job &job)
    {
        std::optional<Error> error = attempt(job);
        if (error && error->detail.startsWith("disk_full"_L1) && m_folder.freeReserve())
            error = attempt(job);
        if (error && error->detail.startsWith("io_error"_L1) && m_database)
            error = attempt(job); // often the second time succeeds; it is no damage, and nothing is set aside (DATA-20)
        if (error && error->detail.startsWith("corrupt"_L1) && m_database) {
            close();
            error = attempt(job);
        }
        return error;
    }

    void tell(std::function<void(StoreThread &)> message)
    {
        QMetaObject::invokeMethod(
            &m_owner, [&owner = m_owner, message = std::move(message)] { message(owner); }, Qt::QueuedConnection);
    }

private:
    // Without markClosed: the next opening checks every page.
    void close()
    {
        m_database.reset();
        m_isReadOnly = false;
        m_error.reset();
    }

    StoreThread &m_owner; // waits for this thread before it goes
    StoreFolder m_folder;
    StoreKind m_kind;
    std::unique_ptr<Database> m_database;
    std::optional<Error> m_error;
    QElapsedTimer m_lastTry;
    bool m_isReadOnly = false;
};

StoreThread::StoreThread(StoreFolder folder, StoreKind kind, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(*this, std::move(folder), std::move(kind)))
{
    m_thread.setObjectName("store"_L1);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater); // in the thread: it closes the database there
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { (void)worker->database(); }, Qt::QueuedConnection);
}

StoreThread::~StoreThread()
{
    // Queued behind every job; what was told this object meanwhile goes with it.
    QMetaObject::invokeMethod(
        m_worker, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void StoreThread::waitForJobs(int ms)
{
    auto done = std::make_shared<QSemaphore>();
    QMetaObject::invokeMethod(
        m_worker, [done] { done->release(); }, Qt::QueuedConnection);
    (void)done->tryAcquire(1, ms);
}

void StoreThread::post(Job job, Fault fault, std::function<void()> deliver)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, job = std::move(job), fault = std::move(fault), deliver = std::move(deliver)]() mutable {
            fault(worker->run(job));
            // What the caller captured dies where it was made.
            worker->tell([job = std::move(job), fault = std::move(fault), deliver = std::move(deliver)](StoreThread &) { deliver(); });
        },
        Qt::QueuedConnection);
}

} // namespace desk
