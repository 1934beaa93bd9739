#pragma once

#include "gui/workflows/inspector/referencesource.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;

namespace desk {

class InspectorField;
class StepSection;
class WorkflowEditing;

// The workflow itself (WF-02, WF-19, BUG-74): name, description, whether it is in use, what starts it, its guardrails, the schema of its
// input. Edits go through WorkflowEditing, member by member; what this version does not know stays. The editing outlives it.
class WorkflowFieldsEditor : public QWidget
{
    Q_OBJECT
public:
    explicit WorkflowFieldsEditor(WorkflowEditing &editing, QWidget *parent = nullptr);

    ~WorkflowFieldsEditor() override; // what is being typed is still taken

    void setSurroundings(const InspectorSurroundings &known);
    void focusFirst(); // the name

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void reload();
    void change(const QStringList &path, const QJsonValue &value, bool isTyping);

    WorkflowEditing &m_editing;
    ReferenceSource m_source;
    QScrollArea *m_scroll;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    QCheckBox *m_active;
    InspectorField *m_nameField = nullptr;
    QList<StepSection *> m_sections;
    quint64 m_visit = 0;
    bool m_isReloading = false;
};

} // namespace desk
