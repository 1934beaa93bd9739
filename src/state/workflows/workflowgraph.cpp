#include "state/workflows/workflowgraph.h"

#include "state/workflows/nestedsteps.h"
#include "state/workflows/stepposition.h"
#include "state/workflows/workflowgraphdata.h"
#include "wire/json/workflowjson.h"
#include "wire/workflow/workflowsteps.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr double mostId = 9007199254740991.0; // what a JSON number holds exactly

// What is nested there had no list before, only somebody's null or nothing at all.
bool hasNoList(const GraphNode &node)
{
    const QJsonValue list = node.id == NodeId::Root ? node.own.value("steps"_L1) : wire::nestedMember(node.own);
    return !list.isArray();
}

bool takeOwn(GraphTree &tree, const QJsonObject &own)
{
    const QJsonObject definition = tree.definition();
    for (auto one = own.begin(); one != own.end(); ++one) {
        GraphNode *node = tree.find(static_cast<NodeId>(one.key().toULongLong()));
        if (node == nullptr || node->children.isEmpty() || !one.value().isObject())
            return false;
        node->own = one.value().toObject();
        if (!hasNoList(*node))
            return false;
    }
    return tree.definition() == definition;
}

// The root has members of these names too: the workflow's.
QJsonObject ownOf(const WorkflowGraph &graph, NodeId node)
{
    return node == NodeId::Root ? QJsonObject() : graph.ownStep(node);
}

} // namespace

WorkflowGraph::WorkflowGraph(QObject *parent)
    : QObject(parent)
    , m_data(std::make_unique<Data>())
{
}

WorkflowGraph::~WorkflowGraph() = default;

void WorkflowGraph::setDefinition(const QJsonObject &definition)
{
    m_data->tree.set(definition, [this] { return newId(); });
    m_data->notes.clear();
    m_data->forgetAll();
    Q_EMIT reset();
}

QJsonObject WorkflowGraph::definition() const
{
    return m_data->tree.definition();
}

bool WorkflowGraph::contains(NodeId node) const
{
    return m_data->tree.find(node) != nullptr;
}

qsizetype WorkflowGraph::count() const
{
    return m_data->tree.count();
}

QList<NodeId> WorkflowGraph::children(NodeId container) const
{
    QList<NodeId> out;
    if (const GraphNode *node = m_data->tree.find(container)) {
        out.reserve(node->children.size());
        for (const GraphNode *child : node->children)
            out.append(child->id);
    }
    return out;
}

QList<NodeId> WorkflowGraph::nodes() const
{
    return m_data->tree.idsIn(*m_data->tree.root());
}

NodeId WorkflowGraph::container(NodeId node) const
{
    const GraphNode *found = m_data->tree.find(node);
    return found != nullptr && found->container != nullptr ? found->container->id : NodeId::Root;
}

int WorkflowGraph::index(NodeId node) const
{
    const GraphNode *found = m_data->tree.find(node);
    return found != nullptr ? found->index : 0;
}

QString WorkflowGraph::stepId(NodeId node) const
{
    return ownOf(*this, node).value("id"_L1).toString();
}

QString WorkflowGraph::type(NodeId node) const
{
    return ownOf(*this, node).value("type"_L1).toString();
}

QString WorkflowGraph::title(NodeId node) const
{
    const QString name = ownOf(*this, node).value("name"_L1).toString();
    return name.isEmpty() ? stepId(node) : name;
}

QString WorkflowGraph::summary(NodeId node) const
{
    const GraphNode *found = m_data->tree.find(node);
    if (found == nullptr || node == NodeId::Root)
        return {};
    QJsonObject step = found->own;
    if (!found->children.isEmpty()) {
        QJsonArray counted;
        for (qsizetype i = 0; i < found->children.size(); ++i)
            counted.append(QJsonValue());
        step = wire::withNestedSteps(step, counted);
    }
    if (found->stepId().isEmpty())
        step.insert("id"_L1, u"_"_s); // it is not asked for
    const Result<WorkflowStep> read = wire::workflowStepFromJson(step);
    return read ? read->summary : QString();
}

QJsonObject WorkflowGraph::step(NodeId node) const
{
    const GraphNode *found = m_data->tree.find(node);
    return found != nullptr && node != NodeId::Root ? m_data->tree.json(*found).toObject() : QJsonObject();
}

QJsonObject WorkflowGraph::ownStep(NodeId node) const
{
    const GraphNode *found = m_data->tree.find(node);
    return found != nullptr ? found->own : QJsonObject();
}

QJsonValue WorkflowGraph::foreign(NodeId node) const
{
    const GraphNode *found = m_data->tree.find(node);
    return found != nullptr ? found->foreign : QJsonValue(QJsonValue::Undefined);
}

QJsonObject WorkflowGraph::fields() const
{
    QJsonObject out = m_data->tree.root()->own;
    out.remove("steps"_L1);
    return out;
}

bool WorkflowGraph::isContainer(NodeId node) const
{
    const GraphNode *found = m_data->tree.find(node);
    return found != nullptr && found->isContainer();
}

bool WorkflowGraph::isDisabled(NodeId node) const
{
    return ownOf(*this, node).value("disabled"_L1).toBool();
}

std::optional<QPointF> WorkflowGraph::position(NodeId node) const
{
    return stepposition::of(ownOf(*this, node));
}

NodeId WorkflowGraph::nodeAt(const QList<int> &path) const
{
    const GraphNode *node = m_data->tree.root();
    for (const int index : path) {
        if (index < 0 || index >= node->children.size())
            return NodeId::Root;
        node = node->children.at(index);
    }
    return node->id;
}

QList<int> WorkflowGraph::path(NodeId node) const
{
    QList<int> out;
    for (const GraphNode *up = m_data->tree.find(node); up != nullptr && up->container != nullptr; up = up->container)
        out.prepend(up->index);
    return out;
}

NodeId WorkflowGraph::nodeOfStepId(const QString &id) const
{
    return m_data->nodeOfStepId(id);
}

QList<GraphEdge> WorkflowGraph::edges() const
{
    QList<GraphEdge> out = m_data->edgesIn(*m_data->tree.root());
    const QList<NodeId> all = nodes();
    for (const NodeId node : all) {
        if (const GraphNode *found = m_data->tree.find(node); !found->children.isEmpty())
            out.append(m_data->edgesIn(*found));
    }
    return out;
}

QList<GraphEdge> WorkflowGraph::edgesOf(NodeId node) const
{
    const GraphNode *found = m_data->tree.find(node);
    return found != nullptr ? m_data->edgesOf(*found) : QList<GraphEdge>();
}

const QList<GraphNote> &WorkflowGraph::notes() const
{
    return m_data->notes;
}

NodeId WorkflowGraph::newId()
{
    return m_data->newId();
}

QJsonObject WorkflowGraph::identities() const
{
    QJsonArray ids;
    const QList<NodeId> all = nodes();
    for (const NodeId node : all)
        ids.append(static_cast<qint64>(node));
    QJsonObject own;
    for (const NodeId node : QList<NodeId>{NodeId::Root} + all) {
        const GraphNode *found = m_data->tree.find(node);
        if (!found->children.isEmpty() && hasNoList(*found))
            own.insert(QString::number(static_cast<quint64>(node)), found->own);
    }
    QJsonObject out{{u"nodes"_s, ids}, {u"next"_s, static_cast<qint64>(m_data->next)}};
    if (!own.isEmpty())
        out.insert("own"_L1, own);
    return out;
}

bool WorkflowGraph::restore(const QJsonObject &definition, const QJsonObject &identities)
{
    const QJsonArray ids = identities.value("nodes"_L1).toArray();
    const double next = identities.value("next"_L1).toDouble();
    QList<NodeId> given;
    QSet<NodeId> seen;
    for (const QJsonValue &one : ids) {
        const double number = one.toDouble();
        if (!(number >= 1 && number < next && next <= mostId))
            break;
        given.append(static_cast<NodeId>(static_cast<quint64>(number)));
        seen.insert(given.constLast());
    }
    qsizetype asked = 0;
    GraphTree tree;
    tree.set(definition,
             [&] { return asked < given.size() ? given.at(asked++) : static_cast<NodeId>(quint64(mostId) + quint64(++asked)); });
    if (given.size() != ids.size() || seen.size() != given.size() || asked != given.size() ||
        !takeOwn(tree, identities.value("own"_L1).toObject())) {
        setDefinition(definition);
        return false;
    }
    m_data->tree = std::move(tree);
    m_data->next = std::max(m_data->next, static_cast<quint64>(next));
    m_data->notes.clear();
    m_data->forgetAll();
    Q_EMIT reset();
    return true;
}

} // namespace desk
