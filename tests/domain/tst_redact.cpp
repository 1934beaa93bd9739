#include "domain/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace desk;

// LOG-01: whatever reaches the log, the canary does not.
class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canaryIsTakenOut_data();
    void canaryIsTakenOut();
    void registeredSecretIsTakenOutAnywhere();
    void shortStringsAreNotSecrets();
    void harmlessTextStays_data();
    void harmlessTextStays();
    void theLogItselfIsRedacted();
    void aLineAtTheVeryEndOfTheProcessIsRedactedToo();
};

namespace {

const QString canary = u"c4nary-0f-the-m1ne_7"_s;

// Made before everything the log makes for itself, so destroyed after it, as the libraries' own objects are.
struct LastWords {
    ~LastWords()
    {
        if (!said.isEmpty())
            qWarning("last words: %s", said.constData());
    }
    QByteArray said;
} lastWords;

// A process that logs before its end and after it.
int logAtTheEnd()
{
    installRedactingLog();
    registerSecret(canary.toUtf8());
    qWarning("a line");
    lastWords.said = "as told " + canary.toUtf8() + ", Bearer 0123456789abcdef";
    return 7;
}

} // namespace

void TestRedact::canaryIsTakenOut_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &line) { QTest::newRow(name) << line.arg(canary); };
    row("bearer header", u"GET /runs Authorization: Bearer %1"_s);
    row("lower case header", u"authorization: bearer %1, accept: */*"_s);
    row("basic header", u"Authorization: Basic %1"_s);
    row("header of another scheme", u"Authorization: Token %1"_s);
    row("header without a scheme", u"Authorization: %1 and more"_s);
    row("header as JSON", u"{\"Authorization\":\"Bearer %1\"}"_s);
    row("basic header as JSON", u"{\"authorization\": \"Basic %1\"}"_s);
    row("bearer alone", u"retrying with Bearer %1"_s);
    row("cookie", u"Cookie: session=%1; theme=dark"_s);
    row("set-cookie", u"Set-Cookie: sid=%1; HttpOnly"_s);
    row("webhook secret header", u"X-Webhook-Secret: %1"_s);
    row("key header", u"x-api-key: %1"_s);
    row("JSON access_token", u"{\"access_token\":\"%1\",\"expires_in\":900}"_s);
    row("JSON refresh_token, spaced", u"{ \"refresh_token\" : \"%1\" }"_s);
    row("JSON password", u"{\"password\":\"%1\"}"_s);
    row("JSON password with an escaped quote", u"{\"password\":\"ab\\\"%1\"}"_s);
    row("JSON apiKey", u"{\"apiKey\":\"%1\"}"_s);
    row("JSON provider key", u"{\"provider_key\":{\"provider\":\"x\",\"key\":\"%1\"}}"_s);
    row("JSON private_key", u"{\"private_key\":\"%1\"}"_s);
    row("JSON secret_value", u"{\"client_secret_value\":\"%1\"}"_s);
    row("JSON inside JSON", u"{\"body\":\"{\\\"access_token\\\":\\\"%1\\\"}\"}"_s);
    row("URL code", u"http://127.0.0.1:1/callback?code=%1&x=1"_s);
    row("URL state", u"http://127.0.0.1:1/callback?x=1&state=%1"_s);
    row("URL token", u"wss://host/llm/transcribe/stream?token=%1"_s);
    row("URL refresh_token", u"https://host/x?refresh_token=%1"_s);
    row("URL api_key", u"https://host/x?api_key=%1"_s);
    row("URL fragment", u"https://host/x#access_token=%1"_s);
    row("form body", u"grant_type=token-exchange&subject_token=%1"_s);
    row("URL user info", u"https://user:%1@host/path"_s);
    row("URL user only", u"https://%1@host/path"_s);
    row("JWT", u"got eyJhbGciOiJSUzI1NiJ9.eyJ%1.c2lnbmF0dXJl back"_s.replace(u'-', u'_'));
    row("provider key by its shape", u"refused sk-%1"_s);
}

void TestRedact::canaryIsTakenOut()
{
    QFETCH(QString, line);
    QVERIFY(line.contains(canary));
    const QString redacted = redact(line);
    QVERIFY2(!redacted.contains(canary), qPrintable(redacted));
    QVERIFY2(redacted.contains(u"[redacted]"_s), qPrintable(redacted));
}

void TestRedact::registeredSecretIsTakenOutAnywhere()
{
    const QString secret = u"registered secret/with+odd=signs.*"_s;
    QVERIFY(redact(u"x%1y"_s.arg(secret)).contains(secret));
    registerSecret(secret.toUtf8());
    registerSecret(secret.toUtf8());
    QCOMPARE(redact(u"x%1y %1"_s.arg(secret)), u"x[redacted]y [redacted]"_s);
}

void TestRedact::shortStringsAreNotSecrets()
{
    registerSecret("run");
    registerSecret({});
    QCOMPARE(redact(u"run 5 of 7"_s), u"run 5 of 7"_s);
}

void TestRedact::harmlessTextStays_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"GET /runs?limit=20&status=running 200 12 ms", "{\"max_tokens\":2000,\"status\":\"running\"}", "https://host/api/agent/runs",
          "the agent said: mail me at someone@example.org", "tool table_query took 12 ms", "event id 17, run b6c0f1"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestRedact::harmlessTextStays()
{
    QFETCH(QString, line);
    QCOMPARE(redact(line), line);
}

// The sink, not the caller, takes secrets out. QTest shows messages that reach its handler; ours sits in front of stderr.
void TestRedact::theLogItselfIsRedacted()
{
    const QtMessageHandler before = qInstallMessageHandler(nullptr);
    installRedactingLog();
    const QtMessageHandler ours = qInstallMessageHandler(before);
    QVERIFY(ours != nullptr);
    QFile log(QDir::temp().filePath(u"desk-redact-%1.log"_s.arg(QCoreApplication::applicationPid())));
    QVERIFY(log.open(QIODevice::WriteOnly | QIODevice::Truncate));
    const int saved = dup(fileno(stderr));
    std::fflush(stderr);
    dup2(log.handle(), fileno(stderr));
    ours(QtWarningMsg, QMessageLogContext(nullptr, 0, nullptr, "desk.api"), u"Authorization: Bearer %1\nsecond line"_s.arg(canary));
    std::fflush(stderr);
    dup2(saved, fileno(stderr));
    close(saved);
    log.close();
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray written = log.readAll();
    log.remove();
    QVERIFY(!written.contains(canary.toUtf8()));
    QVERIFY(written.contains("desk.api"));
    QCOMPARE(written.count('\n'), 1); // one message, one line
}

void TestRedact::aLineAtTheVeryEndOfTheProcessIsRedactedToo()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESK_TEST_LOGS_AT_THE_END"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), QStringList());
    QVERIFY2(process.waitForFinished(20'000), "it never ended");
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 7);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("last words: as told [redacted], Bearer [redacted]"), said.constData());
}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsSet("DESK_TEST_LOGS_AT_THE_END"))
        return logAtTheEnd();
    QCoreApplication app(argc, argv);
    TestRedact test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_redact.moc"
