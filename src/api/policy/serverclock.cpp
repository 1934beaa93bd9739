#include "api/policy/serverclock.h"

#include <algorithm>

namespace desk {

namespace {

constexpr std::size_t kept = 5;

} // namespace

void ServerClock::note(const QDateTime &serverTime, const QDateTime &localTime)
{
    if (!serverTime.isValid() || !localTime.isValid())
        return;
    if (m_skews.size() == kept)
        m_skews.erase(m_skews.begin());
    m_skews.push_back(localTime.msecsTo(serverTime));
}

qint64 ServerClock::skewMs() const
{
    if (m_skews.empty())
        return 0;
    std::vector<qint64> sorted = m_skews;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

} // namespace desk
