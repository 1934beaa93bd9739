#include "gui/workflows/canvas/stepface.h"

#include "gui/workflows/stepmodel.h"
#include "state/workflows/workflowgraph.h"

namespace desk {

using namespace Qt::StringLiterals;

static constexpr int longest = 400; // characters: no more is ever seen

StepFace StepFace::of(const WorkflowGraph &graph, NodeId node)
{
    StepFace face;
    face.type = graph.type(node);
    face.kind = StepModel::kindText(face.type).left(longest).simplified();
    face.icon = StepModel::kindIcon(face.type);
    face.title = graph.title(node).left(longest).simplified();
    face.isContainer = graph.isContainer(node);
    face.isCondition = face.type == "condition"_L1;
    face.isDisabled = graph.isDisabled(node);
    QStringList parts;
    if (face.isDisabled)
        parts.append(StepModel::tr("disabled", "a step that is left out"));
    const QString summary = graph.summary(node).left(longest).simplified();
    if (!summary.isEmpty())
        parts.append(summary);
    face.detail = parts.join(u" · "_s);
    parts.prepend(face.kind);
    face.second = parts.join(u" · "_s);
    return face;
}

} // namespace desk
