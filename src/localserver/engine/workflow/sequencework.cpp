#include "localserver/engine/workflow/sequencework.h"

#include "wire/workflow/workflowsteps.h"

using namespace Qt::StringLiterals;

namespace desk::server {

SequenceWork::SequenceWork(WorkflowHost &host, const QJsonArray &steps, QString around, QJsonObject context, QObject *parent)
    : StepWork(parent)
    , m_host(host)
    , m_steps(steps)
    , m_around(std::move(around))
    , m_context(std::move(context))
{
}

void SequenceWork::start()
{
    next();
}

void SequenceWork::next()
{
    StepOutcome outcome;
    outcome.output = m_outputs;
    if (m_position >= m_steps.size())
        return finishLater(outcome);
    const QJsonObject step = m_steps.at(m_position).toObject();
    outcome.error = m_around.isEmpty() ? m_host.limits().visit(step.value("id"_L1).toString()) : QString();
    if (!outcome.error.isEmpty()) {
        outcome.errorType = u"guardrails"_s;
        outcome.stepId = step.value("id"_L1).toString();
        return finishLater(outcome);
    }
    m_run = std::make_unique<StepRun>(m_host, StepPlace{step, StepRun::keyOf(m_around, m_visit++, step), m_context});
    connect(m_run.get(), &StepWork::finished, this, &SequenceWork::onDone, Qt::QueuedConnection);
    m_run->start();
}

void SequenceWork::onDone(const StepOutcome &outcome)
{
    const QString id = m_run->stepId();
    m_run.reset();
    if (!outcome.error.isEmpty())
        return finishLater(outcome);
    if (!outcome.isSkipped) {
        m_context.insert(id, outcome.output);
        m_outputs.insert(id, outcome.output);
    }
    m_position = outcome.isSkipped ? m_position + 1 : after(outcome.output);
    next();
}

qsizetype SequenceWork::after(const QJsonValue &output) const
{
    const QJsonObject step = m_steps.at(m_position).toObject();
    const QString target = output["next_step"_L1].toString();
    if (!m_around.isEmpty() || target.isEmpty() || wire::workflowStepKind(step).value() != wire::WorkflowStepKind::Condition)
        return m_position + 1;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i)["id"_L1].toString() == target)
            return i;
    }
    return m_position + 1;
}

} // namespace desk::server
