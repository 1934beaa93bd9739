#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "gui/agents/agentexchange.h"
#include "gui/agents/agentworkbench.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class AgentActions;
class AgentDetail;
class AgentFigures;
class AgentFilter;
class AgentList;
class AgentListModel;
class AgentSelection;
class AgentStore;
class ContentStack;
class DefinitionMarks;
class Dialogs;
class ErrorBanner;
class PageHeader;
class RunStore;
class VersionList;
class Workspace;

// The agents of the workspace: a list with search, filter and order, and what the server tells about the chosen one, or what can be done
// with those that are chosen (AG-01 to AG-09).
class AgentsPage : public QWidget
{
    Q_OBJECT
public:
    struct Services {
        AgentStore &store;
        AgentListModel &model;
        Workspace &workspace;
        Dialogs &dialogs;
        DefinitionMarks *marks;                                         // null: there are no favourites
        AgentWorkbench::Services writing = {};                          // empty: agents can only be looked at
        std::function<VersionList *(QObject *parent)> newVersions = {}; // empty: nothing is said of what they were
        RunStore *runs = nullptr;                                       // null: nothing is said of today's runs
        std::function<AgentFigures *(QObject *parent)> newFigures = {}; // empty: no runs and no scores of an agent
        AgentExchange::Offers exchange = {};
    };

    explicit AgentsPage(const Services &services, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QLineEdit *searchField() const;
    void focusList();
    bool choose(const AgentId &id); // false: there is none of this id
    // What each tool does, by name. areAll: one that is not among them is not on the server.
    void setToolTexts(const QHash<QString, QString> &texts, bool areAll);

Q_SIGNALS:
    void chatRequested(const QString &agentName);
    void runRequested(const desk::RunId &id);
    void toolRequested(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader();
    void build();
    void connectStore();
    void connectParts();
    void connectWriting();
    void connectExchange();
    void copy(const AgentId &id);
    void showVersions(const AgentId &id);
    void restore(const AgentId &id, const QJsonObject &json);
    void setCurrent(const QModelIndex &index);
    void showMenu(const QList<AgentId> &ids, const QPoint &globalPosition);
    void updateStatus();
    void updateCounts();
    [[nodiscard]] QStringList todayTexts() const;
    void updateDetail();
    void keepSelection();
    void narrow();
    void showFailure(const Error &error);

    Services m_services;
    AgentStore &m_store;
    AgentListModel &m_model;
    PageHeader *m_header;
    QLabel *m_counts;
    QPushButton *m_new;
    QPushButton *m_import;
    ErrorBanner *m_banner;
    QComboBox *m_kind;
    QComboBox *m_order;
    QLabel *m_result; // of what several were told to do
    AgentFilter *m_filter;
    AgentList *m_list;
    AgentDetail *m_detail;
    AgentWorkbench *m_workbench = nullptr;
    AgentSelection *m_selection;
    AgentActions *m_actions = nullptr;
    AgentExchange *m_exchange;
    ContentStack *m_stack = nullptr;
    AgentId m_current;
    QTimer m_soon; // until what rows changed is shown
};

} // namespace desk
