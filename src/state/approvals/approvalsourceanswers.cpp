// How answers go to the server, and what becomes of them. How it is asked what waits is in approvalsource.cpp.
#include "state/approvals/approvalsource.h"

#include "api/apiclient.h"
#include "api/endpoints/executionsapi.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool takesAnswer(const WaitingApproval *row)
{
    return row && (row->state == WaitingApproval::State::Asked || row->state == WaitingApproval::State::Failed);
}

} // namespace

void ApprovalSource::answer(const QString &key, const QString &optionId, const QString &comment)
{
    WaitingApproval *row = find(key);
    if (!takesAnswer(row) || !row->resumes || !row->step.prompt.optionIds.contains(optionId))
        return;
    row->state = WaitingApproval::State::Answering;
    row->error = {};
    const Approval approval{optionId, comment, row->step.prompt.argumentsHash};
    const ExecutionId id = row->execution;
    Q_EMIT changed();
    m_api.executions().approve(id, approval)->then(this, [this, key](const Result<WorkflowExecution> &outcome) { onSent(key, outcome); });
}

void ApprovalSource::stop(const QString &key)
{
    WaitingApproval *row = find(key);
    if (!row || row->state == WaitingApproval::State::Answering)
        return;
    row->state = WaitingApproval::State::Answering;
    row->error = {};
    const ExecutionId id = row->execution;
    Q_EMIT changed();
    m_api.executions().stop(id)->then(this, [this, key](const Result<WorkflowExecution> &outcome) { onSent(key, outcome); });
}

void ApprovalSource::onSent(const QString &key, const Result<WorkflowExecution> &outcome)
{
    WaitingApproval *row = find(key);
    if (!row || row->state != WaitingApproval::State::Answering)
        return; // of another server or person by now
    if (outcome) {
        remove(key);
        Q_EMIT changed();
        Q_EMIT executionChanged(*outcome);
        note(*outcome);
        return refresh(); // a round that began before may still have it
    }
    const Error &error = outcome.error();
    if (const std::optional<Error> lapsedFor = lapse(error)) {
        const WaitingApproval gone = *row;
        remove(key);
        Q_EMIT changed();
        Q_EMIT lapsed(gone, *lapsedFor);
        return refresh();
    }
    row->state = error.kind == Error::Kind::Cancelled ? WaitingApproval::State::Asked : WaitingApproval::State::Failed;
    row->error = error;
    row->mayApprove = row->mayApprove && error.code != "tool_changed"_L1;
    if (error.outcomeUnknown) {
        row->error.message = tr("The connection was lost while the answer was sent: whether it arrived is not known.");
        row->error.nextStep = tr("It is not sent again by itself. The server is asked what it waits for.");
    }
    watchDeadlines();
    Q_EMIT changed();
    if (error.outcomeUnknown)
        refresh();
}

// In our words where the server says which of its refusals it is; nothing where the same can be answered again.
std::optional<Error> ApprovalSource::lapse(const Error &error)
{
    Error told = error;
    told.nextStep.clear();
    if (error.code == "already_answered"_L1)
        told.message = tr("This was answered already; the first answer counts.");
    else if (error.code == "approval_expired"_L1)
        told.message = tr("The answer came too late: it does not count.");
    else if (error.code == "other_call"_L1)
        told.message = tr("What is asked has changed since it was shown. The answer does not count: look at what is asked now.");
    else if (error.code == "not_waiting"_L1 || error.kind == Error::Kind::NotFound)
        told.message = tr("Nothing waits for this answer any more.");
    else
        return std::nullopt;
    return told;
}

} // namespace desk
