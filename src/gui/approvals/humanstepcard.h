#pragma once

#include "gui/widgets/cardframe.h"
#include "state/approvals/waitingapproval.h"

#include <QList>
#include <QTimer>

class QPlainTextEdit;
class QPushButton;

namespace desk {

class ExactField;
class PlainLabel;
class RemarkLabel;

// Asks a person what a step of a workflow waits for (WF-25): the question as plain text, a comment, and the options as buttons, none of
// which is the default. Shown, or with another question, it takes no answer for guardMs, by key or click. Where the server forgets
// answers there are no options, and it says so. Hidden while nothing is asked.
class HumanStepCard : public CardFrame
{
    Q_OBJECT
public:
    static constexpr int guardMs = 500;

    explicit HumanStepCard(QWidget *parent = nullptr);

    // Another question begins the guard anew and empties the comment; the same again keeps what was written.
    void showStep(const WaitingApproval &row);
    void clear();              // hides it
    void setGuardTime(int ms); // begins anew
    void focusComment();       // or what there is instead
    [[nodiscard]] bool isGuarded() const { return m_guard.isActive(); }

Q_SIGNALS:
    void answered(const QString &key, const QString &optionId, const QString &comment);
    void stopRequested(const QString &key);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildOptions();
    void begin();
    void update();
    void tick();
    void decide(const QString &optionId);
    void stop();
    void announce();
    QPushButton *addButton(const QString &name, const QString &text);

    WaitingApproval m_row;
    QTimer m_guard;
    QTimer m_tick; // of the deadline
    PlainLabel *m_title;
    ExactField *m_text;
    PlainLabel *m_doubts;
    PlainLabel *m_deadline;
    ExactField *m_long; // options that are too long for a button
    PlainLabel *m_commentLabel;
    QPlainTextEdit *m_comment;
    RemarkLabel *m_remark;
    QWidget *m_buttons;
    QList<QPushButton *> m_options;
    QPushButton *m_stop;
};

} // namespace desk
