#pragma once

#include "gui/workflows/inspector/referencesource.h"
#include "state/workflows/nodeid.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace desk {

class FoldSection;
class StepSection;
class WorkflowEditing;

// Every field of one step (WF-07 to WF-14), of whatever kind, and its JSON. Edits go through WorkflowEditing, member by member: what is not
// named stays as it is (BUG-62 to BUG-64, BUG-68, BUG-72). Typing in one field is one entry to undo. Follows the graph; the editing and its
// graph outlive it. Readable in a side pane of 320 px.
class StepInspector : public QWidget
{
    Q_OBJECT
public:
    explicit StepInspector(WorkflowEditing &editing, QWidget *parent = nullptr);

    ~StepInspector() override; // what is being typed is still taken

    void setSurroundings(const InspectorSurroundings &known);
    void setNode(NodeId node); // Root, or one that is gone: nothing
    [[nodiscard]] NodeId node() const { return m_source.node(); }
    void focusFirst(); // the field one mostly came for

Q_SIGNALS:
    void nodeAsked(desk::NodeId node); // a step inside was chosen: the canvas should select it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void follow();
    void add(StepSection *section, const QStringList &kinds);
    void connectSection(StepSection *section);
    void reload();
    void showKind(const QString &type);
    void change(const QStringList &path, const QJsonValue &value, bool isTyping);

    struct Part {
        StepSection *section;
        QStringList kinds; // empty: of every step
    };
    WorkflowEditing &m_editing;
    ReferenceSource m_source;
    QScrollArea *m_scroll;
    QWidget *m_page;
    QVBoxLayout *m_column;
    QLabel *m_kind;
    QLabel *m_empty;
    QList<Part> m_parts;
    StepSection *m_unknown = nullptr;
    StepSection *m_common = nullptr;
    FoldSection *m_guardrails = nullptr;
    FoldSection *m_raw = nullptr;
    quint64 m_visit = 0; // of a field: typing there is one entry, coming back another
    bool m_isReloading = false;
};

} // namespace desk
