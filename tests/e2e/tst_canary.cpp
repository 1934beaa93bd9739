// FI-42: a secret is driven through the real program, which is told to log all it can, at servers that say it back in every way they have.
// Afterwards it is nowhere but where it belongs: in the keychain and in the Authorization header.
#include "auth/keychainstore.h"
#include "auth/session.h"
#include "state/profiles/profilestore.h"
#include "state/settings.h"
#include "support/faultserver.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QByteArray canary = "c4nary-0f-the-wh0le-pr0gram";

QList<QByteArray> forms()
{
    return {canary, canary.toPercentEncoding(), canary.toBase64(QByteArray::OmitTrailingEquals), canary.toHex()};
}

QByteArray heldIn(const QByteArray &text)
{
    for (const QByteArray &form : forms()) {
        if (const qsizetype at = text.indexOf(form); at >= 0)
            return text.mid(std::max<qsizetype>(0, at - 80), 200);
    }
    return {};
}

// Every way a server has to say a token back.
Scripted hostile(const Received &request)
{
    const QByteArray bearer = request.headers.value("authorization");
    if (request.target == "/capabilities")
        return late(reply(404, R"({"detail":"no )" + bearer + "\"}"), 500); // so that the program can be looked at
    if (request.target.startsWith("/agents"))
        return reply(500, R"({"detail":"token )" + bearer + R"( failed","access_token":")" + canary + "\"}", "application/json",
                     {"X-Echo: " + bearer, "Set-Cookie: session=" + canary});
    if (request.target.startsWith("/conversations"))
        return reply(302, {}, "text/html", {"Location: https://" + canary + "@elsewhere.example.org/?token=" + canary});
    if (request.target.startsWith("/runs"))
        return reply(422, R"({"detail":[{"loc":["header","authorization"],"msg":"bad token","input":")" + canary + "\"}]}");
    return reply(401, R"({"detail":"Not authenticated: )" + bearer + "\"}", "application/json",
                 {"WWW-Authenticate: Bearer error_description=\"" + canary + "\""});
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void FI_42_theHeadlessProgramKeepsTheSecretToItself();
    void FI_42_theWindowKeepsTheSecretToItself();
    void cleanupTestCase();

private:
    void run(const QStringList &arguments, int forMs);
    void lookEverywhere();

    QTemporaryDir m_home;
    FaultServer m_server{hostile};
    KeychainStore m_keychain;
    Profile m_profile;
    QByteArray m_output;
    QByteArray m_seen; // of the running process: arguments and environment
};

void TestCanary::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("DESK_TEST_KEYRING"), "run it within packaging/with-keyring.sh, as make test does");
    Settings settings(m_home.filePath(u"settings.json"_s));
    ProfileStore profiles(settings);
    m_profile = profiles.save({Profile::Kind::Team, u"Canary"_s, m_server.url()});
    profiles.noteOpened(m_profile);
    Session session;
    session.way = SignInWay::Token;
    session.baseUrl = m_profile.baseUrl;
    session.access = canary;
    std::optional<bool> written;
    m_keychain.write(sessionKey(m_profile), toStored(session), this, [&](const Result<> &outcome) { written = outcome.has_value(); });
    QTRY_COMPARE_WITH_TIMEOUT(written, std::optional<bool>(true), 10'000);
}

void TestCanary::cleanupTestCase()
{
    bool removed = false;
    m_keychain.remove(sessionKey(m_profile), this, [&](const Result<> &) { removed = true; });
    QTRY_VERIFY(removed);
}

void TestCanary::run(const QStringList &arguments, int forMs)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data-home"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config-home"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, m_home.filePath(u"cache-home"_s));
    environment.insert(u"TMPDIR"_s, m_home.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(DESK_BIN_DIR "/agentdesk"),
                  QStringList{u"--settings"_s, m_home.filePath(u"settings.json"_s), u"--data"_s, m_home.filePath(u"data"_s)} + arguments);
    QVERIFY(process.waitForStarted());
    const qsizetype before = m_server.received().size();
    const auto token = [](const Received &request) { return request.headers.value("authorization") == "Bearer " + canary; };
    QTRY_VERIFY_WITH_TIMEOUT(std::any_of(m_server.received().begin() + before, m_server.received().end(), token), 15'000); // it is in use
    const QString proc = u"/proc/%1/"_s.arg(process.processId());
    for (const QString &name : {proc + u"cmdline"_s, proc + u"environ"_s}) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            m_seen += file.readAll();
    }
    // A window goes on: until those it asks first have said the secret back, and it had time to make something of it.
    const auto asked = [&](const char *place) {
        return std::any_of(m_server.received().begin() + before, m_server.received().end(),
                           [place](const Received &request) { return request.target.startsWith(place); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning || (asked("/agents") && asked("/conversations")), 30'000);
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, forMs)) {
        process.terminate();
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 8000))
            process.kill();
    }
    process.waitForFinished();
    m_output = process.readAll();
    QVERIFY(!m_output.isEmpty());
}

void TestCanary::lookEverywhere()
{
    QVERIFY2(heldIn(m_output).isEmpty(), heldIn(m_output).constData());
    QVERIFY(!m_seen.isEmpty());
    QVERIFY2(heldIn(m_seen).isEmpty(), heldIn(m_seen).constData());
    int files = 0;
    for (QDirIterator it(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext(); ++files) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(heldIn(content).isEmpty(), qPrintable(file.fileName()));
        QVERIFY2(!content.contains(
                     QByteArray::fromRawData(reinterpret_cast<const char *>(QString::fromLatin1(canary).utf16()), canary.size() * 2)),
                 qPrintable(file.fileName()));
    }
    QVERIFY(files > 0);
}

void TestCanary::FI_42_theHeadlessProgramKeepsTheSecretToItself()
{
    run({u"--ask"_s, u"What is new?"_s, u"--profile"_s, u"Canary"_s}, 20'000);
    lookEverywhere();
}

void TestCanary::FI_42_theWindowKeepsTheSecretToItself()
{
    run({}, 4000);
    QVERIFY2(QFile::exists(m_home.filePath(u"data-home/agentdesk/logs/agentdesk.log"_s)), m_output.constData());
    lookEverywhere();
}

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
