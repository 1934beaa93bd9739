#pragma once

#include "gui/agents/editor/agentsection.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace desk {

class FieldBlock;

// How the agent shortens long conversations (AG-51). Off is not the same as not said: an agent that says nothing gets the server's own way.
class CompressionSection : public AgentSection
{
    Q_OBJECT
public:
    explicit CompressionSection(QWidget *parent = nullptr);

    void show(const Agent &agent, bool isNew) override;
    void apply(Agent &agent) const override;
    void setRemarks(const QList<AgentRemark> &remarks) override;
    bool focusField(AgentField field) override;

private:
    [[nodiscard]] QSpinBox *number(const QString &name, const QString &key, int least, int most);
    void showFields();

    std::optional<ContextCompression> m_shown;
    QCheckBox *m_own;
    QWidget *m_fields;
    QCheckBox *m_enabled;
    QSpinBox *m_threshold;
    QSpinBox *m_recent;
    QSpinBox *m_summary;
    QLineEdit *m_model;
    FieldBlock *m_block;
};

} // namespace desk
