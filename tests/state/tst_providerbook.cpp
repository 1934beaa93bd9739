// Several endpoints of language models, each with its own key, over the real local server (AG-47, LOC-02).
#include "api/apiclient.h"
#include "api/endpoints/systemapi.h"
#include "api/transport.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "state/llm/providerbook.h"
#include "state/llm/providercheck.h"
#include "state/settings.h"
#include "state/workspace.h"
#include "support/faultserver.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Key = Settings::Key;
using Scope = SystemApi::ProviderScope;

namespace {

// A keychain that can be out of order.
class FickleStore : public MemoryStore
{
public:
    bool isBroken = false;

    void read(const QString &key, QObject *context, ReadHandler handler) override
    {
        isBroken ? handler(Unexpected{refusal()}) : MemoryStore::read(key, context, std::move(handler));
    }
    void write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler) override
    {
        isBroken ? handler(Unexpected{refusal()}) : MemoryStore::write(key, secret, context, std::move(handler));
    }
    void remove(const QString &key, QObject *context, WriteHandler handler) override
    {
        isBroken ? handler(Unexpected{refusal()}) : MemoryStore::remove(key, context, std::move(handler));
    }

private:
    [[nodiscard]] static Error refusal()
    {
        Error error;
        error.kind = Error::Kind::Storage;
        error.message = u"The keychain is locked."_s;
        return error;
    }
};

QStringList namesOf(const QList<ModelProvider> &providers)
{
    QStringList names;
    for (const ModelProvider &provider : providers)
        names << provider.name;
    return names;
}

struct Scene {
    QTemporaryDir dir;
    FaultServer endpoint{[](const Received &) { return json(R"({"data":[{"id":"m"}]})"); }};
    FaultServer other{[](const Received &) { return json(R"({"data":[{"id":"m"}]})"); }};
    Settings settings{dir.filePath(u"settings.json"_s)};
    FickleStore secrets;
    AuthManagers accounts{secrets};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    Workspace workspace{api, tokens, accounts, {dir.filePath(u"data"_s), QStringLiteral(DESK_LOCALSERVER), {}}};
    std::unique_ptr<ProviderBook> book = std::make_unique<ProviderBook>(settings, secrets, workspace);

    // Call it inside QVERIFY.
    [[nodiscard]] bool open()
    {
        book->open();
        workspace.open({Profile::Kind::Local, Profile::localName(), {}});
        return QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready; }, 20'000);
    }
    void startAgain() { book = std::make_unique<ProviderBook>(settings, secrets, workspace); }
    [[nodiscard]] static ModelProvider at(const FaultServer &server, const QString &name)
    {
        ModelProvider provider;
        provider.name = name;
        provider.baseUrl = QUrl(server.url().toString(QUrl::StripTrailingSlash) + u"/v1"_s);
        provider.models = {u"model-of-"_s + name};
        return provider;
    }
    [[nodiscard]] QStringList serverHas(Scope scope = Scope::Process)
    {
        bool isAnswered = false;
        QStringList names;
        api.system().providers(scope)->then(&workspace, [&](const Result<QList<ModelProvider>> &answer) {
            isAnswered = true;
            names = answer ? namesOf(*answer) : QStringList{u"failed"_s};
        });
        return QTest::qWaitFor([&] { return isAnswered; }, 10'000) ? names : QStringList{u"no answer"_s};
    }
    // With which key the server reaches the endpoint; "none" without one.
    [[nodiscard]] QByteArray keyUsedFor(const ModelProvider &provider)
    {
        FaultServer &server = provider.baseUrl.port() == endpoint.url().port() ? endpoint : other;
        const qsizetype before = server.received().size();
        ProviderCheck check(workspace);
        check.start(provider, {});
        if (!QTest::qWaitFor([&] { return !check.isRunning(); }, 20'000) || server.received().size() == before)
            return "not asked";
        return server.received().constLast().headers.value("authorization", "none");
    }
    [[nodiscard]] QByteArray kept(const ModelProvider &provider)
    {
        std::optional<QByteArray> out;
        secrets.MemoryStore::read(providerSecretKey(provider.name, provider.origin()), &workspace,
                                  [&](const Result<QByteArray> &key) { out = key ? *key : QByteArray("failed"); });
        return QTest::qWaitFor([&] { return out.has_value(); }, 5000) ? *out : QByteArray("no answer");
    }
};

} // namespace

class TestProviderBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_47_severalProvidersAreUsedEachWithItsKey();
    void AG_47_theDefaultComesFirst();
    void aSingleProviderOfBeforeIsTakenOverWithItsKey();
    void whatAProgramOfBeforeChangedCounts();
    void LOC_02_theKeyOfARemovedProviderIsRemoved();
    void aKeyGoesAlongWithANameButNotWithAnAddress();
    void aNewAddressAndKeyUnderTheSameNameAreBothUsed();
    void KEY_11_keysAreNowhereButInTheSecretStore();
    void aFailingKeychainIsToldInWords();
    void aKeychainThatComesLaterIsReadThen();
    void aTypedKeyIsNotReplacedByAnOlderOne();
    void aTestWhileTheListIsOnItsWayTakesNoKeyAlong();
    void namesAreNeededAndUnique();
    void theCommandLinesModelIsUsedAlone();
};

void TestProviderBook::AG_47_severalProvidersAreUsedEachWithItsKey()
{
    Scene scene;
    QVERIFY(scene.open());
    const ModelProvider a = Scene::at(scene.endpoint, u"a"_s);
    const ModelProvider b = Scene::at(scene.other, u"b"_s);
    QVERIFY(scene.book->put({}, a, "key-of-a-1").has_value());
    scene.book->setDefault(u"a"_s);
    QVERIFY(scene.book->put({}, b, "key-of-b-1").has_value());
    QTRY_COMPARE(scene.serverHas(), (QStringList{u"a"_s, u"b"_s}));
    QTRY_COMPARE(scene.serverHas(Scope::Stored), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(scene.keyUsedFor(a), "Bearer key-of-a-1");
    QCOMPARE(scene.keyUsedFor(b), "Bearer key-of-b-1");
    scene.workspace.close();
    scene.startAgain();
    QVERIFY(scene.open());
    QCOMPARE(scene.serverHas(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(scene.keyUsedFor(a), "Bearer key-of-a-1");
    QCOMPARE(scene.keyUsedFor(b), "Bearer key-of-b-1");
}

void TestProviderBook::AG_47_theDefaultComesFirst()
{
    Scene scene;
    QVERIFY(scene.open());
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(scene.book->put({}, Scene::at(scene.endpoint, name), "key-" + name.toUtf8()).has_value());
    QVERIFY(!scene.workspace.hasModel()); // nobody chose one
    scene.book->setDefault(u"b"_s);
    QTRY_COMPARE(scene.serverHas(), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(namesOf(scene.book->providers()), (QStringList{u"a"_s, u"b"_s, u"c"_s})); // where it was
    scene.book->setDefault({});
    QTRY_COMPARE(scene.serverHas(), QStringList());
    QCOMPARE(scene.book->providers().size(), 3);
    scene.book->setDefault(u"c"_s);
    QTRY_COMPARE(scene.serverHas(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    QCOMPARE(scene.keyUsedFor(Scene::at(scene.endpoint, u"a"_s)), "Bearer key-a"); // read anew
    scene.book->remove(u"c"_s);
    QCOMPARE(scene.book->defaultName(), u"a"_s);
    QTRY_COMPARE(scene.serverHas(), (QStringList{u"a"_s, u"b"_s}));
}

void TestProviderBook::aSingleProviderOfBeforeIsTakenOverWithItsKey()
{
    Scene scene;
    const ModelProvider old = Scene::at(scene.endpoint, u"ollama"_s);
    scene.settings.setAll(
        {{Key::ProviderName, old.name}, {Key::ProviderUrl, old.baseUrl.toString()}, {Key::ProviderModels, QStringList{u"x"_s, u"y"_s}}});
    scene.secrets.write(providerSecretKey(old.name, old.origin()), "key-of-before-1", &scene.workspace, [](const Result<> &) {});
    scene.startAgain();
    QCOMPARE(namesOf(scene.book->providers()), QStringList{u"ollama"_s});
    QCOMPARE(scene.book->providers().constFirst().models, (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(scene.book->defaultName(), u"ollama"_s);
    QVERIFY(scene.open());
    QTRY_VERIFY(scene.book->providers().constFirst().needsKey); // found in the keychain
    QCOMPARE(scene.serverHas(), QStringList{u"ollama"_s});
    QCOMPARE(scene.keyUsedFor(old), "Bearer key-of-before-1");
    QVERIFY(scene.book->put({}, Scene::at(scene.other, u"b"_s), {}).has_value());
    QCOMPARE(scene.settings.text(Key::ProviderName), u"ollama"_s); // a program of before goes on with it
    QCOMPARE(scene.settings.text(Key::ProviderUrl), old.baseUrl.toString());
    QCOMPARE(scene.settings.value(Key::ProviderModels).toStringList(), (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(scene.kept(old), "key-of-before-1");
    scene.startAgain();
    QCOMPARE(namesOf(scene.book->providers()), (QStringList{u"ollama"_s, u"b"_s}));
}

void TestProviderBook::whatAProgramOfBeforeChangedCounts()
{
    Scene scene;
    QVERIFY(scene.book->put({}, Scene::at(scene.endpoint, u"a"_s), "key-a").has_value());
    QVERIFY(scene.book->put({}, Scene::at(scene.endpoint, u"b"_s), {}).has_value());
    scene.settings.setAll(
        {{Key::ProviderName, u"a"_s}, {Key::ProviderUrl, u"http://127.0.0.1:9/v1"_s}, {Key::ProviderModels, QStringList{u"z"_s}}});
    scene.startAgain();
    QCOMPARE(namesOf(scene.book->providers()), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(scene.book->find(u"a"_s)->baseUrl, QUrl(u"http://127.0.0.1:9/v1"_s));
    QVERIFY(!scene.book->find(u"a"_s)->needsKey); // it was for the other address
    scene.settings.set(Key::ProviderName, QString());
    scene.startAgain();
    QCOMPARE(scene.book->defaultName(), QString());
    QCOMPARE(scene.book->providers().size(), 2);
}

void TestProviderBook::LOC_02_theKeyOfARemovedProviderIsRemoved()
{
    Scene scene;
    QVERIFY(scene.open());
    const ModelProvider a = Scene::at(scene.endpoint, u"a"_s);
    const ModelProvider b = Scene::at(scene.other, u"b"_s);
    QVERIFY(scene.book->put({}, a, "key-of-a-1").has_value());
    QVERIFY(scene.book->put({}, b, "key-of-b-1").has_value());
    scene.book->setDefault(u"a"_s);
    QTRY_COMPARE(scene.serverHas().size(), 2);
    QCOMPARE(scene.keyUsedFor(b), "Bearer key-of-b-1");
    scene.book->remove(u"b"_s);
    QTRY_COMPARE(scene.kept(b), QByteArray());
    QCOMPARE(scene.kept(a), "key-of-a-1");
    QTRY_COMPARE(scene.keyUsedFor(b), "none"); // the server has forgotten it, too
    QCOMPARE(scene.keyUsedFor(a), "Bearer key-of-a-1");
    QSignalSpy forgotten(scene.book.get(), &ProviderBook::keyForgotten);
    scene.book->forgetKey(u"a"_s);
    QTRY_COMPARE(forgotten.size(), 1);
    QCOMPARE(scene.kept(a), QByteArray());
    QVERIFY(!scene.book->find(u"a"_s)->needsKey);
    QTRY_COMPARE(scene.keyUsedFor(a), "none");
}

void TestProviderBook::aKeyGoesAlongWithANameButNotWithAnAddress()
{
    Scene scene;
    QVERIFY(scene.open());
    const ModelProvider a = Scene::at(scene.endpoint, u"a"_s);
    const ModelProvider renamed = Scene::at(scene.endpoint, u"renamed"_s);
    const ModelProvider moved = Scene::at(scene.other, u"renamed"_s);
    QVERIFY(scene.book->put({}, a, "key-of-a-1").has_value());
    scene.book->setDefault(u"a"_s);
    QVERIFY(scene.book->put(u"a"_s, renamed, {}).has_value());
    QCOMPARE(scene.book->defaultName(), u"renamed"_s);
    QTRY_COMPARE(scene.kept(renamed), "key-of-a-1");
    QTRY_COMPARE(scene.kept(a), QByteArray());
    QTRY_COMPARE(scene.serverHas(), QStringList{u"renamed"_s});
    QTRY_COMPARE(scene.keyUsedFor(renamed), "Bearer key-of-a-1");
    QVERIFY(scene.book->put(u"renamed"_s, moved, {}).has_value());
    QTRY_COMPARE(scene.kept(renamed), QByteArray());
    QCOMPARE(scene.kept(moved), QByteArray());
    QVERIFY(!scene.book->find(u"renamed"_s)->needsKey);
    QTRY_COMPARE(scene.keyUsedFor(moved), "none");
}

void TestProviderBook::aNewAddressAndKeyUnderTheSameNameAreBothUsed()
{
    Scene scene;
    QVERIFY(scene.open());
    QVERIFY(scene.book->put({}, Scene::at(scene.endpoint, u"a"_s), "key-of-before").has_value());
    scene.book->setDefault(u"a"_s);
    const ModelProvider moved = Scene::at(scene.other, u"a"_s);
    QVERIFY(scene.book->put(u"a"_s, moved, "key-of-now").has_value());
    QTRY_COMPARE(scene.keyUsedFor(moved), "Bearer key-of-now");
    QCOMPARE(scene.kept(moved), "key-of-now");
    QTRY_COMPARE(scene.kept(Scene::at(scene.endpoint, u"a"_s)), QByteArray());
}

void TestProviderBook::KEY_11_keysAreNowhereButInTheSecretStore()
{
    Scene scene;
    QVERIFY(scene.open());
    const ModelProvider a = Scene::at(scene.endpoint, u"a"_s);
    QVERIFY(scene.book->put({}, a, "canary-key-4711").has_value());
    scene.book->setDefault(u"a"_s);
    QTRY_COMPARE(scene.keyUsedFor(a), "Bearer canary-key-4711");
    QFile arguments(u"/proc/%1/cmdline"_s.arg(scene.workspace.serverPid()));
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    const QByteArray line = arguments.readAll();
    QVERIFY(line.contains("--data") && !line.contains("canary"));
    QFile environment(u"/proc/%1/environ"_s.arg(scene.workspace.serverPid()));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    QVERIFY(!environment.readAll().contains("canary"));
    int read = 0;
    QDirIterator files(scene.dir.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++read;
        QVERIFY2(!file.readAll().contains("canary"), qPrintable(file.fileName()));
    }
    QVERIFY(read > 1);
}

void TestProviderBook::aFailingKeychainIsToldInWords()
{
    Scene scene;
    QVERIFY(scene.open());
    QSignalSpy failed(scene.book.get(), &ProviderBook::keyFailed);
    const ModelProvider a = Scene::at(scene.endpoint, u"a<%2>"_s);
    scene.secrets.isBroken = true;
    QVERIFY(scene.book->put({}, a, "key-of-a-1").has_value());
    QCOMPARE(failed.size(), 1);
    const QString words = scene.book->keyProblem()->message;
    QVERIFY2(words.contains(u"a<%2>"_s) && words.contains(u"The keychain is locked."_s), qPrintable(words));
    QVERIFY(!words.contains(u"key-of-a-1"_s));
    scene.book->setDefault(a.name);
    QTRY_COMPARE(scene.keyUsedFor(a), "Bearer key-of-a-1"); // until the program ends
    scene.book->remove(a.name);
    QCOMPARE(failed.size(), 2);
    QVERIFY(scene.book->providers().isEmpty());
}

void TestProviderBook::aKeychainThatComesLaterIsReadThen()
{
    Scene scene;
    const ModelProvider a = Scene::at(scene.endpoint, u"a"_s);
    QVERIFY(scene.book->put({}, a, "key-of-a-1").has_value());
    scene.book->setDefault(u"a"_s);
    scene.startAgain();
    scene.workspace.setProviders({}); // as in a new program
    scene.secrets.isBroken = true;
    QVERIFY(scene.open());
    QVERIFY(scene.book->keyProblem().has_value());
    QCOMPARE(scene.keyUsedFor(a), "none");
    scene.secrets.isBroken = false;
    scene.book->open();
    QVERIFY(!scene.book->keyProblem());
    QTRY_COMPARE(scene.keyUsedFor(a), "Bearer key-of-a-1");
}

void TestProviderBook::aTypedKeyIsNotReplacedByAnOlderOne()
{
    Scene scene;
    QVERIFY(scene.open());
    const ModelProvider a = Scene::at(scene.endpoint, u"a"_s);
    scene.secrets.write(providerSecretKey(a.name, a.origin()), "an-old-key", &scene.workspace, [](const Result<> &) {});
    QVERIFY(scene.book->put({}, a, {}).has_value()); // asks the keychain, and the answer is not there yet
    scene.book->setDefault(u"a"_s);
    QVERIFY(scene.book->put(u"a"_s, a, "the-new-key").has_value());
    QTRY_COMPARE(scene.keyUsedFor(a), "Bearer the-new-key");
    QCOMPARE(scene.kept(a), "the-new-key");
    QCOMPARE(scene.keyUsedFor(a), "Bearer the-new-key");
}

void TestProviderBook::aTestWhileTheListIsOnItsWayTakesNoKeyAlong()
{
    Scene scene;
    QVERIFY(scene.open());
    const ModelProvider a = Scene::at(scene.endpoint, u"a"_s);
    QVERIFY(scene.book->put({}, a, "key-of-a-1").has_value()); // in no use yet: its name is that of no provider of the server
    for (int i = 0; i < 2; ++i)
        QCOMPARE(scene.keyUsedFor(a), "Bearer key-of-a-1");
    scene.book->setDefault(u"a"_s);
    QTRY_COMPARE(scene.serverHas(), QStringList{u"a"_s});
    QCOMPARE(scene.keyUsedFor(a), "Bearer key-of-a-1");
}

void TestProviderBook::namesAreNeededAndUnique()
{
    Scene scene;
    const ModelProvider a = Scene::at(scene.endpoint, u"a"_s);
    QVERIFY(scene.book->put({}, a, {}).has_value());
    QCOMPARE(scene.book->put({}, a, {}).error().kind, Error::Kind::Invalid);
    QCOMPARE(scene.book->put({}, Scene::at(scene.endpoint, u" "_s), {}).error().kind, Error::Kind::Invalid);
    QVERIFY(scene.book->put({}, Scene::at(scene.endpoint, u"b"_s), {}).has_value());
    QCOMPARE(scene.book->put(u"b"_s, a, {}).error().kind, Error::Kind::Invalid);
    QVERIFY(scene.book->put(u"a"_s, a, {}).has_value());
    QCOMPARE(namesOf(scene.book->providers()), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(scene.book->freeName(u"a"_s), u"a-2"_s);
    QCOMPARE(scene.book->freeName(u"new"_s), u"new"_s);
}

void TestProviderBook::theCommandLinesModelIsUsedAlone()
{
    Scene scene;
    QVERIFY(scene.book->put({}, Scene::at(scene.endpoint, u"a"_s), {}).has_value());
    scene.book->setDefault(u"a"_s);
    scene.book->useOnly(Scene::at(scene.other, u"command-line"_s));
    QVERIFY(scene.open());
    QCOMPARE(scene.serverHas(), QStringList{u"command-line"_s});
    scene.book->setDefault(u"a"_s);
    QVERIFY(scene.book->put({}, Scene::at(scene.endpoint, u"b"_s), {}).has_value());
    QTRY_COMPARE(scene.serverHas(Scope::Stored), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(scene.serverHas(), QStringList{u"command-line"_s});
}

QTEST_GUILESS_MAIN(TestProviderBook)
#include "tst_providerbook.moc"
