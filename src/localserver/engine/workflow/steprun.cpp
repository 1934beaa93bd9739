#include "localserver/engine/workflow/steprun.h"

#include "localserver/engine/workflow/agentwork.h"
#include "localserver/engine/workflow/humanwork.h"
#include "localserver/engine/workflow/loopwork.h"
#include "localserver/engine/workflow/parallelwork.h"
#include "localserver/engine/workflow/plainwork.h"
#include "localserver/engine/workflow/toolwork.h"
#include "wire/workflow/workflowsteps.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {
constexpr qsizetype mostErrorChars = 4000; // it is said in every event and list
}

StepRun::StepRun(WorkflowHost &host, StepPlace place, QObject *parent)
    : StepWork(parent)
    , m_host(host)
    , m_place(std::move(place))
{
}

StepRun::~StepRun() = default;

QString StepRun::stepId() const
{
    return m_place.step.value("id"_L1).toString();
}

QString StepRun::keyOf(const QString &around, qsizetype number, const QJsonObject &step)
{
    QString name = step.value("id"_L1).toString();
    name.replace(u'/', u'_');
    return (around.isEmpty() ? QString() : around + u'/') + u"%1.%2"_s.arg(QString::number(number), name);
}

void StepRun::start()
{
    if (const StepRecord *done = m_host.journal().doneAt(m_place.key)) {
        StepOutcome outcome;
        outcome.output = done->step.output;
        outcome.isSkipped = done->step.status == StepStatus::Skipped;
        return finishLater(outcome);
    }
    if (const StepRecord *open = m_host.journal().openAt(m_place.key)) {
        m_id = open->step.id;
        return work(open->waiting);
    }
    begin();
}

void StepRun::begin()
{
    const QString fault = m_host.limits().beforeStep();
    m_id = m_host.journal().begin(m_place.key, stepId(), !wire::nestedSteps(m_place.step).isEmpty(), this, [this, fault] {
        StepOutcome outcome;
        outcome.error = fault;
        outcome.errorType = u"guardrails"_s;
        outcome.isSkipped = fault.isEmpty();
        if (!fault.isEmpty() || wire::isDisabledStep(m_place.step))
            QMetaObject::invokeMethod(
                this, [this, outcome] { onDone(outcome); }, Qt::QueuedConnection);
        else
            QMetaObject::invokeMethod(
                this, [this] { work({}); }, Qt::QueuedConnection);
    });
}

void StepRun::work(const QJsonObject &asked)
{
    m_work = makeWork(asked);
    connect(m_work.get(), &StepWork::finished, this, &StepRun::onDone, Qt::QueuedConnection);
    m_work->start();
}

std::unique_ptr<StepWork> StepRun::makeWork(const QJsonObject &asked)
{
    switch (wire::workflowStepKind(m_place.step).value()) {
    case wire::WorkflowStepKind::Agent:
        return std::make_unique<AgentWork>(m_host, m_place, m_id);
    case wire::WorkflowStepKind::Tool:
        return std::make_unique<ToolWork>(m_host, m_place, m_id, asked);
    case wire::WorkflowStepKind::Human:
        return std::make_unique<HumanWork>(m_host, m_place, m_id, asked);
    case wire::WorkflowStepKind::Loop:
        return std::make_unique<LoopWork>(m_host, m_place);
    case wire::WorkflowStepKind::Parallel:
        return std::make_unique<ParallelWork>(m_host, m_place);
    default:
        return std::make_unique<PlainWork>(m_host, m_place);
    }
}

void StepRun::onDone(const StepOutcome &done)
{
    StepOutcome outcome = done;
    m_work.reset();
    outcome.error.truncate(mostErrorChars);
    if (outcome.error.isEmpty())
        outcome.error = m_host.limits().keep(outcome.output);
    if (!outcome.error.isEmpty() && outcome.stepId.isEmpty())
        outcome.stepId = stepId();
    const StepStatus status = !outcome.error.isEmpty() ? StepStatus::Failed
                              : outcome.isSkipped      ? StepStatus::Skipped
                                                       : StepStatus::Completed;
    const QJsonValue kept = status == StepStatus::Completed ? outcome.output : QJsonValue();
    m_host.journal().end(m_id, status, kept, outcome.error, outcome.usage, this, [this, outcome] { finishLater(outcome); });
}

} // namespace desk::server
