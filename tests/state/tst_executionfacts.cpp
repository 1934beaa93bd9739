// What is computed of an execution and its steps without any server: its replay, what each step used, two of them side by side.
#include "state/executions/executioncompare.h"
#include "state/executions/executionreplay.h"
#include "state/executions/stepfigures.h"
#include "state/executions/workflowinputschema.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);

StepExecution step(const QString &id, qint64 beginMs, qint64 endMs, StepStatus status = StepStatus::Completed)
{
    StepExecution out;
    out.id = StepExecutionId(id + QString::number(beginMs));
    out.stepId = id;
    out.status = status;
    out.startedAt = start.addMSecs(beginMs);
    if (endMs >= 0)
        out.completedAt = start.addMSecs(endMs);
    return out;
}

WorkflowExecution execution(qint64 endMs)
{
    WorkflowExecution out;
    out.id = ExecutionId(u"e"_s);
    out.status = ExecutionStatus::Completed;
    out.startedAt = start;
    if (endMs >= 0)
        out.completedAt = start.addMSecs(endMs);
    return out;
}

StepExecution used(StepExecution step, qint64 requests, qint64 tokens)
{
    step.usage.requests = requests;
    step.usage.inputTokens = tokens;
    return step;
}

QStringList words(const QList<StepPair> &pairs)
{
    QStringList out;
    for (const StepPair &pair : pairs)
        out.append(u"%1#%2:%3/%4"_s.arg(pair.stepId).arg(pair.round).arg(pair.left).arg(pair.right));
    return out;
}

} // namespace

class TestExecutionFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_61_everyMomentShowsWhatHadBegunAndEnded();
    void D_61_aLoopShowsItsRounds();
    void D_61_whatNeverEndedIsAtWorkUntilTheEnd();
    void D_61_timesThatDoNotFitTogetherAreNoHarm();
    void D_61_anyMomentOfAnyExecutionIsOneOfItsStates();
    void WF_21_eachStepShowsWhatItUsedItself();
    void WF_21_parallelStepsAreToldApartByTheirEnd();
    void WF_21_countersThatFellAreNotShown();
    void WF_26_theSameStepsStandBesideEachOther();
    void WF_26_whatOnlyOneHasStandsWhereItRan();
    void WF_26_roundsOfALoopAreTheirOwnPairs();
    void WF_26_nothingIsLostOrDoubled();
    void WF_18_theWorkflowSaysWhatItTakes();
    void WF_18_whereItSaysNothingItsReferencesDo();
};

void TestExecutionFacts::D_61_everyMomentShowsWhatHadBegunAndEnded()
{
    const ExecutionReplay replay(execution(500), {step(u"a"_s, 0, 100), step(u"b"_s, 100, 400, StepStatus::Failed)});
    QCOMPARE(replay.length(), 500);
    QCOMPARE(replay.moments(), (QList<qint64>{0, 100, 400}));
    QCOMPARE(replay.at(50).value(u"a"_s).status.value(), StepStatus::Running);
    QVERIFY(!replay.at(50).contains(u"b"_s));
    QCOMPARE(replay.at(100).value(u"a"_s).status.value(), StepStatus::Completed);
    QCOMPARE(replay.at(100).value(u"b"_s).status.value(), StepStatus::Running);
    QCOMPARE(replay.at(400).value(u"b"_s).status.value(), StepStatus::Failed);
    QCOMPARE(replay.at(400).value(u"b"_s).row, 1);
    QCOMPARE(replay.momentAfter(0), 100);
    QCOMPARE(replay.momentAfter(400), 500);
    QCOMPARE(replay.momentBefore(400), 100);
    QCOMPARE(replay.momentBefore(0), 0);
}

void TestExecutionFacts::D_61_aLoopShowsItsRounds()
{
    const ExecutionReplay replay(execution(400), {step(u"loop"_s, 0, 400), step(u"body"_s, 10, 100), step(u"body"_s, 110, 200)});
    QCOMPARE(replay.at(50).value(u"body"_s).rounds, 1);
    QCOMPARE(replay.at(150).value(u"body"_s).rounds, 2);
    QCOMPARE(replay.at(150).value(u"body"_s).row, 2);
    QCOMPARE(replay.at(105).value(u"body"_s).status.value(), StepStatus::Completed);
    QCOMPARE(replay.at(105).value(u"loop"_s).status.value(), StepStatus::Running);
}

void TestExecutionFacts::D_61_whatNeverEndedIsAtWorkUntilTheEnd()
{
    const ExecutionReplay replay(execution(-1), {step(u"a"_s, 0, 100), step(u"b"_s, 150, -1, StepStatus::Running)});
    QCOMPARE(replay.length(), 150);
    QCOMPARE(replay.at(replay.length()).value(u"b"_s).status.value(), StepStatus::Running);
}

void TestExecutionFacts::D_61_timesThatDoNotFitTogetherAreNoHarm()
{
    StepExecution backwards = step(u"a"_s, 300, 200); // ended before it began
    StepExecution timeless = step(u"b"_s, 0, -1);     // ended, and nobody knows when
    timeless.startedAt = {};
    const ExecutionReplay replay(execution(100), {backwards, timeless, step(u"c"_s, -500, -400)});
    QCOMPARE(replay.length(), 300);
    QCOMPARE(replay.at(0).value(u"b"_s).status.value(), StepStatus::Completed);
    QCOMPARE(replay.at(0).value(u"c"_s).status.value(), StepStatus::Completed);
    QCOMPARE(replay.at(300).value(u"a"_s).status.value(), StepStatus::Completed);
    QVERIFY(ExecutionReplay().at(5).isEmpty());
    QCOMPARE(ExecutionReplay(WorkflowExecution(), {}).length(), 0);
}

void TestExecutionFacts::D_61_anyMomentOfAnyExecutionIsOneOfItsStates()
{
    const quint32 seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? qEnvironmentVariable("DESK_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int turn = 0; turn < 200; ++turn) {
        QList<StepExecution> steps;
        for (int i = random.bounded(30); i > 0; --i) {
            const qint64 begin = random.bounded(1000);
            steps.append(step(QString(QChar(u'a' + random.bounded(5))), begin, random.bounded(3) == 0 ? -1 : begin + random.bounded(300),
                              random.bounded(4) == 0 ? StepStatus::Running : StepStatus::Completed));
        }
        const ExecutionReplay replay(execution(random.bounded(2) == 0 ? -1 : 800), steps);
        const qint64 ms = random.bounded(1500);
        const auto states = replay.at(ms);
        QHash<QString, int> begun; // the plain way
        for (const StepExecution &one : std::as_const(steps))
            begun[one.stepId] += start.msecsTo(one.startedAt) <= ms ? 1 : 0;
        for (auto it = begun.cbegin(); it != begun.cend(); ++it)
            QCOMPARE(states.value(it.key()).rounds, it.value());
        QVERIFY(replay.momentBefore(ms) <= ms);
        QVERIFY(replay.momentAfter(ms) > ms || replay.momentAfter(ms) == replay.length());
    }
}

void TestExecutionFacts::WF_21_eachStepShowsWhatItUsedItself()
{
    const auto figures = stepFigures(
        {used(step(u"a"_s, 0, 100), 1, 50), used(step(u"b"_s, 100, 200), 3, 80), used(step(u"c"_s, 200, -1, StepStatus::Running), 3, 80)});
    QCOMPARE(figures.at(0)->requests, 1);
    QCOMPARE(figures.at(1)->requests, 2);
    QCOMPARE(figures.at(1)->inputTokens, 30);
    QVERIFY(!figures.at(2));
}

void TestExecutionFacts::WF_21_parallelStepsAreToldApartByTheirEnd()
{
    // The one that began first ended last.
    const auto figures = stepFigures({used(step(u"a"_s, 0, 300), 5, 90), used(step(u"b"_s, 10, 100), 2, 40)});
    QCOMPARE(figures.at(1)->requests, 2);
    QCOMPARE(figures.at(0)->requests, 3);
    QCOMPARE(figures.at(0)->inputTokens, 50);
}

void TestExecutionFacts::WF_21_countersThatFellAreNotShown()
{
    const auto figures = stepFigures({used(step(u"a"_s, 0, 100), 4, 50), used(step(u"b"_s, 100, 200, StepStatus::Failed), 0, 0)});
    QVERIFY(figures.at(0));
    QVERIFY(!figures.at(1));
}

void TestExecutionFacts::WF_26_theSameStepsStandBesideEachOther()
{
    StepExecution other = step(u"a"_s, 0, 250);
    other.output = u"changed"_s;
    const QList<StepPair> pairs = alignedSteps({step(u"a"_s, 0, 100)}, {other});
    QCOMPARE(words(pairs), QStringList{u"a#1:0/0"_s});
    QVERIFY(!pairs.at(0).isSameOutput);
    QVERIFY(pairs.at(0).isSameStatus);
    QCOMPARE(*pairs.at(0).moreSeconds, 0.15);
}

void TestExecutionFacts::WF_26_whatOnlyOneHasStandsWhereItRan()
{
    const QList<StepExecution> left{step(u"a"_s, 0, 1), step(u"warn"_s, 1, 2), step(u"z"_s, 2, 3)};
    const QList<StepExecution> right{step(u"a"_s, 0, 1), step(u"note"_s, 1, 2), step(u"z"_s, 2, 3), step(u"end"_s, 3, 4)};
    QCOMPARE(words(alignedSteps(left, right)),
             (QStringList{u"a#1:0/0"_s, u"warn#1:1/-1"_s, u"note#1:-1/1"_s, u"z#1:2/2"_s, u"end#1:-1/3"_s}));
}

void TestExecutionFacts::WF_26_roundsOfALoopAreTheirOwnPairs()
{
    const QList<StepExecution> left{step(u"x"_s, 0, 1), step(u"x"_s, 1, 2)};
    const QList<StepExecution> right{step(u"x"_s, 0, 1), step(u"x"_s, 1, 2), step(u"x"_s, 2, 3)};
    QCOMPARE(words(alignedSteps(left, right)), (QStringList{u"x#1:0/0"_s, u"x#2:1/1"_s, u"x#3:-1/2"_s}));
}

void TestExecutionFacts::WF_26_nothingIsLostOrDoubled()
{
    const quint32 seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? qEnvironmentVariable("DESK_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int turn = 0; turn < 300; ++turn) {
        const auto made = [&random] {
            QList<StepExecution> steps;
            for (int i = 0, count = random.bounded(12); i < count; ++i)
                steps.append(step(QString(QChar(u'a' + random.bounded(4))), i, i + 1));
            return steps;
        };
        const QList<StepExecution> left = made();
        const QList<StepExecution> right = made();
        QList<qsizetype> lefts;
        QList<qsizetype> rights;
        const QList<StepPair> pairs = alignedSteps(left, right);
        for (const StepPair &pair : pairs) {
            QVERIFY(pair.left >= 0 || pair.right >= 0);
            if (pair.left >= 0)
                lefts.append(pair.left);
            if (pair.right >= 0)
                rights.append(pair.right);
            if (pair.left >= 0 && pair.right >= 0)
                QCOMPARE(left.at(pair.left).stepId, right.at(pair.right).stepId);
        }
        QVERIFY(std::is_sorted(lefts.cbegin(), lefts.cend()));
        QCOMPARE(lefts.size(), left.size());
        std::sort(rights.begin(), rights.end());
        QCOMPARE(rights.size(), right.size());
        QVERIFY(std::adjacent_find(rights.cbegin(), rights.cend()) == rights.cend());
    }
}

void TestExecutionFacts::WF_18_theWorkflowSaysWhatItTakes()
{
    const QJsonObject schema{{u"type"_s, u"object"_s}, {u"required"_s, QJsonArray{u"city"_s}}};
    const QJsonObject whole{{u"input_schema"_s, schema}, {u"steps"_s, QJsonArray{QJsonObject{{u"prompt"_s, u"$.input.other"_s}}}}};
    QCOMPARE(workflowInputSchema(whole), schema);
    QVERIFY(saysItsInput(whole));
    const QJsonObject byStep{
        {u"steps"_s, QJsonArray{QJsonObject{{u"type"_s, u"tool"_s}}, QJsonObject{{u"type"_s, u"input"_s}, {u"schema"_s, schema}}}}};
    QCOMPARE(workflowInputSchema(byStep), schema);
}

void TestExecutionFacts::WF_18_whereItSaysNothingItsReferencesDo()
{
    const QJsonObject body{{u"agent_prompt"_s, u"About $.input.topic.name and $.input.topic, $.inputs.no, $.input"_s}};
    const QJsonObject loop{{u"type"_s, u"loop"_s},
                           {u"loop_config"_s, QJsonObject{{u"items_path"_s, u"$.input.rows"_s}, {u"steps"_s, QJsonArray{body}}}}};
    const QJsonObject definition{{u"steps"_s, QJsonArray{loop}}};
    QCOMPARE(workflowInputSchema(definition).value(u"properties"_s).toObject().keys(), (QStringList{u"rows"_s, u"topic"_s}));
    QVERIFY(!saysItsInput(definition));
    QVERIFY(workflowInputSchema({{u"steps"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}}}}}).isEmpty());
}

QTEST_GUILESS_MAIN(TestExecutionFacts)
#include "tst_executionfacts.moc"
