#include "localserver/engine/workflow/parallelwork.h"

#include "localserver/engine/workflow/steprun.h"
#include "wire/workflow/workflowsteps.h"

using namespace Qt::StringLiterals;

namespace desk::server {

ParallelWork::ParallelWork(WorkflowHost &host, StepPlace place, QObject *parent)
    : StepWork(parent)
    , m_host(host)
    , m_place(std::move(place))
{
}

ParallelWork::~ParallelWork() = default;

void ParallelWork::start()
{
    const QJsonArray steps = wire::nestedSteps(m_place.step);
    m_outcomes.resize(steps.size());
    m_left = steps.size();
    if (m_left == 0) {
        StepOutcome outcome;
        outcome.output = QJsonObject();
        return finishLater(outcome);
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QJsonObject step = steps.at(i).toObject();
        m_runs.push_back(std::make_unique<StepRun>(m_host, StepPlace{step, StepRun::keyOf(m_place.key, i, step), m_place.context}));
        connect(
            m_runs.back().get(), &StepWork::finished, this, [this, i](const StepOutcome &outcome) { onDone(i, outcome); },
            Qt::QueuedConnection);
    }
    for (const auto &run : m_runs)
        run->start();
}

void ParallelWork::onDone(qsizetype index, const StepOutcome &outcome)
{
    m_outcomes[index] = outcome;
    if (--m_left > 0)
        return;
    QJsonObject outputs;
    for (qsizetype i = 0; i < m_outcomes.size(); ++i) {
        const StepOutcome &one = m_outcomes.at(i);
        if (!one.error.isEmpty())
            return finishLater(one);
        if (!one.isSkipped)
            outputs.insert(m_runs.at(static_cast<size_t>(i))->stepId(), one.output);
    }
    StepOutcome all;
    all.output = outputs;
    finishLater(all);
}

} // namespace desk::server
