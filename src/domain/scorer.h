#pragma once

#include "domain/openenum.h"

namespace desk {

// What grades a run or a scenario (contract 5.8). A server may have scorers of its own: they keep their name.
enum class Scorer { Success, Latency, ToolUsage, LlmQuality, ToolSelection, RoutingAccuracy, OutputContains, Unknown };

constexpr std::array<EnumWord<Scorer>, 7> enumWords(Scorer)
{
    return {{
        {Scorer::Success, QLatin1StringView("success")},
        {Scorer::Latency, QLatin1StringView("latency")},
        {Scorer::ToolUsage, QLatin1StringView("tool_usage")},
        {Scorer::LlmQuality, QLatin1StringView("llm_quality")},
        {Scorer::ToolSelection, QLatin1StringView("tool_selection")},
        {Scorer::RoutingAccuracy, QLatin1StringView("routing_accuracy")},
        {Scorer::OutputContains, QLatin1StringView("output_contains")},
    }};
}

using ScorerName = OpenEnum<Scorer>;

// What an evaluator's config.type may be; any other fails when it is executed on a run.
inline constexpr std::array runScorers{Scorer::Success, Scorer::Latency, Scorer::ToolUsage};
// What an eval run over a dataset may use.
inline constexpr std::array datasetScorers{Scorer::Success,       Scorer::Latency,         Scorer::LlmQuality,
                                           Scorer::ToolSelection, Scorer::RoutingAccuracy, Scorer::OutputContains};

} // namespace desk
