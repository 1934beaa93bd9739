#pragma once

#include "domain/ids.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QPushButton;
class QStackedWidget;

namespace desk {

class ConversationListModel;
class ConversationStore;
class Dialogs;
class EmptyState;

// The list of conversations with New chat above it. F2 renames in place, Del deletes after a question.
class ConversationPanel : public QWidget
{
    Q_OBJECT
public:
    ConversationPanel(ConversationStore &store, ConversationListModel &model, Dialogs &dialogs, QWidget *parent = nullptr);

    void select(const ConversationId &id); // without announcing it; an empty id selects nothing
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void newChatRequested();
    void searchRequested(); // in all messages
    void conversationChosen(const desk::ConversationId &id);
    void deleteConfirmed(const desk::ConversationId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void updateState();
    void onCurrentChanged(const QModelIndex &current);
    void showMenu(const QPoint &position);
    void startRename();
    void endRename(bool keep);
    void askDelete();
    [[nodiscard]] ConversationId currentId() const;

    ConversationStore &m_store;
    ConversationListModel &m_model;
    Dialogs &m_dialogs;
    QPushButton *m_new;
    QPushButton *m_search;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    QLabel *m_saved;
    QLineEdit *m_editor = nullptr;
    ConversationId m_renamed;
    bool m_selecting = false;
};

} // namespace desk
