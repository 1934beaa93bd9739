#pragma once

#include <QByteArray>
#include <QString>

namespace desk::wire {

// The bytes with every ill-formed sequence replaced by U+FFFD, one per maximal subpart, as the WHATWG decoder does (SSE-05).
// QString::fromUtf8 replaces byte by byte, which differs on truncated sequences. Well-formed input is copied once.
[[nodiscard]] QByteArray validUtf8(QByteArrayView bytes);

[[nodiscard]] bool isValidUtf8(QByteArrayView bytes);

// QString::fromUtf8 swallows a U+FEFF at the start; inside a stream it is text (SSE-04).
[[nodiscard]] QString textFromUtf8(QByteArrayView bytes);

} // namespace desk::wire
