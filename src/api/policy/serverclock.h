#pragma once

#include <QDateTime>

#include <vector>

namespace desk {

// How far the server's clock is from ours: the median of the last five Date headers of answers that came over the network
// (HTTP-31). Used for expiry, Retry-After dates and ages on screen; above five minutes the user is told.
class ServerClock
{
public:
    static constexpr qint64 suspiciousMs = 5 * 60'000;

    void note(const QDateTime &serverTime, const QDateTime &localTime); // ignores invalid times
    void forget() { m_skews.clear(); }

    [[nodiscard]] bool isKnown() const { return !m_skews.empty(); }
    [[nodiscard]] qint64 skewMs() const; // server minus local; 0 when unknown
    [[nodiscard]] bool isSuspicious() const { return qAbs(skewMs()) > suspiciousMs; }
    [[nodiscard]] QDateTime toServer(const QDateTime &local) const { return local.addMSecs(skewMs()); }

private:
    std::vector<qint64> m_skews; // newest last
};

} // namespace desk
