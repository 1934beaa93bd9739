#pragma once

#include <QByteArray>
#include <QLoggingCategory>
#include <QString>

namespace desk {

Q_DECLARE_LOGGING_CATEGORY(logApi)
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logSse)
Q_DECLARE_LOGGING_CATEGORY(logAuth)
Q_DECLARE_LOGGING_CATEGORY(logState)
Q_DECLARE_LOGGING_CATEGORY(logGui)
Q_DECLARE_LOGGING_CATEGORY(logServer)

// Takes secrets out of one log line: bearer headers, token-like JSON fields, query values, URL user info,
// JWT shapes, and every secret registered below (LOG-01). Pure but for the registered set; thread-safe.
[[nodiscard]] QString redact(const QString &line);

// From now on the exact value never appears in a log line. Call it where a token enters the process.
void registerSecret(const QByteArray &secret);

// Sends every Qt log line through redact() to standard error. Call once, first thing in main().
void installRedactingLog();

} // namespace desk
