#pragma once

#include <QByteArray>

namespace desk::wire {

// The bytes of one event. data may hold line breaks of any kind; they become several data lines. An id with NUL, CR or LF is
// left out, an event name with CR or LF is cut there: neither may forge another field.
[[nodiscard]] QByteArray sseEvent(const QByteArray &type, const QByteArray &data, const QByteArray &id = {});
[[nodiscard]] QByteArray sseComment(const QByteArray &text);
[[nodiscard]] QByteArray sseRetry(int milliseconds);

} // namespace desk::wire
