#pragma once

#include <QString>

#include <optional>

namespace desk {

// How an answer was made, as far as its server tells (CH-20, CH-70). The team server says nothing of it.
struct AnswerFacts {
    static constexpr qint64 mostCounted = 1'000'000'000'000; // of one answer: what says more is no count

    QString model;                // that wrote it; hostile. Empty: it was not said, or none did
    qint64 promptTokens = -1;     // read by the model, in all its rounds; -1: it was not said
    qint64 completionTokens = -1; // written by it, with its thoughts and calls of tools
    qint64 writingMs = -1;        // how long it wrote
    qint64 totalTokens = -1;      // read and written, where the server tells their sum alone
    std::optional<double> costDollars{};

    [[nodiscard]] bool isEmpty() const { return *this == AnswerFacts(); }
    // Read and written. A server that does not count leaves its counters at 0 (contract 5.4): 0 is nothing said, and so is one half.
    [[nodiscard]] std::optional<qint64> tokens() const
    {
        const qint64 sum = promptTokens >= 0 && completionTokens >= 0 ? promptTokens + completionTokens : totalTokens;
        return sum > 0 ? std::optional(sum) : std::nullopt;
    }
    // Nothing where the server did not count, or where so little was written that a rate says nothing.
    [[nodiscard]] std::optional<double> tokensPerSecond() const
    {
        constexpr qint64 fewTokens = 2;
        constexpr qint64 shortMs = 50;
        if (completionTokens < fewTokens || writingMs < shortMs)
            return std::nullopt;
        return static_cast<double>(completionTokens) * 1000.0 / static_cast<double>(writingMs);
    }

    friend bool operator==(const AnswerFacts &, const AnswerFacts &) = default;
};

} // namespace desk
