#pragma once

#include "domain/ids.h"

#include <QWidget>

class QAction;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace desk {

class CategoryBar;
class ContentStack;
class ConversationListModel;
class ConversationStore;
class Dialogs;
class ErrorBanner;
class InsightActions;
class InsightDetail;
class InsightList;
class InsightModel;
class InsightStore;
class LinkOpener;
class ListFilter;
class PageHeader;
class UndoBar;
class Workspace;

// All that the server remembers of its user, across conversations (D-49): by kind, by conversation, by words that are loaded and by
// meaning. Typing filters what is loaded, Enter asks the server for what is near in meaning.
class InsightsPage : public QWidget
{
    Q_OBJECT
public:
    struct Services {
        InsightStore &store;
        ConversationStore &conversations;
        ConversationListModel &conversationList;
        Workspace &workspace;
        Dialogs &dialogs;
    };

    explicit InsightsPage(const Services &services, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QLineEdit *searchField() const;
    void focusList();
    void showConversation(const ConversationId &id); // only what was learned there; empty: everything
    void showInsight(const InsightId &id);           // chosen in the list, which is loaded until it is there; else it is said

Q_SIGNALS:
    void conversationRequested(const desk::ConversationId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildHeader();
    void buildScope();
    void connectStore();
    void connectParts();
    void updateStatus();
    void updateScope();
    void updateDetail();
    void updateActions();
    void keepSelection();
    void searchByMeaning();
    void endSearch();
    void goOnToWanted();
    void learn();
    [[nodiscard]] QString titleOf(const ConversationId &id) const;

    Services m_services;
    InsightStore &m_store;
    InsightModel *m_model;
    PageHeader *m_header;
    ErrorBanner *m_banner;
    UndoBar *m_undo;
    CategoryBar *m_categories;
    ListFilter *m_filter;
    InsightList *m_list;
    InsightDetail *m_detail;
    QPushButton *m_more;
    QPushButton *m_add;
    QToolButton *m_menu;
    QAction *m_learn = nullptr;
    QAction *m_forget = nullptr;
    QList<QAction *> m_exports;
    QFrame *m_scope; // what of all insights is shown
    QLabel *m_scopeText;
    QPushButton *m_scopeEnd;
    InsightActions *m_actions = nullptr;
    LinkOpener *m_links;
    ContentStack *m_stack = nullptr;
    InsightId m_current;
    InsightId m_wanted; // to be shown when it is loaded
};

} // namespace desk
