#pragma once

#include "gui/workflows/inspector/inspectorsurroundings.h"
#include "state/workflows/nodeid.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace desk {

class WorkflowGraph;

struct ReferenceOffer {
    QString text;    // "$.step.field"
    QString preview; // safe to show: what it was in the last run, else what it is; may be empty
};

struct ReferenceMark {
    qsizetype position = 0;
    qsizetype length = 0;
};

// What "$.…" may say in a step, and what it said in the last run (WF-08). The graph outlives it. GUI thread.
class ReferenceSource
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceSource)
public:
    static constexpr qsizetype mostOffers = 200;

    explicit ReferenceSource(const WorkflowGraph &graph);

    void setSurroundings(const InspectorSurroundings &known) { m_known = known; }
    void setNode(NodeId node) { m_node = node; } // whose references they are; Root: the workflow's
    [[nodiscard]] const InspectorSurroundings &surroundings() const { return m_known; }
    [[nodiscard]] const WorkflowGraph &graph() const { return m_graph; }
    [[nodiscard]] NodeId node() const { return m_node; }

    // Those that begin with what is written: names of steps, and behind a dot what is in their output.
    [[nodiscard]] QList<ReferenceOffer> offers(const QString &written) const;
    [[nodiscard]] QList<ReferenceMark> unresolved(const QString &text) const; // whose first name nobody has
    [[nodiscard]] QString problem(const QString &text) const;                 // for people: which reference is unresolved; empty: none
    [[nodiscard]] QString remark(const QString &text) const; // for people: what a text that is one reference was in the last run

private:
    [[nodiscard]] QList<ReferenceOffer> roots() const;
    [[nodiscard]] QList<ReferenceOffer> members(const QString &before) const;
    [[nodiscard]] QStringList namesIn(const QString &root) const;
    [[nodiscard]] QStringList variables() const; // of the loops around the node
    [[nodiscard]] bool isKnownRoot(const QString &name) const;
    [[nodiscard]] QString previewOf(const QString &reference) const;

    const WorkflowGraph &m_graph;
    InspectorSurroundings m_known;
    NodeId m_node = NodeId::Root;
};

} // namespace desk
