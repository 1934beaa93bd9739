#pragma once

#include "state/runstore.h"
#include "state/watch/executionwatcher.h"
#include "state/watch/taskexecutionwatcher.h"
#include "teamfixture.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace desk::test {

// Ten times as fast as in the product.
inline const WatchPace fast{15, 100, 100, 3000, 200, 500, 1500};

enum class Kind { Run, Execution, TaskExecution };

// One thing to follow, as a server has it, and how that server tells of it: in an answer to GET, and in an event stream that either
// keeps its promises or, as the team server's, shows what was so when it was opened and then hangs.
class WatchedThing
{
public:
    explicit WatchedThing(Kind kind, bool truthful);

    TeamFixture team;
    QByteArray status = "pending";
    QStringList details;      // types of a run's events, steps as "step:status" of an execution, the summary of a task's
    QByteArray retry = "100"; // put before every connection's events
    std::function<QByteArrayList(QByteArrayList numbered)> spoil;            // what a connection brings
    std::function<std::optional<Scripted>(const Received &request)> instead; // of an answer
    int gets() const;                                                        // so far
    int streams() const;

    void setStatus(const QByteArray &to);
    void add(const QString &detail); // an event; a step, which ends the one before; a summary
    void end(const QByteArray &to);  // the last words of a stream, which then closes
    void closeStreams() { team.server.closeHeld(); }
    void sendTimeLimit(); // the stream's own end (contract 4.2)
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] QByteArray steps() const;
    [[nodiscard]] QByteArray numbered(qsizetype index) const;
    [[nodiscard]] qsizetype logged() const { return m_log.size(); }
    [[nodiscard]] bool isOver() const { return m_over; }
    void log(const QByteArray &type, const QByteArray &data);

    [[nodiscard]] Scripted answer(const Received &request); // as scripted for its kind, without `instead`

private:
    [[nodiscard]] Scripted stream(const Received &request) const;

    Kind m_kind;
    bool m_truthful;
    bool m_over = false;
    QByteArrayList m_log;
};

// What somebody who follows it is shown.
class Follower : public QObject
{
public:
    Follower(WatchedThing &thing, Kind kind, bool truthful, const WatchPace &pace = fast);

    QStringList history; // every status that was shown, in order
    QStringList shown;   // the details
    QList<Error> errors;
    int changes = 0; // of the details
    std::function<void()> onChange = [] {};
    [[nodiscard]] QString status() const { return history.isEmpty() ? QString() : history.constLast(); }
    [[nodiscard]] Knowledge knowledge() const;
    [[nodiscard]] bool isOver() const; // a run: its stream is let go of
    void letGo();

    std::unique_ptr<RunStore> store;
    std::shared_ptr<ExecutionWatcher> execution;
    std::shared_ptr<TaskExecutionWatcher> task;

private:
    StreamHub &m_hub;
    void showRun();
    void show(const QString &status);
    void showDetails(const QStringList &details);
};

// Rows for a test: kind, truthful.
void everyKind(bool alsoTeam);

} // namespace desk::test

Q_DECLARE_METATYPE(desk::test::Kind)
