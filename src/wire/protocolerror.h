#pragma once

#include "domain/error.h"

namespace desk::wire {

// Kind::Protocol with our own wording; `detail`, for the log, says what was not understood and where.
[[nodiscard]] Error protocolError(const QString &detail);

} // namespace desk::wire
