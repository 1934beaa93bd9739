#pragma once

#include <QtGlobal>

namespace desk::test {

// What this process holds in RAM right now; 0 where the system does not tell.
[[nodiscard]] qint64 residentBytes();

// How far residentBytes() may rise in a test: the sanitizers keep freed memory.
[[nodiscard]] constexpr qint64 allowedGrowth(qint64 bytes)
{
#if defined(__SANITIZE_ADDRESS__)
    return bytes + Q_INT64_C(512) * 1024 * 1024;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    return bytes + Q_INT64_C(512) * 1024 * 1024;
#endif
#endif
    return bytes;
}

} // namespace desk::test
