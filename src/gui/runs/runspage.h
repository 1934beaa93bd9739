#pragma once

#include "domain/error.h"
#include "domain/ids.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace desk {

class ContentStack;
class Dialogs;
class ErrorBanner;
class PageHeader;
class RunDetail;
class RunListFilter;
class RunModel;
class RunStore;
class Workspace;

// Every run of the workspace as a live table, and the chosen one in detail. Watches the chosen run while the page is on screen.
class RunsPage : public QWidget
{
    Q_OBJECT
public:
    RunsPage(RunStore &store, RunModel &model, Workspace &workspace, Dialogs &dialogs, QWidget *parent = nullptr);
    ~RunsPage() override;

    void refresh();
    [[nodiscard]] QLineEdit *searchField() const;
    void focusTable();
    void choose(const RunId &id); // one that is not in the list yet is fetched; it may fail, and the page says so

Q_SIGNALS:
    void conversationRequested(const desk::ConversationId &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildFilters();
    void buildTable();
    void updateStatus();
    void select();
    bool selectWanted();
    void watch(const RunId &id);
    void cancel(const RunId &id);
    void showFailure(const Error &error);

    RunStore &m_store;
    RunModel &m_model;
    Workspace &m_workspace;
    Dialogs &m_dialogs;
    PageHeader *m_header;
    ErrorBanner *m_banner;
    RunListFilter *m_filter;
    QComboBox *m_group;
    QLabel *m_count;
    QTableView *m_table;
    RunDetail *m_detail;
    ContentStack *m_stack;
    RunId m_watched;
    RunId m_wanted; // asked for, and not in the list yet
};

} // namespace desk
