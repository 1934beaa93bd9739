#pragma once

#include "domain/chatevent.h"
#include "gui/widgets/cardframe.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

class ExactField;
class RemarkLabel;

// Asks for the approval of one call of a tool (APPR-01): what would be started, with exactly what it is told, and whose rights it has. It
// stands beside the messages and never among them (APPR-03). Shown, it takes no answer for guardMs, by key or click: whoever was writing or
// pressing something else has not read it. Refusing comes first in every order. Hidden while nothing is asked.
class ApprovalCard : public CardFrame
{
    Q_OBJECT
public:
    static constexpr int guardMs = 500;

    enum class For { Conversation, Test, Workflow }; // where what the tool says goes
    enum class Phase { Asked, Answering, Expired };

    explicit ApprovalCard(For use, QWidget *parent = nullptr);

    // Another call begins the guard anew; the same again keeps what is selected and where it is scrolled to.
    void showCall(const Prompt &call, bool mayApprove = true);
    void setPhase(Phase phase, const QString &remark = {}); // remark: why the last answer did not count; empty: none
    void clear();                                           // hides it
    void focusRefuse();
    void setGuardTime(int ms); // begins anew
    [[nodiscard]] bool isGuarded() const { return m_guard.isActive(); }

Q_SIGNALS:
    void approved();
    void refused();
    void closed();        // of one that has expired
    void escapePressed(); // it stays

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void addField(QVBoxLayout *box, QLabel *label, ExactField *field);
    void begin();
    void update();
    void decide(bool approves);
    void announce();
    [[nodiscard]] QString deadline() const;
    [[nodiscard]] QString summary() const; // for screen readers

    For m_use;
    Prompt m_call;
    Phase m_phase = Phase::Asked;
    bool m_mayApprove = true;
    QTimer m_guard;
    QLabel *m_title;
    QLabel *m_tool;
    QLabel *m_programLabel;
    ExactField *m_program;
    QLabel *m_argumentsLabel;
    ExactField *m_arguments;
    QLabel *m_environmentLabel;
    ExactField *m_environment;
    QLabel *m_rights;
    QLabel *m_deadline;
    RemarkLabel *m_remark;
    QPushButton *m_refuse;
    QPushButton *m_approve;
    QPushButton *m_close;
};

} // namespace desk
