#pragma once

#include "state/workflows/editentry.h"
#include "state/workflows/nodeid.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPointF>
#include <QString>

#include <optional>

namespace desk {

class WorkflowGraph;

// Does edits and notes down what undoes them. What does not fit, or changes nothing, is not done.
class EditRecorder
{
public:
    explicit EditRecorder(WorkflowGraph &graph);

    NodeId insert(const QJsonValue &step, NodeId container, qsizetype index); // Root: it does not fit
    void remove(NodeId node);
    void move(NodeId node, NodeId container, qsizetype index); // as it is after it was taken out
    void change(NodeId node, const QJsonObject &ownStep);      // Root: the fields
    void changeForeign(NodeId node, const QJsonValue &foreign);
    void setPosition(NodeId node, const std::optional<QPointF> &position);
    void setNotes(const QList<GraphNote> &notes);

    [[nodiscard]] bool isEmpty() const { return m_forward.isEmpty(); }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; } // something did not fit
    void rollBack();                                             // as if nothing had been done
    [[nodiscard]] EditEntry entry(const QString &text, const QString &mergeKey) const;

private:
    bool apply(const GraphEdit &edit);
    void giveList(NodeId container);

    WorkflowGraph &m_graph;
    QList<GraphEdit> m_forward;
    QList<GraphEdit> m_undo; // the other way round
    bool m_hasFailed = false;
};

} // namespace desk
