#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "domain/result.h"
#include "gui/chat/table/tabledata.h"
#include "state/executions/executionreplay.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QTableView;
class QTabWidget;

namespace desk {

class ExecutionFollow;
class ExecutionStore;
class FactView;
class PlainLabel;
class RemarkLabel;
class ReplayBar;
class StatusChip;
class StepExecutionModel;
class WaitingPane;
struct WaitingApproval;
struct WorkflowExecution;

// One execution (WF-21 … WF-25): its state and how that is known, its steps with what each took and gave, a bar to look at any moment of
// it, and what can be done. Asks for nothing itself: buttons become signals, except that it follows what it shows, and that the answer to
// what the execution waits for goes to the store: once, and never again by itself (APPR-02, APPR-04).
class ExecutionView : public QWidget
{
    Q_OBJECT
public:
    explicit ExecutionView(ExecutionStore &store, QWidget *parent = nullptr); // store outlives it
    ~ExecutionView() override;

    // definition: that it was started with, where that is known.
    void show(const ExecutionId &id, const QJsonObject &definition = {}); // empty: nothing
    [[nodiscard]] const ExecutionId &execution() const;
    [[nodiscard]] const ExecutionFollow &follow() const { return *m_follow; }
    [[nodiscard]] QHash<QString, StepMoment> moments() const; // of momentChanged()
    bool chooseStep(const QString &stepId); // the last run through it by the moment that is looked at; false: it has not run
    void say(const QString &problem);       // of what somebody did; empty: nothing

Q_SIGNALS:
    void momentChanged(const QHash<QString, desk::StepMoment> &moments); // of each step, as it stood at the moment that is looked at
    void stepChosen(const QString &stepId);                              // by a person
    void stopRequested(const desk::ExecutionId &id);
    void againRequested(const QJsonObject &input);
    void resumeRequested(const desk::ExecutionId &id); // from the failed step
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

private:
    void build();
    QWidget *buildHead();
    void buildTable();
    void update();
    void updateHead();
    void updateButtons();
    void updateWaiting();
    void answer(const QString &key, const QString &optionId, const QString &comment);
    void onAnswered(const QString &key, const Result<WorkflowExecution> &outcome);
    [[nodiscard]] QList<WaitingApproval> waiting() const;
    void showStep();
    void showMoment();
    void setPanel(int tab, const QJsonValue &value);
    [[nodiscard]] QString knowledgeText() const;

    ExecutionStore &m_store;
    std::unique_ptr<ExecutionFollow> m_follow;
    StepExecutionModel *m_model;
    ExecutionReplay m_replay;
    StatusChip *m_chip;
    PlainLabel *m_knowledge;
    RemarkLabel *m_problem;
    PlainLabel *m_error;
    FactView *m_facts;
    QPushButton *m_stop;
    QPushButton *m_again;
    QPushButton *m_resume;
    WaitingPane *m_waiting;
    QString m_answering;  // key of what an answer is on its way to
    QString m_unanswered; // key of what it did not reach
    Error m_answerError;
    ReplayBar *m_bar;
    QTableView *m_table;
    QTabWidget *m_tabs;
    QList<QJsonValue> m_shown;  // in the tabs
    bool m_isFollowing = false; // nobody chose that step
};

} // namespace desk
