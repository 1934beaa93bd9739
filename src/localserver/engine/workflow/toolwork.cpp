#include "localserver/engine/workflow/toolwork.h"

#include "localserver/engine/programapproval.h"
#include "localserver/engine/workflow/askedwords.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/workflow/workflowreference.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype mostShownBytes = qsizetype(1024) * 1024; // of arguments: a person is shown all of them (APPR-01)

QString inWords(const QString &step, const CustomTool &tool, const QJsonObject &input)
{
    QString text = LocalServer::tr("The step \"%1\" wants to use the tool %2. This would start the program %3 with the arguments %4.")
                       .arg(step, tool.name, listedWords({tool.server.command}), listedWords(tool.server.arguments));
    const QStringList variables(tool.server.environment.keyBegin(), tool.server.environment.keyEnd());
    if (!variables.isEmpty())
        text += u' ' + LocalServer::tr("It would be given the variables %1.").arg(listedWords(variables)); // their values may be secret
    return text + u' ' + LocalServer::tr("The tool would be told: %1").arg(QString::fromUtf8(compact(input)));
}

} // namespace

ToolWork::ToolWork(WorkflowHost &host, StepPlace place, StepExecutionId id, QJsonObject asked, QObject *parent)
    : StepWork(parent)
    , m_host(host)
    , m_place(std::move(place))
    , m_id(std::move(id))
    , m_asked(std::move(asked))
    , m_programs(RunId(m_id.value()), 0)
{
}

ToolWork::~ToolWork()
{
    m_stop.stop();
    m_programs.stop();
    if (m_wait)
        m_host.takeBack(*m_wait);
}

void ToolWork::start()
{
    m_name = m_place.step.value("tool"_L1).toString();
    const QJsonValue arguments = wire::withReferences(m_place.step.value("tool_args"_L1), m_place.context);
    m_input = arguments.toObject();
    if (wire::isLargerThan(m_input, WorkflowLimits::mostOutputBytes))
        return fail(LocalServer::tr("The arguments of the tool are too large."));
    const QJsonObject input{{"tool"_L1, m_name}, {"arguments"_L1, m_input}};
    if (const QString fault = m_host.limits().keepInput(input); !fault.isEmpty())
        return fail(fault);
    m_host.journal().setInput(m_id, input);
    if (!arguments.isObject() && !arguments.isUndefined() && !arguments.isNull())
        return fail(LocalServer::tr("The arguments of a tool must be an object."));
    if (const QString fault = m_host.limits().beforeTool(); !fault.isEmpty())
        return fail(fault, u"guardrails"_s);
    if (m_host.isBuiltinTool(m_name))
        return m_host.runTool(m_name, m_input, m_stop, this, [this](const ToolResult &result) { onResult(result); });
    const Result<CustomTool> tool = m_host.customTool(m_name);
    if (!tool)
        return fail(tool.error().message);
    if (wire::isLargerThan(m_input, mostShownBytes))
        return fail(LocalServer::tr("The arguments of the tool are too large."));
    m_tool = *tool;
    askForProgram();
}

void ToolWork::askForProgram()
{
    QJsonObject asked = m_asked;
    if (asked.isEmpty()) {
        const QDateTime expiresAt = QDateTime::currentDateTimeUtc().addMSecs(m_host.approvalMs());
        Prompt prompt = approvalPrompt({RunId(m_id.value()), 1, {}, *m_tool, m_input}, expiresAt);
        prompt.text = inWords(m_place.step.value("id"_L1).toString(), *m_tool, m_input);
        asked = askedByPrompt(prompt, m_place.step);
    }
    m_wait = std::make_unique<PersonWait>(asked);
    m_wait->setCheck([this] { return currentHash() == m_wait->hash(); });
    connect(m_wait.get(), &PersonWait::answered, this, &ToolWork::onWord);
    connect(m_wait.get(), &PersonWait::expired, this, &ToolWork::onExpired);
    m_host.ask(m_id, *m_wait);
}

QString ToolWork::currentHash() const
{
    const Result<CustomTool> tool = m_host.customTool(m_name);
    return tool ? approvalHash({RunId(m_id.value()), 1, {}, *tool, m_input}) : QString();
}

void ToolWork::onWord(const QJsonObject &word)
{
    m_host.takeBack(*m_wait);
    if (word.value("option_id"_L1).toString() != approveOption)
        return fail(LocalServer::tr("The person refused to start the program of the tool %1.").arg(m_name), u"refused"_s);
    // What starts is what was shown, whatever became of the tool since.
    const Result<CustomTool> tool = m_host.customTool(m_name);
    if (!tool || approvalHash({RunId(m_id.value()), 1, {}, *tool, m_input}) != m_wait->hash())
        return fail(LocalServer::tr("The tool was changed or removed after this was asked. Refuse the call."), u"tool_changed"_s);
    m_programs.run(*tool, m_input, [this](const ToolResult &result) { onResult(result); });
}

void ToolWork::onExpired()
{
    m_host.takeBack(*m_wait);
    fail(LocalServer::tr("Nobody answered in time whether the program of the tool %1 may start: it counts as refused.").arg(m_name),
         u"approval_expired"_s);
}

void ToolWork::onResult(const ToolResult &result)
{
    StepOutcome outcome;
    outcome.output = result.output;
    outcome.usage.toolCalls = 1;
    if (!result.success)
        outcome.error = result.error.isEmpty() ? LocalServer::tr("The tool %1 failed.").arg(m_name) : result.error;
    finishLater(outcome);
}

void ToolWork::fail(const QString &error, const QString &type)
{
    StepOutcome outcome;
    outcome.error = error;
    outcome.errorType = type;
    finishLater(outcome);
}

} // namespace desk::server
