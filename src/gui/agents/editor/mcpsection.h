#pragma once

#include "gui/agents/editor/agentsection.h"

class QListWidget;
class QPushButton;

namespace desk {

class McpServerForm;
class RemarkLabel;

// The tool servers that the agent brings along (AG-51): a list, and the chosen one's fields.
class McpSection : public AgentSection
{
    Q_OBJECT
public:
    explicit McpSection(QWidget *parent = nullptr);

    void show(const Agent &agent, bool isNew) override;
    void apply(Agent &agent) const override;
    void setRemarks(const QList<AgentRemark> &remarks) override;
    bool focusField(AgentField field) override;

private:
    void add();
    void remove();
    void choose(int row);
    void takeForm(const QString &field);
    void showRows();
    void showRemarks();

    QList<McpServer> m_servers;
    QList<AgentRemark> m_remarks;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    McpServerForm *m_form;
    RemarkLabel *m_fault; // of a server that is not the chosen one
    bool m_isShowing = false;
};

} // namespace desk
