#pragma once

#include "state/workflows/graphnote.h"
#include "state/workflows/nodeid.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPointF>

#include <optional>

namespace desk {

// One change of a WorkflowGraph as data: what is applied, undone, written down and read again. Which members count depends on the kind.
struct GraphEdit {
    enum class Kind {
        Insert,   // step with all that is in it, node and inner: ids, at index of container
        Remove,   // node
        Move,     // node to index of container (as it is after the node was taken out)
        Change,   // node: step without what is nested in it
        Position, // node: position; none: no longer
        Fields,   // of the workflow: step without what is in "steps"
        Notes,    // all notes
    };
    Kind kind = Kind::Change;
    NodeId node = NodeId::Root;
    NodeId container = NodeId::Root;
    int index = 0;
    QJsonObject step;
    QJsonValue foreign = QJsonValue(QJsonValue::Undefined); // in place of step: what is no step at all and stays where it was
    QList<NodeId> inner;                                    // of the nested steps, in the order of nodes()
    std::optional<QPointF> position;
    QList<GraphNote> notes;

    bool operator==(const GraphEdit &) const = default;
};

[[nodiscard]] QJsonArray toJson(const QList<GraphNote> &notes);
[[nodiscard]] std::optional<QList<GraphNote>> notesFromJson(const QJsonArray &json);
[[nodiscard]] QJsonObject toJson(const GraphEdit &edit);
[[nodiscard]] std::optional<GraphEdit> graphEditFromJson(const QJsonValue &json); // none: it is no edit

} // namespace desk
