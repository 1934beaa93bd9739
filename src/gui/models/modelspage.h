#pragma once

#include "domain/error.h"
#include "domain/ids.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;
class QSplitter;
class QTabWidget;

namespace desk {

class ContentStack;
class ErrorBanner;
class LlmListFilter;
class LlmListModel;
class ModelCatalog;
class ModelDetail;
class PageHeader;
class ProviderCheck;
class ServerProviders;
class Workspace;

// The language models of the workspace: what there is, who uses it, how its source is (AG-47).
class ModelsPage : public QWidget
{
    Q_OBJECT
public:
    struct Needs {
        ModelCatalog &catalog;
        LlmListModel &model;
        ServerProviders &providers;
        Workspace &workspace;
        std::function<ProviderCheck *(QObject *parent)> newCheck;
    };

    explicit ModelsPage(Needs needs, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QLineEdit *searchField() const;
    void focusList();

Q_SIGNALS:
    void agentRequested(const desk::AgentId &id);
    void settingsRequested(); // of the language model

private:
    void buildList();
    void buildTabs();
    void connectAll();
    void updateKind();
    void updateStatus();
    void updateDetail();
    void keepSelection();
    void showFailure(const Error &error);

    Needs m_needs;
    PageHeader *m_header;
    QLabel *m_counts;
    ErrorBanner *m_banner;
    LlmListFilter *m_filter;
    QListView *m_list;
    QTabWidget *m_tabs;
    ModelDetail *m_detail;
    ContentStack *m_stack = nullptr;
    QString m_current; // key of the model that is shown
};

} // namespace desk
