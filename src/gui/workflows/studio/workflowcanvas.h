#pragma once

#include "state/workflows/nodeid.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace desk {

class CanvasMinimap;
class StepCommands;
class StepPalette;
class StepSelection;
class WorkflowEditing;
class WorkflowOutline;
class WorkflowScene;
class WorkflowView;

// Where the steps of a workflow are drawn and moved: the canvas with its tools, the kinds of steps and the outline beside it, the small map
// in its corner. One selection and one set of commands for all of them.
class WorkflowCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit WorkflowCanvas(WorkflowEditing &editing, QWidget *parent = nullptr); // which outlives it
    ~WorkflowCanvas() override;

    void setKinds(const QStringList &kinds); // of steps that the server knows
    void setReadOnly(bool readOnly);
    [[nodiscard]] StepSelection &selection() const { return *m_selection; }
    [[nodiscard]] WorkflowScene &scene() const { return *m_scene; }
    [[nodiscard]] WorkflowView &view() const { return *m_view; }
    [[nodiscard]] WorkflowOutline &outline() const { return *m_outline; }
    [[nodiscard]] StepCommands &commands() const { return *m_commands; }
    void reveal(NodeId node); // chosen, and seen

Q_SIGNALS:
    void activated(desk::NodeId node); // Enter or a double click: its fields are wanted

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildTools();
    void placeMinimap();
    void say(const QString &hint);

    StepSelection *m_selection;
    StepCommands *m_commands;
    WorkflowScene *m_scene;
    WorkflowView *m_view;
    WorkflowOutline *m_outline;
    StepPalette *m_palette;
    CanvasMinimap *m_minimap;
    QTabWidget *m_side;
    QLabel *m_hint;
};

} // namespace desk
