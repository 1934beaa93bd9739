#include "api/policy/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace desk::retry {

namespace {

constexpr double baseMs = 500;
constexpr double capMs = 30'000;
constexpr qint64 firstReconnectMs = 1000; // a stream that ended by itself and named no time

} // namespace

bool isTransient(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::RateLimited:
    case Error::Kind::Gateway:
    case Error::Kind::Unavailable:
        return true;
    default:
        return error.httpStatus == 500;
    }
}

bool isRepeatable(const RequestSpec &spec, bool serverRemembersKeys)
{
    if (!spec.mayRepeat || !spec.ifMatch.isEmpty()) // a repeat would meet the change it made itself, and call it somebody else's
        return false;
    if (spec.verb == "GET" || spec.verb == "HEAD" || spec.verb == "OPTIONS" || spec.verb == "PUT" || spec.verb == "DELETE")
        return true;
    return serverRemembersKeys;
}

qint64 delayMs(int attempt, double random, qint64 retryAfterMs)
{
    const double ceiling = std::min(capMs, baseMs * std::exp2(attempt - 1));
    return std::max<qint64>(std::llround(random * ceiling), retryAfterMs);
}

qint64 reconnectMs(int failures, double random, qint64 serverRetryMs, qint64 retryAfterMs)
{
    const qint64 asked = std::max({serverRetryMs, retryAfterMs, qint64(0)});
    if (failures > 0)
        return std::max(asked, delayMs(failures, 0.5 + random / 2, -1)); // at least half: a crowd must not come back at once
    // ± 20 %, so that a restarted server is not met by all its streams in one moment (WHATWG "reestablish": wait the reconnection time)
    const double base = static_cast<double>(serverRetryMs >= 0 ? serverRetryMs : firstReconnectMs);
    return std::max(retryAfterMs, static_cast<qint64>(std::llround(base * (0.8 + 0.4 * random))));
}

} // namespace desk::retry
