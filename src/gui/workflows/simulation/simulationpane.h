#pragma once

#include "gui/chat/table/tabledata.h"
#include "state/executions/executionrecord.h"
#include "state/workflows/nodeid.h"
#include "state/workflows/workflowsurroundings.h"

#include <QTimer>
#include <QWidget>

class QTableView;

namespace desk {

class PlainLabel;
class SchemaEditor;
class SimulationModel;
class WorkflowEditing;
struct WorkflowSimulation;

// The workflow thought through on sample data, without a server (D-64): conditions, references, transforms and loops are worked out, agents
// and tools answer with what they gave in the last run, where there was one. Follows every edit. Never claims that anything ran.
class SimulationPane : public QWidget
{
    Q_OBJECT
public:
    explicit SimulationPane(WorkflowEditing &editing, QWidget *parent = nullptr); // which outlives it

    void setDialect(WorkflowDialect dialect);
    void setSamples(const ExecutionRecord &record); // of the last run; an empty one: none

Q_SIGNALS:
    void nodeChosen(desk::NodeId node);
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void takeDefinition();
    void simulate();
    void take(const WorkflowSimulation &simulation);
    void showStep();

    WorkflowEditing &m_editing;
    WorkflowDialect m_dialect = WorkflowDialect::Team;
    ExecutionRecord m_record;
    SchemaEditor *m_input;
    PlainLabel *m_end;
    QTableView *m_table;
    SimulationModel *m_model;
    QWidget *m_data;
    QTimer m_soon;
    QJsonObject m_schema;
    QString m_given; // the input as it was before somebody wrote in it
    quint64 m_round = 0;
};

} // namespace desk
