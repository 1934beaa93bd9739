#pragma once

#include "gui/workflows/inspector/stepsection.h"

class QComboBox;

namespace desk {

class ChoiceBox;
class InspectorField;
class ReferenceEdit;
class ReferenceSource;
class RemarkLabel;
class TypedValueEdit;

// What is compared with what, and where it goes on (WF-10). What is shown as chosen is stored: an operator that is not there is not
// shown as one (BUG-72).
class ConditionStepSection : public StepSection
{
    Q_OBJECT
public:
    ConditionStepSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    void fillOperators();
    void connectParts();
    void showOperator(const QJsonValue &word);
    void showTarget(ChoiceBox *box, InspectorField *field, const QJsonValue &target);
    void showBranchRemark();
    void takeTarget(const QString &member, const QString &id);

    const ReferenceSource &m_source;
    ReferenceEdit *m_field;
    QComboBox *m_operator;
    TypedValueEdit *m_value;
    ChoiceBox *m_then;
    ChoiceBox *m_else;
    InspectorField *m_fieldField;
    InspectorField *m_operatorField;
    InspectorField *m_thenField;
    InspectorField *m_elseField;
    RemarkLabel *m_branches;
};

} // namespace desk
