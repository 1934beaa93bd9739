#include "watchedthing.h"

#include <QSignalSpy>
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

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
