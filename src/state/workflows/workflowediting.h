#pragma once

#include "state/workflows/graphedit.h"
#include "state/workflows/nodeid.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointF>
#include <QSet>
#include <QString>

#include <memory>

namespace desk {

class EditHistory;
class EditRecorder;
class WorkflowGraph;

// Everything a person does to a WorkflowGraph, each as one entry that is undone and done again as a whole (anchor 19), from the canvas and
// from the outline alike. Undo and redo survive a restart: state() is written with the draft. Lives in the GUI thread.
class WorkflowEditing : public QObject
{
    Q_OBJECT
public:
    enum class Port { Next, Then, Else };

    explicit WorkflowEditing(WorkflowGraph &graph, QObject *parent = nullptr);
    ~WorkflowEditing() override;

    [[nodiscard]] WorkflowGraph &graph() { return m_graph; }

    // A new step of this kind with an id nobody has, and what its kind needs left empty. Root and -1: behind the last.
    NodeId insert(const QString &type, NodeId container, int index, const QJsonObject &presets = {});
    void remove(const QList<NodeId> &nodes); // what is nested in them goes along
    // Keeps their order; index: among those that do not move, -1: behind the last. Into itself, or too deep: nothing happens.
    void move(const QList<NodeId> &nodes, NodeId container, int index);
    void change(NodeId node, const QJsonObject &step); // without nested; one text field typed into is one entry (mergeKey)
    void change(NodeId node, const QJsonObject &step, const QString &mergeKey);
    bool rename(NodeId node, const QString &id);          // with every reference to it; false: empty or another step has it
    void connectSteps(NodeId from, Port port, NodeId to); // Next: `to` moves behind `from`, as the server goes by the order
    void disconnectSteps(NodeId from, Port port);         // Then, Else
    void setDisabled(const QList<NodeId> &nodes, bool disabled);
    void setPositions(const QHash<NodeId, QPointF> &positions); // dragged, aligned or laid out: one entry
    void clearPositions(const QList<NodeId> &nodes);
    void setFields(const QJsonObject &fields, const QString &mergeKey = {}); // of the workflow, without "steps"
    void setNotes(const QList<GraphNote> &notes, const QString &mergeKey = {});
    void replaceDefinition(const QJsonObject &definition, const QString &text); // another version, a fix: the fewest edits, ids kept

    [[nodiscard]] QByteArray copied(const QList<NodeId> &nodes) const;        // JSON text, also for another window or a chat
    QList<NodeId> paste(const QByteArray &json, NodeId container, int index); // ids that are taken become others, references among them too

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoText() const; // translated: "Add step", …; empty: nothing
    [[nodiscard]] QString redoText() const;
    void undo();
    void redo();
    void setClean(); // saved as it is now
    [[nodiscard]] bool isClean() const;

    [[nodiscard]] QJsonObject state() const; // definition, ids, notes and history: bounded to 1 000 entries and 4 MB
    bool restore(const QJsonObject &state);  // false: it is none of ours, nothing was changed

Q_SIGNALS:
    void changed();        // after each entry, undo and redo
    void historyChanged(); // canUndo(), canRedo(), texts, isClean()

private:
    [[nodiscard]] QList<NodeId> outermost(const QList<NodeId> &nodes) const; // in their order, without those within others of them
    [[nodiscard]] QSet<QString> takenIds() const;
    [[nodiscard]] QJsonObject withoutNested(NodeId node, const QJsonObject &step) const;
    void changeKind(EditRecorder &recorder, NodeId node, const QJsonObject &step);
    void place(EditRecorder &recorder, const QList<NodeId> &nodes, NodeId container, int index);
    void setTarget(NodeId from, Port port, const QJsonValue &target, const char *text);
    void add(const EditRecorder &recorder, const char *text, const QString &mergeKey = {});
    void addAs(const EditRecorder &recorder, const QString &text, const QString &mergeKey = {});
    void takeReset();

    WorkflowGraph &m_graph;
    bool m_isRestoring = false;
    std::unique_ptr<EditHistory> m_history;
};

} // namespace desk
