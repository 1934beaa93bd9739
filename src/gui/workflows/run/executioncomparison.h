#pragma once

#include "state/executions/executionrecord.h"

#include <QDialog>

class QTableView;

namespace desk {

class DefinitionDiffView;
class StepPairModel;

// Two executions of a workflow beside each other, step by step, with what is different in the step that is chosen (WF-26). Not modal;
// deletes itself when it is closed. The older one should be the first.
class ExecutionComparison : public QDialog
{
    Q_OBJECT
public:
    ExecutionComparison(const QString &title, const ExecutionRecord &before, const ExecutionRecord &after, QWidget *parent = nullptr);

private:
    void build();
    void buildTable();
    void showStep(const QModelIndex &current);
    [[nodiscard]] static QString nameOf(const ExecutionRecord &record);
    [[nodiscard]] static QJsonObject inWords(const ExecutionRecord &record, qsizetype row);

    ExecutionRecord m_before;
    ExecutionRecord m_after;
    StepPairModel *m_model;
    QTableView *m_table;
    DefinitionDiffView *m_diff;
};

} // namespace desk
