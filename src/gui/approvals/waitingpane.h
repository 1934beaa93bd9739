#pragma once

#include "state/approvals/waitingapproval.h"

#include <QWidget>

class QPushButton;

namespace desk {

class ApprovalCard;
class HumanStepCard;

// What one step of an execution waits for, and the answers to it: a question to a person, or a call of a tool with exactly what it is told
// (APPR-01). Asks for nothing itself: answers become signals. Hidden while nothing is asked.
class WaitingPane : public QWidget
{
    Q_OBJECT
public:
    explicit WaitingPane(QWidget *parent = nullptr);

    void showRow(const WaitingApproval &row);
    void clear();
    void focusAnswer();
    void setGuardTime(int ms);

Q_SIGNALS:
    void answered(const QString &key, const QString &optionId, const QString &comment);
    void stopRequested(const QString &key);

private:
    void showCall();
    void answerCall(bool approves);

    WaitingApproval m_row;
    HumanStepCard *m_question;
    ApprovalCard *m_call;
    QPushButton *m_stop; // of a call: its card has no place for it
};

} // namespace desk
