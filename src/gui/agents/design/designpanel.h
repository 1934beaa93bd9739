#pragma once

#include "domain/agent.h"
#include "state/agents/agentsurroundings.h"
#include "state/agents/design/designadvice.h"
#include "state/agents/design/designtemplates.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace desk {

class DesignFields;
class DesignHints;
class DesignTalk;
class PlainLabel;
class RemarkLabel;

// The design assistant beside an agent that is being written (AG-49, FR-039 … FR-042): a wish in words, the answer as it comes, what it
// proposes beside what there is, to be taken field by field and refined in words; templates and suggestions of rules, which are all there
// is without a language model, and then it says so. Changes nothing itself. What a model says is shown as plain text.
class DesignPanel : public QWidget
{
    Q_OBJECT
public:
    DesignPanel(DesignTalk &talk, QWidget *parent = nullptr); // the talk is the panel's alone, and outlives it

    // The agent as it is being written, whenever it changes. Another one ends the talk.
    void setAgent(const Agent &current, const AgentSurroundings &known);

Q_SIGNALS:
    // Somebody took a part of it: the agent as last set, with that. field: a member of the contract, or "design" for several at once.
    void accepted(const desk::Agent &changed, const QString &field);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void addWish(QVBoxLayout *column);
    void addRefine(QVBoxLayout *column);
    void addTemplates(QVBoxLayout *column);
    void ask();
    void refine();
    void use(AgentField field);
    void useAll();
    void apply(const QString &key);
    void useTemplate(const QString &key);
    void take(const Agent &changed, const QString &field);
    void showState();
    void showAnswer();
    void showDesign();
    void updateControls();
    void orderTabs();
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString problem() const;

    DesignTalk &m_talk;
    Agent m_current;
    AgentSurroundings m_known;
    bool m_hasAgent = false;
    QTimer m_later; // not with every key in the editor
    QPlainTextEdit *m_wish;
    QPushButton *m_ask;
    QPushButton *m_stop;
    RemarkLabel *m_status;
    RemarkLabel *m_problem;
    RemarkLabel *m_left;
    QPlainTextEdit *m_answer;
    DesignFields *m_fields;
    QWidget *m_refineRow;
    QLineEdit *m_refine;
    QPushButton *m_refineAsk;
    DesignHints *m_hints;
    QWidget *m_templates;
};

} // namespace desk
