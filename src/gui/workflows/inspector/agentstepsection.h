#pragma once

#include "gui/workflows/inspector/stepsection.h"

namespace desk {

class ChoiceBox;
class InspectorField;
class ReferenceEdit;
class ReferenceSource;

// Who answers, and what is asked (WF-08, BUG-63).
class AgentStepSection : public StepSection
{
    Q_OBJECT
public:
    AgentStepSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    void choose(const QString &word);
    void showRemarks();

    const ReferenceSource &m_source;
    ChoiceBox *m_agent;
    ReferenceEdit *m_prompt;
    InspectorField *m_agentField;
    InspectorField *m_promptField;
    QJsonObject m_step;
};

} // namespace desk
