#pragma once

#include "domain/error.h"
#include "domain/knowledge.h"
#include "domain/run.h"
#include "state/watch/watchloop.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace desk {

class ApiClient;
class RunWatcher;
class Workspace;

// The runs of the open workspace, newest first, and the live details of those somebody looks at.
class RunStore : public QObject
{
    Q_OBJECT
public:
    RunStore(ApiClient &api, Workspace &workspace, QObject *parent = nullptr);
    ~RunStore() override;

    void refresh();
    void loadMore();
    void setPace(const WatchPace &pace) { m_pace = pace; } // of the watches to come
    void setVisible(bool visible);                         // the page is on screen: poll the list
    void watch(const RunId &id);                           // reference counted: stream and poll until terminal
    void unwatch(const RunId &id);
    void cancel(const RunId &id); // run_cancel only
    // Monotonic: a terminal state never goes back, events never repeat.
    void apply(const Run &run);
    void applyStatus(const RunId &id, const RunStatus &status, const QDateTime &at);
    void applyEvents(const RunId &id, qsizetype firstIndex, const QList<RunEvent> &events); // a gap is left to the next snapshot

    [[nodiscard]] const QList<Run> &runs() const { return m_runs; }
    [[nodiscard]] const Run *find(const RunId &id) const;
    [[nodiscard]] Knowledge knowledge(const RunId &id) const;
    [[nodiscard]] bool canCancel() const;
    [[nodiscard]] bool canLoadMore() const { return m_mayHaveMore; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    void clear();

Q_SIGNALS:
    void runsChanged();                     // rows came, went or moved
    void runChanged(const desk::RunId &id); // one row's values
    void runEventsAppended(const desk::RunId &id, int first, int last);
    void loadingChanged();
    void failed(const desk::Error &error);

private:
    void load(int offset);
    void takePage(const QList<Run> &page, int offset);
    void sortRows();
    Run *findMutable(const RunId &id);
    [[nodiscard]] std::shared_ptr<RunWatcher> makeWatcher(const RunId &id);
    void watchAnew();

    ApiClient &m_api;
    Workspace &m_workspace;
    QList<Run> m_runs;
    QHash<RunId, qsizetype> m_rowOf;
    QHash<RunId, QElapsedTimer> m_heard; // since the server last spoke of it
    struct Watch {
        int count = 0;
        std::shared_ptr<RunWatcher> watcher;
    };
    QHash<RunId, Watch> m_watches;
    WatchPace m_pace;
    QTimer m_pollTimer;
    quint64 m_generation = 0; // of the workspace
    bool m_loading = false;
    bool m_loadAgain = false;
    bool m_loaded = false;
    bool m_mayHaveMore = false;
};

} // namespace desk
