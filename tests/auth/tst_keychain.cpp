// The keychain as it misbehaves, over real D-Bus sessions: each case has a bus of its own, and the program under test a process of its own
// (secretprobe). With nobody around who provides one, the test starts itself again inside a throw-away gnome-keyring (KEY-13).
#include "auth/keychain/secretchunks.h"
#include "auth/keychainstore.h"
#include "auth/secretkeeper.h"
#include "support/secretservicemock.h"
#include "support/sessionbus.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Mode = SecretServiceMock::Mode;

namespace {

// secretprobe on a bus; an empty address: none at all.
class Probe
{
public:
    Probe(const QString &busAddress, const QStringList &arguments, int answerMs = 5000, const QString &desktop = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"XDG_CURRENT_DESKTOP"_s);
        if (!desktop.isEmpty())
            environment.insert(u"XDG_CURRENT_DESKTOP"_s, desktop);
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
        environment.insert(u"PROBE_ANSWER_MS"_s, QString::number(answerMs));
        environment.insert(u"PROBE_PROMPT_MS"_s, QString::number(6 * answerMs));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, busAddress.isEmpty() ? u"unix:path=/nonexistent/bus"_s : busAddress);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(DESK_BIN_DIR "/../tests/secretprobe"), arguments);
    }
    ~Probe()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
    }

    // The event loop turns meanwhile: the mock answers from this thread.
    [[nodiscard]] QJsonObject line()
    {
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000))
            return {};
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    [[nodiscard]] bool isFinished()
    {
        return QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 10'000);
    }
    [[nodiscard]] QString home() const { return m_home.path(); }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

QString uniqueKey()
{
    return u"test:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

template <typename T>
std::optional<Result<T>> waitFor(const std::function<void(QObject *, std::function<void(const Result<T> &)>)> &ask)
{
    QObject context;
    std::optional<Result<T>> outcome;
    ask(&context, [&outcome](const Result<T> &result) { outcome.emplace(result); });
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 40'000) ? outcome : std::nullopt;
}

std::optional<Result<QByteArray>> read(SecretStore &store, const QString &key)
{
    return waitFor<QByteArray>([&](QObject *context, auto handler) { store.read(key, context, handler); });
}

bool write(SecretStore &store, const QString &key, const QByteArray &secret)
{
    const auto outcome = waitFor<void>([&](QObject *context, auto handler) { store.write(key, secret, context, handler); });
    return outcome && outcome->has_value();
}

bool remove(SecretStore &store, const QString &key)
{
    const auto outcome = waitFor<void>([&](QObject *context, auto handler) { store.remove(key, context, handler); });
    return outcome && outcome->has_value();
}

QVariant property(const QString &path, const QString &interface, const QString &name)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << interface << name;
    return QDBusConnection::sessionBus().call(call).arguments().value(0).value<QDBusVariant>().variant();
}

const QString loginCollection = u"/org/freedesktop/secrets/collection/login"_s;

bool lockKeychain()
{
    QDBusMessage lock = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    lock << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(loginCollection)});
    return QDBusConnection::sessionBus().call(lock).type() == QDBusMessage::ReplyMessage;
}

// The names of all entries of the real keychain that begin with `key`.
QStringList entriesOf(const QString &key)
{
    QStringList out;
    const auto items = qdbus_cast<QList<QDBusObjectPath>>(property(loginCollection, u"org.freedesktop.Secret.Collection"_s, u"Items"_s));
    for (const QDBusObjectPath &item : items) {
        const auto attributes =
            qdbus_cast<QMap<QString, QString>>(property(item.path(), u"org.freedesktop.Secret.Item"_s, u"Attributes"_s));
        if (attributes.value(u"user"_s).startsWith(key))
            out.append(attributes.value(u"user"_s));
    }
    return out;
}

// As the prompt of gnome-keyring would, for the password of packaging/with-keyring.sh.
bool unlockWithPassword(const QByteArray &password)
{
    const auto call = [](const QString &interface, const QString &method, const QVariantList &arguments) {
        QDBusMessage message =
            QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, interface, method);
        message.setArguments(arguments);
        return QDBusConnection::sessionBus().call(message);
    };
    const QDBusMessage session =
        call(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s, {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    QDBusArgument secret;
    secret.beginStructure();
    secret << session.arguments().value(1).value<QDBusObjectPath>() << QByteArray() << password << u"text/plain"_s;
    secret.endStructure();
    const QDBusMessage reply = call(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
                                    {QVariant::fromValue(QDBusObjectPath(loginCollection)), QVariant::fromValue(secret)});
    return reply.type() == QDBusMessage::ReplyMessage;
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void KEY_01_aSilentKeychainIsAnErrorInTimeAndItsLateAnswersAreDropped();
    void KEY_02_everyStateIsItsOwn_data();
    void KEY_02_everyStateIsItsOwn();
    void KEY_02_aRealLockedKeychainIsNotAnEmptyOne();
    void KEY_02_unlockingAsksThePersonOnce();
    void KEY_03_aLockedKeychainLosesNothing();
    void KEY_04_availableMeansARoundTrip();
    void KEY_05_withoutAKeychainNothingIsOnDisk();
    void KEY_06_secretsOfEveryLengthComeBack_data();
    void KEY_06_secretsOfEveryLengthComeBack();
    void KEY_06_aDamagedEntryIsToldAndNothingIsDeleted();
    void KEY_07_secretsAreBytes();
    void KEY_08_anotherKeychainIsNotASignOut();
    void KEY_08_aSlowKWalletIsNotASignOut();
    void KEY_09_aKeychainThatComesLateIsFoundAndTakesWhatWasKept();
    void KEY_10_aDenialIsRememberedUntilThePersonAsksAgain();
    void KEY_11_namesHoldNoSecretAndAllPartsGoWithTheEntry();
    void AUTH_13_aWriteThatWasCutLeavesTheOldSecretWhole();
    void KEY_13_thisRunsInARealSecretService();
    void theKeeperKeepsForTheSessionWhatThePersonWishes();
    void AUTH_17_whatIsTakenOutStaysOutThoughTheKeychainWasLocked();
    void AUTH_17_whatIsTakenOutByChoiceOfMemoryIsTakenOutOfTheKeychainToo();
    void KEY_09_whatMemoryTookIsHandedOverWhenAnyCallFindsTheKeychainOpen();
};

void TestKeychain::KEY_01_aSilentKeychainIsAnErrorInTimeAndItsLateAnswersAreDropped()
{
    const SessionBus bus;
    const SecretServiceMock mock(bus.address(), Mode::Silent);
    QVERIFY(mock.isThere());
    Probe probe(bus.address(), {u"read"_s, u"a"_s, u"write"_s, u"a"_s, u"secret"_s}, 300);
    const QJsonObject read = probe.line();
    QCOMPARE(read.value("state"_L1).toString(), u"timed out"_s);
    QVERIFY(!read.value("ok"_L1).toBool(true));
    QVERIFY(read.value("text"_L1).toString().contains(u"does not answer"_s));
    qInfo("answered after %d ms", read.value("ms"_L1).toInt());
    QCOMPARE(probe.line().value("ok"_L1).toBool(true), false);
    QVERIFY(probe.isFinished()); // although its keychain still hangs
}

void TestKeychain::KEY_02_everyStateIsItsOwn_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("no bus") << -1 << u"absent"_s << u"There is no keychain"_s;
    QTest::newRow("no service") << -2 << u"absent"_s << u"There is no keychain"_s;
    QTest::newRow("no collection") << int(Mode::Empty) << u"absent"_s << u"There is no keychain"_s;
    QTest::newRow("locked") << int(Mode::Locked) << u"locked"_s << u"is locked"_s;
    QTest::newRow("denied") << int(Mode::Denies) << u"denied"_s << u"was refused"_s;
}

void TestKeychain::KEY_02_everyStateIsItsOwn()
{
    QFETCH(int, mode);
    const SessionBus bus;
    QVERIFY(!bus.address().isEmpty());
    std::unique_ptr<SecretServiceMock> mock;
    if (mode >= 0)
        mock = std::make_unique<SecretServiceMock>(bus.address(), Mode(mode));
    // Not the service of the desktop this runs on: a bus that starts none by itself has none.
    Probe probe(mode == -1 ? QString() : bus.address(), {u"read"_s, u"a"_s, u"probe"_s});
    const QJsonObject read = probe.line();
    QTEST(read.value("state"_L1).toString(), "state");
    QVERIFY2(!read.value("ok"_L1).toBool(true), "a keychain that cannot be read is not one without the entry");
    QFETCH(QString, text);
    QVERIFY2(read.value("text"_L1).toString().contains(text), qPrintable(read.value("text"_L1).toString()));
    const QJsonObject probed = probe.line();
    QTEST(probed.value("state"_L1).toString(), "state");
    QVERIFY(probed.value("session_only"_L1).toBool());
}

void TestKeychain::KEY_02_aRealLockedKeychainIsNotAnEmptyOne()
{
    KeychainStore store;
    const QString key = uniqueKey();
    QVERIFY(write(store, key, "s3cret"));
    QVERIFY(lockKeychain());

    const auto locked = read(store, key);
    QVERIFY(locked && !locked->has_value());
    QCOMPARE(store.state(), SecretState::Locked);
    QVERIFY(!write(store, key, "other"));

    QVERIFY(unlockWithPassword("throw-away"));
    QCOMPARE(**read(store, key), QByteArray("s3cret"));
    QCOMPARE(store.state(), SecretState::Available);
    QVERIFY(remove(store, key));
}

void TestKeychain::KEY_02_unlockingAsksThePersonOnce()
{
    for (const Mode mode : {Mode::Locked, Mode::LockedForGood}) {
        const SessionBus bus;
        const SecretServiceMock mock(bus.address(), mode);
        Probe probe(bus.address(), {u"read"_s, u"a"_s, u"unlock"_s});
        QCOMPARE(probe.line().value("state"_L1).toString(), u"locked"_s);
        QCOMPARE(mock.prompts(), 0); // only on request
        const QString after = probe.line().value("state"_L1).toString();
        QCOMPARE(mock.prompts(), 1);
        if (mode == Mode::LockedForGood)
            QCOMPARE(after, u"denied"_s);
        else
            QVERIFY2(after != u"locked"_s && after != u"denied"_s, qPrintable(after)); // it stores nothing: the round trip fails
    }
}

void TestKeychain::KEY_03_aLockedKeychainLosesNothing()
{
    const QString key = uniqueKey();
    KeychainStore keychain;
    {
        SecretKeeper keeper(keychain);
        QVERIFY(write(keeper, key, "s3cret"));
    }
    QVERIFY(lockKeychain());
    SecretKeeper next(keychain); // the next start
    next.start();
    for (int i = 0; i < 2; ++i) { // whoever asks waits and asks again; nobody takes it for empty
        const auto locked = read(next, key);
        QVERIFY(locked && !locked->has_value());
        QCOMPARE(locked->error().kind, Error::Kind::Storage);
        QVERIFY(!locked->error().nextStep.isEmpty());
    }
    QCOMPARE(next.state(), SecretState::Locked);
    QVERIFY(unlockWithPassword("throw-away"));
    next.retry();
    QTRY_COMPARE(next.state(), SecretState::Available);
    QCOMPARE(**read(next, key), QByteArray("s3cret"));
    QCOMPARE(entriesOf(key), QStringList{key}); // and nothing was made beside it
    QVERIFY(remove(next, key));
}

void TestKeychain::KEY_04_availableMeansARoundTrip()
{
    KeychainStore store;
    QCOMPARE(store.state(), SecretState::Unknown);
    SecretState probed = SecretState::Unknown;
    connect(&store, &KeychainStore::probed, this, [&](SecretState state) { probed = state; });
    store.probe();
    QTRY_COMPARE(probed, SecretState::Available);
    QCOMPARE(entriesOf(u"probe"_s), QStringList());
}

void TestKeychain::KEY_05_withoutAKeychainNothingIsOnDisk()
{
    Probe probe({}, {u"write"_s, u"token"_s, u"canary-5d1e7c"_s, u"read"_s, u"token"_s});
    QVERIFY(!probe.line().value("ok"_L1).toBool(true));
    QVERIFY(!probe.line().value("ok"_L1).toBool(true));
    QVERIFY(probe.isFinished());
    for (QDirIterator it(probe.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary-5d1e7c"), qPrintable(file.fileName()));
    }
}

void TestKeychain::KEY_06_secretsOfEveryLengthComeBack_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2'047, 2'048, 2'049, 2'559, 2'560, 2'561, 10'000, 19'000})
        QTest::addRow("%d bytes", size) << size;
}

void TestKeychain::KEY_06_secretsOfEveryLengthComeBack()
{
    QFETCH(int, size);
    KeychainStore store;
    const QString key = uniqueKey();
    QByteArray secret(size, Qt::Uninitialized);
    for (char &c : secret)
        c = static_cast<char>(QRandomGenerator::global()->bounded(1, 256));
    QVERIFY(write(store, key, "another before it"));
    QVERIFY(write(store, key, secret));
    QCOMPARE(**read(store, key), secret);
    const qsizetype chunks = (size + SecretChunks::maxBytes - 1) / SecretChunks::maxBytes;
    QCOMPARE(entriesOf(key).size(), size <= SecretChunks::maxBytes ? 1 : 1 + chunks);
    QVERIFY(write(store, key, QByteArray(5000, 'x'))); // over the longer one
    QCOMPARE(entriesOf(key).size(), 4);
    QVERIFY(remove(store, key));
    QCOMPARE(**read(store, key), QByteArray());
    QCOMPARE(entriesOf(key), QStringList());
}

void TestKeychain::KEY_06_aDamagedEntryIsToldAndNothingIsDeleted()
{
    KeychainStore store;
    const QString key = uniqueKey();
    QVERIFY(write(store, key, QByteArray(5000, 'x')));
    QStringList names = entriesOf(key);
    names.removeAll(key);
    QCOMPARE(names.size(), 3);
    QVERIFY(write(store, names.at(1), "something else")); // an entry of its own for us
    const auto damaged = read(store, key);
    QVERIFY(damaged && !damaged->has_value());
    QVERIFY(remove(store, names.at(1)));
    const auto missing = read(store, key);
    QVERIFY(missing && !missing->has_value());
    QCOMPARE(entriesOf(key).size(), 3);            // KEY-03: the header and the other two
    QVERIFY(store.state() != SecretState::Broken); // one entry, not the keychain
    QVERIFY(write(store, key, "new"));
    QCOMPARE(**read(store, key), QByteArray("new"));
    QVERIFY(remove(store, key));
}

void TestKeychain::KEY_07_secretsAreBytes()
{
    KeychainStore store;
    const QString key = uniqueKey();
    const QByteArray secret = "p\xC3\xA4ss \xFF\xFE" + QByteArray(1, '\0') + "end";
    QVERIFY(write(store, key, secret));
    QCOMPARE(**read(store, key), secret);
    QVERIFY(remove(store, key));
    const QByteArray marked = "agentdesk-chunks/1 forged 1 1 0"; // a secret that looks like a header is not one
    QVERIFY(write(store, key, marked));
    QCOMPARE(**read(store, key), marked);
    QVERIFY(remove(store, key));
}

void TestKeychain::KEY_08_anotherKeychainIsNotASignOut()
{
    KeychainStore keychain;
    SecretKeeper keeper(keychain);
    QVariantMap known;
    connect(&keeper, &SecretKeeper::knownEntriesChanged, &keeper, [&known](const QVariantMap &entries) { known = entries; });
    const QString key = uniqueKey();
    const QString elsewhere = uniqueKey();
    QVERIFY(write(keeper, key, "s3cret"));
    QCOMPARE(known.value(key).toString(), u"secret-service"_s);

    SecretKeeper next(keychain); // as if the last start had found KWallet
    next.setKnownEntries({{elsewhere, u"kwallet"_s}, {key, u"secret-service"_s}});
    const auto missing = read(next, elsewhere);
    QVERIFY(missing && !missing->has_value());
    QVERIFY2(missing->error().message.contains(u"KWallet"_s), qPrintable(missing->error().message));
    QVERIFY(!missing->error().nextStep.isEmpty());
    QCOMPARE(**read(next, key), QByteArray("s3cret"));
    QVERIFY(remove(keychain, key)); // by somebody else, in the same keychain: then it is gone
    QCOMPARE(**read(next, key), QByteArray());
    QVERIFY(write(next, elsewhere, "anew")); // signed in again
    QCOMPARE(**read(next, elsewhere), QByteArray("anew"));
    QVERIFY(remove(next, elsewhere));
}

void TestKeychain::KEY_08_aSlowKWalletIsNotASignOut()
{
    // Plasma 5 with a KWallet that takes every call and never answers: QtKeychain goes there, and is not sent elsewhere in its place.
    const SessionBus bus;
    const SecretServiceMock wallet(bus.address(), Mode::Silent, u"org.kde.kwalletd5"_s);
    QVERIFY(wallet.isThere());
    qputenv("KDE_SESSION_VERSION", "5");
    Probe probe(bus.address(), {u"read"_s, u"a"_s}, 1000, u"KDE"_s);
    qunsetenv("KDE_SESSION_VERSION");
    const QJsonObject line = probe.line();
    QVERIFY2(!line.value("ok"_L1).toBool(), QJsonDocument(line).toJson().constData());
    QCOMPARE(line.value("state"_L1).toString(), u"timed out"_s);
    QVERIFY(wallet.calls() > 0);
}

void TestKeychain::KEY_09_aKeychainThatComesLateIsFoundAndTakesWhatWasKept()
{
    const SessionBus bus;
    Probe probe(bus.address(), {u"watch"_s});
    QJsonObject line = probe.line();
    QCOMPARE(line.value("state"_L1).toString(), u"absent"_s);
    QVERIFY(line.value("session_only"_L1).toBool());
    // Now the desktop's keyring starts.
    QTemporaryDir home;
    QProcess keyring;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus.address());
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), home.path());
    keyring.setProcessEnvironment(environment);
    keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY(keyring.waitForStarted());
    keyring.write("throw-away");
    keyring.closeWriteChannel();
    for (int i = 0; i < 5 && line.value("session_only"_L1).toBool(); ++i) // found, and then what was kept is handed over
        line = probe.line();
    QCOMPARE(line.value("state"_L1).toString(), u"available"_s);
    QVERIFY(!line.value("session_only"_L1).toBool());
    Probe after(bus.address(), {u"read"_s, u"late"_s});
    const bool handedOver = after.line().value("secret"_L1).toString() == u"kept meanwhile"_s;
    keyring.terminate();
    QVERIFY(keyring.waitForFinished());
    QVERIFY(handedOver);
}

void TestKeychain::KEY_10_aDenialIsRememberedUntilThePersonAsksAgain()
{
    const SessionBus bus;
    const SecretServiceMock mock(bus.address(), Mode::Denies);
    Probe probe(bus.address(), {u"read"_s, u"a"_s, u"read"_s, u"b"_s, u"probe"_s});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(probe.line().value("state"_L1).toString(), u"denied"_s);
    QVERIFY(probe.isFinished());
    QCOMPARE(mock.calls(), 2); // for the first read and for the probe
}

void TestKeychain::KEY_11_namesHoldNoSecretAndAllPartsGoWithTheEntry()
{
    KeychainStore store;
    const QString key = uniqueKey();
    QVERIFY(write(store, key, QByteArray("canary-").repeated(1000)));
    const QStringList names = entriesOf(key);
    QCOMPARE(names.size(), 5);
    for (const QString &name : names)
        QVERIFY2(name.startsWith(key) && !name.contains(u"canary"), qPrintable(name));
    QVERIFY(remove(store, key));
    QCOMPARE(entriesOf(key), QStringList());
    QVERIFY(remove(store, key)); // again is no error
}

void TestKeychain::AUTH_13_aWriteThatWasCutLeavesTheOldSecretWhole()
{
    KeychainStore store;
    const QString key = uniqueKey();
    const QByteArray old(5000, 'o');
    QVERIFY(write(store, key, old));
    // All parts of the new one are there, and the process died before the header.
    const SecretChunks next = SecretChunks::of(QByteArray(6000, 'n'));
    for (int i = 0; i < static_cast<int>(next.chunks.size()); ++i)
        QVERIFY(write(store, SecretChunks::chunkName(key, next.generation, i), next.chunks.at(i)));
    QCOMPARE(**read(store, key), old);
    for (const QString &name : entriesOf(key))
        QVERIFY(remove(store, name));
}

void TestKeychain::KEY_13_thisRunsInARealSecretService()
{
    QVERIFY(qEnvironmentVariableIsSet("DESK_TEST_KEYRING"));
    QCOMPARE(::property(loginCollection, u"org.freedesktop.Secret.Collection"_s, u"Locked"_s).toBool(), false);
    const QString key = uniqueKey();
    KeychainStore store;
    QVERIFY(write(store, key, "s3cret"));
    QCOMPARE(entriesOf(key), QStringList{key}); // there, asked over D-Bus and not through the store
    QVERIFY(remove(store, key));
}

void TestKeychain::theKeeperKeepsForTheSessionWhatThePersonWishes()
{
    KeychainStore keychain;
    SecretKeeper keeper(keychain);
    const QString key = uniqueKey();
    keeper.setSessionOnlyByChoice(true);
    QVERIFY(keeper.isSessionOnly());
    QVERIFY(write(keeper, key, "s3cret"));
    QCOMPARE(**read(keeper, key), QByteArray("s3cret"));
    QCOMPARE(entriesOf(key), QStringList());
    keeper.setSessionOnlyByChoice(false);
    QTRY_COMPARE(entriesOf(key), QStringList{key}); // handed over
    QVERIFY(!keeper.isSessionOnly());
    QCOMPARE(**read(keychain, key), QByteArray("s3cret"));
    QVERIFY(remove(keeper, key));
    QCOMPARE(**read(keeper, key), QByteArray());
}

void TestKeychain::AUTH_17_whatIsTakenOutStaysOutThoughTheKeychainWasLocked()
{
    const QString key = uniqueKey();
    QStringList remembered; // as the settings do, beyond the process
    {
        KeychainStore keychain;
        SecretKeeper keeper(keychain);
        connect(&keeper, &SecretKeeper::pendingRemovalsChanged, &keeper, [&remembered](const QStringList &keys) { remembered = keys; });
        QVERIFY(write(keeper, key, "s3cret"));
        QVERIFY(lockKeychain());
        QVERIFY(!remove(keeper, key));
        QCOMPARE(**read(keeper, key), QByteArray()); // signed out, whatever the keychain has
        QCOMPARE(remembered, QStringList{key});
    }
    QVERIFY(unlockWithPassword("throw-away"));
    QCOMPARE(entriesOf(key), QStringList{key});
    KeychainStore keychain;
    SecretKeeper next(keychain); // the next start
    connect(&next, &SecretKeeper::pendingRemovalsChanged, &next, [&remembered](const QStringList &keys) { remembered = keys; });
    next.setPendingRemovals(remembered);
    QCOMPARE(**read(next, key), QByteArray());
    next.start();
    QTRY_COMPARE(entriesOf(key), QStringList());
    QTRY_COMPARE(remembered, QStringList());
    QVERIFY(write(next, key, "another"));
    QCOMPARE(**read(next, key), QByteArray("another"));
    QVERIFY(remove(next, key));
}

void TestKeychain::AUTH_17_whatIsTakenOutByChoiceOfMemoryIsTakenOutOfTheKeychainToo()
{
    KeychainStore keychain;
    SecretKeeper keeper(keychain);
    const QString key = uniqueKey();
    QVERIFY(write(keeper, key, "s3cret"));
    keeper.setSessionOnlyByChoice(true);
    QVERIFY(remove(keeper, key));
    QCOMPARE(entriesOf(key), QStringList());
    keeper.setSessionOnlyByChoice(false);
    QCOMPARE(**read(keeper, key), QByteArray());
}

void TestKeychain::KEY_09_whatMemoryTookIsHandedOverWhenAnyCallFindsTheKeychainOpen()
{
    KeychainStore keychain;
    SecretKeeper keeper(keychain);
    int available = 0;
    connect(&keeper, &SecretKeeper::becameAvailable, &keeper, [&available] { ++available; });
    const QString key = uniqueKey();
    QVERIFY(lockKeychain());
    QVERIFY(!write(keeper, key, "s3cret"));
    QVERIFY(keeper.isSessionOnly());
    QCOMPARE(**read(keeper, key), QByteArray("s3cret"));
    QVERIFY(unlockWithPassword("throw-away")); // with the desktop's own means
    QCOMPARE(**read(keeper, uniqueKey()), QByteArray());
    QTRY_COMPARE(entriesOf(key), QStringList{key});
    QTRY_VERIFY(!keeper.isSessionOnly());
    QVERIFY(available > 0);
    QVERIFY(remove(keeper, key));
}

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("DESK_TEST_KEYRING")) {
        QStringList command{QStringLiteral(DESK_TEST_DATA "/../../packaging/with-keyring.sh")};
        for (int i = 0; i < argc; ++i)
            command.append(QString::fromLocal8Bit(argv[i]));
        return QProcess::execute(u"bash"_s, command);
    }
    QCoreApplication app(argc, argv);
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
