#pragma once

#include <QSet>
#include <QString>

namespace desk {

// What GET /capabilities promises. The team server answers 404: then every feature is missing and
// every workaround is on. Nothing tests for the server's name.
struct Capabilities {
    QString server;
    QString version;
    int api = 0;
    QSet<QString> features;

    [[nodiscard]] bool has(QLatin1StringView feature) const { return features.contains(QString(feature)); }
    // Whether what a stream says can be believed without asking again.
    [[nodiscard]] bool hasTruthfulStreams() const;
};

namespace feature {
inline constexpr QLatin1StringView streamIds("stream_ids");
inline constexpr QLatin1StringView heartbeat("heartbeat");
inline constexpr QLatin1StringView streamResume("stream_resume");
inline constexpr QLatin1StringView runCancel("run_cancel");
inline constexpr QLatin1StringView chatDetach("chat_detach");
inline constexpr QLatin1StringView idempotency("idempotency");
inline constexpr QLatin1StringView runFilters("run_filters");
inline constexpr QLatin1StringView files("files");
inline constexpr QLatin1StringView scorerPercentiles("scorer_percentiles");
inline constexpr QLatin1StringView runRetry("run_retry");
inline constexpr QLatin1StringView agentVersions("agent_versions");
inline constexpr QLatin1StringView providerTest("provider_test");
// A turn's metadata may name messages of its conversation that the answer is written without: hidden_message_ids.
inline constexpr QLatin1StringView hiddenMessages("hidden_messages");
// A call of a program of the user's waits for RunsApi::answer.
inline constexpr QLatin1StringView toolApproval("tool_approval");
// A person's answer makes a waiting execution go on, and a failed one can be resumed: ExecutionsApi::approve, resume.
inline constexpr QLatin1StringView approvalsResume("approvals_resume");
// The steps of a parallel step really run at once, and what they gave can be referred to.
inline constexpr QLatin1StringView parallelSteps("parallel_steps");
// Step kinds input, output and transform, steps that are disabled, and a loop's result by its steps' ids.
inline constexpr QLatin1StringView workflowExecutions("workflow_executions");
} // namespace feature

inline bool Capabilities::hasTruthfulStreams() const
{
    return has(feature::streamIds) && has(feature::streamResume) && has(feature::heartbeat);
}

} // namespace desk
