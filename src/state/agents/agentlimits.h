#pragma once

#include <QStringView>

namespace desk {

// A range, both ends in it.
struct AgentRange {
    int least = 0;
    int most = 0;

    [[nodiscard]] constexpr bool has(int value) const { return value >= least && value <= most; }
};

// What the server takes (inventory AG-40, contract 3.1). Lengths are in characters as agentTextLength() counts them.
namespace agentlimit {
inline constexpr int name = 120;
inline constexpr int displayName = 255;
inline constexpr int instructions = 10'000;
inline constexpr int longInstructions = 8000; // of ours: beyond is said to be long
inline constexpr AgentRange timeoutSeconds{1, 600};
inline constexpr AgentRange thresholdChars{1000, 100'000};
inline constexpr AgentRange recentMessages{1, 20};
inline constexpr AgentRange summaryChars{500, 10'000};
} // namespace agentlimit

// As the server counts: an emoji beyond the basic plane is one character, where QString counts two.
[[nodiscard]] inline qsizetype agentTextLength(QStringView text)
{
    qsizetype length = text.size();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i).isLowSurrogate() && text.at(i - 1).isHighSurrogate())
            --length;
    }
    return length;
}

} // namespace desk
