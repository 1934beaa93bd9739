#include "domain/log.h"

#include "domain/logfile.h"
#include "domain/secretset.h"

#include <QDateTime>
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

// What the message handler needs is made once and never destroyed: libraries log until the very end of the process, and a line of then
// is redacted like any other. An expression of Qt's that is destroyed waits for its lock for ever.
struct Secrets {
    QMutex mutex; // Qt calls the message handler from any thread; this lock guards nothing else
    SecretSet values;
};
Secrets &secrets()
{
    static auto *const made = new Secrets;
    return *made;
}

// The lines so far. Qt calls the message handler from any thread; the lock guards nothing else.
struct Lines {
    static constexpr qsizetype most = 400;
    QMutex mutex;
    LogFile file;
    QStringList recent;
};
Lines &lines()
{
    static auto *const made = new Lines;
    return *made;
}

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

QString mark()
{
    return QStringLiteral("[redacted]");
}

const QList<Rule> &rules()
{
    static const auto *const made = new QList<Rule>{
        {QRegularExpression(
             QStringLiteral("(?i)(authorization\\\\?\"?\\s*[:=]\\s*\\\\?\"?(?:(?:bearer|basic|digest|token|negotiate|ntlm)\\s+)?)"
                            "[^\\s\"\\\\,;]+")),
         QStringLiteral("\\1") + mark()},
        {QRegularExpression(QStringLiteral("(?i)(bearer\\s+)[A-Za-z0-9._~+/=-]{8,}")), QStringLiteral("\\1") + mark()},
        {QRegularExpression(QStringLiteral("(?i)((?:set-)?cookie\\s*[:=]\\s*)[^\\n]+")), QStringLiteral("\\1") + mark()},
        {QRegularExpression(QStringLiteral("(?i)(\\bx-[a-z-]*(?:key|token|secret)\\s*[:=]\\s*)\\S+")), QStringLiteral("\\1") + mark()},
        // A JSON member, also inside a JSON string; an escaped quote does not end its value.
        {QRegularExpression(
             QStringLiteral("(?i)(\"[a-z0-9_.-]*(?:token|secret|password|api_?key|[_-]key|\\bkey)[a-z0-9_-]*\\\\?\"\\s*:\\s*\\\\?\")"
                            "(?:[^\"\\\\]|\\\\.)*")),
         QStringLiteral("\\1") + mark()},
        // Query, fragment or form.
        {QRegularExpression(QStringLiteral("(?i)((?:^|[?&#\\s])(?:code|state|key|[a-z_-]*(?:token|secret|password|[_-]key))=)[^&\\s\"]+")),
         QStringLiteral("\\1") + mark()},
        {QRegularExpression(QStringLiteral("(://)[^/@\\s:]+(?::[^/@\\s]*)?@")), QStringLiteral("\\1") + mark() + QLatin1Char('@')},
        {QRegularExpression(QStringLiteral("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*")), mark()},
        {QRegularExpression(QStringLiteral("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)")), mark()},
        {QRegularExpression(QStringLiteral("\\b(?:sk|ghp|gho|xox[abp])[-_][A-Za-z0-9_-]{12,}")), mark()},
    };
    return *made;
}

// One message is one line, whatever somebody wrote into it (LOG-02).
QString oneLine(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n')
            out += QLatin1StringView("\\n");
        else if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0) || c == QChar(0x2028) || c == QChar(0x2029))
            out += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static constexpr const char *levels[] = {"debug", "warning", "critical", "fatal", "info"};
    const QString line = QStringLiteral("%1 %2: %3")
                             .arg(QLatin1StringView(levels[type]), QLatin1StringView(context.category ? context.category : "default"),
                                  oneLine(redact(text)));
    std::fprintf(stderr, "%s\n", qPrintable(line));
    const QString dated = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + QLatin1Char(' ') + line;
    Lines &log = lines();
    const QMutexLocker lock(&log.mutex);
    log.file.write(dated.toUtf8());
    log.recent.append(dated);
    if (log.recent.size() > Lines::most)
        log.recent.removeFirst();
}

} // namespace

QString redact(const QString &line)
{
    QString out = line;
    for (const Rule &rule : rules())
        out.replace(rule.pattern, rule.replacement);
    Secrets &known = secrets();
    const QMutexLocker lock(&known.mutex);
    return known.values.replaced(out, mark());
}

void registerSecret(const QByteArray &secret)
{
    if (secret.size() < SecretSet::minimum)
        return;
    Secrets &known = secrets();
    const QMutexLocker lock(&known.mutex);
    // Also as it stands in an address, and as a header or a body may hold it.
    for (const QByteArray &form : {secret, secret.toPercentEncoding(), secret.toBase64(QByteArray::OmitTrailingEquals)}) {
        QString text = QString::fromUtf8(form);
        known.values.add(text);
        text.fill(QChar()); // no copy of it stays behind
    }
}

void installRedactingLog()
{
    qInstallMessageHandler(handleMessage);
}

QString openLogFiles(const QString &folder)
{
    Lines &log = lines();
    const QMutexLocker lock(&log.mutex);
    log.file.open(folder);
    return log.file.problem();
}

QStringList recentLog()
{
    Lines &log = lines();
    const QMutexLocker lock(&log.mutex);
    return log.recent;
}

void setDetailedLog(bool on)
{
    QLoggingCategory::setFilterRules(on ? QStringLiteral("desk.*.debug=true") : QString());
}

} // namespace desk
