#include "gui/workflows/run/overlay/executionoverlay.h"

#include "gui/text/textlimiter.h"
#include "gui/workflows/canvas/stepitem.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/run/executionlook.h"
#include "gui/workflows/run/overlay/edgedataitem.h"
#include "gui/workflows/run/overlay/stepstateitem.h"
#include "state/executions/stepfigures.h"
#include "state/models/executionwords.h"
#include "state/workflows/workflowgraph.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype shownData = 28; // characters on an edge
constexpr qsizetype looksAt = 1024; // characters of a text: it may be megabytes

QString previewOf(const QJsonValue &output)
{
    if (output.isString())
        return displayLine(output.toString().left(looksAt), shownData);
    if (output.isDouble())
        return QLocale().toString(output.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (output.isBool())
        return output.toBool() ? ExecutionOverlay::tr("yes") : ExecutionOverlay::tr("no");
    if (output.isArray())
        return ExecutionOverlay::tr("%n item(s)", nullptr, static_cast<int>(output.toArray().size()));
    const QJsonObject object = output.toObject();
    if (object.contains("condition_result"_L1))
        return {}; // the edges say it
    for (const QLatin1StringView member : {"content"_L1, "result"_L1, "text"_L1, "label"_L1}) {
        if (const QJsonValue value = object.value(member); value.isString() || value.isDouble() || value.isBool())
            return previewOf(value);
    }
    return object.isEmpty() ? QString() : ExecutionOverlay::tr("%n member(s)", nullptr, static_cast<int>(object.size()));
}

} // namespace

ExecutionOverlay::ExecutionOverlay(WorkflowGraph &graph, WorkflowScene &scene, QObject *parent)
    : QObject(parent)
    , m_graph(graph)
    , m_scene(scene)
{
    connect(&m_scene, &WorkflowScene::laidOut, this, [this] { m_isAnew ? refresh() : place(); });
    connect(&m_graph, &WorkflowGraph::stepAboutToBeRemoved, this, &ExecutionOverlay::forget);
    connect(&m_graph, &WorkflowGraph::reset, this, [this] {
        m_items.clear(); // they went with their steps: the scene hears of it first
        m_isAnew = true;
    });
    // Once for an edit of many: the scene lays out after each. What comes back may have run, and an id may be another.
    for (const auto signal : {&WorkflowGraph::stepInserted, &WorkflowGraph::stepChanged})
        connect(&m_graph, signal, this, [this] { m_isAnew = true; });
}

ExecutionOverlay::~ExecutionOverlay()
{
    clear();
}

void ExecutionOverlay::show(const ExecutionRecord &record, const QHash<QString, StepMoment> &moments)
{
    m_record = record;
    m_moments = moments;
    refresh();
}

void ExecutionOverlay::clear()
{
    show({}, {});
}

void ExecutionOverlay::refresh()
{
    m_isAnew = false;
    const QList<std::optional<ExecutionUsage>> figures = stepFigures(m_record.steps);
    const QList<NodeId> nodes = m_moments.isEmpty() ? QList<NodeId>() : m_graph.nodes();
    QSet<NodeId> shown;
    for (const NodeId node : nodes) {
        const auto moment = m_moments.constFind(m_graph.stepId(node));
        StepItem *item = m_scene.itemOf(node);
        if (moment == m_moments.cend() || item == nullptr || moment->row < 0 || moment->row >= m_record.steps.size())
            continue;
        shown.insert(node);
        auto items = m_items.find(node);
        if (items == m_items.end())
            items = m_items.insert(node, {new StepStateItem(item, m_scene.painter()), new EdgeDataItem(item, m_scene.painter())});
        const StepExecution &step = m_record.steps.at(moment->row);
        const bool isOver = isTerminal(moment->status);
        const ExecutionLook look = ExecutionLook::of(moment->status.value());
        QStringList words{displayLine(ExecutionWords::status(moment->status), 40)};
        if (moment->rounds > 1)
            words.append(tr("round %L1").arg(moment->rounds));
        if (isOver) {
            words.append(ExecutionWords::duration(ExecutionWords::seconds(step.durationSeconds, step.startedAt, step.completedAt)));
            if (const auto &usage = figures.at(moment->row)) {
                const QString tokens = ExecutionWords::tokens(*usage);
                words.append(tokens.isEmpty() ? QString() : tr("%1 tokens").arg(tokens));
                words.append(ExecutionWords::cost(*usage));
            }
        }
        words.removeAll(QString());
        items->state->setContent({look.tone, look.icon, words.join(u" \u00b7 "_s)});
        items->data->setText(isOver ? previewOf(step.output) : QString());
    }
    const QList<NodeId> known = m_items.keys();
    for (const NodeId node : known) {
        if (!shown.contains(node))
            takeOff(node);
    }
    place();
}

void ExecutionOverlay::place()
{
    for (auto it = m_items.cbegin(); it != m_items.cend(); ++it) {
        if (const StepItem *item = m_scene.itemOf(it.key())) {
            it->state->place(item->rect());
            it->data->place(item->rect());
        }
    }
}

void ExecutionOverlay::takeOff(NodeId node)
{
    const Items items = m_items.take(node);
    delete items.state;
    delete items.data;
}

// The items of a step went with it, and those of all that is in it: the scene hears of it first.
void ExecutionOverlay::forget(NodeId node)
{
    const QList<NodeId> inner = m_graph.children(node);
    for (const NodeId child : inner)
        forget(child);
    m_items.remove(node);
}

QString ExecutionOverlay::textOf(NodeId node) const
{
    const auto items = m_items.constFind(node);
    return items == m_items.cend() ? QString() : items->state->content().text;
}

QString ExecutionOverlay::dataOf(NodeId node) const
{
    const auto items = m_items.constFind(node);
    return items == m_items.cend() ? QString() : items->data->text();
}

} // namespace desk
