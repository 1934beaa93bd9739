#pragma once

#include "gui/agents/editor/agentsection.h"

class QPlainTextEdit;

namespace desk {

class FieldBlock;
class RemarkLabel;

// What the agent is told to do, with how much of the allowed length it takes (AG-21).
class InstructionsSection : public AgentSection
{
    Q_OBJECT
public:
    explicit InstructionsSection(QWidget *parent = nullptr);

    void show(const Agent &agent, bool isNew) override;
    void apply(Agent &agent) const override;
    void setRemarks(const QList<AgentRemark> &remarks) override;
    bool focusField(AgentField field) override;

private:
    void count();

    QPlainTextEdit *m_text;
    FieldBlock *m_block;
    bool m_isShowing = false;
};

} // namespace desk
