#pragma once

#include "domain/ids.h"
#include "state/approvals/waitingapproval.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace desk {

class ApprovalCard;
class ApprovalControl;
class ApprovalInbox;
class ContentStack;
class ErrorBanner;
class PageHeader;
class PlainLabel;
class RemarkLabel;
class WaitingListModel;
class WaitingPane;
class Workspace;

// What waits for the person in all profiles (D-66): a list, and beside it the chosen one with its answers. What came to nothing, and which
// servers could not be asked, is said above.
class ApprovalsPage : public QWidget
{
    Q_OBJECT
public:
    ApprovalsPage(ApprovalInbox &inbox, Workspace &workspace, QWidget *parent = nullptr); // both outlive it

    void refresh();
    void focusList();
    void choose(const QString &key); // and goes there; one that is gone: nothing

Q_SIGNALS:
    void conversationRequested(const desk::ConversationId &id);

private:
    QWidget *buildDetail();
    void connectAll();
    void update();
    void updateDetail();
    void focusAnswer();
    void showRow(const WaitingApproval &row);
    void onLapsed(const WaitingApproval &row, const Error &error);
    [[nodiscard]] QString problems() const;

    ApprovalInbox &m_inbox;
    WaitingListModel *m_model;
    PageHeader *m_header;
    ErrorBanner *m_banner;
    RemarkLabel *m_problems;
    QListView *m_list;
    QWidget *m_detail;
    PlainLabel *m_place;
    PlainLabel *m_since;
    WaitingPane *m_pane;
    ApprovalCard *m_call; // of a conversation
    ApprovalControl *m_control;
    QPushButton *m_open;
    ContentStack *m_stack;
    QString m_current; // key
};

} // namespace desk
