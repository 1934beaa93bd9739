#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "domain/tool.h"
#include "gui/chat/table/tabledata.h"
#include "gui/definitions/definitionexchange.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace desk {

class ContentStack;
class Dialogs;
class ErrorBanner;
class PageHeader;
class ToolCases;
class ToolConfigPane;
class ToolConfigs;
class ToolDetail;
class ToolEditor;
class ToolListFilter;
class ToolListModel;
class ToolPlayground;
class ToolRun;
class ToolStore;
class VersionList;
class Workspace;

// The tools of the workspace: counted, searched, looked into and tried out (TL-01 to TL-05, TL-11).
class ToolsPage : public QWidget
{
    Q_OBJECT
public:
    struct Needs {
        ToolStore &store;
        ToolListModel &model;
        Workspace &workspace;
        Dialogs &dialogs;
        // One for each tool that is tried; empty: none can be.
        std::function<ToolRun *(const QString &tool, QObject *parent)> newToolRun = {};
        ToolConfigs *configs = nullptr;                                 // the page takes it over; null: no settings are shown
        std::function<VersionList *(QObject *parent)> newVersions = {}; // empty: nothing is said of what they were
        ToolCases *cases = nullptr;                                     // null: no run is kept as a test case
        DefinitionExchange::Offers exchange = {};                       // of tools; empty: they can only be exported
    };

    explicit ToolsPage(Needs needs, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QLineEdit *searchField() const;
    void focusList();
    bool choose(const ToolId &id); // false: there is none of this id

Q_SIGNALS:
    void agentRequested(const desk::AgentId &id);

private:
    void buildHeader();
    void buildList();
    [[nodiscard]] QWidget *buildExchange();
    void connectAll();
    void updateStatus();
    void updateDetail();
    void keepSelection();
    void showFailure(const Error &error);
    void addPages();
    void edit(const Tool &tool);
    void showVersions(const ToolId &id);
    // What came of it: why not, in words, or empty.
    [[nodiscard]] QString restore(const ToolId &id, const QJsonObject &json);
    void editKnown(const ToolId &id);
    void remove(const ToolId &id);
    void showRemovalFailure(const ToolId &id, const Error &error, const QList<ToolUser> &users);

    Needs m_needs;
    PageHeader *m_header;
    QLabel *m_counts;
    QComboBox *m_group;
    QPushButton *m_new;
    ErrorBanner *m_banner;
    ToolListFilter *m_filter;
    QListView *m_list;
    ToolDetail *m_detail;
    ToolPlayground *m_playground = nullptr; // none without newToolRun
    ToolConfigPane *m_settings = nullptr;   // none without configs
    ContentStack *m_stack = nullptr;
    QPointer<ToolEditor> m_editor;
    ToolId m_current;
};

} // namespace desk
