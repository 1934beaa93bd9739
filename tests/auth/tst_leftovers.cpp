// What is left of a token in the memory of the process after its session has ended (KEY-12). Freed memory is overwritten here, so that
// whatever is found is a copy that somebody still holds.
#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/transport.h"
#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "domain/log.h"
#include "support/faultserver.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr char veil = 0x55;

QByteArray veiled(QByteArray text)
{
    for (char &c : text)
        c = static_cast<char>(c ^ veil);
    return text;
}

// How often the bytes stand in the writable memory of this process. They come veiled, so that the question is not its own answer.
int countInMemory(const QByteArray &veiledNeedle)
{
    QFile maps(u"/proc/self/maps"_s);
    if (!maps.open(QIODevice::ReadOnly))
        return -1;
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    const QList<QByteArray> lines = maps.readAll().split('\n');
    const auto size = static_cast<size_t>(veiledNeedle.size());
    int count = 0;
    for (const QByteArray &line : lines) {
        static const QRegularExpression form(u"^([0-9a-f]+)-([0-9a-f]+) rw"_s);
        const auto match = form.match(QString::fromLatin1(line));
        if (!match.hasMatch())
            continue;
        const quint64 from = match.captured(1).toULongLong(nullptr, 16);
        const quint64 to = match.captured(2).toULongLong(nullptr, 16);
        std::vector<char> bytes(to - from);
        if (pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(from)) != static_cast<ssize_t>(bytes.size()))
            continue;
        for (char &c : bytes)
            c = static_cast<char>(c ^ veil);
        for (size_t at = 0; at + size <= bytes.size(); ++at) {
            if (bytes[at] == veiledNeedle[0] &&
                std::equal(veiledNeedle.cbegin(), veiledNeedle.cend(), bytes.cbegin() + static_cast<long>(at)))
                ++count;
        }
        std::fill(bytes.begin(), bytes.end(), '\0');
    }
    ::close(memory);
    return count;
}

// Made up at run time, and kept only veiled.
QByteArray veiledToken()
{
    QByteArray token(40, Qt::Uninitialized);
    for (char &c : token)
        c = static_cast<char>("abcdefghijklmnopqrstuvwxyz234567"[QRandomGenerator::system()->bounded(32)] ^ veil);
    return token;
}

QByteArray wide(const QByteArray &veiledText)
{
    QByteArray out;
    for (const char c : veiledText)
        out += c, out += static_cast<char>(0 ^ veil);
    return out;
}

} // namespace

class TestLeftovers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void KEY_12_theSearchFindsWhatIsThere();
    void KEY_12_noCopyOfATokenIsHeldAfterSigningOut();
};

void TestLeftovers::KEY_12_theSearchFindsWhatIsThere()
{
    const QByteArray token = veiledToken();
    QCOMPARE(countInMemory(token), 0);
    QByteArray held = veiled(token);
    held.detach();
    QVERIFY(countInMemory(token) >= 1);
    QString text = QString::fromLatin1(held);
    QVERIFY(countInMemory(wide(token)) >= 1);
    held.fill('\0');
    text.fill(QChar());
    QCOMPARE(countInMemory(token), 0);
    QCOMPARE(countInMemory(wide(token)), 0);
}

void TestLeftovers::KEY_12_noCopyOfATokenIsHeldAfterSigningOut()
{
    const QByteArray token = veiledToken();
    int asked = 0;
    auto server = std::make_unique<FaultServer>([&](const Received &request) {
        asked += veiled(request.headers.value("authorization").mid(7)) == token ? 1 : 0;
        return json("[]");
    });
    Profile profile{Profile::Kind::Team, u"Team"_s, server->url(), u"p1"_s};
    profile.signIn = SignInWay::Token;
    MemoryStore secrets;
    {
        AuthManagers sessions(secrets);
        ProfileTokenSource tokens;
        Transport transport(tokens);
        ApiClient api(transport);
        AuthManager &session = sessions.of(profile);
        session.start();
        QTRY_VERIFY(session.isStarted());
        transport.setBaseUrl(server->url());
        tokens.setSource(&session);
        session.adoptToken(veiled(token), &session, [](const Result<> &) {});
        QTRY_COMPARE(session.state(), AuthManager::State::SignedIn);
        QVERIFY(countInMemory(token) > 0); // it is in use
        bool isDone = false;
        api.agents().list()->then(&session, [&isDone](const auto &) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(asked, 1);
        QVERIFY(redact(u"a line with "_s + QString::fromLatin1(veiled(token))).contains(u"redacted"_s));
        QSignalSpy finished(&session, &AuthManager::signOutFinished);
        session.signOut();
        transport.forgetSession();
        QTRY_COMPARE(finished.size(), 1);
        // Qt holds the last request of a connection as long as that stands.
        transport.reconnectNow();
    }
    server.reset(); // it remembers what it was sent
    QString line = u"the sink still knows it: "_s + QString::fromLatin1(veiled(token));
    QVERIFY(redact(line) != line);
    line.fill(QChar());
    QTRY_COMPARE(countInMemory(wide(token)), 0);
    QTRY_COMPARE(countInMemory(token), 0);
}

int main(int argc, char **argv)
{
    // Freed memory is overwritten, also where glibc keeps it for the same thread. Only asked for at the start of a process.
    if (qgetenv("GLIBC_TUNABLES").isEmpty()) {
        qputenv("GLIBC_TUNABLES", "glibc.malloc.perturb=170:glibc.malloc.tcache_count=0");
        execv("/proc/self/exe", argv);
        return 1;
    }
    QCoreApplication app(argc, argv);
    TestLeftovers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_leftovers.moc"
