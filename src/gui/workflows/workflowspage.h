#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "gui/definitions/definitionexchange.h"
#include "gui/workflows/studio/workflowbench.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;

namespace desk {

class BegunDefinitions;
class ContentStack;
class Dialogs;
class ErrorBanner;
class ListFilter;
class PageHeader;
class VersionList;
class WorkflowDetail;
class WorkflowListModel;
class WorkflowStore;
class Workspace;

// The workflows of the workspace: a list with search, the outline of the chosen one, and the studio where they are drawn and run.
class WorkflowsPage : public QWidget
{
    Q_OBJECT
public:
    using NewVersions = std::function<VersionList *(QObject *parent)>;

    // newVersions: empty: nothing is said of what they were.
    WorkflowsPage(WorkflowStore &store, WorkflowListModel &model, Workspace &workspace, NewVersions newVersions, QWidget *parent = nullptr);

    void setExchange(Dialogs &dialogs, const DefinitionExchange::Offers &offers); // once; before, nothing goes in or out
    void setStudio(const WorkflowBench::Services &services);                      // once; before, workflows can only be looked at
    void refresh();
    [[nodiscard]] QLineEdit *searchField() const;
    void focusList();
    bool choose(const WorkflowId &id);                                     // false: there is none of this id
    bool showExecution(const WorkflowId &workflow, const ExecutionId &id); // false: there is no such workflow, or no studio

private:
    void connectStudio(Dialogs &dialogs);
    void removeCurrent(Dialogs &dialogs);
    void restore(const WorkflowId &id, const QJsonObject &json);
    void offerBegun(BegunDefinitions &begun);
    void updateStatus();
    void updateDetail();
    void keepSelection();
    void showVersions();
    void showFailure(const Error &error);

    WorkflowStore &m_store;
    WorkflowListModel &m_model;
    Workspace &m_workspace;
    NewVersions m_newVersions;
    PageHeader *m_header;
    ErrorBanner *m_banner;
    ListFilter *m_filter;
    QListView *m_list;
    WorkflowDetail *m_detail;
    ContentStack *m_stack;
    QWidget *m_content; // all but the studio
    WorkflowBench *m_bench = nullptr;
    WorkflowId m_current;
};

} // namespace desk
