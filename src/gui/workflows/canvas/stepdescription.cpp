#include "gui/workflows/canvas/stepdescription.h"

#include "gui/workflows/canvas/stepface.h"
#include "state/workflows/workflowgraph.h"

namespace desk {

using namespace Qt::StringLiterals;

QString StepDescription::of(const WorkflowGraph &graph, NodeId node)
{
    if (!graph.contains(node) || node == NodeId::Root)
        return tr("%n step(s), none is chosen.", nullptr, static_cast<int>(graph.count()));
    const StepFace face = StepFace::of(graph, node);
    const qsizetype count = graph.children(graph.container(node)).size();
    const QString place = tr("%1: %2. Step %3 of %4.", "title, kind and summary, number, how many")
                              .arg(face.title, face.second)
                              .arg(graph.index(node) + 1)
                              .arg(count);
    return QStringList({place, nextOf(graph, node)}).join(u' ').trimmed();
}

QString StepDescription::nextOf(const WorkflowGraph &graph, NodeId node)
{
    QStringList parts;
    for (const GraphEdge &edge : graph.edgesOf(node)) {
        if (edge.from != node)
            continue;
        const QString title = graph.title(edge.to).left(120).simplified();
        switch (edge.kind) {
        case GraphEdge::Kind::Sequence:
            parts.append(tr("Then comes %1.", "title of a step").arg(title));
            break;
        case GraphEdge::Kind::FallThrough:
            parts.append(tr("Runs on to %1, whichever branch was taken.", "title of a step").arg(title));
            break;
        case GraphEdge::Kind::Then:
        case GraphEdge::Kind::ThenNext:
            parts.append(tr("If true, goes to %1.", "title of a step").arg(title));
            break;
        case GraphEdge::Kind::Else:
        case GraphEdge::Kind::ElseNext:
            parts.append(tr("If not, goes to %1.", "title of a step").arg(title));
            break;
        case GraphEdge::Kind::IgnoredNext:
        case GraphEdge::Kind::IgnoredBranch:
            parts.append(tr("Names %1 as next, which is ignored.", "title of a step").arg(title));
            break;
        }
    }
    return parts.join(u' ');
}

} // namespace desk
