#pragma once

#include "domain/conversation.h"

#include <QStringList>

namespace desk {

// What of a turn is shown apart from its thoughts, in words for people. Pure.
[[nodiscard]] QStringList shownThoughts(const Message &message); // all but warnings
[[nodiscard]] QList<Thought> warningsOf(const Message &message); // oldest first
[[nodiscard]] QString warningText(const Thought &warning);       // with who warns
[[nodiscard]] QStringList interimNotes(const Message &message);  // side notes, oldest first
[[nodiscard]] QString planWords(const Plan &plan);               // summary and steps, one a line
[[nodiscard]] QString stepWords(const PlanStep &step);           // what a step is to do
// What an answer came by, in a line (CH-47): "Plan, 3 tools, reasoning, 12.0 s". Where there is but one step, that is its own line.
[[nodiscard]] bool hasSeveralSteps(const Message &message);
[[nodiscard]] QString stepsSummary(const Message &message);
[[nodiscard]] QString upgradeText(const Message &message); // which stronger model went on; empty: none did
[[nodiscard]] bool isThinking(const Message &message);     // a model thinks, and nothing of its answer is there (CH-48)
[[nodiscard]] QString confidenceText(double confidence);   // "fairly sure (78 %)"; empty where the server says nothing
[[nodiscard]] QString rateText(const AnswerFacts &facts);  // "38 tokens/s"; empty where the server did not count
[[nodiscard]] QString factsText(const AnswerFacts &facts); // "1 204 tokens read, 412 tokens written"; empty as well

} // namespace desk
