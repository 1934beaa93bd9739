#pragma once

#include "domain/ids.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace desk {

class AgentRunModel;
class AgentRuns;
class RemarkLabel;

// The latest runs of the agent that is looked at (AG-23). A click or Enter asks for one.
class AgentRunsView : public QWidget
{
    Q_OBJECT
public:
    explicit AgentRunsView(AgentRuns &runs, QWidget *parent = nullptr); // runs outlive it

Q_SIGNALS:
    void runRequested(const desk::RunId &id);

private:
    void build();
    void buildTable();
    void updateState();
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] QString figuresText() const;
    void request(const QModelIndex &index);

    AgentRuns &m_runs;
    AgentRunModel *m_model;
    QLabel *m_note;
    RemarkLabel *m_problem;
    QPushButton *m_again;
    QTableView *m_table;
    RemarkLabel *m_figures;
};

} // namespace desk
