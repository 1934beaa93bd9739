#pragma once

#include "domain/error.h"
#include "domain/ids.h"

#include <QList>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QModelIndex;
class QPushButton;
class QStackedWidget;

namespace desk {

class AgentStore;
class ConversationCommands;
class ConversationFilterBar;
class ConversationGroupModel;
class ConversationListModel;
class ConversationStore;
class ConversationTools;
struct ConversationListFilter;
class Dialogs;
class EmptyState;
class RemovalBar;
class Workspace;

// The list of conversations in groups, with New chat and the filter above it and what can be undone below. One that is selected alone is
// opened; with Ctrl and Shift several are, for the commands. F2 renames in place, Del deletes, Ctrl+Z undoes that; see
// ConversationCommands for the others. A file of a conversation that is dropped here is imported.
class ConversationPanel : public QWidget
{
    Q_OBJECT
public:
    struct Extras {
        ConversationTools *tools = nullptr; // null: no marks, and deleting asks first instead of offering a way back
        Workspace *workspace = nullptr;     // null: nothing can be shared
        AgentStore *agents = nullptr;       // null: agents are called by their ids
    };

    // All of it outlives the panel.
    ConversationPanel(ConversationStore &store, ConversationListModel &model, Dialogs &dialogs, const Extras &extras,
                      QWidget *parent = nullptr);

    void select(const ConversationId &id); // it is shown now: without announcing it; an empty id selects nothing
    void importConversation();             // asks for a file
    void offerImport(QAction &action);     // runs that; says why when it cannot
    void importFiles(const QStringList &paths);
    [[nodiscard]] QString importProblem() const;     // why nothing can be imported now; empty when it can
    void fillMenu(QMenu &menu);                      // the commands, for the window's menu
    [[nodiscard]] QList<QAction *> withKeys() const; // for the list of shortcuts
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] ConversationGroupModel &groups() const { return *m_groups; }

Q_SIGNALS:
    void newChatRequested();
    void searchRequested(); // in all messages
    void conversationChosen(const desk::ConversationId &id);
    void windowRequested(const desk::ConversationId &id);         // middle click, or the menu
    void deleteConfirmed(const desk::ConversationId &id);         // without tools
    void removed(const QList<desk::ConversationId> &ids);         // from the list; it can be undone
    void exportRequested(const QList<desk::ConversationId> &ids); // at least one

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectList();
    void connectCommands();
    void updateState();
    void onSelectionChanged();
    void onActivated(const QModelIndex &index);
    void settleAfterRemoval();
    void showMenu(const QPoint &position);
    void startRename();
    void endRename(bool keep);
    void askDelete();
    void deleteSelected();
    void undoDelete();
    void setFilter(const ConversationListFilter &filter);
    void openTags(const QList<ConversationId> &ids);
    void openShares(const ConversationId &id);
    void importNext();
    void loadRest();
    void seeShown();
    void showWhyEmpty();
    void onFailed(const Error &error);
    [[nodiscard]] ConversationId currentId() const;
    [[nodiscard]] QList<ConversationId> selectedIds() const; // in the order of the list

    ConversationStore &m_store;
    ConversationListModel &m_model;
    Dialogs &m_dialogs;
    Extras m_extras;
    ConversationGroupModel *m_groups;
    QPushButton *m_new;
    ConversationFilterBar *m_filter;
    QPushButton *m_search;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    QLabel *m_saved;
    RemovalBar *m_undo = nullptr; // null without tools
    ConversationCommands *m_commands;
    QLineEdit *m_editor = nullptr;
    ConversationId m_renamed;
    ConversationId m_shown;
    QStringList m_toImport;
    std::optional<Error> m_problem; // why the list was never loaded
    QTimer m_clock;                 // times of day grow old
    qsizetype m_loadedFrom = 0;     // the count more was asked at
    bool m_selecting = false;
    bool m_settles = false; // a selected row is going
    bool m_importing = false;
};

} // namespace desk
