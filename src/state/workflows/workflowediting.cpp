#include "state/workflows/workflowediting.h"

#include "state/workflows/definitionchange.h"
#include "state/workflows/edithistory.h"
#include "state/workflows/editrecorder.h"
#include "state/workflows/steppaste.h"
#include "state/workflows/workflowgraph.h"

namespace desk {

using namespace Qt::StringLiterals;

WorkflowEditing::WorkflowEditing(WorkflowGraph &graph, QObject *parent)
    : QObject(parent)
    , m_graph(graph)
    , m_history(std::make_unique<EditHistory>())
{
    connect(&graph, &WorkflowGraph::reset, this, &WorkflowEditing::takeReset);
}

WorkflowEditing::~WorkflowEditing() = default;

// Another definition: what was done to the one before cannot be undone here.
void WorkflowEditing::takeReset()
{
    if (m_isRestoring)
        return;
    m_history->clear();
    Q_EMIT historyChanged();
}

void WorkflowEditing::add(const EditRecorder &recorder, const char *text, const QString &mergeKey)
{
    addAs(recorder, QString::fromLatin1(text), mergeKey);
}

void WorkflowEditing::addAs(const EditRecorder &recorder, const QString &text, const QString &mergeKey)
{
    if (recorder.isEmpty())
        return;
    m_history->add(recorder.entry(text, mergeKey));
    Q_EMIT changed();
    Q_EMIT historyChanged();
}

void WorkflowEditing::setPositions(const QHash<NodeId, QPointF> &positions)
{
    EditRecorder recorder(m_graph);
    const QList<NodeId> nodes = m_graph.nodes(); // an order that is the same each time
    for (const NodeId node : nodes) {
        if (const auto position = positions.constFind(node); position != positions.cend())
            recorder.setPosition(node, *position);
    }
    add(recorder, QT_TR_NOOP("Arrange steps"));
}

void WorkflowEditing::clearPositions(const QList<NodeId> &nodes)
{
    EditRecorder recorder(m_graph);
    for (const NodeId node : nodes)
        recorder.setPosition(node, std::nullopt);
    add(recorder, QT_TR_NOOP("Lay steps out by themselves"));
}

void WorkflowEditing::setFields(const QJsonObject &fields, const QString &mergeKey)
{
    EditRecorder recorder(m_graph);
    QJsonObject own = fields;
    own.insert("steps"_L1, m_graph.ownStep(NodeId::Root).value("steps"_L1)); // an undefined one is none
    recorder.change(NodeId::Root, own);
    add(recorder, QT_TR_NOOP("Change the workflow"), mergeKey);
}

void WorkflowEditing::setNotes(const QList<GraphNote> &notes, const QString &mergeKey)
{
    EditRecorder recorder(m_graph);
    recorder.setNotes(notes);
    add(recorder, QT_TR_NOOP("Change comments and groups"), mergeKey);
}

void WorkflowEditing::replaceDefinition(const QJsonObject &definition, const QString &text)
{
    EditRecorder recorder(m_graph);
    DefinitionChange(m_graph, recorder).apply(definition);
    addAs(recorder, text);
}

QByteArray WorkflowEditing::copied(const QList<NodeId> &nodes) const
{
    QJsonArray steps;
    const QList<NodeId> order = outermost(nodes);
    for (const NodeId node : order) {
        if (m_graph.foreign(node).isUndefined())
            steps.append(m_graph.step(node));
    }
    return steps.isEmpty() ? QByteArray() : steppaste::text(steps);
}

QList<NodeId> WorkflowEditing::paste(const QByteArray &json, NodeId container, int index)
{
    const std::optional<QJsonArray> steps = steppaste::steps(json);
    if (!steps || !m_graph.isContainer(container))
        return {};
    QSet<QString> taken = takenIds();
    const QJsonArray fresh = steppaste::withFreshIds(*steps, taken);
    const qsizetype most = m_graph.children(container).size();
    const qsizetype first = index < 0 || index > most ? most : index;
    EditRecorder recorder(m_graph);
    QList<NodeId> out;
    for (const QJsonValue &step : fresh)
        out.append(recorder.insert(step, container, first + out.size()));
    if (recorder.hasFailed()) {
        recorder.rollBack(); // too deep there
        return {};
    }
    add(recorder, QT_TR_NOOP("Paste steps"));
    return out;
}

bool WorkflowEditing::canUndo() const
{
    return m_history->toUndo() != nullptr;
}

bool WorkflowEditing::canRedo() const
{
    return m_history->toRedo() != nullptr;
}

QString WorkflowEditing::undoText() const
{
    return canUndo() ? tr(m_history->toUndo()->text.toUtf8().constData()) : QString();
}

QString WorkflowEditing::redoText() const
{
    return canRedo() ? tr(m_history->toRedo()->text.toUtf8().constData()) : QString();
}

void WorkflowEditing::undo()
{
    if (!canUndo())
        return;
    const QList<GraphEdit> edits = m_history->toUndo()->backward;
    for (const GraphEdit &edit : edits)
        m_graph.apply(edit);
    m_history->stepBack();
    Q_EMIT changed();
    Q_EMIT historyChanged();
}

void WorkflowEditing::redo()
{
    if (!canRedo())
        return;
    const QList<GraphEdit> edits = m_history->toRedo()->forward;
    for (const GraphEdit &edit : edits)
        m_graph.apply(edit);
    m_history->stepForward();
    Q_EMIT changed();
    Q_EMIT historyChanged();
}

void WorkflowEditing::setClean()
{
    m_history->setClean();
    Q_EMIT historyChanged();
}

bool WorkflowEditing::isClean() const
{
    return m_history->isClean();
}

} // namespace desk
