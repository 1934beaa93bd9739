#include "domain/log.h"

#include <QMutex>
#include <QRegularExpression>
#include <QStringList>

#include <cstdio>

namespace desk {

Q_LOGGING_CATEGORY(logApi, "desk.api", QtInfoMsg)
Q_LOGGING_CATEGORY(logHttp, "desk.api.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logSse, "desk.api.sse", QtInfoMsg)
Q_LOGGING_CATEGORY(logAuth, "desk.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(logState, "desk.state", QtInfoMsg)
Q_LOGGING_CATEGORY(logGui, "desk.gui", QtInfoMsg)
Q_LOGGING_CATEGORY(logServer, "desk.server", QtInfoMsg)

namespace {

// Qt calls the message handler from any thread; this lock guards nothing else.
struct Secrets {
    QMutex mutex;
    QStringList values;
};
Q_GLOBAL_STATIC(Secrets, secrets)

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static constexpr const char *levels[] = {"debug", "warning", "critical", "fatal", "info"};
    const QString line = redact(text).replace(QLatin1Char('\n'), QLatin1StringView("\\n"));
    std::fprintf(stderr, "%s %s: %s\n", levels[type], context.category ? context.category : "default", qPrintable(line));
}

} // namespace

QString redact(const QString &line)
{
    static const QString mark = QStringLiteral("[redacted]");
    struct Rule {
        QRegularExpression pattern;
        QString replacement;
    };
    static const Rule rules[] = {
        {QRegularExpression(
             QStringLiteral("(?i)(authorization\\\\?\"?\\s*[:=]\\s*\\\\?\"?(?:(?:bearer|basic|digest|token|negotiate|ntlm)\\s+)?)"
                            "[^\\s\"\\\\,;]+")),
         QStringLiteral("\\1") + mark},
        {QRegularExpression(QStringLiteral("(?i)(bearer\\s+)[A-Za-z0-9._~+/=-]{8,}")), QStringLiteral("\\1") + mark},
        {QRegularExpression(QStringLiteral("(?i)((?:set-)?cookie\\s*[:=]\\s*)[^\\n]+")), QStringLiteral("\\1") + mark},
        {QRegularExpression(QStringLiteral("(?i)(\\bx-[a-z-]*(?:key|token|secret)\\s*[:=]\\s*)\\S+")), QStringLiteral("\\1") + mark},
        // A JSON member, also inside a JSON string; an escaped quote does not end its value.
        {QRegularExpression(
             QStringLiteral("(?i)(\"[a-z0-9_.-]*(?:token|secret|password|api_?key|[_-]key|\\bkey)[a-z0-9_-]*\\\\?\"\\s*:\\s*\\\\?\")"
                            "(?:[^\"\\\\]|\\\\.)*")),
         QStringLiteral("\\1") + mark},
        // Query, fragment or form.
        {QRegularExpression(QStringLiteral("(?i)((?:^|[?&#\\s])(?:code|state|key|[a-z_-]*(?:token|secret|password|[_-]key))=)[^&\\s\"]+")),
         QStringLiteral("\\1") + mark},
        {QRegularExpression(QStringLiteral("(://)[^/@\\s:]+(?::[^/@\\s]*)?@")), QStringLiteral("\\1") + mark + QLatin1Char('@')},
        {QRegularExpression(QStringLiteral("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*")), mark},
        {QRegularExpression(QStringLiteral("\\b(?:sk|ghp|gho|xox[abp])[-_][A-Za-z0-9_-]{12,}")), mark},
    };
    QString out = line;
    for (const Rule &rule : rules)
        out.replace(rule.pattern, rule.replacement);
    if (secrets.isDestroyed())
        return out;
    const QMutexLocker lock(&secrets->mutex);
    for (const QString &value : secrets->values)
        out.replace(value, mark);
    return out;
}

void registerSecret(const QByteArray &secret)
{
    if (secret.size() < 6)
        return; // replacing very short strings would make logs unreadable
    const QMutexLocker lock(&secrets->mutex);
    const QString text = QString::fromUtf8(secret);
    if (!secrets->values.contains(text))
        secrets->values.append(text);
}

void installRedactingLog()
{
    qInstallMessageHandler(handleMessage);
}

} // namespace desk
