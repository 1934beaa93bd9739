#include "localserver/engine/workflow/workflowmachine.h"

#include "localserver/engine/workflow/executionwords.h"
#include "localserver/engine/workflow/sequencework.h"
#include "localserver/errors.h"
#include "localserver/routes/customtools.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"
#include "wire/workflow/workflowinput.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

WorkflowMachine::WorkflowMachine(const WorkflowParts &parts, ExecutionRecord record, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_journal(parts.store, record)
    , m_limits(record.guardrails)
{
    qsizetype bytes = 0;
    for (const StepRecord &step : m_journal.steps())
        bytes += compact(step.step.output).size();
    m_limits.goOnFrom(record.execution.usage, static_cast<int>(m_journal.steps().size()), bytes);
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] { finish(ExecutionStatus::Failed, m_limits.timeoutWords(), u"guardrails"_s); });
    connect(&m_journal, &ExecutionJournal::logged, this, &WorkflowMachine::logged);
}

WorkflowMachine::~WorkflowMachine()
{
    m_root.reset();
}

QJsonObject WorkflowMachine::context() const
{
    const ExecutionRecord &record = m_journal.record();
    const QJsonObject schema = record.workflow.value("input_schema"_L1).toObject();
    return {{"input"_L1, wire::workflowInput(schema, record.execution.input).value},
            {"workflow"_L1,
             QJsonObject{{"id"_L1, record.execution.workflowId.value()}, {"name"_L1, record.workflow.value("name"_L1).toString()}}}};
}

void WorkflowMachine::start()
{
    m_timeLeft = m_limits.timeoutMs();
    if (m_timeLeft > 0)
        m_timeout.start(m_timeLeft);
    const QJsonArray steps = m_journal.record().workflow.value("steps"_L1).toArray();
    m_root = std::make_unique<SequenceWork>(*this, steps, QString(), context());
    connect(m_root.get(), &StepWork::finished, this, &WorkflowMachine::onDone, Qt::QueuedConnection);
    m_journal.started(this, [this] {
        QMetaObject::invokeMethod(
            m_root.get(), [this] { m_root->start(); }, Qt::QueuedConnection);
    });
}

void WorkflowMachine::onDone(const StepOutcome &outcome)
{
    if (outcome.error.isEmpty())
        return finish(ExecutionStatus::Completed, {}, {});
    const bool isLimit = outcome.errorType == "guardrails"_L1;
    finish(ExecutionStatus::Failed,
           isLimit ? outcome.error : LocalServer::tr("The step \"%1\" failed: %2").arg(outcome.stepId, outcome.error),
           outcome.errorType.isEmpty() ? u"step_failed"_s : outcome.errorType, outcome.stepId);
}

void WorkflowMachine::stop(const QString &reason)
{
    finish(ExecutionStatus::Stopped, reason, u"stopped"_s);
}

void WorkflowMachine::finish(ExecutionStatus status, const QString &error, const QString &type, const QString &stepId)
{
    if (std::exchange(m_ended, true))
        return;
    m_timeout.stop();
    m_root.reset();
    m_journal.finish(status, error, type, stepId, this, [this] { Q_EMIT finished(); });
}

void WorkflowMachine::interrupt()
{
    const bool mayWait = onlyWaits();
    m_timeout.stop();
    m_root.reset();
    if (!m_ended && !mayWait) {
        m_ended = true;
        m_journal.finish(ExecutionStatus::Failed,
                         LocalServer::tr("The server stopped before the workflow was done. Resume it to go on from there."),
                         u"interrupted"_s, {}, nullptr, {});
    }
    (void)m_journal.flush();
}

bool WorkflowMachine::onlyWaits() const
{
    return !m_ended && !m_questions.isEmpty() && server::onlyWaits(m_journal.steps());
}

const PersonWait *WorkflowMachine::question(const QString &hash) const
{
    const auto isIt = [&hash](const Question &question) { return question.isStored && question.wait->hash() == hash; };
    const auto found = std::find_if(m_questions.begin(), m_questions.end(), isIt);
    return found == m_questions.end() ? nullptr : found->wait;
}

const PersonWait *WorkflowMachine::onlyQuestion() const
{
    const bool isClear = m_questions.size() == 1 && m_questions.constFirst().isStored && !m_questions.constFirst().wait->isProgram();
    return isClear ? m_questions.constFirst().wait : nullptr;
}

ApprovalReply WorkflowMachine::answer(const QString &hash, const QString &option, const QString &comment)
{
    if (m_answered.contains(hash))
        return ApprovalReply::AlreadyAnswered;
    if (m_ended || m_questions.isEmpty())
        return ApprovalReply::NotWaiting;
    const auto isIt = [&hash](const Question &question) { return question.isStored && question.wait->hash() == hash; };
    const auto found = std::find_if(m_questions.begin(), m_questions.end(), isIt);
    if (found == m_questions.end())
        return ApprovalReply::OtherCall;
    const Question question = *found;
    if (question.wait->isLate())
        return ApprovalReply::Expired;
    if (option != "refuse"_L1 && !question.wait->isCurrent())
        return ApprovalReply::ToolChanged;
    const QJsonObject word{{"option_id"_L1, option},
                           {"label"_L1, question.wait->labelOf(option)},
                           {"comment"_L1, comment},
                           {"answered_at"_L1, wire::formatTime(now())}};
    question.wait->stopClock();
    PersonWait *wait = question.wait;
    if (!m_journal.answer(question.step, word, wait, [wait, word] { Q_EMIT wait->answered(word); })) {
        wait->startClock();
        return ApprovalReply::Elsewhere;
    }
    m_answered.append(hash);
    return ApprovalReply::Taken;
}

void WorkflowMachine::ask(const StepExecutionId &step, PersonWait &wait)
{
    if (m_questions.isEmpty() && m_timeout.isActive()) {
        m_timeLeft = qMax(1, m_timeout.remainingTime());
        m_timeout.stop();
    }
    m_questions.append({step, &wait, false});
    m_journal.wait(step, wait.asked(), &wait, [this, wait = &wait] {
        for (Question &question : m_questions)
            question.isStored = question.isStored || question.wait == wait;
        wait->startClock();
        Q_EMIT waits();
    });
}

void WorkflowMachine::takeBack(PersonWait &wait)
{
    wait.stopClock();
    const auto removed = m_questions.removeIf([&wait](const Question &question) { return question.wait == &wait; });
    if (removed > 0 && m_questions.isEmpty() && !m_ended && m_timeLeft > 0)
        m_timeout.start(m_timeLeft);
}

RunRecord WorkflowMachine::runFor(const QString &agent, const QString &prompt) const
{
    RunRecord record;
    record.run.id = RunId(newId());
    record.run.prompt = prompt;
    record.run.input = QJsonObject{{"prompt"_L1, prompt},
                                   {"selected_agents"_L1, QJsonArray{agent}},
                                   {"attachment_ids"_L1, m_journal.record().execution.input.value("attachment_ids"_L1).toArray()}};
    return record;
}

std::unique_ptr<Turn> WorkflowMachine::createTurn(const QString &agent, const QString &prompt)
{
    const auto found = m_parts.agents.findActive(agent);
    return found ? m_parts.source.createTurn(m_parts.builder.build(runFor(found->name, prompt))) : nullptr;
}

bool WorkflowMachine::isBuiltinTool(const QString &name) const
{
    const QList<ToolDescription> tools = m_parts.source.builtinTools();
    return std::any_of(tools.begin(), tools.end(), [&name](const ToolDescription &tool) { return tool.name == name; });
}

Result<CustomTool> WorkflowMachine::customTool(const QString &name) const
{
    const auto definition = m_parts.tools.findCustomByName(name);
    if (!definition)
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no tool called \"%1\".").arg(name))};
    if (!definition->value("is_active"_L1).toBool(true))
        return Unexpected{refusal(Error::Kind::Invalid, 400, LocalServer::tr("The tool \"%1\" is inactive. Activate it first.").arg(name))};
    return customToolFrom(*definition);
}

void WorkflowMachine::runTool(const QString &tool, const QJsonObject &input, const StopToken &stop, QObject *context,
                              std::function<void(const ToolResult &)> done)
{
    m_parts.source.runTool({tool, input, m_parts.builder.build(runFor({}, {})).files, stop}, context, std::move(done));
}

} // namespace desk::server
