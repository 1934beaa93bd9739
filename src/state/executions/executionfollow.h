#pragma once

#include "domain/error.h"
#include "domain/knowledge.h"
#include "state/executions/executionrecord.h"
#include "state/watch/watchloop.h"

#include <QObject>

#include <memory>
#include <optional>

namespace desk {

class ApiClient;
class ExecutionRecords;
class ExecutionWatcher;
class Workspace;

// One execution that somebody looks at: live while it runs, kept here once it has ended, and from what is kept when its server cannot be
// reached (D-61). The definition is the one it ran by as far as that is known: of an execution that begins before our eyes. Lives in the
// GUI thread.
class ExecutionFollow : public QObject
{
    Q_OBJECT
public:
    enum class Source {
        Nothing, // nothing is known yet
        Server,  // see knowledge()
        Kept     // what this computer kept of it when it had ended
    };
    Q_ENUM(Source)

    ExecutionFollow(ApiClient &api, Workspace &workspace, ExecutionRecords &records, QObject *parent = nullptr);
    ~ExecutionFollow() override;

    // Lets go of the one before. `definition`: that it was started with, empty where nobody knows.
    void follow(const ExecutionId &id, const QJsonObject &definition = {});
    void close();
    void setPace(const WatchPace &pace) { m_pace = pace; } // of those to come

    [[nodiscard]] const ExecutionId &id() const { return m_id; }
    [[nodiscard]] Source source() const { return m_source; }
    [[nodiscard]] const ExecutionRecord &record() const { return m_record; } // empty while source() is Nothing
    [[nodiscard]] Knowledge knowledge() const;
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } // the server refused, and nothing is kept

    void take(const WorkflowExecution &execution); // the answer to the user's own stop, approval or resume: true at once

Q_SIGNALS:
    void received(const desk::WorkflowExecution &execution); // from the server; changed() follows
    void changed();                                          // record(), source(), knowledge() or error()

private:
    void onExecution(const WorkflowExecution &execution);
    void onFailed(const Error &error);
    void keepIfEnded();
    void readKept();
    void noteMissing();
    void watch();

    ApiClient &m_api;
    Workspace &m_workspace;
    ExecutionRecords &m_records;
    ExecutionId m_id;
    ExecutionRecord m_record;
    Source m_source = Source::Nothing;
    std::optional<Error> m_error;
    std::unique_ptr<ExecutionWatcher, WatchLoop::LetGo> m_watcher;
    WatchPace m_pace;
};

} // namespace desk
