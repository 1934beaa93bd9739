#pragma once

#include <QCoreApplication>

namespace desk::wire {

// The translation context of what a step of a workflow says when it cannot go on.
class WorkflowWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::wire::WorkflowWords)
};

} // namespace desk::wire
