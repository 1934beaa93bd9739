#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace desk {

class ApprovalCard;
class ApprovalControl;
class MarkdownView;
class RemarkLabel;
class ScratchSide;
class StatusChip;
class ToolApproval;

// One side of a trial: how it stands, what it answers, which tools it uses, which of them waits for an approval (APPR-01), how long it
// took, and beside it what went wrong. Everything of the server is hostile: drawn by our own renderer or as one plain line, links lead
// nowhere.
class ScratchColumn : public QWidget
{
    Q_OBJECT
public:
    // key: names the parts for tests.
    ScratchColumn(const QString &title, const QString &key, QWidget *parent);

    void setApproval(ToolApproval &approval); // of the side that is shown; may go first
    void showSide(const ScratchSide &side);
    void focusApproval(); // where there is one, on the safe button

Q_SIGNALS:
    void approvalAppeared();
    void approvalLeft(); // it had the focus, and is gone or gives it away

private:
    void build(const QString &title, const QString &key);
    void showState(const ScratchSide &side);
    void showTools(const ScratchSide &side);
    void showFacts(const ScratchSide &side);
    void showProblem(const ScratchSide &side);

    StatusChip *m_state;
    MarkdownView *m_answer;
    QListWidget *m_tools;
    QLabel *m_facts;
    RemarkLabel *m_problem;
    ApprovalCard *m_approval;
    ApprovalControl *m_control;
    QString m_lapse; // why the last answer came to nothing
};

} // namespace desk
