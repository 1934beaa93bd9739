#include "localserver/http/eventfeed.h"

#include "wire/ssewriter.h"

namespace desk::server {

namespace {

constexpr int reconnectDelayMs = 1000;

} // namespace

QByteArray EventFeed::opening() const
{
    return wire::sseRetry(reconnectDelayMs);
}

QByteArray EventFeed::heartbeat() const
{
    return wire::sseComment("ping");
}

} // namespace desk::server
