#pragma once

#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QJsonArray>
#include <QJsonObject>

#include <random>

// A person who does anything to a workflow, in any order.
class RandomEditing
{
public:
    explicit RandomEditing(unsigned seed)
        : m_random(seed)
    {
    }

    int below(int bound) { return bound <= 0 ? 0 : static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    QJsonObject definition()
    {
        using namespace Qt::StringLiterals;
        QJsonObject out{{u"name"_s, name()}, {u"out"_s, reference()}};
        if (below(5) > 0)
            out.insert(u"steps"_s, steps(3));
        else if (below(2) > 0)
            out.insert(u"steps"_s, QJsonValue());
        return out;
    }

    void edit(desk::WorkflowEditing &editing)
    {
        switch (below(6)) {
        case 0:
            editOrder(editing);
            break;
        case 1:
        case 2:
            editSteps(editing);
            break;
        case 3:
            editPlaces(editing);
            break;
        case 4:
            editWhole(editing);
            break;
        default:
            if (below(3) > 0)
                editing.undo();
            else
                editing.redo();
        }
    }

private:
    QString name() { return QStringLiteral("s%1").arg(below(12)); }
    QString reference() { return QStringLiteral("see $.%1.x and $.%2").arg(name(), name()); }

    QString type()
    {
        static const QStringList types{QStringLiteral("agent"), QStringLiteral("condition"), QStringLiteral("parallel"),
                                       QStringLiteral("loop"),  QStringLiteral("tool"),      QStringLiteral("odd")};
        return types.at(below(static_cast<int>(types.size())));
    }

    QJsonValue step(int depth)
    {
        using namespace Qt::StringLiterals;
        if (below(25) == 0)
            return below(2) > 0 ? QJsonValue(u"no step"_s) : QJsonValue();
        QJsonObject out{{u"type"_s, type()}, {u"agent_prompt"_s, reference()}};
        if (below(8) > 0)
            out.insert(u"id"_s, name());
        if (below(3) == 0)
            out.insert(u"next_step"_s, name());
        if (below(4) == 0)
            out.insert(u"position"_s, below(2) > 0 ? QJsonValue(QJsonObject{{u"x"_s, below(99)}, {u"y"_s, 0.5}}) : QJsonValue());
        if (below(2) == 0)
            out.insert(u"condition"_s, QJsonObject{{u"then_step"_s, name()}, {u"else_step"_s, below(2) > 0 ? name() : QJsonValue()}});
        if (below(3) > 0)
            out.insert(u"parallel_steps"_s, steps(depth - 1));
        if (below(3) > 0)
            out.insert(u"loop_config"_s, QJsonObject{{u"items_path"_s, reference()}, {u"steps"_s, steps(depth - 1)}});
        return out;
    }

    QJsonArray steps(int depth)
    {
        QJsonArray out;
        for (int left = depth <= 0 ? 0 : below(5); left > 0; --left)
            out.append(step(depth));
        return out;
    }

    desk::NodeId node(const desk::WorkflowGraph &graph)
    {
        const QList<desk::NodeId> nodes = graph.nodes();
        return nodes.isEmpty() ? desk::NodeId::Root : nodes.at(below(static_cast<int>(nodes.size())));
    }

    QList<desk::NodeId> nodes(const desk::WorkflowGraph &graph)
    {
        QList<desk::NodeId> out;
        for (int left = below(4); left >= 0; --left)
            out.append(node(graph));
        return out;
    }

    desk::NodeId container(const desk::WorkflowGraph &graph)
    {
        const desk::NodeId found = node(graph);
        return graph.isContainer(found) ? found : graph.container(found);
    }

    void editOrder(desk::WorkflowEditing &editing)
    {
        desk::WorkflowGraph &graph = editing.graph();
        const desk::NodeId into = container(graph);
        switch (below(4)) {
        case 0:
            editing.insert(type(), into, below(6) - 1, step(2).toObject());
            break;
        case 1:
            editing.remove(nodes(graph));
            break;
        case 2:
            editing.move(nodes(graph), below(4) > 0 ? into : node(graph), below(6) - 1);
            break;
        default:
            editing.connectSteps(node(graph), static_cast<desk::WorkflowEditing::Port>(below(3)), node(graph));
        }
    }

    void editSteps(desk::WorkflowEditing &editing)
    {
        using namespace Qt::StringLiterals;
        desk::WorkflowGraph &graph = editing.graph();
        const desk::NodeId one = node(graph);
        QJsonObject changed = below(2) > 0 ? graph.step(one) : graph.ownStep(one);
        switch (below(6)) {
        case 0:
            editing.change(one, step(2).toObject());
            break;
        case 1:
            changed.insert(u"name"_s, name());
            editing.change(one, changed, u"name"_s);
            break;
        case 2:
            changed.insert(u"type"_s, type());
            editing.change(one, changed);
            break;
        case 3:
            editing.rename(one, name());
            break;
        case 4:
            editing.disconnectSteps(one, static_cast<desk::WorkflowEditing::Port>(below(3)));
            break;
        default:
            editing.setDisabled(nodes(graph), below(2) > 0);
        }
    }

    void editPlaces(desk::WorkflowEditing &editing)
    {
        QHash<desk::NodeId, QPointF> positions;
        const QList<desk::NodeId> some = nodes(editing.graph());
        for (const desk::NodeId one : some)
            positions.insert(one, QPointF(below(500) / 3.0, below(9)));
        if (below(4) > 0)
            editing.setPositions(positions);
        else
            editing.clearPositions(some);
    }

    void editWhole(desk::WorkflowEditing &editing)
    {
        using namespace Qt::StringLiterals;
        desk::WorkflowGraph &graph = editing.graph();
        QJsonObject fields = graph.fields();
        switch (below(4)) {
        case 0:
            fields.insert(u"description"_s, name());
            editing.setFields(fields, u"description"_s);
            break;
        case 1:
            editing.setNotes({{1, desk::GraphNote::Kind::Comment, QRectF(below(5), 2, 3, 4), name()}}, below(2) > 0 ? name() : QString());
            break;
        case 2:
            editing.paste(editing.copied(nodes(graph)), container(graph), below(5) - 1);
            break;
        default:
            editing.replaceDefinition(below(2) > 0 ? definition() : shuffled(graph.definition()), u"Another version"_s);
        }
    }

    QJsonObject shuffled(QJsonObject definition)
    {
        using namespace Qt::StringLiterals;
        QJsonArray steps = definition.value(u"steps"_s).toArray();
        if (steps.size() > 1) {
            const QJsonValue taken = steps.takeAt(below(static_cast<int>(steps.size())));
            steps.insert(below(static_cast<int>(steps.size()) + 1), taken);
        }
        steps.append(step(2));
        definition.insert(u"steps"_s, steps);
        return definition;
    }

    std::mt19937 m_random;
};
