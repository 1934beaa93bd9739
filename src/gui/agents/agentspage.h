#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "gui/agents/agentworkbench.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace desk {

class AgentDetail;
class AgentFilter;
class AgentListModel;
class AgentStore;
class ContentStack;
class ErrorBanner;
class PageHeader;
class Workspace;

// The agents of the workspace: a list with search, and what the server tells about the chosen one.
class AgentsPage : public QWidget
{
    Q_OBJECT
public:
    AgentsPage(AgentStore &store, AgentListModel &model, Workspace &workspace, const AgentWorkbench::Services &writing,
               QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QLineEdit *searchField() const;
    void focusList();
    bool choose(const AgentId &id); // false: there is none of this id

Q_SIGNALS:
    void chatRequested(const QString &agentName);

private:
    void buildWriting();
    void connectParts();
    void updateStatus();
    void updateDetail();
    void keepSelection();
    void showFailure(const Error &error);

    AgentStore &m_store;
    AgentListModel &m_model;
    Workspace &m_workspace;
    PageHeader *m_header;
    ErrorBanner *m_banner;
    AgentFilter *m_filter;
    QListView *m_list;
    AgentDetail *m_detail;
    AgentWorkbench *m_workbench;
    ContentStack *m_stack;
    AgentId m_current;
};

} // namespace desk
