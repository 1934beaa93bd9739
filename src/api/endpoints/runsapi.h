#pragma once

#include "api/endpoints/chapter.h"
#include "domain/run.h"
#include "domain/runrequest.h"

#include <QDateTime>
#include <QString>

namespace desk {

// What is left empty does not filter.
struct RunFilter {
    AgentId agentId;
    RunStatus status;
    // Only where the server has run_filters; another ignores them.
    QDateTime createdAfter;
    QDateTime createdBefore;
    QString text;
};

// Contract 3.6, and the additions of the local server.
class RunsApi : public Chapter
{
public:
    using Chapter::Chapter;

    // Newest first, a limit of at most 100; rows are whole and may be large (contract 6.3 #31).
    [[nodiscard]] ApiCall<Page<Run>> *list(const RunFilter &filter, qsizetype offset, qsizetype limit);
    [[nodiscard]] ApiCall<Run> *get(const RunId &id);
    [[nodiscard]] ApiCall<RunProvenance> *provenance(const RunId &id);

    // The team server answers when the run has ended, and an agent it does not know is a failed run.
    [[nodiscard]] ApiCall<Run> *start(const RunRequest &request);
    [[nodiscard]] ApiCall<RunOutcome> *invoke(const RunRequest &request);
    // Answers at once on both servers.
    [[nodiscard]] ApiCall<RunAccepted> *invokeAsync(const RunRequest &request);

    [[nodiscard]] ApiCall<void> *cancel(const RunId &id); // run_cancel
    [[nodiscard]] ApiCall<Run> *retry(const RunId &id);   // run_retry: the new, pending run
    // The person's word on a Prompt that isApproval(), once (tool_approval). Conflict: the run does not wait for this, or no longer;
    // Invalid: there is no such option. Never sent again: whether it was taken shows in the run's events.
    [[nodiscard]] ApiCall<void> *answer(const RunId &id, const QString &optionId, const QString &argumentsHash);
};

} // namespace desk
