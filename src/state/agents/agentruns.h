#pragma once

#include "domain/agent.h"
#include "domain/error.h"
#include "domain/run.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace desk {

class ApiCallBase;
class ApiClient;
class RunStore;
class Workspace;

// A run as the list of an agent has it: without what was answered, which may be large.
struct AgentRun {
    RunId id;
    RunStatus status;
    QString prompt; // one line, cut; hostile
    QDateTime createdAt;
    std::optional<qint64> durationMs;
    std::optional<qint64> tokens; // nothing: the server did not say

    bool operator==(const AgentRun &) const = default;
};

// What follows from the listed runs alone, computed here: of how many it speaks is in it.
struct AgentRunFigures {
    int ended = 0;
    int succeeded = 0;
    int failed = 0; // also those that ran out of time; those that were stopped are neither
    std::optional<qint64> medianMs;
};

// The latest runs of one agent (AG-23): asked of the server, and again while one is under way, through failures, with those RunStore has
// seen. Answers for an agent that is no longer looked at are dropped and their calls aborted. Shows what is known whatever becomes of the
// server. GUI thread.
class AgentRuns : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageSize = 20;

    AgentRuns(ApiClient &api, Workspace &workspace, RunStore &seen, QObject *parent = nullptr); // all of them outlive it
    ~AgentRuns() override;

    void open(const Agent &agent); // a moment later the server is asked; the same agent again: nothing happens
    void reload();
    void close();

    [[nodiscard]] const AgentId &agent() const { return m_agent; }
    [[nodiscard]] const QList<AgentRun> &rows() const { return m_rows; } // newest first, pageSize at most
    [[nodiscard]] AgentRunFigures figures() const;
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; } // the server has answered for this agent
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool mayHaveMore() const { return m_mayHaveMore; }
    // The server gave runs of other agents too: these are among the latest so many of all. 0: it did not.
    [[nodiscard]] int chosenAmong() const { return m_chosenAmong; }

Q_SIGNALS:
    void changed(); // anything of the above

private:
    void load();
    void take(const QList<Run> &page, bool mayHaveMore);
    void fail(const Error &error);
    void follow(); // what is under way
    void leave();  // ends what is under way
    void merge();
    [[nodiscard]] bool isOurs(const Run &run) const;

    ApiClient &m_api;
    Workspace &m_workspace;
    RunStore &m_seen;
    AgentId m_agent;
    QString m_name;
    QString m_profile;      // whose agent it is
    QList<AgentRun> m_told; // by the server
    QList<AgentRun> m_rows;
    std::optional<Error> m_error;
    QPointer<ApiCallBase> m_call;
    QTimer m_again; // while a run is under way
    QTimer m_soon;  // until it is clear that this agent is looked at, and not walked over
    quint64 m_reading = 0;
    int m_chosenAmong = 0;
    bool m_mayHaveMore = false;
    bool m_isLoading = false;
    bool m_isLoaded = false;
};

} // namespace desk
