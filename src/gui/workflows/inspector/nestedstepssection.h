#pragma once

#include "gui/workflows/inspector/stepsection.h"

class QLabel;
class QListWidget;
class QLineEdit;

namespace desk {

class InspectorField;
class OptionalNumberEdit;
class ReferenceEdit;
class ReferenceSource;
class RemarkLabel;

// A parallel step or a loop: what it goes through, and the steps inside, which Enter or a double click goes to (WF-12, WF-13).
class NestedStepsSection : public StepSection
{
    Q_OBJECT
public:
    NestedStepsSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    void build();
    void connectParts();
    void showLoop(const QJsonObject &config);
    void showInside();

    const ReferenceSource &m_source;
    QWidget *m_loop;
    ReferenceEdit *m_items;
    QLineEdit *m_variable;
    OptionalNumberEdit *m_most;
    QListWidget *m_inside;
    InspectorField *m_itemsField;
    InspectorField *m_variableField;
    InspectorField *m_mostField;
    RemarkLabel *m_remark;
};

} // namespace desk
