#pragma once

#include <QtGlobal>

#include <deque>

namespace desk {

// Retries of the whole client together, so that a burst of server errors is not answered with a burst of requests (HTTP-05): within a
// minute at most one retry for ten first tries, and a few that are always allowed. Time is the caller's monotonic clock, milliseconds.
class RetryBudget
{
public:
    static constexpr qint64 windowMs = 60'000;
    static constexpr int alwaysAllowed = 20;

    void noteCall(qint64 now);
    // Takes one from the budget, or says no.
    [[nodiscard]] bool takeRetry(qint64 now);

private:
    void forgetOld(qint64 now);

    std::deque<qint64> m_calls;
    std::deque<qint64> m_retries;
};

} // namespace desk
