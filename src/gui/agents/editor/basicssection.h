#pragma once

#include "gui/agents/editor/agentsection.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace desk {

class FieldBlock;

// Who the agent is: names, description, language model, for whom, and whether it is in use (AG-40, AG-41, AG-47).
class BasicsSection : public AgentSection
{
    Q_OBJECT
public:
    explicit BasicsSection(QWidget *parent = nullptr);

    void show(const Agent &agent, bool isNew) override;
    void apply(Agent &agent) const override;
    void setRemarks(const QList<AgentRemark> &remarks) override;
    void setSurroundings(const AgentSurroundings &known) override; // the models to choose from
    bool focusField(AgentField field) override;

private:
    void build();
    void connectFields();
    void showVisibility(const OpenEnum<AgentVisibility> &visibility);

    QLineEdit *m_name;
    QLineEdit *m_displayName;
    QLineEdit *m_description;
    QComboBox *m_model;
    QComboBox *m_visibility;
    QLineEdit *m_appId;
    QCheckBox *m_active;
    QCheckBox *m_frontier;
    FieldBlock *m_nameBlock;
    FieldBlock *m_displayNameBlock;
    FieldBlock *m_descriptionBlock;
    FieldBlock *m_modelBlock;
    FieldBlock *m_visibilityBlock;
    FieldBlock *m_appIdBlock;
};

} // namespace desk
