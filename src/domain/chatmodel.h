#pragma once

#include "domain/openenum.h"

#include <QString>

namespace desk {

enum class CostTier { Low, Medium, High, Unknown };
enum class SpeedTier { Fast, Medium, Slow, Unknown };

constexpr std::array<EnumWord<CostTier>, 3> enumWords(CostTier /*tag*/)
{
    return {{{CostTier::Low, QLatin1StringView("low")},
             {CostTier::Medium, QLatin1StringView("medium")},
             {CostTier::High, QLatin1StringView("high")}}};
}

constexpr std::array<EnumWord<SpeedTier>, 3> enumWords(SpeedTier /*tag*/)
{
    return {{{SpeedTier::Fast, QLatin1StringView("fast")},
             {SpeedTier::Medium, QLatin1StringView("medium")},
             {SpeedTier::Slow, QLatin1StringView("slow")}}};
}

// A model that a chat may name (contract 3.2, GET /chat/models).
struct ChatModel {
    QString id;
    QString name;
    QString description;
    bool supportsVision = false;
    bool supportsTools = false;
    bool supportsReasoning = false;
    int maxTokens = 0; // 0: unknown
    OpenEnum<CostTier> cost;
    OpenEnum<SpeedTier> speed;
};

} // namespace desk
