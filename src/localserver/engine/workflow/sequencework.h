#pragma once

#include "localserver/engine/workflow/steprun.h"

namespace desk::server {

// Steps one after the other: those of the workflow, where conditions may jump, or of one round of a loop, where they do not (contract 5.4).
// Its output is an object, step id → output.
class SequenceWork final : public StepWork
{
    Q_OBJECT
public:
    // around: the key of the place it stands in; empty: the workflow itself.
    SequenceWork(WorkflowHost &host, const QJsonArray &steps, QString around, QJsonObject context, QObject *parent = nullptr);

    void start() override;

private:
    void next();
    void onDone(const StepOutcome &outcome);
    [[nodiscard]] qsizetype after(const QJsonValue &output) const;

    WorkflowHost &m_host;
    QJsonArray m_steps;
    QString m_around;
    QJsonObject m_context;
    QJsonObject m_outputs;
    qsizetype m_position = 0;
    qsizetype m_visit = 0;
    std::unique_ptr<StepRun> m_run;
};

} // namespace desk::server
