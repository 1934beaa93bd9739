#pragma once

#include "domain/error.h"

#include <QObject>
#include <QPointer>

namespace desk {

class ApprovalCard;
class ChatSession;
class ToolApproval;

// Brings what the tools of a session, or of a trial, wait for to its card, and the person's answer back (APPR-01). GUI thread; what is
// shown may go first.
class ApprovalControl : public QObject
{
    Q_OBJECT
public:
    explicit ApprovalControl(ApprovalCard &card, QObject *parent = nullptr); // card outlives it

    void setSession(ChatSession *session); // null: nothing is shown
    void setApproval(ToolApproval *approval);

Q_SIGNALS:
    void lapsed(const desk::Error &error); // the answer came to nothing
    void appeared();                       // another call is asked about
    void leftFocus();                      // the card had it and is gone, or gives it away

private:
    void update();

    ApprovalCard &m_card;
    QPointer<ToolApproval> m_approval;
};

} // namespace desk
