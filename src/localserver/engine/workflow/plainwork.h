#pragma once

#include "localserver/engine/workflow/workflowhost.h"

namespace desk::server {

// Steps that only compute: condition, input, output and transform.
class PlainWork final : public StepWork
{
    Q_OBJECT
public:
    PlainWork(WorkflowHost &host, StepPlace place, QObject *parent = nullptr);
    void start() override;

private:
    WorkflowHost &m_host;
    StepPlace m_place;
};

} // namespace desk::server
