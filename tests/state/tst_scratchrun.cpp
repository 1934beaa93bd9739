// An agent is asked before it is saved (AG-48, FR-015), over real streams on real sockets, with what is made for it remembered in a real
// database: in whatever way a trial ends, nothing of it stays.
#include "../api/clientfixture.h"
#include "api/endpoints/conversationsapi.h"
#include "scratchserver.h"
#include "state/agents/agentstore.h"
#include "state/agents/scratch/scratchcleaner.h"
#include "state/agents/scratch/scratchrun.h"
#include "state/agents/scratch/scratchscenarios.h"
#include "state/definitions/definitionrecords.h"
#include "state/store/storethread.h"
#include "state/store/userschema.h"
#include "support/localserverprocess.h"
#include "teamfixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using State = ScratchSide::State;

Agent unsaved()
{
    Agent agent;
    agent.id = AgentId(u"a1"_s);
    agent.name = u"contracts"_s;
    agent.displayName = u"Contracts"_s;
    agent.model = u"agent"_s;
    agent.instructions = u"As it is being written."_s;
    agent.tools = {u"calculate"_s};
    agent.visibility = AgentVisibility::Application;
    return agent;
}

// What the program keeps on disk of trials, and a program's life around it.
struct Life {
    StoreFolder folder;
    StoreThread store;
    DefinitionRecords records{store};
    TeamFixture team;
    ScratchCleaner cleaner{team.api, team.workspace, store, records.trialMarks()};
    ScratchRun run{team.api, team.workspace, cleaner};

    explicit Life(const QString &path)
        : folder{path}
        , store(folder, userStoreKind(folder))
    {
        records.open(u"ada"_s);
    }
};

struct Scene {
    QTemporaryDir dir;
    ScratchServer server;
    std::unique_ptr<Life> life;

    [[nodiscard]] bool open(const QByteArray &features = {})
    {
        life = std::make_unique<Life>(dir.filePath(u"user"_s));
        life->team.features = features;
        life->team.script = [this](const Received &request) { return server.answer(request); };
        return life->team.open() && QTest::qWaitFor([this] { return life->records.trialMarks().isLoaded(); }, 5000);
    }
    [[nodiscard]] ScratchRun &run() const { return life->run; }
    [[nodiscard]] const ScratchSide &mine() const { return life->run.mine(); }
    void ask(const std::optional<Agent> &saved = {})
    {
        run().setAgents(unsaved(), saved);
        run().run(u"What is due?"_s);
    }
    [[nodiscard]] bool isClean() const { return server.isClean() && life->cleaner.isClear(); }
};

// The program that is killed while a trial runs.
int runChild(QCoreApplication &app)
{
    MemoryStore secrets;
    AuthManagers accounts(secrets);
    ProfileTokenSource tokens;
    Transport transport(tokens);
    ApiClient api(transport);
    Workspace workspace(api, tokens, accounts, {});
    const StoreFolder folder{qEnvironmentVariable("DESK_CHILD_STORE")};
    StoreThread store(folder, userStoreKind(folder));
    DefinitionRecords records(store);
    records.open(u"ada"_s);
    ScratchCleaner cleaner(api, workspace, store, records.trialMarks());
    ScratchRun run(api, workspace, cleaner);
    QObject::connect(&run, &ScratchRun::mineChanged, &app, [&run] {
        if (run.mine().answer().content.isEmpty())
            return;
        std::printf("running\n");
        std::fflush(stdout);
    });
    QObject::connect(&workspace, &Workspace::ready, &app, [&run] {
        run.setAgents(unsaved(), {});
        run.run(u"What is due?"_s);
    });
    workspace.open({Profile::Kind::Team, u"team"_s, QUrl(qEnvironmentVariable("DESK_CHILD_SERVER"))});
    return app.exec();
}

} // namespace

class TestScratchRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_48_aDefinitionThatIsNotSavedIsAskedAndLeavesNothing();
    void AG_48_bothVersionsAnswerTheSameQuestion();
    void AG_48_aCreationThatIsRefusedIsSaidAndLeavesNothing_data();
    void AG_48_aCreationThatIsRefusedIsSaidAndLeavesNothing();
    void AG_48_anAgentWhoseCreationWasNotConfirmedIsFoundAndRemoved();
    void AG_48_anAgentThatArrivesAfterItWasLookedForIsRemovedLater();
    void AG_48_anotherServerIsNeverAskedToRemoveIt();
    void AG_48_aCutStreamIsIncompleteAndNeverDone_data();
    void AG_48_aCutStreamIsIncompleteAndNeverDone();
    void AG_48_aFailureOfTheServerIsSaid();
    void AG_48_stoppingRemovesWhatWasMade();
    void AG_48_anotherServerIsNeverAskedToCancelItsRun_data();
    void AG_48_anotherServerIsNeverAskedToCancelItsRun();
    void AG_48_stoppingWhileItIsBeingMadeWaitsForItAndRemovesIt();
    void AG_48_closingTheEditorRemovesWhatWasMade();
    void AG_48_aRefusedRemovalIsRememberedAndDoneLater();
    void AG_48_aProgramThatWasKilledRemovesItAtTheNextStart();
    void AG_04_listsShowNeitherTheAgentNorItsConversation();
    void AG_48_anotherAgentBeginsAnew();
    void AG_48_withoutAConnectionItSaysWhy();
    void AG_48_theLocalServerAnswersAndKeepsNothing();
    void APPR_01_aToolOfATrialIsAskedAbout();
    void APPR_04_whatATrialWaitsForGoesWithIt_data();
    void APPR_04_whatATrialWaitsForGoesWithIt();
    void AG_48_aScenarioIsKeptWhereTheServerHasThem();
    void AG_48_scenariosAreThereAgainAfterADisconnection();
    void AG_48_aServerWithoutScenariosIsSaid();
};

void TestScratchRun::AG_48_aDefinitionThatIsNotSavedIsAskedAndLeavesNothing()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.stream = [](const QJsonObject &) {
        return eventStream({ScratchServer::toolStart(), ScratchServer::toolResult(), ScratchServer::words("Two "),
                            ScratchServer::words("things."), ScratchServer::finished()},
                           Scripted::End::Close);
    };
    QSignalSpy answers(&scene.run(), &ScratchRun::mineChanged);
    scene.ask();
    QCOMPARE(scene.mine().state(), State::Preparing);
    QTRY_COMPARE(scene.mine().state(), State::Done);
    QCOMPARE(scene.mine().answer().content, u"Two things."_s);
    QCOMPARE(scene.mine().answer().toolCalls.size(), 1);
    QCOMPARE(scene.mine().answer().toolCalls.constFirst().tool, u"calculate"_s);
    QVERIFY(scene.mine().answer().toolCalls.constFirst().finished);
    QCOMPARE(scene.mine().elapsedMs(), 1500);
    QVERIFY(answers.size() >= 3);
    QCOMPARE(scene.server.made.size(), 1);
    const QJsonObject made = scene.server.made.constFirst();
    QCOMPARE(made.value("instructions"_L1).toString(), u"As it is being written."_s);
    QCOMPARE(made.value("visibility"_L1).toString(), u"personal"_s);
    QVERIFY(isScratchName(made.value("name"_L1).toString()));
    QCOMPARE(scene.server.questions.size(), 1);
    QCOMPARE(scene.server.questions.constFirst().value("selected_agents"_L1), QJsonArray{made.value("name"_L1)});
    QCOMPARE(scene.server.questions.constFirst().value("conversation_id"_L1).toString(), u"k2"_s);
    QTRY_VERIFY(scene.isClean());
    QCOMPARE(scene.run().saved().state(), State::Idle);
}

void TestScratchRun::AG_48_bothVersionsAnswerTheSameQuestion()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.stream = [](const QJsonObject &question) {
        const bool isSaved = question.value("selected_agents"_L1).toArray().at(0).toString() == "contracts"_L1;
        return ScratchServer::answered(isSaved ? "As saved." : "As written.");
    };
    Agent saved = unsaved();
    saved.instructions = u"As it is saved."_s;
    scene.ask(saved);
    QTRY_COMPARE(scene.mine().state(), State::Done);
    QTRY_COMPARE(scene.run().saved().state(), State::Done);
    QCOMPARE(scene.mine().answer().content, u"As written."_s);
    QCOMPARE(scene.run().saved().answer().content, u"As saved."_s);
    QCOMPARE(scene.server.made.size(), 1); // the saved one is asked as it is
    QCOMPARE(scene.server.questions.at(0).value("message"_L1), scene.server.questions.at(1).value("message"_L1));
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_aCreationThatIsRefusedIsSaidAndLeavesNothing_data()
{
    QTest::addColumn<int>("agent");
    QTest::addColumn<int>("conversation");
    QTest::newRow("unknown tool") << 400 << 0;
    QTest::newRow("server trouble") << 500 << 0;
    QTest::newRow("conversation forbidden") << 0 << 403;
}

void TestScratchRun::AG_48_aCreationThatIsRefusedIsSaidAndLeavesNothing()
{
    QFETCH(const int, agent);
    QFETCH(const int, conversation);
    Scene scene;
    QVERIFY(scene.open());
    scene.server.refuseAgent = agent;
    scene.server.refuseConversation = conversation;
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Failed);
    QVERIFY(!scene.mine().error().message.isEmpty());
    QVERIFY(scene.server.questions.isEmpty());
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_anAgentWhoseCreationWasNotConfirmedIsFoundAndRemoved()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.losesAnswer = true;
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Failed);
    QVERIFY(!scene.server.made.isEmpty());
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_anAgentThatArrivesAfterItWasLookedForIsRemovedLater()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.losesAnswer = true;
    scene.server.isLate = true;
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Failed);
    const auto wasLookedFor = [&scene] {
        const QList<Received> &all = scene.life->team.server.received();
        return std::any_of(all.cbegin(), all.cend(), [](const Received &r) { return r.method == "GET" && r.target == "/agents"; });
    };
    QTRY_VERIFY(wasLookedFor());
    scene.life.reset();
    QCOMPARE(scene.server.late.size(), 1);
    scene.server.agents.insert(u"t1"_s, scene.server.late.constFirst());
    QVERIFY(scene.open());
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_anotherServerIsNeverAskedToRemoveIt()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.refuseRemoval = 403;
    QSignalSpy refusals(&scene.life->cleaner, &ScratchCleaner::notRemoved);
    scene.ask();
    QTRY_COMPARE(refusals.size(), 1);
    FaultServer other([](const Received &) { return reply(404, R"({"detail":"Not Found"})"); });
    QSignalSpy ready(&scene.life->team.workspace, &Workspace::ready);
    scene.life->team.workspace.open({Profile::Kind::Team, u"another"_s, other.url()});
    QTRY_COMPARE(ready.size(), 1); // with the records of the one before: the worst case
    QCOMPARE(scene.life->cleaner.isClear(), false);
    scene.server.refuseRemoval = 0;
    scene.life->team.workspace.open({Profile::Kind::Team, u"team"_s, scene.life->team.server.url()});
    QTRY_VERIFY(scene.isClean());
    const QList<Received> &all = other.received();
    QVERIFY(std::none_of(all.cbegin(), all.cend(), [](const Received &r) { return r.method == "DELETE"; }));
}

void TestScratchRun::AG_48_aCutStreamIsIncompleteAndNeverDone_data()
{
    QTest::addColumn<int>("end");
    QTest::newRow("closed") << static_cast<int>(Scripted::End::Close);
    QTest::newRow("reset") << static_cast<int>(Scripted::End::Reset);
}

void TestScratchRun::AG_48_aCutStreamIsIncompleteAndNeverDone()
{
    QFETCH(const int, end);
    Scene scene;
    QVERIFY(scene.open());
    scene.server.stream = [end](const QJsonObject &) {
        return eventStream({ScratchServer::words("Half an")}, static_cast<Scripted::End>(end));
    };
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Incomplete);
    QCOMPARE(scene.mine().answer().content, u"Half an"_s);
    QCOMPARE(scene.mine().error().kind, Error::Kind::Interrupted);
    QCOMPARE(scene.server.questions.size(), 1); // its tools may have run: not asked again by itself
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_aFailureOfTheServerIsSaid()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.stream = [](const QJsonObject &) {
        return eventStream({ScratchServer::words("Half an"), ScratchServer::event("error", R"({"error":"No model is there."})")},
                           Scripted::End::Close);
    };
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Failed);
    QCOMPARE(scene.mine().error().message, u"No model is there."_s);
    QTRY_VERIFY(scene.isClean());
    scene.server.stream = [](const QJsonObject &) { return reply(503, R"({"detail":"Busy"})"); };
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Failed);
    QVERIFY(scene.mine().answer().content.isEmpty());
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_stoppingRemovesWhatWasMade()
{
    Scene scene;
    QVERIFY(scene.open(localFeatures));
    scene.server.stream = [](const QJsonObject &) {
        return eventStream({ScratchServer::event("run_created", R"({"run_id":"r1","conversation_id":"k2","message_id":"m1"})"),
                            ScratchServer::words("Half an")},
                           Scripted::End::Hold);
    };
    scene.ask();
    QTRY_COMPARE(scene.mine().answer().content, u"Half an"_s);
    QCOMPARE(scene.server.trials().size(), 1);
    scene.run().stop();
    QCOMPARE(scene.mine().state(), State::Stopped);
    QVERIFY(!scene.run().isRunning());
    QCOMPARE(scene.mine().answer().content, u"Half an"_s);
    QTRY_VERIFY(scene.isClean());
    const auto wasCancelled = [&scene] {
        const QList<Received> &all = scene.life->team.server.received();
        return std::any_of(all.cbegin(), all.cend(), [](const Received &r) { return r.target == "/runs/r1/cancel"; });
    };
    QTRY_VERIFY(wasCancelled());
}

void TestScratchRun::AG_48_anotherServerIsNeverAskedToCancelItsRun_data()
{
    QTest::addColumn<bool>("isStopped");
    QTest::newRow("stopped before") << true;
    QTest::newRow("cut off by the switch") << false;
}

void TestScratchRun::AG_48_anotherServerIsNeverAskedToCancelItsRun()
{
    QFETCH(const bool, isStopped);
    Scene scene;
    QVERIFY(scene.open(localFeatures));
    bool isBusy = true;
    scene.life->team.script = [&](const Received &request) {
        return isBusy && request.target.endsWith("/cancel") ? reply(503, R"({"detail":"Busy"})") : scene.server.answer(request);
    };
    scene.server.stream = [](const QJsonObject &) {
        return eventStream({ScratchServer::event("run_created", R"({"run_id":"r1","conversation_id":"k2","message_id":"m1"})"),
                            ScratchServer::words("Half an")},
                           Scripted::End::Hold);
    };
    const auto cancels = [](const FaultServer &server) {
        const QList<Received> &all = server.received();
        return std::count_if(all.cbegin(), all.cend(), [](const Received &r) { return r.target == "/runs/r1/cancel"; });
    };
    scene.ask();
    QTRY_COMPARE(scene.mine().answer().content, u"Half an"_s);
    TeamFixture &team = scene.life->team;
    if (isStopped) {
        scene.run().stop();
        QTRY_VERIFY(cancels(team.server) > 0);
    }
    FaultServer other([](const Received &request) {
        const QByteArray capabilities = R"({"server":"x","version":"1","api":1,"features":[)" + localFeatures + "]}";
        return request.target == "/capabilities" ? json(capabilities) : reply(404, R"({"detail":"Not Found"})");
    });
    QSignalSpy ready(&team.workspace, &Workspace::ready);
    team.workspace.open({Profile::Kind::Team, u"another"_s, other.url()});
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!scene.run().isRunning());
    QVERIFY(waitFor(team.api.agents().list()).has_value()); // behind whatever was asked at once
    QCOMPARE(cancels(other), 0);
    isBusy = false;
    const auto before = cancels(team.server);
    team.workspace.open({Profile::Kind::Team, u"team"_s, team.server.url()});
    QTRY_VERIFY(cancels(team.server) > before);
    QTRY_VERIFY(scene.isClean());
    QCOMPARE(cancels(other), 0);
}

void TestScratchRun::AG_48_stoppingWhileItIsBeingMadeWaitsForItAndRemovesIt()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.onCreation = [&scene] { scene.run().stop(); };
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Stopped);
    QCOMPARE(scene.server.trials().size(), 1);
    QTRY_VERIFY(scene.isClean());
    QVERIFY(scene.server.questions.isEmpty());
}

void TestScratchRun::AG_48_closingTheEditorRemovesWhatWasMade()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.stream = [](const QJsonObject &) { return eventStream({ScratchServer::words("Half an")}, Scripted::End::Hold); };
    auto run = std::make_unique<ScratchRun>(scene.life->team.api, scene.life->team.workspace, scene.life->cleaner);
    run->setAgents(unsaved(), {});
    run->run(u"What is due?"_s);
    QTRY_COMPARE(run->mine().state(), State::Running);
    run.reset();
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_aRefusedRemovalIsRememberedAndDoneLater()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.refuseRemoval = 403;
    QSignalSpy refusals(&scene.life->cleaner, &ScratchCleaner::notRemoved);
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Done);
    QTRY_COMPARE(refusals.size(), 1);
    QVERIFY(!scene.life->cleaner.isClear());
    QVERIFY(scene.server.conversations.isEmpty());
    scene.life.reset();
    QCOMPARE(scene.server.trials().size(), 1);
    scene.server.refuseRemoval = 0;
    QVERIFY(scene.open());
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_aProgramThatWasKilledRemovesItAtTheNextStart()
{
    Scene scene;
    scene.server.stream = [](const QJsonObject &) { return eventStream({ScratchServer::words("Half an")}, Scripted::End::Hold); };
    FaultServer server([&scene](const Received &request) {
        const Scripted scripted = scene.server.answer(request);
        return scripted.pieces.isEmpty() && scripted.end == Scripted::End::KeepAlive ? reply(404, "{}") : scripted;
    });
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESK_CHILD_STORE"_s, scene.dir.filePath(u"user"_s));
    environment.insert(u"DESK_CHILD_SERVER"_s, server.url().toString());
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {});
    QByteArray said;
    connect(&child, &QProcess::readyReadStandardOutput, this, [&] { said += child.readAllStandardOutput(); });
    QTRY_VERIFY_WITH_TIMEOUT(said.contains("running"), 20'000);
    QCOMPARE(scene.server.trials().size(), 1);
    QCOMPARE(scene.server.conversations.size(), 1);
    child.kill();
    QTRY_COMPARE(child.state(), QProcess::NotRunning);
    QVERIFY(scene.open());
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_04_listsShowNeitherTheAgentNorItsConversation()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.server.agents.insert(u"a1"_s, {{"id"_L1, u"a1"_s}, {"name"_L1, u"contracts"_s}, {"visibility"_L1, u"personal"_s}});
    scene.server.stream = [](const QJsonObject &) { return eventStream({ScratchServer::words("Half an")}, Scripted::End::Hold); };
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Running);
    AgentStore agents(scene.life->team.api);
    agents.setMarks(&scene.life->records.agentMarks());
    agents.refresh();
    ConversationStore &conversations = scene.life->team.conversations;
    conversations.refresh();
    QTRY_VERIFY(agents.isLoaded() && conversations.isLoaded());
    QCOMPARE(scene.server.agents.size(), 2);
    QCOMPARE(scene.server.conversations.size(), 1);
    QCOMPARE(agents.agents().size(), 1);
    QCOMPARE(agents.agents().constFirst().name, u"contracts"_s);
    QCOMPARE(conversations.conversations().size(), 0);
    QVERIFY(!conversations.canLoadMore());
    scene.run().stop();
    QTRY_VERIFY(scene.server.trials().isEmpty());
    QVERIFY(scene.life->records.agentMarks().marks().isEmpty());
}

void TestScratchRun::AG_48_anotherAgentBeginsAnew()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.ask();
    QTRY_COMPARE(scene.mine().state(), State::Done);
    Agent edited = unsaved();
    edited.name = u"contracts-2"_s;
    scene.run().setAgents(edited, {}); // the same, in another state
    QCOMPARE(scene.mine().state(), State::Done);
    edited.id = AgentId(u"a2"_s);
    edited.name = u"tables"_s;
    scene.run().setAgents(edited, {});
    QCOMPARE(scene.mine().state(), State::Idle);
    QVERIFY(scene.mine().answer().content.isEmpty());
    QCOMPARE(scene.run().recent(), QStringList{u"What is due?"_s}); // may be asked of this one as well
}

void TestScratchRun::AG_48_withoutAConnectionItSaysWhy()
{
    Scene scene;
    QVERIFY(scene.open());
    QVERIFY(scene.run().whyNot(u"What?"_s).isEmpty());
    QVERIFY(!scene.run().whyNot(QString(ScratchRun::mostQuestion + 1, u'x')).isEmpty());
    scene.life->team.workspace.close();
    QVERIFY(!scene.run().whyNot(u"What?"_s).isEmpty());
    scene.ask();
    QVERIFY(!scene.run().isRunning());
    QVERIFY(scene.server.made.isEmpty());
}

void TestScratchRun::AG_48_theLocalServerAnswersAndKeepsNothing()
{
    QTemporaryDir dir;
    LocalServerProcess server(dir.filePath(u"data"_s));
    QVERIFY2(server.start(), qPrintable(server.errorMessage()));
    MemoryStore secrets;
    AuthManagers accounts(secrets);
    ProfileTokenSource tokens;
    Transport transport(tokens);
    ApiClient api(transport);
    Workspace workspace(api, tokens, accounts, {});
    const StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store(folder, userStoreKind(folder));
    DefinitionRecords records(store);
    records.open(u"ada"_s);
    ScratchCleaner cleaner(api, workspace, store, records.trialMarks());
    ScratchRun run(api, workspace, cleaner);
    Profile profile{Profile::Kind::Team, u"own"_s, server.url()};
    profile.signIn = SignInWay::Token;
    workspace.open(profile);
    std::optional<Result<>> signedIn;
    workspace.saveToken(profile, server.token(), this, [&signedIn](const Result<> &outcome) { signedIn = outcome; });
    QTRY_COMPARE(workspace.state(), Workspace::State::Ready);
    const auto before = waitFor(api.agents().list());
    QVERIFY(before && *before);
    const QList<Agent> &all = **before;
    const auto calculator = std::find_if(all.cbegin(), all.cend(), [](const Agent &agent) { return agent.name == "calculator"_L1; });
    QVERIFY(calculator != all.cend());
    run.setAgents(unsaved(), *calculator);
    run.run(u"What is 12 * 12?"_s);
    QSignalSpy removals(&cleaner, &ScratchCleaner::removed);
    QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 20'000);
    QVERIFY2(run.mine().state() == State::Done, qPrintable(run.mine().error().userText()));
    QVERIFY2(run.mine().answer().content.contains("agent-desk-trial-"_L1), qPrintable(run.mine().answer().content)); // it was asked itself
    QCOMPARE(run.saved().state(), State::Done);
    QVERIFY2(run.saved().answer().content.contains("144"_L1), qPrintable(run.saved().answer().content));
    QTRY_COMPARE(removals.size(), 2);
    QTRY_VERIFY(cleaner.isClear());
    const auto after = waitFor(api.agents().list());
    QVERIFY(after && *after);
    QCOMPARE((*after)->size(), (*before)->size());
    const auto left = waitFor(api.conversations().list({}, 0, 10));
    QVERIFY(left && *left);
    QVERIFY((*left)->items.isEmpty());
}

void TestScratchRun::APPR_01_aToolOfATrialIsAskedAbout()
{
    Scene scene;
    QVERIFY(scene.open(localFeatures));
    scene.server.stream = [](const QJsonObject &) {
        return eventStream({ScratchServer::runCreated(), ScratchServer::asksToStart("send_mail", "h1")}, Scripted::End::Hold);
    };
    ToolApproval &approval = scene.run().mineApproval();
    scene.ask();
    QTRY_COMPARE(approval.state(), ToolApproval::State::Asked);
    QCOMPARE(approval.prompt().toolName, u"send_mail"_s);
    QCOMPARE(scene.mine().state(), State::Running);
    QVERIFY(scene.mine().answer().content.isEmpty()); // no part of it (APPR-03)
    QCOMPARE(scene.run().savedApproval().state(), ToolApproval::State::None);
    QSignalSpy changes(&scene.run(), &ScratchRun::mineChanged);
    approval.approve();
    QVERIFY(!changes.isEmpty());
    QTRY_COMPARE(approval.state(), ToolApproval::State::None);
    QCOMPARE(scene.server.answers, (QList<QJsonObject>{{{u"option_id"_s, u"approve"_s}, {u"arguments_hash"_s, u"h1"_s}}}));
    FaultServer &server = scene.life->team.server;
    server.sendToHeld(ScratchServer::asksToStart("calculate", "h2"));
    QTRY_COMPARE(approval.prompt().argumentsHash, u"h2"_s);
    server.sendToHeld(ScratchServer::toolStart()); // answered elsewhere
    QTRY_COMPARE(approval.state(), ToolApproval::State::None);
    server.sendToHeld(ScratchServer::words("Sent.") + ScratchServer::finished());
    QTRY_COMPARE(scene.mine().state(), State::Done);
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::APPR_04_whatATrialWaitsForGoesWithIt_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("ended") << 0;
    QTest::newRow("stopped") << 1;
    QTest::newRow("cut off") << 2;
    QTest::newRow("another agent") << 3;
}

void TestScratchRun::APPR_04_whatATrialWaitsForGoesWithIt()
{
    QFETCH(const int, way);
    Scene scene;
    QVERIFY(scene.open(localFeatures));
    scene.server.stream = [](const QJsonObject &) {
        return eventStream({ScratchServer::runCreated(), ScratchServer::asksToStart("send_mail", "h1")}, Scripted::End::Hold);
    };
    ToolApproval &approval = scene.run().mineApproval();
    scene.ask();
    QTRY_COMPARE(approval.state(), ToolApproval::State::Asked);
    if (way == 0)
        scene.life->team.server.sendToHeld(ScratchServer::finished());
    else if (way == 1)
        scene.run().stop();
    else if (way == 2)
        scene.life->team.server.closeHeld();
    else
        scene.run().clear();
    QTRY_COMPARE(approval.state(), ToolApproval::State::None);
    QVERIFY(!scene.run().isRunning());
    QVERIFY(scene.server.answers.isEmpty()); // no answer is a refusal
    QTRY_VERIFY(scene.isClean());
}

void TestScratchRun::AG_48_aScenarioIsKeptWhereTheServerHasThem()
{
    Scene scene;
    scene.server.hasDatasets = true;
    QVERIFY(scene.open());
    ScratchScenarios scenarios(scene.life->team.api, scene.life->team.workspace);
    QSignalSpy kept(&scenarios, &ScratchScenarios::kept);
    QSignalSpy failures(&scenarios, &ScratchScenarios::failed);
    scenarios.load();
    QTRY_COMPARE(scenarios.support(), ScratchScenarios::Support::Offered);
    Dataset dataset;
    dataset.name = u"Contracts"_s;
    Scenario scenario;
    scenario.name = u"Due dates"_s;
    scenario.query = u"What is due?"_s;
    scenario.expectedOutputContains = QStringList{u"Friday"_s};
    scene.server.refuseScenario = 422;
    scenarios.keep(dataset, scenario);
    QVERIFY(scenarios.isKeeping());
    QTRY_COMPARE(failures.size(), 1);
    QVERIFY(!scenarios.isKeeping());
    QCOMPARE(scenarios.datasets().size(), 1); // it was made: the next try uses it
    scene.server.refuseScenario = 0;
    scenarios.keep(scenarios.datasets().constFirst(), scenario);
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(scene.server.datasets.size(), 1);
    QCOMPARE(scene.server.scenarios.size(), 1);
    const QJsonObject there = scene.server.scenarios.constFirst();
    QCOMPARE(there.value("dataset_id"_L1).toString(), u"d1"_s);
    QCOMPARE(there.value("query"_L1).toString(), u"What is due?"_s);
    QCOMPARE(there.value("expected_output_contains"_L1), QJsonArray{u"Friday"_s});
}

void TestScratchRun::AG_48_scenariosAreThereAgainAfterADisconnection()
{
    Scene scene;
    scene.server.hasDatasets = true;
    QVERIFY(scene.open());
    ScratchScenarios scenarios(scene.life->team.api, scene.life->team.workspace);
    scene.life->team.workspace.close();
    QVERIFY(scene.life->team.open());
    QCOMPARE(scenarios.support(), ScratchScenarios::Support::Unknown); // nobody asked
    scenarios.load();
    QTRY_COMPARE(scenarios.support(), ScratchScenarios::Support::Offered);
    scene.life->team.workspace.close();
    QVERIFY(!scenarios.whyNot().isEmpty());
    QVERIFY(scene.life->team.open());
    QTRY_COMPARE(scenarios.support(), ScratchScenarios::Support::Offered);
}

void TestScratchRun::AG_48_aServerWithoutScenariosIsSaid()
{
    Scene scene;
    QVERIFY(scene.open());
    ScratchScenarios scenarios(scene.life->team.api, scene.life->team.workspace);
    scenarios.load();
    QTRY_COMPARE(scenarios.support(), ScratchScenarios::Support::Missing);
    QVERIFY(!scenarios.whyNot().isEmpty());
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESK_CHILD_STORE"))
        return runChild(app);
    TestScratchRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scratchrun.moc"
