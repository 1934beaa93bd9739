#pragma once

#include "domain/agent.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QSplitter;

namespace desk {

class RemarkLabel;
class ScratchColumn;
class ScratchDifference;
class ScratchRun;
class ScratchScenarios;

// Where an agent is tried out before it is saved (AG-48, FR-015, D-65): one question, asked of what is written and of what is saved, side
// by side, and what is different between the answers. A good one can be kept as a scenario for evaluations, where the server has that.
class ScratchPanel : public QWidget
{
    Q_OBJECT
public:
    ScratchPanel(ScratchRun &run, ScratchScenarios &scenarios, QWidget *parent = nullptr); // which outlive it

    void setAgents(const Agent &mine, const std::optional<Agent> &saved); // for the next run
    void focusFirst();

Q_SIGNALS:
    // Before every run: whoever knows what is being written calls setAgents() now, so that the newest is asked.
    void aboutToRun();

protected:
    void showEvent(QShowEvent *event) override; // only then is the server asked whether it keeps scenarios

private:
    void build();
    [[nodiscard]] QWidget *buildQuestion();
    [[nodiscard]] QWidget *buildAnswers();
    QPushButton *addButton(const QString &name, const QString &text);
    void connectAll();
    void startRun();
    void takeRecent(int index);
    void showRecent();
    void showState();
    void showSoon();
    void showSides();
    void showScenarios();
    void showDifference();
    void keepScenario();
    void moveFocus(bool isRunning);
    void onApproval(ScratchColumn &column);
    void announce();

    ScratchRun &m_run;
    ScratchScenarios &m_scenarios;
    QPlainTextEdit *m_question;
    QComboBox *m_recent;
    QPushButton *m_start;
    QPushButton *m_stop;
    QPushButton *m_differences;
    QPushButton *m_keep;
    RemarkLabel *m_problem;
    RemarkLabel *m_scenarioHint;
    QSplitter *m_columns = nullptr;
    ScratchColumn *m_mine = nullptr;
    ScratchColumn *m_saved = nullptr;
    ScratchDifference *m_difference = nullptr;
    QTimer m_frame; // several changes are shown at once
    bool m_wasRunning = false;
};

} // namespace desk
