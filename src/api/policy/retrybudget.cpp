#include "api/policy/retrybudget.h"

#include <algorithm>

namespace desk {

void RetryBudget::noteCall(qint64 now)
{
    forgetOld(now);
    m_calls.push_back(now);
}

bool RetryBudget::takeRetry(qint64 now)
{
    forgetOld(now);
    const auto allowed = std::max<std::size_t>(alwaysAllowed, m_calls.size() / 10);
    if (m_retries.size() >= allowed)
        return false;
    m_retries.push_back(now);
    return true;
}

void RetryBudget::forgetOld(qint64 now)
{
    for (auto *times : {&m_calls, &m_retries}) {
        while (!times->empty() && times->front() <= now - windowMs)
            times->pop_front();
    }
}

} // namespace desk
