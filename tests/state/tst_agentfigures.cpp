// What is told of one agent beside its definition: its latest runs, its scores, when it was used, and what ran today.
#include "state/agents/agentfigures.h"
#include "state/agents/agentstore.h"
#include "state/agents/agentuse.h"
#include "state/agents/runstoday.h"
#include "state/definitions/definitionmarks.h"
#include "state/models/agentrunmodel.h"
#include "state/models/runmodel.h"
#include "state/runstore.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int patientMs = 20'000; // a lost read is tried again some times

QByteArray run(const QByteArray &id, const QByteArray &agent, const QByteArray &status, const QByteArray &created,
               const QByteArray &more = "")
{
    return R"({"id":")" + id + R"(","agent_id":")" + agent + R"(","status":")" + status + R"(","input":{"prompt":"Ask )" + id +
           R"("},"events":[],"created_at":"2026-05-02T)" + created + R"(:00","updated_at":"2026-05-02T)" + created + R"(:04")" + more + '}';
}

Agent agent(const QString &id, const QString &name)
{
    Agent made;
    made.id = AgentId(id);
    made.name = name;
    return made;
}

struct Scene : TeamFixture {
    RunStore seen{api, workspace};
    AgentFigures figures{api, workspace, seen};
    AgentRunModel model{figures.runs()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QHash<QByteArray, Scripted> answers; // by the beginning of the target
    QByteArrayList asked;

    Scene()
    {
        script = [this](const Received &request) {
            asked << request.target;
            for (auto answer = answers.cbegin(); answer != answers.cend(); ++answer) {
                if (request.target.startsWith(answer.key()))
                    return answer.value();
            }
            return Scripted();
        };
    }
    [[nodiscard]] AgentRuns &runs() { return figures.runs(); }
    [[nodiscard]] AgentScoring &scores() { return figures.scoring(); }
    [[nodiscard]] QString ids()
    {
        QStringList all;
        for (const AgentRun &row : runs().rows())
            all << row.id.value();
        return all.join(u' ');
    }
    [[nodiscard]] bool hasAsked(const QByteArray &part) const { return countOf(part) > 0; }
    [[nodiscard]] int countOf(const QByteArray &part) const
    {
        return static_cast<int>(
            std::count_if(asked.cbegin(), asked.cend(), [&part](const QByteArray &target) { return target.contains(part); }));
    }
    [[nodiscard]] QString averages()
    {
        QStringList all;
        for (const ScorerFigures &row : scores().scorers())
            all << row.scorer.wire() + u'=' + QString::number(row.average.value_or(-1)) + u'/' + QString::number(row.count.value_or(-1));
        return all.join(u' ');
    }
};

const QByteArray ofA1 = "/runs?limit=20&offset=0&agent_id=a1";
const QByteArray ofA2 = "/runs?limit=20&offset=0&agent_id=a2";

} // namespace

class TestAgentFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_23_theServerIsAskedForTheRunsOfTheAgent();
    void AG_23_aRunThatIsSeenMoves();
    void AG_23_whatIsUnderWayIsAskedForAgain();
    void AG_23_oneFailureDoesNotEndTheFollowing_data();
    void AG_23_oneFailureDoesNotEndTheFollowing();
    void AG_23_aServerThatDoesNotChooseIsNotBelieved();
    void AG_23_failuresKeepWhatWasSeen_data();
    void AG_23_failuresKeepWhatWasSeen();
    void AG_23_theChoiceChangesWhileLoading();
    void whoIsWalkedOverIsNotAskedFor();
    void anotherAccountSeesNothing();
    void AG_25_scoresUnderIdAndNameArePutTogether();
    void AG_25_percentilesAreOfAllScores();
    void AG_25_anOlderServerHasASummary();
    void AG_25_whatAServerRefusesIsAState_data();
    void AG_25_whatAServerRefusesIsAState();
    void AG_25_theChoiceChangesWhileLoading();
    void AG_01_runsOfADay();
    void AG_09_runsAndConversationsCountAsUse();
};

void TestAgentFigures::AG_23_theServerIsAskedForTheRunsOfTheAgent()
{
    Scene scene;
    scene.answers.insert(ofA1,
                         json('[' +
                              QByteArrayList{run("r1", "a1", "succeeded", "09:03", R"(,"usage":{"prompt_tokens":9,"completion_tokens":3})"),
                                             run("r2", "a1", "failed", "09:04"), run("r3", "a1", "running", "09:02")}
                                  .join(',') +
                              ']'));
    QVERIFY(scene.open());
    scene.runs().open(agent(u"a1"_s, u"one"_s));
    QVERIFY(scene.runs().isLoading());
    QTRY_VERIFY(scene.runs().isLoaded());
    QVERIFY(!scene.runs().isLoading());
    QCOMPARE(scene.ids(), u"r2 r1 r3"_s);
    QVERIFY(!scene.runs().mayHaveMore());
    QCOMPARE(scene.runs().chosenAmong(), 0);
    const AgentRunFigures figures = scene.runs().figures();
    QCOMPARE(figures.ended, 2);
    QCOMPARE(figures.succeeded, 1);
    QCOMPARE(figures.failed, 1);
    QCOMPARE(figures.medianMs, std::optional<qint64>(4000));
    QVERIFY(scene.model.hasTokens());
    QCOMPARE(scene.model.index(1, AgentRunModel::TokensColumn).data().toString(), u"12"_s);
    QCOMPARE(scene.model.index(0, AgentRunModel::TokensColumn).data().toString(), QString()); // the server did not say
    QCOMPARE(scene.model.index(0, AgentRunModel::StatusColumn).data().toString(), u"Failed"_s);
    QCOMPARE(scene.model.index(0, AgentRunModel::PromptColumn).data().toString(), u"Ask r2"_s);
}

void TestAgentFigures::AG_23_aRunThatIsSeenMoves()
{
    Scene scene;
    scene.answers.insert(ofA1, json('[' + run("r1", "a1", "running", "09:03") + ']'));
    scene.answers.insert("/runs?limit=50", json('[' + run("r9", "a2", "running", "09:09") + ',' + run("r8", "a1", "running", "09:08") +
                                                ',' + run("r1", "a1", "succeeded", "09:03") + ']'));
    QVERIFY(scene.open());
    scene.runs().open(agent(u"a1"_s, u"one"_s));
    QTRY_VERIFY(scene.runs().isLoaded());
    QCOMPARE(scene.ids(), u"r1"_s);
    scene.seen.refresh();
    QTRY_COMPARE(scene.ids(), u"r8 r1"_s);
    QVERIFY(scene.runs().rows().constLast().status.isSuccess());
    scene.seen.applyStatus(RunId(u"r8"_s), RunStatus::Failed, QDateTime::currentDateTimeUtc());
    QCOMPARE(scene.model.index(0, 0).data(RunModel::StatusRole).toInt(), static_cast<int>(RunStatus::Failed));
}

void TestAgentFigures::AG_23_whatIsUnderWayIsAskedForAgain()
{
    Scene scene;
    scene.answers.insert(ofA1, json('[' + run("r1", "a1", "running", "09:03") + ']'));
    QVERIFY(scene.open());
    scene.runs().open(agent(u"a1"_s, u"one"_s));
    QTRY_COMPARE(scene.ids(), u"r1"_s);
    scene.answers.insert(ofA1, json('[' + run("r1", "a1", "succeeded", "09:03") + ']'));
    QTRY_VERIFY_WITH_TIMEOUT(scene.runs().rows().constFirst().status.isSuccess(), patientMs);
}

void TestAgentFigures::AG_23_oneFailureDoesNotEndTheFollowing_data()
{
    QTest::addColumn<int>("status"); // 0: the answer is cut
    QTest::newRow("busy") << 503;
    QTest::newRow("cut") << 0;
}

void TestAgentFigures::AG_23_oneFailureDoesNotEndTheFollowing()
{
    QFETCH(int, status);
    Scene scene;
    const Scripted running = json('[' + run("r1", "a1", "running", "09:03") + ']');
    scene.answers.insert(ofA1, running);
    QVERIFY(scene.open());
    scene.runs().open(agent(u"a1"_s, u"one"_s));
    QTRY_COMPARE(scene.ids(), u"r1"_s);
    scene.answers.insert(ofA1, status ? reply(status, R"({"detail":"Busy"})") : cut(running, 60, Scripted::End::Reset));
    QTRY_VERIFY_WITH_TIMEOUT(scene.runs().error().has_value(), patientMs);
    QCOMPARE(scene.ids(), u"r1"_s);
    scene.answers.insert(ofA1, json('[' + run("r1", "a1", "succeeded", "09:03") + ']'));
    QTRY_VERIFY_WITH_TIMEOUT(scene.runs().rows().constFirst().status.isSuccess(), patientMs);
    QVERIFY(!scene.runs().error());
}

void TestAgentFigures::AG_23_aServerThatDoesNotChooseIsNotBelieved()
{
    Scene scene;
    scene.answers.insert(ofA1, json('[' + run("r1", "a1", "succeeded", "09:03") + ',' + run("r2", "a2", "succeeded", "09:04") + ']'));
    QVERIFY(scene.open());
    scene.runs().open(agent(u"a1"_s, u"one"_s));
    QTRY_VERIFY(scene.runs().isLoaded());
    QCOMPARE(scene.ids(), u"r1"_s);
    QCOMPARE(scene.runs().chosenAmong(), 2);
}

void TestAgentFigures::AG_23_failuresKeepWhatWasSeen_data()
{
    QTest::addColumn<int>("status"); // 0: the answer is cut
    QTest::newRow("forbidden") << 403;
    QTest::newRow("not found") << 404;
    QTest::newRow("cut") << 0;
}

void TestAgentFigures::AG_23_failuresKeepWhatWasSeen()
{
    QFETCH(int, status);
    Scene scene;
    const Scripted good = json('[' + run("r1", "a1", "succeeded", "09:03") + ']');
    scene.answers.insert(ofA1, status ? reply(status, R"({"detail":"No"})") : cut(good, 60, Scripted::End::Reset));
    scene.answers.insert("/runs?limit=50", json('[' + run("r8", "a1", "succeeded", "09:08") + ']'));
    QVERIFY(scene.open());
    scene.seen.refresh();
    QTRY_VERIFY(scene.seen.isLoaded());
    scene.runs().open(agent(u"a1"_s, u"one"_s));
    QCOMPARE(scene.ids(), u"r8"_s); // at once
    QTRY_VERIFY_WITH_TIMEOUT(scene.runs().error().has_value(), patientMs);
    QVERIFY(!scene.runs().isLoading());
    QVERIFY(!scene.runs().isLoaded());
    QCOMPARE(scene.ids(), u"r8"_s);
    scene.answers.insert(ofA1, good);
    scene.runs().reload();
    QTRY_COMPARE(scene.ids(), u"r8 r1"_s);
    QVERIFY(!scene.runs().error());
}

void TestAgentFigures::AG_23_theChoiceChangesWhileLoading()
{
    Scene scene;
    scene.answers.insert(ofA1, late(json('[' + run("r1", "a1", "succeeded", "09:03") + ']'), 400));
    scene.answers.insert(ofA2, json('[' + run("r2", "a2", "succeeded", "09:04") + ']'));
    QVERIFY(scene.open());
    scene.runs().open(agent(u"a1"_s, u"one"_s));
    QTRY_VERIFY(scene.hasAsked("agent_id=a1"));
    QSignalSpy changes(&scene.runs(), &AgentRuns::changed);
    scene.runs().open(agent(u"a2"_s, u"two"_s));
    QCOMPARE(scene.ids(), QString()); // nothing of the one before
    QTRY_VERIFY(scene.runs().isLoaded());
    QCOMPARE(scene.ids(), u"r2"_s);
    scene.answers.insert(ofA2, late(json("[]"), 600)); // longer than the answer of the first would have taken
    scene.runs().reload();
    QTRY_VERIFY(!scene.runs().isLoading());
    QVERIFY(!scene.ids().contains(u"r1"_s));
    QVERIFY(!scene.runs().error()); // what was aborted is no failure
}

void TestAgentFigures::whoIsWalkedOverIsNotAskedFor()
{
    Scene scene;
    scene.answers.insert("/runs?", json("[]"));
    QVERIFY(scene.open());
    for (int i = 0; i < 50; ++i)
        scene.runs().open(agent(u"a%1"_s.arg(i), u"n%1"_s.arg(i)));
    QTRY_VERIFY(scene.runs().isLoaded());
    QCOMPARE(scene.countOf("/runs?"), 1);
    QVERIFY(scene.hasAsked("agent_id=a49"));
}

void TestAgentFigures::anotherAccountSeesNothing()
{
    Scene scene;
    scene.answers.insert(ofA1, json('[' + run("r1", "a1", "succeeded", "09:03") + ']'));
    QVERIFY(scene.open());
    scene.runs().open(agent(u"a1"_s, u"one"_s));
    scene.scores().open(agent(u"a1"_s, u"one"_s));
    QTRY_VERIFY(scene.runs().isLoaded());
    Q_EMIT scene.workspace.accountChanged();
    QCOMPARE(scene.ids(), QString());
    QVERIFY(scene.runs().agent().isEmpty());
    QCOMPARE(scene.scores().state(), AgentScoring::State::Closed);
}

void TestAgentFigures::AG_25_scoresUnderIdAndNameArePutTogether()
{
    Scene scene;
    scene.answers.insert("/evals/scores/by-agent/a1",
                         json(R"({"scorers":{"success":{"avg_score":1.0,"total":3},"own thing":{"avg_score":0.5,"total":2}}})"));
    scene.answers.insert("/evals/scores/by-agent/one",
                         json(R"({"scorers":{"success":{"avg_score":0.5,"total":1},"latency":{"avg_score":null,"total":0}}})"));
    scene.answers.insert("/evals/observability/agent/a1/metrics",
                         json(R"({"window_hours":24,"runs":{"total":12,"successful":9,"success_rate":0.75},
                                  "quality":{"avg_score":0.8,"sample_count":5}})"));
    QVERIFY(scene.open());
    scene.scores().open(agent(u"a1"_s, u"one"_s));
    QCOMPARE(scene.scores().state(), AgentScoring::State::Loading);
    QTRY_COMPARE(scene.scores().state(), AgentScoring::State::Loaded);
    QCOMPARE(scene.averages(), u"latency=-1/0 own thing=0.5/2 success=0.875/4"_s);
    QVERIFY(scene.scores().isPutTogether());
    QVERIFY(scene.scores().metrics());
    QCOMPARE(scene.scores().metrics()->totalRuns, std::optional(12));
    QVERIFY(scene.hasAsked("by-agent/a1?days=7"));
    QVERIFY(!scene.hasAsked("/scores/aggregates")); // the server promises no percentiles
    scene.scores().setDays(90);
    QVERIFY(scene.scores().scorers().isEmpty()); // those were of another period
    QTRY_COMPARE(scene.scores().state(), AgentScoring::State::Loaded);
    QVERIFY(scene.hasAsked("by-agent/a1?days=90"));
}

void TestAgentFigures::AG_25_percentilesAreOfAllScores()
{
    Scene scene;
    scene.features = R"("scorer_percentiles")";
    scene.answers.insert("/evals/scores/by-agent/a1", json(R"({"scorers":{"success":{"avg_score":0.9,"total":3}}})"));
    scene.answers.insert("/evals/scores/by-agent/one", json(R"({"scorers":{}})"));
    scene.answers.insert("/scores/aggregates?agent_id=a1&scorer_name=success",
                         json(R"({"total_scores":40,"avg_score":0.8,"min":0.1,"max":1.0,"p50":0.85,"p90":0.95,"p95":0.99})"));
    QVERIFY(scene.open());
    scene.scores().open(agent(u"a1"_s, u"one"_s));
    QTRY_COMPARE(scene.scores().state(), AgentScoring::State::Loaded);
    QCOMPARE(scene.averages(), u"success=0.9/3"_s);
    QVERIFY(!scene.scores().isPutTogether());
    const std::optional<ScoreAggregate> whole = scene.scores().scorers().constFirst().whole;
    QVERIFY(whole);
    QCOMPARE(whole->totalScores, std::optional(40));
    QCOMPARE(whole->minimum, std::optional(0.1));
    QCOMPARE(whole->p95, std::optional(0.99));
}

void TestAgentFigures::AG_25_anOlderServerHasASummary()
{
    Scene scene;
    scene.answers.insert("/scores/aggregates?agent_id=a1", json(R"({"total_runs":8,"successful_runs":6,"success_rate":0.75,"note":"n"})"));
    QVERIFY(scene.open());
    scene.scores().open(agent(u"a1"_s, u"one"_s));
    QTRY_COMPARE(scene.scores().state(), AgentScoring::State::Loaded);
    QVERIFY(scene.scores().scorers().isEmpty());
    QVERIFY(scene.scores().summary());
    QCOMPARE(scene.scores().summary()->totalRuns, std::optional(8));
    QVERIFY(!scene.scores().summary()->averageScore); // runs are no scores
    QVERIFY(!scene.scores().metrics());
}

void TestAgentFigures::AG_25_whatAServerRefusesIsAState_data()
{
    using State = AgentScoring::State;
    QTest::addColumn<int>("status"); // 0: the answer is cut
    QTest::addColumn<State>("state");
    QTest::newRow("forbidden") << 403 << State::Refused;
    QTest::newRow("not found") << 404 << State::Missing;
    QTest::newRow("cut") << 0 << State::Failed;
}

void TestAgentFigures::AG_25_whatAServerRefusesIsAState()
{
    QFETCH(int, status);
    QFETCH(AgentScoring::State, state);
    Scene scene;
    const Scripted good = json(R"({"scorers":{"success":{"avg_score":0.9,"total":3}}})");
    scene.answers.insert("/evals/", good);
    QVERIFY(scene.open());
    scene.scores().open(agent(u"a1"_s, u"one"_s));
    QTRY_COMPARE(scene.scores().state(), AgentScoring::State::Loaded);
    const Scripted bad = status ? reply(status, R"({"detail":"No"})") : cut(good, 60, Scripted::End::Reset);
    scene.answers = {{"/evals/", bad}, {"/scores/", bad}};
    scene.scores().reload();
    QTRY_COMPARE_WITH_TIMEOUT(scene.scores().state(), state, patientMs);
    QVERIFY(!scene.scores().isLoading());
    // What was seen stays on trouble alone: what is refused now must not be shown any more.
    QCOMPARE(scene.averages(), state == AgentScoring::State::Failed ? u"success=0.9/6"_s : QString());
    QCOMPARE(scene.scores().error().has_value(), state != AgentScoring::State::Missing);
}

void TestAgentFigures::AG_25_theChoiceChangesWhileLoading()
{
    Scene scene;
    scene.answers.insert("/evals/scores/by-agent/a1", late(json(R"({"scorers":{"success":{"avg_score":0.1,"total":3}}})"), 400));
    scene.answers.insert("/evals/scores/by-agent/a2", json(R"({"scorers":{"latency":{"avg_score":0.2,"total":1}}})"));
    scene.answers.insert("/evals/scores/by-agent/two", json(R"({"scorers":{}})"));
    QVERIFY(scene.open());
    scene.scores().open(agent(u"a1"_s, u"one"_s));
    QTRY_VERIFY(scene.hasAsked("by-agent/a1"));
    scene.scores().open(agent(u"a2"_s, u"two"_s));
    QTRY_COMPARE(scene.scores().state(), AgentScoring::State::Loaded);
    QCOMPARE(scene.averages(), u"latency=0.2/1"_s);
    scene.answers.insert("/evals/scores/by-agent/a2", late(json(R"({"scorers":{}})"), 600)); // longer than the first would have taken
    scene.scores().reload();
    QTRY_VERIFY(!scene.scores().isLoading());
    QCOMPARE(scene.averages(), QString());
}

void TestAgentFigures::AG_01_runsOfADay()
{
    Scene scene;
    QVERIFY(!runsOf(QDate(2026, 5, 2), scene.seen).isKnown);
    scene.answers.insert("/runs?limit=50", json('[' + run("r3", "a1", "failed", "12:03") + ',' + run("r2", "a1", "timeout", "12:02") + ',' +
                                                run("r1", "a1", "succeeded", "12:01") + ']'));
    QVERIFY(scene.open());
    scene.seen.refresh();
    QTRY_VERIFY(scene.seen.isLoaded());
    const QDate day = scene.seen.runs().constFirst().createdAt.toLocalTime().date();
    const RunsToday today = runsOf(day, scene.seen);
    QCOMPARE(today.all, 3);
    QCOMPARE(today.failed, 2);
    QVERIFY(today.isWhole);
    QCOMPARE(runsOf(day.addDays(1), scene.seen).all, 0);
    QVERIFY(runsOf(day.addDays(1), scene.seen).isWhole);
    // A full page: there may be more of the same day.
    Scene full;
    QByteArrayList many;
    for (int i = 0; i < 50; ++i)
        many << run("r" + QByteArray::number(i), "a1", "succeeded", "12:" + QByteArray::number(i).rightJustified(2, '0'));
    full.answers.insert("/runs?limit=50", json('[' + many.join(',') + ']'));
    QVERIFY(full.open());
    full.seen.refresh();
    QTRY_VERIFY(full.seen.isLoaded());
    QCOMPARE(runsOf(day, full.seen).all, 50);
    QVERIFY(!runsOf(day, full.seen).isWhole);
}

void TestAgentFigures::AG_09_runsAndConversationsCountAsUse()
{
    QTemporaryDir dir;
    Scene scene;
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    DefinitionMarks marks{store};
    AgentStore agents{scene.api};
    const AgentUse use({agents, scene.seen, scene.conversations, scene.workspace}, marks);
    scene.answers.insert("/agents", json(R"([{"id":"a1","name":"one"},{"id":"a2","name":"two"},{"id":"a3","name":"three"}])"));
    scene.answers.insert("/runs?limit=50", json('[' + run("r2", "a1", "succeeded", "09:08") + ',' + run("r1", "a1", "succeeded", "09:03") +
                                                ',' + run("r0", "gone", "succeeded", "09:01") + ']'));
    scene.answers.insert("/conversations?",
                         json(R"({"conversations":[{"id":"c1","title":"T","agent_id":"two","created_at":"2026-05-02T08:00:00",
                                  "updated_at":"2026-05-02T10:00:00"}],"total":1})"));
    QVERIFY(scene.open());
    agents.refresh();
    scene.seen.refresh();
    scene.conversations.refresh();
    QTRY_VERIFY(agents.isLoaded() && scene.seen.isLoaded() && scene.conversations.isLoaded());
    QVERIFY(marks.marks().isEmpty()); // they have not been read
    marks.open(u"ada"_s, DefinitionKind::Agent);
    const auto usedAt = [&marks](const QString &id) { return marks.marks().value(id).usedAt.toString(u"HH:mm"_s); };
    QTRY_COMPARE(usedAt(u"a1"_s), u"09:08"_s);
    QCOMPARE(usedAt(u"a2"_s), u"08:00"_s); // begun then; it may have changed by another title
    QVERIFY(!marks.marks().contains(u"a3"_s));
    QVERIFY(!marks.marks().contains(u"gone"_s));
    // A time never goes back.
    marks.setUsed(u"a1"_s, QDateTime(QDate(2026, 5, 2), QTime(11, 0), Qt::UTC));
    QSignalSpy answered(&scene.seen, &RunStore::loadingChanged);
    scene.answers.insert("/runs?limit=50",
                         json('[' + run("r3", "a1", "succeeded", "09:09") + ',' + run("r4", "a3", "succeeded", "09:10") + ']'));
    scene.seen.refresh();
    QTRY_COMPARE(usedAt(u"a3"_s), u"09:10"_s);
    QCOMPARE(usedAt(u"a1"_s), u"11:00"_s);
}

QTEST_GUILESS_MAIN(TestAgentFigures)
#include "tst_agentfigures.moc"
