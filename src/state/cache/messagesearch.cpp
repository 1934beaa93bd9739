#include "state/cache/messagesearch.h"

#include "sqlite/database.h"
#include "sqlite/statement.h"
#include "state/cache/searchrun.h"
#include "state/store/storethread.h"

#include <QMutex>
#include <QPointer>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk {

// Lives in the thread; its functions run there, but interrupt().
class MessageSearch::Worker : public QObject
{
public:
    using Generation = std::shared_ptr<std::atomic<quint64>>;

    Worker(QString path, Generation generation)
        : m_path(std::move(path))
        , m_generation(std::move(generation))
    {
    }

    void interrupt()
    {
        const QMutexLocker lock(&m_mutex);
        if (m_database)
            m_database->interrupt();
    }

    void close()
    {
        m_run.reset();
        const QMutexLocker lock(&m_mutex);
        m_database.reset();
    }

    SearchHits run(quint64 generation, const QString &account, const SearchQuery &query, bool isFirst, int wanted,
                   std::optional<Error> &error)
    {
        if (generation != *m_generation || !open(error))
            return {};
        if (isFirst)
            m_run =
                std::make_unique<SearchRun>(*m_database, account, query, [generation, now = m_generation] { return generation != *now; });
        const SearchHits hits = m_run ? m_run->next(wanted) : SearchHits();
        const int code = m_database->lastCode() & 0xff;
        error = m_database->takeError();
        if (error && code == SQLITE_ERROR) { // words that the index does not take: it has none of them
            error.reset();
            m_run.reset();
        }
        if (error)
            close();
        return error ? SearchHits() : hits;
    }

    QStringList names(const QString &kind)
    {
        QStringList names;
        std::optional<Error> error;
        if (!open(error))
            return names;
        Statement rows(*m_database, "SELECT name FROM names WHERE kind = ? ORDER BY name LIMIT 500");
        rows.bind(kind);
        while (rows.next())
            names.append(rows.text(0));
        (void)m_database->takeError();
        return names;
    }

private:
    bool open(std::optional<Error> &error)
    {
        if (m_database)
            return true;
        Result<std::unique_ptr<Database>> database = Database::openToRead(m_path);
        if (!database) {
            error = database.error();
            return false;
        }
        const QMutexLocker lock(&m_mutex);
        m_database = *std::move(database);
        return true;
    }

    QString m_path;
    Generation m_generation;
    QMutex m_mutex; // of m_database, against interrupt()
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SearchRun> m_run;
};

MessageSearch::MessageSearch(StoreThread &store, const QString &path, QObject *parent)
    : QObject(parent)
    , m_generation(std::make_shared<std::atomic<quint64>>(0))
    , m_worker(new Worker(path, m_generation))
{
    m_thread.setObjectName("search"_L1);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    connect(&store, &StoreThread::opened, this, [this] {
        m_isOpen = true;
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { worker->close(); }, Qt::QueuedConnection); // perhaps another file is there now
        if (std::exchange(m_waits, false))
            start(SearchQuery(m_query));
    });
}

MessageSearch::~MessageSearch()
{
    ++*m_generation;
    m_worker->interrupt();
    m_thread.quit();
    m_thread.wait();
}

void MessageSearch::open(const QString &account)
{
    stop();
    m_account = account.isNull() ? u""_s : account;
}

void MessageSearch::start(const SearchQuery &query)
{
    stop();
    m_query = query;
    m_arrived = 0;
    setRunning(true);
    if (m_isOpen)
        ask();
    else
        m_waits = true;
}

void MessageSearch::stop()
{
    ++*m_generation;
    m_worker->interrupt();
    m_hasMore = false;
    m_waits = false;
    setRunning(false);
}

void MessageSearch::more()
{
    if (m_isRunning || !m_hasMore)
        return;
    m_arrived = 0;
    setRunning(true);
    ask();
}

void MessageSearch::ask()
{
    const bool isFirst = !m_hasMore;
    QMetaObject::invokeMethod(
        m_worker,
        [this, worker = m_worker, generation = m_generation->load(), account = m_account, query = m_query, isFirst,
         wanted = SearchRun::pageSize - m_arrived] { // of a page that is shown piece by piece
            std::optional<Error> error;
            const SearchHits hits = worker->run(generation, account, query, isFirst, wanted, error);
            QMetaObject::invokeMethod(
                this, [this, generation, hits, error] { onAnswer(generation, hits, error); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void MessageSearch::onAnswer(quint64 generation, const SearchHits &hits, const std::optional<Error> &error)
{
    if (generation != *m_generation)
        return; // of another query
    m_hasMore = hits.hasMore;
    m_arrived += static_cast<int>(hits.hits.size());
    const bool goesOn = !error && hits.hasMore && m_arrived < SearchRun::pageSize;
    if (!goesOn)
        setRunning(false);
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT found(hits.hits);
    if (goesOn && generation == *m_generation)
        ask();
}

void MessageSearch::setRunning(bool running)
{
    if (std::exchange(m_isRunning, running) != running)
        Q_EMIT runningChanged();
}

void MessageSearch::names(const QString &kind, QObject *context, std::function<void(const QStringList &names)> done)
{
    if (!m_isOpen)
        return;
    QMetaObject::invokeMethod(
        m_worker,
        [this, worker = m_worker, kind, context = QPointer<QObject>(context), done = std::move(done)] {
            const QStringList names = worker->names(kind);
            QMetaObject::invokeMethod(
                this,
                [context, done, names] {
                    if (context)
                        done(names);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace desk
