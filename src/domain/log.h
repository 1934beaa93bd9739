#pragma once

#include <QByteArray>
#include <QLoggingCategory>
#include <QString>
#include <QStringList>

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

// Sends every Qt log line through redact() to standard error, one line a message: what would begin another one is escaped. Call once,
// first thing in main().
void installRedactingLog();

// From now on the lines also go to files in this folder, see LogFile. Returns why not, for people who look after computers; empty: it
// works.
QString openLogFiles(const QString &folder);

// The last lines as they were logged, oldest first: a few hundred at most.
[[nodiscard]] QStringList recentLog();

// Detailed lines, of every category of ours; off again with false (LOG-02: for a time that a person chose, never for good).
void setDetailedLog(bool on);

} // namespace desk
