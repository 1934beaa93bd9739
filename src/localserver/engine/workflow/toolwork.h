#pragma once

#include "localserver/engine/programcalls.h"
#include "localserver/engine/workflow/workflowhost.h"

namespace desk::server {

// A step of kind tool. One of ours runs at once; a program of the user's is asked for first, with its exact arguments (APPR-01), and the
// question outlives the process.
class ToolWork final : public StepWork
{
    Q_OBJECT
public:
    ToolWork(WorkflowHost &host, StepPlace place, StepExecutionId id, QJsonObject asked, QObject *parent = nullptr);
    ~ToolWork() override;

    void start() override;

private:
    void askForProgram();
    void onWord(const QJsonObject &word);
    void onExpired();
    void onResult(const ToolResult &result);
    void fail(const QString &error, const QString &type = {});
    // The hash of the call as the catalogue has the tool now; empty: it cannot be used.
    [[nodiscard]] QString currentHash() const;

    WorkflowHost &m_host;
    StepPlace m_place;
    StepExecutionId m_id;
    QJsonObject m_asked; // by an earlier process; empty: nothing yet
    QString m_name;
    QJsonObject m_input;
    std::optional<CustomTool> m_tool;
    StopToken m_stop;
    ProgramCalls m_programs;
    std::unique_ptr<PersonWait> m_wait;
};

} // namespace desk::server
