#pragma once

#include "localserver/engine/toolexecutor.h"
#include "localserver/engine/turn.h"
#include "localserver/engine/workflow/executionjournal.h"
#include "localserver/engine/workflow/personwait.h"
#include "localserver/engine/workflow/stepwork.h"
#include "localserver/engine/workflow/workflowlimits.h"

#include <memory>
#include <optional>

namespace desk::server {

// Where a step stands in an execution, and what it may refer to.
struct StepPlace {
    QJsonObject step; // of the definition
    QString key;
    QJsonObject context;
};

// What the steps of one execution work with. Outlives them.
class WorkflowHost
{
public:
    virtual ~WorkflowHost() = default;
    [[nodiscard]] virtual ExecutionJournal &journal() = 0;
    [[nodiscard]] virtual WorkflowLimits &limits() = 0;
    // Null where there is no such agent, or an inactive one.
    [[nodiscard]] virtual std::unique_ptr<Turn> createTurn(const QString &agent, const QString &prompt) = 0;
    [[nodiscard]] virtual bool isBuiltinTool(const QString &name) const = 0;
    [[nodiscard]] virtual Result<CustomTool> customTool(const QString &name) const = 0;
    virtual void runTool(const QString &tool, const QJsonObject &input, const StopToken &stop, QObject *context,
                         std::function<void(const ToolResult &)> done) = 0;
    [[nodiscard]] virtual int approvalMs() const = 0;
    // A question that a person can answer until it is taken back; the object stays its maker's.
    virtual void ask(const StepExecutionId &step, PersonWait &wait) = 0;
    virtual void takeBack(PersonWait &wait) = 0;
};

} // namespace desk::server
