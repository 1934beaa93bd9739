// Runs inside a throw-away Secret Service where the caller provides one (packaging/with-keyring.sh); without a session bus it proves the
// opposite: that nothing is stored anywhere else.
#include "auth/keychainstore.h"
#include "auth/memorystore.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

bool hasSecretService()
{
    return qEnvironmentVariableIsSet("DESK_TEST_KEYRING");
}

std::optional<Result<QByteArray>> readBack(SecretStore &store, const QString &key)
{
    QObject context;
    std::optional<Result<QByteArray>> outcome;
    store.read(key, &context, [&outcome](const Result<QByteArray> &secret) { outcome.emplace(secret); });
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000) ? outcome : std::nullopt;
}

std::optional<bool> write(SecretStore &store, const QString &key, const QByteArray &secret)
{
    QObject context;
    std::optional<bool> outcome;
    store.write(key, secret, &context, [&outcome](const Result<> &result) { outcome = result.has_value(); });
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000) ? outcome : std::nullopt;
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryRoundTrip();
    void keychainRoundTripOrAClearError();
    void handlersDoNotOutliveTheirContext();
    void KEY_01_aBackendThatNeverAnswersIsAnErrorInTime();
};

void TestSecretStore::memoryRoundTrip()
{
    MemoryStore store;
    QCOMPARE(write(store, u"k"_s, "s3cret"), std::optional<bool>(true));
    QCOMPARE(**readBack(store, u"k"_s), QByteArray("s3cret"));
    QCOMPARE(**readBack(store, u"absent"_s), QByteArray()); // KEY-02: missing is not an error
}

void TestSecretStore::keychainRoundTripOrAClearError()
{
    KeychainStore store(KeychainStore::Patience{15'000, 15'000});
    const QString key = u"test:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray secret = QByteArray("p\xc3\xa4ss ") + QByteArray(3000, 'x');
    const std::optional<bool> written = write(store, key, secret);
    QVERIFY(written.has_value());
    QCOMPARE(*written, hasSecretService());
    const auto back = readBack(store, key);
    QVERIFY(back.has_value());
    if (!hasSecretService()) {
        QVERIFY(!*back || (**back).isEmpty()); // KEY-05: no silent plain text
        return;
    }
    QCOMPARE(**back, secret);
    QObject context;
    bool removed = false;
    store.remove(key, &context, [&removed](const Result<> &result) { removed = result.has_value(); });
    QTRY_VERIFY(removed);
    QCOMPARE(**readBack(store, key), QByteArray());
}

void TestSecretStore::handlersDoNotOutliveTheirContext()
{
    MemoryStore store;
    bool ran = false;
    {
        QObject context;
        store.read(u"k"_s, &context, [&ran](const Result<QByteArray> &) { ran = true; });
    }
    QCOMPARE(write(store, u"k"_s, "x"), std::optional<bool>(true)); // a full turn of the event loop later
    QVERIFY(!ran);
}

void TestSecretStore::KEY_01_aBackendThatNeverAnswersIsAnErrorInTime()
{
    KeychainStore store(KeychainStore::Patience{1, 1});
    const auto outcome = readBack(store, u"test:never"_s);
    QVERIFY(outcome.has_value());
    if (!*outcome)
        QVERIFY(!outcome->error().userText().isEmpty());
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
