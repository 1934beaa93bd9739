#include "api/endpoints/systemapi.h"
#include "watchedthing.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray capabilities(const QByteArray &version, const QByteArray &features)
{
    return R"({"server":"x","version":")" + version + R"(","api":1,"features":[)" + features + "]}";
}

// As the team server sends it: then a connection that breaks is told from one that is ended.
Scripted chunked(Scripted script)
{
    const QByteArray whole = script.pieces.join();
    const qsizetype head = whole.indexOf("\r\n\r\n") + 4;
    script.pieces = {whole.first(head).replace("Connection: close", "Transfer-Encoding: chunked") +
                     chunks(whole.mid(head), {4096}).constFirst()};
    return script;
}

// A server that is swapped for another version on the same address.
struct Swapped {
    WatchedThing thing{Kind::Run, true};
    QByteArray version = "1";
    QByteArray features = localFeatures;
    bool isGone = false;
    bool isSilent = false; // its streams say nothing
    int asked = 0;
    int absences = 0; // answers that were not there
    int goneFor = -1; // so many of them, then it is back by itself; -1: until the test says so
    QSignalSpy ready{&thing.team.workspace, &Workspace::ready};

    Swapped()
    {
        thing.setStatus("running");
        thing.team.server.setHandler([this](const Received &request) -> Scripted {
            if (isGone) {
                isGone = ++absences != goneFor;
                return reply(503, R"({"detail":"starting"})", "application/json", {"Retry-After: 0"});
            }
            if (request.target == "/capabilities") {
                ++asked;
                return features == "422" ? reply(422, R"({"detail":"no"})") : json(capabilities(version, features));
            }
            if (request.target.startsWith("/runs?"))
                return json("[]");
            if (!request.target.startsWith("/streams/"))
                return thing.answer(request);
            return chunked(isSilent ? eventStream({": hello\r\n\r\n"}, Scripted::End::Hold) : thing.answer(request));
        });
    }
    Workspace &workspace() { return thing.team.workspace; }
    [[nodiscard]] bool has(QLatin1StringView feature) { return workspace().capabilities().has(feature); }
};

// The real local server, and what language models it was given for this start.
struct Local {
    QTemporaryDir dir;
    MemoryStore secrets;
    AuthManagers accounts{secrets};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    Workspace workspace{api, tokens, accounts, {dir.filePath(u"data"_s), QStringLiteral(DESK_LOCALSERVER), {}}};
    QSignalSpy failed{&workspace, &Workspace::providerFailed};

    // Call it inside QVERIFY.
    [[nodiscard]] bool open()
    {
        workspace.open({Profile::Kind::Local, Profile::localName(), {}});
        return QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready; }, 20'000);
    }
    [[nodiscard]] QStringList serverHas(SystemApi::ProviderScope scope = SystemApi::ProviderScope::Process)
    {
        bool isAnswered = false;
        QStringList names;
        api.system().providers(scope)->then(&workspace, [&](const Result<QList<ModelProvider>> &answer) {
            isAnswered = true;
            for (const ModelProvider &provider : answer ? *answer : QList<ModelProvider>())
                names << provider.name;
        });
        return QTest::qWaitFor([&] { return isAnswered; }, 10'000) ? names : QStringList{u"no answer"_s};
    }
};

ModelProvider providerAt(const QString &name, const QString &url)
{
    ModelProvider provider;
    provider.name = name;
    provider.baseUrl = QUrl(url);
    provider.models = QStringList{u"small"_s};
    return provider;
}

// The server refuses it: an address must not hold a password.
ModelProvider refusedProvider()
{
    return providerAt(u"refused"_s, u"http://me:secret@127.0.0.1:9/v1"_s);
}

ModelProvider takenProvider()
{
    return providerAt(u"taken"_s, u"http://127.0.0.1:9/v1"_s);
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_34_aServerThatComesBackAsAnotherVersionIsAskedAgain_data();
    void FI_34_aServerThatComesBackAsAnotherVersionIsAskedAgain();
    void aServerWithoutCapabilitiesIsOpenedAllTheSame();
    void FI_34_anAbsenceThatARetryMendsIsNoticed();
    void FI_34_aRefusedConnectionIsNoticed();
    void FI_34_aLostStreamIsNoticed();
    void FI_34_theSameServerDisturbsNobody();
    void FI_34_aWatchGoesOnByTheNewPromises();
    void aLateRefusalIsNotSaidOfTheModelChosenAfterIt();
    void aLateRefusalIsNotSaidInAnotherWorkspace();
    void aModelChosenWhileTheWorkspaceOpensIsTheOneInUse();
};

void TestWorkspace::FI_34_aServerThatComesBackAsAnotherVersionIsAskedAgain_data()
{
    QTest::addColumn<QByteArray>("features");
    QTest::addColumn<bool>("cancels");
    QTest::addRow("fewer") << QByteArray(R"("files")") << false;
    QTest::addRow("more") << QByteArray(localFeatures + R"(,"run_filters")") << true;
    QTest::addRow("no capabilities any more") << QByteArray("422") << false;
}

void TestWorkspace::FI_34_aServerThatComesBackAsAnotherVersionIsAskedAgain()
{
    QFETCH(QByteArray, features);
    QFETCH(bool, cancels);
    Swapped swapped;
    QVERIFY(swapped.thing.team.open());
    RunStore store(swapped.thing.team.api, swapped.workspace());
    QVERIFY(store.canCancel());
    QVERIFY(swapped.thing.team.transport.policy().serverRemembersKeys);
    QSignalSpy failed(&store, &RunStore::failed);
    swapped.isGone = true;
    store.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000); // after all its attempts
    QCOMPARE(swapped.ready.size(), 1);
    swapped.isGone = false;
    swapped.version = "2";
    swapped.features = features;
    store.refresh();
    QTRY_COMPARE(swapped.ready.size(), 2); // everybody loads again
    QCOMPARE(swapped.workspace().capabilities().version, features == "422" ? QString() : u"2"_s);
    QCOMPARE(store.canCancel(), cancels);
    QCOMPARE(swapped.has(feature::runFilters), features.contains("run_filters"));
    QCOMPARE(swapped.thing.team.transport.policy().serverRemembersKeys, cancels);
}

void TestWorkspace::aServerWithoutCapabilitiesIsOpenedAllTheSame()
{
    Swapped swapped;
    swapped.features = "422";
    QVERIFY(swapped.thing.team.open());
    QVERIFY(swapped.workspace().capabilities().features.isEmpty());
    QCOMPARE(swapped.ready.size(), 1);
}

void TestWorkspace::FI_34_anAbsenceThatARetryMendsIsNoticed()
{
    Swapped swapped;
    QVERIFY(swapped.thing.team.open());
    RunStore store(swapped.thing.team.api, swapped.workspace());
    QSignalSpy failed(&store, &RunStore::failed);
    swapped.isGone = true;
    swapped.goneFor = 1;
    swapped.version = "2";
    swapped.features = R"("files")";
    store.refresh();
    QTRY_COMPARE(swapped.ready.size(), 2);
    QCOMPARE(swapped.absences, 1);
    QVERIFY(!store.canCancel());
    QCOMPARE(failed.size(), 0);
}

void TestWorkspace::FI_34_aRefusedConnectionIsNoticed()
{
    Swapped swapped;
    QVERIFY(swapped.thing.team.open());
    RunStore store(swapped.thing.team.api, swapped.workspace());
    FaultServer &server = swapped.thing.team.server;
    const quint16 port = server.serverPort();
    QSignalSpy failed(&store, &RunStore::failed);
    server.close();
    server.resetAll();
    store.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    swapped.version = "2";
    swapped.features.clear();
    QVERIFY(server.listen(QHostAddress::LocalHost, port));
    store.refresh();
    QTRY_COMPARE(swapped.workspace().capabilities().version, u"2"_s);
    QVERIFY(!store.canCancel());
}

void TestWorkspace::FI_34_aLostStreamIsNoticed()
{
    // Swapped between two calls: only the streams break.
    Swapped swapped;
    QVERIFY(swapped.thing.team.open());
    RunStore store(swapped.thing.team.api, swapped.workspace());
    store.setPace(fast);
    store.watch(RunId(u"r1"_s));
    QTRY_COMPARE(store.knowledge(RunId(u"r1"_s)), Knowledge::Live);
    swapped.version = "2";
    swapped.features = R"("files")";
    swapped.thing.team.server.resetAll();
    QTRY_COMPARE(swapped.workspace().capabilities().version, u"2"_s);
}

void TestWorkspace::FI_34_theSameServerDisturbsNobody()
{
    Swapped swapped;
    QVERIFY(swapped.thing.team.open());
    RunStore store(swapped.thing.team.api, swapped.workspace());
    swapped.isGone = true;
    swapped.goneFor = 1;
    store.refresh();
    QTRY_COMPARE(swapped.asked, 2);
    QCOMPARE(swapped.absences, 1);
    QTRY_VERIFY(store.isLoaded());
    QVERIFY(!QTest::qWaitFor([&] { return swapped.ready.size() > 1 || swapped.asked > 2; }, 300));
}

void TestWorkspace::FI_34_aWatchGoesOnByTheNewPromises()
{
    Swapped swapped;
    QVERIFY(swapped.thing.team.open());
    Follower follower(swapped.thing, Kind::Run, true);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Live);
    swapped.version = "2";
    swapped.features = R"("files")"; // its streams are not to be believed
    swapped.isSilent = true;
    swapped.thing.team.server.resetAll();
    QTRY_COMPARE(swapped.workspace().capabilities().version, u"2"_s);
    QTRY_COMPARE(follower.knowledge(), Knowledge::Polled);
    swapped.thing.status = "completed"; // its stream says nothing
    QTRY_COMPARE(follower.status(), u"completed"_s);
    QCOMPARE(follower.history, (QStringList{u"running"_s, u"completed"_s}));
}

void TestWorkspace::aLateRefusalIsNotSaidOfTheModelChosenAfterIt()
{
    Local local;
    QVERIFY(local.open());
    local.workspace.setProvider(refusedProvider(), {});
    local.workspace.setProvider(takenProvider(), {});
    QTRY_COMPARE(local.serverHas(), QStringList{u"taken"_s});
    QVERIFY(!QTest::qWaitFor([&] { return !local.failed.isEmpty(); }, 300));
    QCOMPARE(local.serverHas(), QStringList{u"taken"_s}); // not emptied for the other one
    local.workspace.setProvider(refusedProvider(), {});
    QTRY_COMPARE(local.failed.size(), 1); // of the one that counts it is said
    QTRY_COMPARE(local.serverHas(), QStringList());
}

void TestWorkspace::aLateRefusalIsNotSaidInAnotherWorkspace()
{
    TeamFixture team;
    QStringList puts;
    team.script = [&puts](const Received &request) {
        if (request.method == "PUT")
            puts << QString::fromUtf8(request.target);
        return Scripted();
    };
    Local local;
    QVERIFY(local.open());
    local.workspace.setProvider(refusedProvider(), {});
    local.workspace.open({Profile::Kind::Team, u"team"_s, team.server.url()});
    QTRY_COMPARE(local.workspace.state(), Workspace::State::Ready);
    QVERIFY(!QTest::qWaitFor([&] { return !local.failed.isEmpty() || !puts.isEmpty(); }, 300));
    local.workspace.setProvider(takenProvider(), {});
    QVERIFY(local.open()); // and here nothing of it is left
    QCOMPARE(local.serverHas(), QStringList{u"taken"_s});
    QCOMPARE(local.failed.size(), 0);
}

void TestWorkspace::aModelChosenWhileTheWorkspaceOpensIsTheOneInUse()
{
    Local local;
    local.workspace.setProvider(refusedProvider(), {});
    connect(&local.workspace, &Workspace::providerFailed, &local.workspace, [&] { local.workspace.setProvider(takenProvider(), {}); });
    QVERIFY(local.open());
    QCOMPARE(local.failed.size(), 1);
    QCOMPARE(local.serverHas(), QStringList{u"taken"_s});
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
