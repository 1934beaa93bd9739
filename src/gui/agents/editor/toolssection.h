#pragma once

#include "gui/agents/editor/agentsection.h"

class QLineEdit;
class QPushButton;

namespace desk {

class FieldBlock;
class PickList;

// What the agent may use and what it may see: its tools, each with what it does and needs, and its scopes, each with the tools that need
// it (AG-42, AG-44). An empty list is a list: it is sent (AG-43).
class ToolsSection : public AgentSection
{
    Q_OBJECT
public:
    explicit ToolsSection(QWidget *parent = nullptr);

    void show(const Agent &agent, bool isNew) override;
    void apply(Agent &agent) const override;
    void setRemarks(const QList<AgentRemark> &remarks) override;
    void setSurroundings(const AgentSurroundings &known) override;
    bool focusField(AgentField field) override;

private:
    void offerScopes();
    void addScope();

    PickList *m_tools;
    PickList *m_scopes;
    QLineEdit *m_newScope;
    QPushButton *m_addScope;
    FieldBlock *m_toolsBlock;
    FieldBlock *m_scopesBlock;
    AgentSurroundings m_known;
};

} // namespace desk
