#pragma once

#include "domain/error.h"
#include "state/cache/searchhit.h"
#include "state/cache/searchquery.h"
#include "state/store/storefolder.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

namespace desk {

class StoreThread;

// Looks for words in everything that is kept of one account, in a thread and with a connection of its own: it neither waits for what is
// being written nor holds it up. One search at a time; another one ends it at once. Lives in the GUI thread.
class MessageSearch : public QObject
{
    Q_OBJECT
public:
    // `store` is the one that writes the database at `path`: there is nothing to read until it has opened it.
    MessageSearch(StoreThread &store, const QString &path, QObject *parent = nullptr);
    ~MessageSearch() override;

    void open(const QString &account);    // whose conversations are searched; ends a search
    void start(const SearchQuery &query); // found() follows, at least once, unless it is ended
    void more();                          // the next hits; nothing while some are being looked for, or when there are no more
    void stop();
    // Names that filters can ask for, by how they begin; done() in the GUI thread.
    void names(const QString &kind, QObject *context, std::function<void(const QStringList &names)> done);

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] const QString &account() const { return m_account; }

Q_SIGNALS:
    void found(const QList<desk::SearchHit> &hits); // the next ones; few while more are being looked for
    void failed(const desk::Error &error);
    void runningChanged();

private:
    class Worker;
    void ask();
    void onAnswer(quint64 generation, const SearchHits &hits, const std::optional<Error> &error);
    void setRunning(bool running);

    QThread m_thread;
    std::shared_ptr<std::atomic<quint64>> m_generation;
    Worker *m_worker; // lives in m_thread
    QString m_account = QLatin1String("");
    SearchQuery m_query;
    int m_arrived = 0; // of the page that is being looked for
    bool m_isRunning = false;
    bool m_hasMore = false;
    bool m_isOpen = false;
    bool m_waits = false; // asked before the database was there
};

} // namespace desk
