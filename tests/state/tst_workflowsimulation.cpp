#include "state/workflows/workflowsimulation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

using State = SimulatedStep::State;
using End = WorkflowSimulation::End;

QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    Q_ASSERT_X(document.isObject(), "json", qPrintable(error.errorString()));
    return document.object();
}

QJsonObject workflow(const QByteArray &steps)
{
    return json("{\"id\":\"w\",\"name\":\"weather\",\"steps\":[" + steps + "]}");
}

QStringList ids(const WorkflowSimulation &simulation)
{
    QStringList out;
    for (const SimulatedStep &step : simulation.steps)
        out.append(step.id);
    return out;
}

const QByteArray weather = R"(
  {"id":"wx","type":"tool","tool":"get_weather","tool_args":{"location":"$.input.city"},"next_step":"note"},
  {"id":"cold","type":"condition","condition":{"field":"$.wx.temperature","operator":"lt","value":5,"then_step":"warn","else_step":"note"}},
  {"id":"warn","type":"agent","agent":"chat-agent","agent_prompt":"Warn: $.wx.temperature"},
  {"id":"note","type":"agent","agent":"chat-agent","agent_prompt":"Note for $.workflow.name"})";

SimulationSample weatherAt(int degrees)
{
    SimulationSample out;
    out.input = QJsonObject{{u"city"_s, u"Ulm"_s}};
    out.outputs.insert(u"wx"_s, QJsonObject{{u"temperature"_s, degrees}});
    return out;
}

const QByteArray loopOfTwo = R"({"id":"l","type":"loop","loop_config":{"items_path":"$.input.all","item_variable":"it","max_iterations":2,
  "steps":[{"id":"in","type":"tool","tool":"rag","tool_args":{"query":"$.it","n":"$.loop_index"}}]}})";

SimulationSample listOf(int count)
{
    SimulationSample out;
    QJsonArray all;
    for (int i = 0; i < count; ++i)
        all.append(u"item"_s + QString::number(i));
    out.input = QJsonObject{{u"all"_s, all}};
    out.outputs.insert(u"in"_s, QJsonObject{{u"text"_s, u"found"_s}});
    return out;
}

} // namespace

class TestWorkflowSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void D_60_bothBranchesRunWhereNothingJumpsOverTheSecond();
    void D_60_anElseBranchIsJumpedTo();
    void D_60_inputsAreResolvedAndOutputsAreTheSamples();
    void D_60_whatHasNoSampleIsSaidToHaveNone();
    void D_60_aLoopOfTheTeamServerGivesEverythingForEachItem();
    void D_60_aLoopOfTheLocalServerGivesItsResultsAndKeepsItsLimit();
    void D_60_twoParallelStepsFailOnTheTeamServerOnly();
    void D_60_peopleAreWaitedForUnlessASampleAnswers();
    void D_60_theLocalServersOwnKindsAreWorkedOut();
    void D_60_theWorkflowsOwnSchemaFillsInAndRefuses();
    void D_60_switchedOffStepsRunOnTheTeamServerOnly();
    void D_60_mixedComparisonsFailInWords();
    void D_60_endlessLoopsEnd();
    void D_60_growingResultsEnd();
    void D_60_hostileDefinitionsDoNoHarm();
};

void TestWorkflowSimulation::D_60_bothBranchesRunWhereNothingJumpsOverTheSecond()
{
    for (const WorkflowDialect dialect : {WorkflowDialect::Team, WorkflowDialect::Local}) {
        const WorkflowSimulation out = simulatedWorkflow(workflow(weather), weatherAt(-3), dialect);
        QCOMPARE(ids(out), QStringList({u"wx"_s, u"cold"_s, u"warn"_s, u"note"_s}));
        QCOMPARE(out.steps.at(1).next, u"warn"_s);
        QCOMPARE(out.end, End::Finished);
    }
}

void TestWorkflowSimulation::D_60_anElseBranchIsJumpedTo()
{
    const WorkflowSimulation out = simulatedWorkflow(workflow(weather), weatherAt(20), WorkflowDialect::Team);
    QCOMPARE(ids(out), QStringList({u"wx"_s, u"cold"_s, u"note"_s}));
    QCOMPARE(out.steps.at(1).output, QJsonValue(json(R"({"condition_result":false,"next_step":"note"})")));
}

void TestWorkflowSimulation::D_60_inputsAreResolvedAndOutputsAreTheSamples()
{
    const WorkflowSimulation out = simulatedWorkflow(workflow(weather), weatherAt(-3), WorkflowDialect::Team);
    QCOMPARE(out.steps.at(0).state, State::Sample);
    QCOMPARE(out.steps.at(0).input.toObject().value("tool_args"_L1).toObject().value("location"_L1).toString(), u"Ulm"_s);
    QCOMPARE(out.steps.at(2).input.toObject().value("agent_prompt"_L1).toString(), u"Warn: -3"_s);
    QCOMPARE(out.steps.at(3).input.toObject().value("agent_prompt"_L1).toString(), u"Note for weather"_s);
    QCOMPARE(out.outputs.value("wx"_L1), QJsonValue(QJsonObject{{u"temperature"_s, -3}}));
}

void TestWorkflowSimulation::D_60_whatHasNoSampleIsSaidToHaveNone()
{
    const WorkflowSimulation out = simulatedWorkflow(workflow(R"({"id":"a","type":"agent","agent":"x","agent_prompt":"hello"},
        {"id":"b","type":"agent","agent":"x","agent_prompt":"$.a.result"})"),
                                                     {}, WorkflowDialect::Team);
    QCOMPARE(out.steps.at(0).state, State::NoSample);
    QVERIFY(out.steps.at(0).output.isUndefined());
    QVERIFY(out.steps.at(0).problem.isEmpty());
    QVERIFY(out.steps.at(1).problem.contains(u"$.a.result"_s));
    QVERIFY(!out.outputs.contains(u"a"_s));
}

void TestWorkflowSimulation::D_60_aLoopOfTheTeamServerGivesEverythingForEachItem()
{
    const WorkflowSimulation out = simulatedWorkflow(workflow(loopOfTwo), listOf(3), WorkflowDialect::Team);
    QCOMPARE(ids(out), QStringList({u"l"_s, u"in"_s, u"in"_s, u"in"_s})); // max_iterations is ignored there
    QCOMPARE(out.steps.at(2).iteration, 1);
    QCOMPARE(out.steps.at(2).path, StepPath({0, 0}));
    QCOMPARE(steppath::member(out.steps.at(2).input, u"/tool_args/query"_s).toString(), u"item1"_s);
    QCOMPARE(steppath::member(out.steps.at(2).input, u"/tool_args/n"_s).toInt(), 1);
    const QJsonObject second = out.outputs.value("l"_L1).toArray().at(1).toObject();
    QCOMPARE(second.keys(), QStringList({u"in"_s, u"input"_s, u"it"_s, u"loop_count"_s, u"loop_index"_s, u"workflow"_s}));
}

void TestWorkflowSimulation::D_60_aLoopOfTheLocalServerGivesItsResultsAndKeepsItsLimit()
{
    const WorkflowSimulation out = simulatedWorkflow(workflow(loopOfTwo), listOf(2), WorkflowDialect::Local);
    QCOMPARE(out.outputs.value("l"_L1).toArray().size(), 2);
    QCOMPARE(out.outputs.value("l"_L1).toArray().at(0).toObject().keys(), QStringList{u"in"_s});
    const WorkflowSimulation tooMany = simulatedWorkflow(workflow(loopOfTwo), listOf(3), WorkflowDialect::Local);
    QCOMPARE(tooMany.end, End::Failed);
    QCOMPARE(tooMany.steps.constLast().state, State::Failed);
    QVERIFY(!tooMany.problem.isEmpty());
    // Nothing to go through is no failure; what is no list is one.
    QCOMPARE(simulatedWorkflow(workflow(loopOfTwo), {}, WorkflowDialect::Team).end, End::Finished);
    SimulationSample text;
    text.input = QJsonObject{{u"all"_s, u"text"_s}};
    QCOMPARE(simulatedWorkflow(workflow(loopOfTwo), text, WorkflowDialect::Team).end, End::Failed);
}

void TestWorkflowSimulation::D_60_twoParallelStepsFailOnTheTeamServerOnly()
{
    const QByteArray steps = R"({"id":"p","type":"parallel","parallel_steps":[{"id":"a","type":"tool","tool":"rag"},
        {"id":"b","type":"tool","tool":"rag","tool_args":{"q":"$.a"}}]},{"id":"c","type":"agent","agent":"x","agent_prompt":"$.p.a"})";
    SimulationSample sample;
    sample.outputs = {{u"a"_s, 1}, {u"b"_s, 2}};
    QCOMPARE(simulatedWorkflow(workflow(steps), sample, WorkflowDialect::Team).end, End::Failed);
    const WorkflowSimulation local = simulatedWorkflow(workflow(steps), sample, WorkflowDialect::Local);
    QCOMPARE(local.end, End::Finished);
    QCOMPARE(local.outputs.value("p"_L1), QJsonValue(json(R"({"a":1,"b":2})")));
    QVERIFY(!local.steps.at(2).problem.isEmpty()); // b does not see a
    QCOMPARE(local.steps.at(3).input.toObject().value("agent_prompt"_L1).toInt(), 1);
}

void TestWorkflowSimulation::D_60_peopleAreWaitedForUnlessASampleAnswers()
{
    const QByteArray steps = R"({"id":"h","type":"human","human_config":{"notification":"Go?","options":[{"id":"y","label":"Yes"}]}},
        {"id":"a","type":"agent","agent":"x","agent_prompt":"$.h.option_id"})";
    SimulationSample sample;
    QCOMPARE(simulatedWorkflow(workflow(steps), sample, WorkflowDialect::Local).end, End::Waiting);
    sample.outputs.insert(u"h"_s, QJsonObject{{u"option_id"_s, u"y"_s}});
    const WorkflowSimulation local = simulatedWorkflow(workflow(steps), sample, WorkflowDialect::Local);
    QCOMPARE(local.end, End::Finished);
    QCOMPARE(local.steps.at(1).input.toObject().value("agent_prompt"_L1).toString(), u"y"_s);
    const WorkflowSimulation team = simulatedWorkflow(workflow(steps), sample, WorkflowDialect::Team);
    QCOMPARE(team.end, End::Waiting);
    QCOMPARE(ids(team), QStringList{u"h"_s});
}

void TestWorkflowSimulation::D_60_theLocalServersOwnKindsAreWorkedOut()
{
    const QByteArray steps = R"({"id":"in","type":"input","schema":{"type":"object","properties":{"n":{"type":"integer","default":4}}}},
        {"id":"t","type":"transform","transform":{"value":["$.in.n",3],"operation":"sum"}},
        {"id":"out","type":"output","value":{"sum":"$.t"}})";
    const WorkflowSimulation local = simulatedWorkflow(workflow(steps), {}, WorkflowDialect::Local);
    QCOMPARE(local.end, End::Finished);
    QCOMPARE(local.outputs.value("out"_L1), QJsonValue(QJsonObject{{u"sum"_s, 7}}));
    QCOMPARE(simulatedWorkflow(workflow(steps), {}, WorkflowDialect::Team).end, End::Failed);
}

void TestWorkflowSimulation::D_60_theWorkflowsOwnSchemaFillsInAndRefuses()
{
    QJsonObject definition = workflow(R"({"id":"out","type":"output","value":"$.input.n"})");
    definition.insert(u"input_schema"_s, json(R"({"type":"object","properties":{"n":{"type":"integer","default":4}}})"));
    QCOMPARE(simulatedWorkflow(definition, {}, WorkflowDialect::Local).outputs.value("out"_L1), QJsonValue(4));
    SimulationSample wrong;
    wrong.input = QJsonObject{{u"n"_s, u"four"_s}};
    const WorkflowSimulation refused = simulatedWorkflow(definition, wrong, WorkflowDialect::Local);
    QCOMPARE(refused.end, End::Failed);
    QVERIFY(!refused.problem.isEmpty());
    QVERIFY(refused.steps.isEmpty());
}

void TestWorkflowSimulation::D_60_switchedOffStepsRunOnTheTeamServerOnly()
{
    const QByteArray steps = R"({"id":"a","type":"agent","agent":"x","agent_prompt":"hi","disabled":true})";
    QCOMPARE(simulatedWorkflow(workflow(steps), {}, WorkflowDialect::Local).steps.at(0).state, State::Skipped);
    QCOMPARE(simulatedWorkflow(workflow(steps), {}, WorkflowDialect::Team).steps.at(0).state, State::NoSample);
}

void TestWorkflowSimulation::D_60_mixedComparisonsFailInWords()
{
    SimulationSample sample = weatherAt(1);
    sample.outputs.insert(u"wx"_s, QJsonObject{{u"temperature"_s, u"mild"_s}});
    const WorkflowSimulation out = simulatedWorkflow(workflow(weather), sample, WorkflowDialect::Team);
    QCOMPARE(out.end, End::Failed);
    QCOMPARE(out.steps.constLast().id, u"cold"_s);
    QVERIFY(!out.problem.isEmpty());
}

void TestWorkflowSimulation::D_60_endlessLoopsEnd()
{
    const QByteArray steps =
        R"({"id":"a","type":"condition","condition":{"field":"$.input","operator":"exists","then_step":"a","else_step":"a"}})";
    const WorkflowSimulation team = simulatedWorkflow(workflow(steps), {}, WorkflowDialect::Team);
    QCOMPARE(team.end, End::Limit);
    QCOMPARE(team.steps.size(), WorkflowSimulation::mostSteps);
    const WorkflowSimulation local = simulatedWorkflow(workflow(steps), {}, WorkflowDialect::Local);
    QCOMPARE(local.end, End::Failed);
    QCOMPARE(local.steps.size(), 1000);
}

void TestWorkflowSimulation::D_60_growingResultsEnd()
{
    const QByteArray doubling = R"({"id":"t","type":"output","value":{"a":"$.t","b":"$.t"}},
        {"id":"back","type":"condition","condition":{"field":"$.t","operator":"exists","then_step":"t"}})";
    QCOMPARE(simulatedWorkflow(workflow(doubling), {}, WorkflowDialect::Local).end, End::Limit);
    const QByteArray transform = R"({"id":"t","type":"transform","transform":{"value":{"a":"$.t","b":"$.t"}}},
        {"id":"back","type":"condition","condition":{"field":"$.t","operator":"exists","then_step":"t"}})";
    // One value takes no more copies than fit (withReferences), all of them together no more than the simulation holds.
    QCOMPARE(simulatedWorkflow(workflow(transform), {}, WorkflowDialect::Local).end, End::Limit);
    const QByteArray again =
        loopOfTwo + R"(,{"id":"back","type":"condition","condition":{"field":"$.input","operator":"exists","then_step":"l"}})";
    QCOMPARE(simulatedWorkflow(workflow(again), listOf(100), WorkflowDialect::Team).end, End::Limit);
}

void TestWorkflowSimulation::D_60_hostileDefinitionsDoNoHarm()
{
    QJsonObject step{{u"id"_s, u"x"_s}, {u"type"_s, u"parallel"_s}};
    for (int i = 0; i < 300; ++i)
        step = QJsonObject{{u"id"_s, u"x"_s}, {u"type"_s, u"parallel"_s}, {u"parallel_steps"_s, QJsonArray{step}}};
    QCOMPARE(simulatedWorkflow(QJsonObject{{u"steps"_s, QJsonArray{step}}}, {}, WorkflowDialect::Local).end, End::Limit);
    const WorkflowSimulation odd = simulatedWorkflow(json(R"({"steps":[1,"a",null,[],{"type":7}]})"), {}, WorkflowDialect::Team);
    QCOMPARE(odd.end, End::Failed);
    QCOMPARE(odd.steps.size(), 1);
    QCOMPARE(simulatedWorkflow(json(R"({"steps":"none"})"), {}, WorkflowDialect::Team).end, End::Finished);
}

QTEST_APPLESS_MAIN(TestWorkflowSimulation)
#include "tst_workflowsimulation.moc"
