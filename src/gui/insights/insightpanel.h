#pragma once

#include "domain/ids.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

class Dialogs;
class ErrorBanner;
class InsightActions;
class InsightList;
class InsightModel;
class InsightStore;
class UndoBar;
class Workspace;

// What was learned from one conversation, narrow enough to stand beside it. The store is this panel's alone: it is set to the
// conversation. Nothing is asked of the server while the panel is hidden.
class InsightPanel : public QWidget
{
    Q_OBJECT
public:
    InsightPanel(InsightStore &store, Workspace &workspace, Dialogs &dialogs, QWidget *parent = nullptr);

    void setConversation(const ConversationId &id); // empty: a new one
    void focusContent();

Q_SIGNALS:
    void allRequested(); // the page with everything

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void updateState();

    InsightStore &m_store;
    InsightModel *m_model;
    ErrorBanner *m_banner;
    UndoBar *m_undo;
    InsightList *m_list;
    QLabel *m_note;
    QPushButton *m_learn;
    QPushButton *m_add;
    QPushButton *m_all;
    InsightActions *m_actions;
    ConversationId m_conversation;
};

} // namespace desk
