#pragma once

#include "api/requestspec.h"
#include "domain/error.h"

#include <QtGlobal>

// When a request is sent again, and after how long. Pure functions: the clock, the dice and the budget are the caller's.
namespace desk::retry {

inline constexpr int maxAttempts = 4;                  // HTTP-03 allows five; nobody waits that long for a page
inline constexpr qint64 maxTotalMs = 60'000;           // for somebody who waits
inline constexpr qint64 longestSilentWaitMs = 120'000; // HTTP-04: a longer Retry-After is shown instead

// Whether the same request may have another outcome a moment later (HTTP-02).
[[nodiscard]] bool isTransient(const Error &error);

// Whether sending it twice is harmless: reads; writes that set a state; and POST or PATCH only where the server remembers
// Idempotency-Key (HTTP-01). The team server does not (contract 1.9), so there they are sent once.
[[nodiscard]] bool isRepeatable(const RequestSpec &spec, bool serverRemembersKeys);

// The wait after failed attempt number n = `attempt` (from 1): full jitter random × min(30 s, 0.5 s · 2ⁿ⁻¹), and at least
// Retry-After. `random` is in [0, 1). Milliseconds.
[[nodiscard]] qint64 delayMs(int attempt, double random, qint64 retryAfterMs);

// How a stream waits between two connections (SSE-22): the same, but never less than what the server asked for with `retry:`.
// failures = 0: the stream had been open long enough or had delivered something.
[[nodiscard]] qint64 reconnectMs(int failures, double random, qint64 serverRetryMs, qint64 retryAfterMs);

} // namespace desk::retry
