#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace desk::wire {

// An HTTP-date in any of its three forms (RFC 9110 5.6.7), exactly as the grammar has it: no other case, width, zone or white space,
// and the weekday must be that day's. The two-digit year of RFC 850's form is taken as at most 50 years after `now`. UTC.
[[nodiscard]] std::optional<QDateTime> parseHttpDate(QByteArrayView text, const QDateTime &now = QDateTime::currentDateTimeUtc());

// Milliseconds to wait by a Retry-After of either form (HTTP-04): seconds, or a date measured against the answer's own Date and,
// where that is missing or nonsense, against `now`. A date in the past is 0; -1: absent, nonsense, or more than a day.
[[nodiscard]] qint64 retryAfterMs(QByteArrayView retryAfter, QByteArrayView date, const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace desk::wire
