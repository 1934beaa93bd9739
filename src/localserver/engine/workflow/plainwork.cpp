#include "localserver/engine/workflow/plainwork.h"

#include "localserver/texts.h"
#include "wire/workflow/workflowcondition.h"
#include "wire/workflow/workflowinput.h"
#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowsteps.h"
#include "wire/workflow/workflowtransform.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

StepOutcome conditionOutcome(const StepPlace &place)
{
    const QJsonObject condition = place.step.value("condition"_L1).toObject();
    const wire::ConditionOutcome result = wire::evaluateCondition(condition, place.context);
    const QString next = condition.value(result.isTrue ? "then_step"_L1 : "else_step"_L1).toString();
    StepOutcome out;
    out.error = result.error;
    out.output = QJsonObject{{"condition_result"_L1, result.isTrue}, {"next_step"_L1, next.isEmpty() ? QJsonValue() : QJsonValue(next)}};
    return out;
}

} // namespace

PlainWork::PlainWork(WorkflowHost &host, StepPlace place, QObject *parent)
    : StepWork(parent)
    , m_host(host)
    , m_place(std::move(place))
{
}

void PlainWork::start()
{
    StepOutcome out;
    switch (wire::workflowStepKind(m_place.step).value()) {
    case wire::WorkflowStepKind::Condition:
        out = conditionOutcome(m_place);
        break;
    case wire::WorkflowStepKind::Input: {
        const QJsonObject input = m_host.journal().record().execution.input;
        const wire::WorkflowInputOutcome result = wire::workflowInput(m_place.step.value("schema"_L1).toObject(), input);
        out.output = result.value;
        out.error = result.error;
        break;
    }
    case wire::WorkflowStepKind::Output:
        out.output = wire::withReferences(m_place.step.value("value"_L1), m_place.context);
        break;
    case wire::WorkflowStepKind::Transform: {
        const wire::TransformOutcome result = wire::transformed(m_place.step.value("transform"_L1).toObject(), m_place.context);
        out.output = result.value;
        out.error = result.error;
        break;
    }
    default:
        out.error = LocalServer::tr("The step \"%1\" has the unknown type \"%2\".")
                        .arg(m_place.step.value("id"_L1).toString(), m_place.step.value("type"_L1).toString());
    }
    finishLater(out);
}

} // namespace desk::server
