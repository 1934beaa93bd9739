#include "state/workflows/workflowproblems.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

using Kind = WorkflowProblem::Kind;
using Severity = WorkflowProblem::Severity;

Q_DECLARE_METATYPE(desk::WorkflowProblem::Kind)

namespace {

QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    Q_ASSERT_X(document.isObject(), "json", qPrintable(error.errorString() + QString::fromUtf8(text)));
    return document.object();
}

QJsonObject workflow(const QByteArray &steps)
{
    return json("{\"name\":\"w\",\"steps\":[" + steps + "]}");
}

WorkflowSurroundings surroundings(WorkflowDialect dialect)
{
    WorkflowSurroundings out;
    out.dialect = dialect;
    Agent agent;
    agent.name = u"chat-agent"_s;
    agent.id = AgentId(u"34f0bba5"_s);
    out.agents = QList<Agent>{agent};
    Tool tool;
    tool.name = u"get_weather"_s;
    tool.isBuiltin = true;
    tool.schema = json(R"({"input":{"type":"object","required":["location"],"additionalProperties":false,
        "properties":{"location":{"type":"string","minLength":2},"days":{"type":"integer"}}}})");
    Tool own = tool;
    own.name = u"own_tool"_s;
    own.schema = {};
    out.tools = QList<Tool>{tool, own};
    return out;
}

QList<WorkflowProblem> team(const QJsonObject &definition)
{
    return workflowProblems(definition, surroundings(WorkflowDialect::Team));
}

qsizetype alike(const QList<WorkflowProblem> &problems, const WorkflowProblem &problem)
{
    return std::count_if(problems.begin(), problems.end(), [&problem](const WorkflowProblem &one) {
        return one.kind == problem.kind && one.member == problem.member && one.text == problem.text;
    });
}

qsizetype of(const QList<WorkflowProblem> &problems, Kind kind)
{
    return std::count_if(problems.begin(), problems.end(), [kind](const WorkflowProblem &one) { return one.kind == kind; });
}

const QByteArray wx = R"({"id":"wx","type":"tool","tool":"get_weather","tool_args":{"location":"$.input.city"}})";
const QByteArray agentStep = R"({"id":"ID","type":"agent","agent":"chat-agent","agent_prompt":"PROMPT"})";

QByteArray agent(const QByteArray &id, const QByteArray &prompt = "Hello")
{
    return QByteArray(agentStep).replace("ID", id).replace("PROMPT", prompt);
}

QByteArray condition(const QByteArray &id, const QByteArray &targets, const QByteArray &field = "$.input.city")
{
    return "{\"id\":\"" + id + "\",\"type\":\"condition\",\"condition\":{\"field\":\"" + field + "\",\"operator\":\"eq\",\"value\":1" +
           (targets.isEmpty() ? "" : "," + targets) + "}}";
}

QByteArray loop(const QByteArray &steps)
{
    return R"({"id":"l","type":"loop","loop_config":{"items_path":"$.input.all","steps":[)" + steps + "]}}";
}

void row(const char *name, WorkflowDialect dialect, const QByteArray &steps, Kind kind, const StepPath &path, const QString &member)
{
    QTest::newRow(name) << int(dialect) << workflow(steps) << kind << path << member;
}

constexpr WorkflowDialect teamServer = WorkflowDialect::Team;
constexpr WorkflowDialect localServer = WorkflowDialect::Local;

} // namespace

class TestWorkflowProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void WF_15_aSoundWorkflowHasNoProblem();
    void WF_15_unknownMembersAreNoProblem();
    void FR_035_everyProblemIsFoundAtItsPlace_data();
    void FR_035_everyProblemIsFoundAtItsPlace();
    void WF_15_everyFixTakesItsProblemAway_data() { FR_035_everyProblemIsFoundAtItsPlace_data(); }
    void WF_15_everyFixTakesItsProblemAway();
    void WF_15_whatTheLocalServerKeepsIsNoProblemThere_data();
    void WF_15_whatTheLocalServerKeepsIsNoProblemThere();
    void WF_15_aFixChangesNothingElse();
    void BUG_61_aNextStepCanBeMadeTrue();
    void BUG_66_aJumpBehindTheFirstBranchKeepsTheSecondFromRunning();
    void WF_15_anEmptyWorkflowIsSaid();
    void WF_15_aTimeLimitOfTheWorkflowIsSaidToDoNothing();
    void WF_15_ofWhatIsNotKnownNothingIsSaid();
    void WF_15_whatTheLocalServerRefusesIsSaid();
    void WF_15_hostileNamesAreCut();
    void WF_15_problemsAreBounded();
    void WF_15_randomDefinitionsDoNoHarmAndEveryFixHelps();
};

void TestWorkflowProblems::WF_15_aSoundWorkflowHasNoProblem()
{
    const QByteArray steps = wx + ',' + agent("a", "Weather: $.wx.temperature, $.workflow.name") + ',' +
                             R"({"id":"l","type":"loop","loop_config":{"items_path":"$.a.list","item_variable":"it","steps":[)" +
                             agent("in", "$.it.x $.loop_index $.wx") + ',' + agent("in2", "$.in.result") + "]}}," + agent("z", "$.l $.a");
    QCOMPARE(team(workflow(steps)), QList<WorkflowProblem>());
}

void TestWorkflowProblems::WF_15_unknownMembersAreNoProblem()
{
    QJsonObject definition = workflow(QByteArray(wx).replace("\"id\"", "\"retry_policy\":{\"n\":3},\"output_key\":\"k\",\"id\""));
    definition.insert(u"x_new"_s, 1);
    QCOMPARE(team(definition), QList<WorkflowProblem>());
}

void TestWorkflowProblems::FR_035_everyProblemIsFoundAtItsPlace_data()
{
    QTest::addColumn<int>("dialect");
    QTest::addColumn<QJsonObject>("definition");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<StepPath>("path");
    QTest::addColumn<QString>("member");
    const StepPath first{0};
    row("no step", teamServer, "7," + wx, Kind::NotAStep, first, {});
    row("no id", teamServer, agent(""), Kind::MissingId, first, u"/id"_s);
    row("two ids", teamServer, wx + ',' + wx, Kind::DuplicateId, {1}, u"/id"_s);
    row("two ids, one nested", teamServer, agent("a") + ',' + loop(agent("a")), Kind::DuplicateId, {1, 0}, u"/id"_s);
    row("hyphen", teamServer, agent("my-step") + ',' + agent("b", "See $.my-step.result"), Kind::UnreferencableId, first, u"/id"_s);
    row("reserved", teamServer, agent("input"), Kind::ReservedId, first, u"/id"_s);
    row("no kind", teamServer, R"({"id":"a"})", Kind::UnknownKind, first, u"/type"_s);
    row("unknown kind", teamServer, R"({"id":"a","type":"magic"})", Kind::UnknownKind, first, u"/type"_s);
    row("local kind", teamServer, R"({"id":"a","type":"output","value":1})", Kind::UnknownKind, first, u"/type"_s);
    row("no agent", teamServer, R"({"id":"a","type":"agent"})", Kind::MissingConfiguration, first, u"/agent"_s);
    row("no prompt", teamServer, agent("a", ""), Kind::MissingConfiguration, first, u"/agent_prompt"_s);
    row("other agent", teamServer, R"({"id":"a","type":"agent","agent":"Chat-Agent","agent_prompt":"x"})", Kind::UnknownAgent, first,
        u"/agent"_s);
    row("other agent id", teamServer, R"({"id":"a","type":"agent","agent_id":"77","agent_prompt":"x"})", Kind::UnknownAgent, first,
        u"/agent_id"_s);
    row("no tool", teamServer, R"({"id":"a","type":"tool"})", Kind::MissingConfiguration, first, u"/tool"_s);
    row("registered tool", teamServer, R"({"id":"a","type":"tool","tool":"own_tool"})", Kind::UnknownTool, first, u"/tool"_s);
    row("no such tool", localServer, R"({"id":"a","type":"tool","tool":"rag"})", Kind::UnknownTool, first, u"/tool"_s);
    const auto weather = [](const QByteArray &arguments) {
        return R"({"id":"a","type":"tool","tool":"get_weather","tool_args":)" + arguments + "}";
    };
    row("argument missing", teamServer, weather("{}"), Kind::ToolArguments, first, u"/tool_args/location"_s);
    row("argument not known", teamServer, weather(R"({"location":"Ulm","town":1})"), Kind::ToolArguments, first, u"/tool_args/town"_s);
    row("argument of another type", teamServer, weather(R"({"location":"Ulm","days":"3"})"), Kind::ToolArguments, first,
        u"/tool_args/days"_s);
    row("argument too short", teamServer, weather(R"({"location":"U"})"), Kind::ToolArguments, first, u"/tool_args/location"_s);
    row("no field", teamServer, R"({"id":"a","type":"condition","condition":{"operator":"eq","value":1}})", Kind::MissingConfiguration,
        first, u"/condition/field"_s);
    row("BUG-72 no operator", teamServer, R"({"id":"a","type":"condition","condition":{"field":"$.input"}})", Kind::MissingConfiguration,
        first, u"/condition/operator"_s);
    row("odd operator", teamServer, R"({"id":"a","type":"condition","condition":{"field":"$.input","operator":"like"}})",
        Kind::UnknownOperator, first, u"/condition/operator"_s);
    row("no value", teamServer, R"({"id":"a","type":"condition","condition":{"field":"$.input","operator":"eq"}})",
        Kind::MissingConfiguration, first, u"/condition/value"_s);
    row("no question", teamServer, R"({"id":"a","type":"human"})", Kind::MissingConfiguration, first, u"/human_config"_s);
    row("no options", localServer, R"({"id":"a","type":"human","human_config":{"notification":"x"}})", Kind::HumanWithoutOptions, first,
        u"/human_config/options"_s);
    row("empty parallel", teamServer, R"({"id":"a","type":"parallel","parallel_steps":[]})", Kind::MissingConfiguration, first,
        u"/parallel_steps"_s);
    row("loop without list", teamServer, R"({"id":"a","type":"loop","loop_config":{"steps":[{}]}})", Kind::MissingConfiguration, first,
        u"/loop_config/items_path"_s);
    row("empty loop", teamServer, loop(""), Kind::MissingConfiguration, first, u"/loop_config/steps"_s);
    row("nested configuration", teamServer, loop(R"({"id":"a","type":"tool"})"), Kind::MissingConfiguration, {0, 0}, u"/tool"_s);
    row("transform of nothing", localServer, R"({"id":"a","type":"transform","transform":{}})", Kind::MissingConfiguration, first,
        u"/transform/value"_s);
    row("odd operation", localServer, R"({"id":"a","type":"transform","transform":{"value":1,"operation":"fly"}})", Kind::UnknownOperator,
        first, u"/transform/operation"_s);
    row("unknown reference", teamServer, wx + ',' + agent("a", "$.wxx"), Kind::UnknownReference, {1}, u"/agent_prompt"_s);
    row("reference in another case", teamServer, wx + ',' + agent("a", "Say $.WX.x"), Kind::UnknownReference, {1}, u"/agent_prompt"_s);
    row("reference to what comes later", teamServer, agent("a", "$.wx") + ',' + wx, Kind::EarlyReference, first, u"/agent_prompt"_s);
    row("reference to itself", teamServer, agent("a", "$.a"), Kind::EarlyReference, first, u"/agent_prompt"_s);
    row("reference into a loop", teamServer, loop(agent("in")) + ',' + agent("a", "$.in"), Kind::UnaddressableReference, {1},
        u"/agent_prompt"_s);
    row("reference to a sibling", localServer,
        R"({"id":"p","type":"parallel","parallel_steps":[)" + agent("a") + ',' + agent("b", "$.a") + "]}", Kind::UnaddressableReference,
        {0, 1}, u"/agent_prompt"_s);
    row("reference to a list", teamServer, loop(agent("in")) + ',' + agent("a", "$.l.x"), Kind::UnknownMember, {1}, u"/agent_prompt"_s);
    row("reference to a branch", teamServer,
        condition("c", R"("then_step":"t","else_step":"e")") + ',' + agent("t") + ',' + agent("e", "$.t.result"), Kind::UncertainReference,
        {2}, u"/agent_prompt"_s);
    row("reference to what is off", localServer,
        R"({"id":"off","type":"agent","agent":"chat-agent","agent_prompt":"x","disabled":true},)" + agent("a", "$.off"),
        Kind::DeadReference, {1}, u"/agent_prompt"_s);
    row("odd member", teamServer, agent("a", "$.workflow.owner"), Kind::UnknownMember, first, u"/agent_prompt"_s);
    row("no target", teamServer, condition("c", "") + ',' + agent("a"), Kind::MissingTarget, first, u"/condition/then_step"_s);
    row("one target", teamServer, condition("c", R"("then_step":"b")") + ',' + agent("a") + ',' + agent("b"), Kind::MissingTarget, first,
        u"/condition/else_step"_s);
    row("BUG-60 unknown target", teamServer, condition("c", R"("then_step":"A","else_step":"b")") + ',' + agent("a") + ',' + agent("b"),
        Kind::UnknownTarget, first, u"/condition/then_step"_s);
    row("target in a loop", teamServer, condition("c", R"("then_step":"in","else_step":"l")") + ',' + loop(agent("in")),
        Kind::IgnoredTarget, first, u"/condition/then_step"_s);
    row("jump in a loop", teamServer, loop(condition("c", R"("then_step":"a")") + ',' + agent("a")), Kind::IgnoredTarget, {0, 0},
        u"/condition/then_step"_s);
    row("fall-through", teamServer,
        condition("c", R"("then_step":"t","else_step":"e")") + ',' + agent("t") + ',' + agent("e") + ',' + agent("z"), Kind::FallThrough,
        first, u"/condition/then_step"_s);
    row("fall-through of the other branch", localServer,
        condition("c", R"("then_step":"t","else_step":"e")") + ',' + agent("e") + ',' + agent("t") + ',' + agent("z"), Kind::FallThrough,
        first, u"/condition/else_step"_s);
    row("fall-through at the end", teamServer, condition("c", R"("then_step":"t","else_step":"e")") + ',' + agent("t") + ',' + agent("e"),
        Kind::FallThrough, first, u"/condition/then_step"_s);
    row("jump back", teamServer, agent("a") + ',' + condition("c", R"("then_step":"a","else_step":"b")") + ',' + agent("b"),
        Kind::BackwardJump, {1}, u"/condition/then_step"_s);
    row("jump back for ever", teamServer, agent("a") + ',' + condition("c", R"("then_step":"a","else_step":"c")"), Kind::EndlessLoop, {1},
        u"/condition/then_step"_s);
    row("unreachable", teamServer,
        condition("c", R"("then_step":"b","else_step":"z")") + ',' + agent("a") + ',' + agent("b") + ',' + agent("z"), Kind::Unreachable,
        {1}, {});
    row("BUG-61 next step", teamServer,
        R"({"id":"a","type":"agent","agent":"chat-agent","agent_prompt":"x","next_step":"c"},)" + agent("b") + ',' + agent("c"),
        Kind::IgnoredNextStep, first, u"/next_step"_s);
    row("parallel", teamServer, R"({"id":"p","type":"parallel","parallel_steps":[)" + agent("a") + ',' + agent("b") + "]}",
        Kind::ParallelFails, first, u"/parallel_steps"_s);
    const QByteArray human = R"({"id":"h","type":"human","human_config":{"notification":"x","timeout_minutes":5,"options":[{"id":"y"}]}})";
    row("person", teamServer, human, Kind::HumanNeverResumed, first, {});
    row("person's time", teamServer, human, Kind::IgnoredTimeout, first, u"/human_config/timeout_minutes"_s);
    row("limits of a step", localServer,
        R"({"id":"a","type":"agent","agent":"chat-agent","agent_prompt":"x","guardrails":{"request_limit":1}})", Kind::IgnoredGuardrails,
        first, u"/guardrails"_s);
    row("limit of a loop", teamServer,
        R"({"id":"l","type":"loop","loop_config":{"items_path":"$.input.all","max_iterations":3,"steps":[)" + agent("a") + "]}}",
        Kind::IgnoredLoopLimit, first, u"/loop_config/max_iterations"_s);
    row("switched off", teamServer, R"({"id":"a","type":"agent","agent":"chat-agent","agent_prompt":"x","disabled":true})",
        Kind::IgnoredDisabled, first, u"/disabled"_s);
}

void TestWorkflowProblems::FR_035_everyProblemIsFoundAtItsPlace()
{
    QFETCH(int, dialect);
    QFETCH(QJsonObject, definition);
    QFETCH(Kind, kind);
    QFETCH(StepPath, path);
    QFETCH(QString, member);
    const QList<WorkflowProblem> problems = workflowProblems(definition, surroundings(WorkflowDialect(dialect)));
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const WorkflowProblem &one) {
        return one.kind == kind && one.path == path && one.member == member;
    });
    for (const WorkflowProblem &problem : problems) {
        QVERIFY(!problem.text.isEmpty());
        if (found == problems.end())
            qInfo("kind %d, %s: %s", int(problem.kind), qPrintable(problem.member), qPrintable(problem.text));
    }
    QVERIFY(found != problems.end());
}

void TestWorkflowProblems::WF_15_everyFixTakesItsProblemAway()
{
    QFETCH(int, dialect);
    QFETCH(QJsonObject, definition);
    const WorkflowSurroundings known = surroundings(WorkflowDialect(dialect));
    const QList<WorkflowProblem> problems = workflowProblems(definition, known);
    for (const WorkflowProblem &problem : problems) {
        for (const WorkflowFix &fix : problem.fixes) {
            QVERIFY(!fix.text.isEmpty());
            const QJsonObject fixed = withFix(definition, fix);
            QVERIFY(fixed != definition);
            QVERIFY2(alike(workflowProblems(fixed, known), problem) < alike(problems, problem),
                     qPrintable(problem.text + u" / "_s + fix.text));
        }
    }
}

void TestWorkflowProblems::WF_15_whatTheLocalServerKeepsIsNoProblemThere_data()
{
    QTest::addColumn<QJsonObject>("definition");
    QTest::newRow("parallel") << workflow(R"({"id":"p","type":"parallel","parallel_steps":[)" + agent("a") + ',' + agent("b") + "]}," +
                                          agent("c", "$.p.a.result"));
    QTest::newRow("person") << workflow(
        R"({"id":"h","type":"human","human_config":{"notification":"x","timeout_minutes":5,"options":[{"id":"y"}]}},)" +
        agent("c", "$.h.option_id"));
    QTest::newRow("loop") << workflow(R"({"id":"l","type":"loop","loop_config":{"items_path":"$.input.all","max_iterations":3,"steps":[)" +
                                      agent("a") + "]}}");
    QTest::newRow("kinds") << workflow(
        R"({"id":"i","type":"input"},{"id":"t","type":"transform","transform":{"value":"$.i","operation":"keys"}},
        {"id":"o","type":"output","value":"$.t"})");
    QTest::newRow("registered tool") << workflow(R"({"id":"a","type":"tool","tool":"own_tool","disabled":true})");
    QJsonObject timed = workflow(agent("a"));
    timed.insert(u"guardrails"_s, QJsonObject{{u"timeout_seconds"_s, 5}});
    QTest::newRow("time") << timed;
}

void TestWorkflowProblems::WF_15_whatTheLocalServerKeepsIsNoProblemThere()
{
    QFETCH(QJsonObject, definition);
    QCOMPARE(workflowProblems(definition, surroundings(WorkflowDialect::Local)), QList<WorkflowProblem>());
    QVERIFY(!team(definition).isEmpty());
}

void TestWorkflowProblems::WF_15_aFixChangesNothingElse()
{
    const QJsonObject before =
        json(R"({"name":"w","x":1,"steps":[{"id":"my-step","type":"agent","agent":"chat-agent","agent_prompt":"x","y":[1]},
        {"id":"p","type":"loop","loop_config":{"items_path":"$.my-step","z":2,"max_iterations":1,"steps":[{"id":"c","type":"tool","tool":"rag","q":3}]}}]})");
    WorkflowFix fix{WorkflowFix::Kind::RemoveMember, {1}, u"/loop_config/max_iterations"_s, {}, {}};
    QCOMPARE(withFix(before, fix),
             json(R"({"name":"w","x":1,"steps":[{"id":"my-step","type":"agent","agent":"chat-agent","agent_prompt":"x","y":[1]},
        {"id":"p","type":"loop","loop_config":{"items_path":"$.my-step","z":2,"steps":[{"id":"c","type":"tool","tool":"rag","q":3}]}}]})"));
    fix = {WorkflowFix::Kind::RenameStep, {0}, {}, u"my_step"_s, {}};
    QCOMPARE(withFix(before, fix),
             json(R"({"name":"w","x":1,"steps":[{"id":"my_step","type":"agent","agent":"chat-agent","agent_prompt":"x","y":[1]},
        {"id":"p","type":"loop","loop_config":{"items_path":"$.my_step","z":2,"max_iterations":1,"steps":[{"id":"c","type":"tool","tool":"rag","q":3}]}}]})"));
    fix = {WorkflowFix::Kind::SetMember, {1, 0}, u"/tool_args/a"_s, 5, {}};
    QCOMPARE(withFix(before, fix),
             json(R"({"name":"w","x":1,"steps":[{"id":"my-step","type":"agent","agent":"chat-agent","agent_prompt":"x","y":[1]},
        {"id":"p","type":"loop","loop_config":{"items_path":"$.my-step","z":2,"max_iterations":1,
          "steps":[{"id":"c","type":"tool","tool":"rag","q":3,"tool_args":{"a":5}}]}}]})"));
    for (const WorkflowFix::Kind kind : {WorkflowFix::Kind::SetMember, WorkflowFix::Kind::RemoveMember, WorkflowFix::Kind::RenameStep,
                                         WorkflowFix::Kind::RemoveStep, WorkflowFix::Kind::MoveStep, WorkflowFix::Kind::InsertBefore}) {
        for (const StepPath &nowhere : {StepPath{7}, StepPath{-1}, StepPath{0, 0}, StepPath{1, 3}, StepPath{1, 0, 0}})
            QCOMPARE(withFix(before, {kind, nowhere, u"/a"_s, 0, {}}), before);
    }
}

void TestWorkflowProblems::BUG_61_aNextStepCanBeMadeTrue()
{
    QJsonObject first = json(agent("a"));
    first.insert(u"next_step"_s, u"c"_s);
    const QJsonObject before{{u"steps"_s, QJsonArray{first, json(agent("b")), json(agent("c"))}}};
    const QList<WorkflowProblem> problems = team(before);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().fixes.size(), 2);
    const QJsonObject after = withFix(before, problems.constFirst().fixes.at(1));
    QCOMPARE(after, (QJsonObject{{u"steps"_s, QJsonArray{first, json(agent("c")), json(agent("b"))}}}));
    QCOMPARE(team(after), QList<WorkflowProblem>());
}

void TestWorkflowProblems::BUG_66_aJumpBehindTheFirstBranchKeepsTheSecondFromRunning()
{
    const QJsonObject before =
        workflow(condition("c", R"("then_step":"t","else_step":"e")") + ',' + agent("t") + ',' + agent("e") + ',' + agent("z"));
    const QList<WorkflowProblem> problems = team(before);
    QCOMPARE(problems.size(), 1);
    const QJsonObject after = withFix(before, problems.constFirst().fixes.constFirst());
    QCOMPARE(team(after), QList<WorkflowProblem>());
    QJsonArray steps = after.value("steps"_L1).toArray();
    QCOMPARE(steppath::member(steps.takeAt(2), u"/condition/then_step"_s).toString(), u"z"_s);
    QCOMPARE(steps, before.value("steps"_L1).toArray());
}

void TestWorkflowProblems::WF_15_anEmptyWorkflowIsSaid()
{
    QCOMPARE(team({}).size(), 1);
    QCOMPARE(team({}).constFirst().kind, Kind::NoSteps);
    QVERIFY(team({}).constFirst().path.isEmpty());
}

void TestWorkflowProblems::WF_15_aTimeLimitOfTheWorkflowIsSaidToDoNothing()
{
    QJsonObject definition = workflow(agent("a"));
    definition.insert(u"guardrails"_s, json(R"({"timeout_seconds":60,"request_limit":5})"));
    const QList<WorkflowProblem> problems = team(definition);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().kind, Kind::IgnoredTimeout);
    const QJsonObject fixed = withFix(definition, problems.constFirst().fixes.constFirst());
    QCOMPARE(fixed.value("guardrails"_L1), QJsonValue(json(R"({"request_limit":5})")));
    QCOMPARE(team(fixed), QList<WorkflowProblem>());
}

void TestWorkflowProblems::WF_15_ofWhatIsNotKnownNothingIsSaid()
{
    const QJsonObject definition = workflow(
        R"({"id":"a","type":"agent","agent":"nobody","agent_prompt":"x"},{"id":"t","type":"tool","tool":"web_search","tool_args":{"odd":1}})");
    QCOMPARE(workflowProblems(definition, {}), QList<WorkflowProblem>());
    // What a reference becomes is not known either.
    QCOMPARE(team(workflow(R"({"id":"t","type":"tool","tool":"get_weather","tool_args":{"location":"$.input.x","days":"$.input.days"}})")),
             QList<WorkflowProblem>());
}

void TestWorkflowProblems::WF_15_whatTheLocalServerRefusesIsSaid()
{
    const auto local = [](const QJsonValue &step) {
        return workflowProblems({{u"name"_s, u"w"_s}, {u"steps"_s, QJsonArray{step}}}, surroundings(WorkflowDialect::Local));
    };
    const auto nested = [](int levels) {
        QJsonObject out = json(agent("inner"));
        for (int i = 0; i < levels; ++i)
            out = {{u"id"_s, u"p%1"_s.arg(i)}, {u"type"_s, u"parallel"_s}, {u"parallel_steps"_s, QJsonArray{out}}};
        return out;
    };
    QCOMPARE(of(local(nested(8)), Kind::TooManySteps), 0);
    QCOMPARE(of(local(nested(12)), Kind::TooManySteps), 1);
    const auto parallel = [](int count) {
        QJsonArray steps;
        for (int i = 0; i < count; ++i)
            steps.append(json(agent("s" + QByteArray::number(i))));
        return QJsonObject{{u"id"_s, u"all"_s}, {u"type"_s, u"parallel"_s}, {u"parallel_steps"_s, steps}};
    };
    QCOMPARE(of(local(parallel(64)), Kind::TooManySteps), 0);
    QCOMPARE(of(local(parallel(65)), Kind::TooManySteps), 1);
    QCOMPARE(of(local(json(agent(QByteArray(200, 'x')))), Kind::UnreferencableId), 0);
    QCOMPARE(of(local(json(agent(QByteArray(201, 'x')))), Kind::UnreferencableId), 1);
}

void TestWorkflowProblems::WF_15_hostileNamesAreCut()
{
    const QString name = u"a\u202E\n<b>"_s + QString(100000, u'x');
    const QJsonObject step{{u"id"_s, name}, {u"type"_s, name}, {u"next_step"_s, name + u'y'}, {u"guardrails"_s, name}};
    const QList<WorkflowProblem> problems = team(QJsonObject{{u"steps"_s, QJsonArray{step, step}}});
    QVERIFY(problems.size() > 4);
    for (const WorkflowProblem &problem : problems) {
        QVERIFY(problem.text.size() < 400);
        QVERIFY(!problem.text.contains(u'\n'));
        QVERIFY(!problem.text.contains(QChar(0x202E)));
    }
}

void TestWorkflowProblems::WF_15_problemsAreBounded()
{
    QJsonArray steps;
    for (int i = 0; i < 3000; ++i)
        steps.append(QJsonObject{{u"id"_s, u"same"_s}});
    const QList<WorkflowProblem> problems = team(QJsonObject{{u"steps"_s, steps}});
    QCOMPARE(problems.size(), mostWorkflowProblems);
    QCOMPARE(problems.constLast().kind, Kind::ManyProblems);
    QJsonObject deep = json(agent("a"));
    for (int i = 0; i < 500; ++i)
        deep = QJsonObject{{u"id"_s, u"p"_s + QString::number(i)}, {u"type"_s, u"parallel"_s}, {u"parallel_steps"_s, QJsonArray{deep}}};
    QCOMPARE(of(team(QJsonObject{{u"steps"_s, QJsonArray{deep}}}), Kind::TooManySteps), 1);
}

namespace {

class RandomWorkflow
{
public:
    explicit RandomWorkflow(quint32 seed)
        : m_random(seed)
    {
    }

    QJsonObject definition()
    {
        QJsonObject out{{u"name"_s, u"random"_s}, {u"steps"_s, steps(0)}};
        if (chance(4))
            out.insert(u"guardrails"_s, QJsonObject{{u"timeout_seconds"_s, 1}});
        return out;
    }
    bool chance(int of) { return m_random.bounded(of) == 0; }

private:
    QString id()
    {
        return QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"A"_s, u"x-y"_s, u"input"_s, u"e"_s, u"f"_s, QString()})
            .at(m_random.bounded(10));
    }
    QString text() { return chance(3) ? u"$."_s + id() : u"Say $."_s + id() + u".text and $."_s + id(); }
    QJsonArray steps(int depth)
    {
        QJsonArray out;
        for (int i = int(m_random.bounded(depth == 0 ? 8 : 2)); i >= 0; --i)
            out.append(chance(20) ? QJsonValue(7) : QJsonValue(step(depth)));
        return out;
    }
    QJsonObject step(int depth)
    {
        static const QStringList kinds{u"agent"_s, u"tool"_s,  u"condition"_s, u"condition"_s, u"human"_s, u"parallel"_s,
                                       u"loop"_s,  u"input"_s, u"output"_s,    u"transform"_s, u"odd"_s};
        QJsonObject out{{u"id"_s, id()}, {u"type"_s, kinds.at(m_random.bounded(int(kinds.size())))}};
        if (chance(4))
            out.insert(u"next_step"_s, id());
        if (chance(6))
            out.insert(u"disabled"_s, true);
        if (chance(6))
            out.insert(u"guardrails"_s, QJsonObject{{u"request_limit"_s, 1}});
        out.insert(u"agent"_s, chance(2) ? u"Chat-agent"_s : u"chat-agent"_s);
        out.insert(u"agent_prompt"_s, text());
        out.insert(u"tool"_s, chance(4) ? u"own_tool"_s : u"get_weather"_s);
        out.insert(u"tool_args"_s, QJsonObject{{u"location"_s, text()}, {u"days"_s, u"3"_s}, {id(), 1}});
        QJsonObject condition{{u"field"_s, text()}, {u"then_step"_s, id()}, {u"else_step"_s, id()}};
        if (!chance(4))
            condition.insert(u"operator"_s, chance(5) ? u"like"_s : u"eq"_s);
        out.insert(u"condition"_s, chance(10) ? QJsonValue(u"odd"_s) : QJsonValue(condition));
        if (chance(2))
            out.insert(u"human_config"_s, QJsonObject{{u"timeout_minutes"_s, 5}});
        if (depth < 2) {
            out.insert(u"parallel_steps"_s, steps(depth + 1));
            out.insert(u"loop_config"_s, QJsonObject{{u"items_path"_s, text()}, {u"max_iterations"_s, 2}, {u"steps"_s, steps(depth + 1)}});
        }
        return out;
    }

    QRandomGenerator m_random;
};

} // namespace

void TestWorkflowProblems::WF_15_randomDefinitionsDoNoHarmAndEveryFixHelps()
{
    const quint32 seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? qEnvironmentVariable("DESK_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    RandomWorkflow random(seed);
    qsizetype fixes = 0;
    for (int round = 0; round < 60; ++round) {
        const QJsonObject definition = random.definition();
        const WorkflowSurroundings known = surroundings(random.chance(2) ? WorkflowDialect::Team : WorkflowDialect::Local);
        const QList<WorkflowProblem> problems = workflowProblems(definition, known);
        QVERIFY(problems.size() <= mostWorkflowProblems);
        if (!problems.isEmpty() && problems.constLast().kind == Kind::ManyProblems)
            continue;
        for (qsizetype i = 0; i < problems.size(); ++i) {
            for (const WorkflowFix &fix : problems.at(i).fixes) {
                ++fixes;
                const QList<WorkflowProblem> after = workflowProblems(withFix(definition, fix), known);
                if (alike(after, problems.at(i)) >= alike(problems, problems.at(i)))
                    qInfo("%s / %s: %s", qPrintable(problems.at(i).text), qPrintable(fix.text),
                          QJsonDocument(definition).toJson(QJsonDocument::Compact).constData());
                QVERIFY(alike(after, problems.at(i)) < alike(problems, problems.at(i)));
            }
        }
    }
    QVERIFY(fixes > 300);
}

QTEST_APPLESS_MAIN(TestWorkflowProblems)
#include "tst_workflowproblems.moc"
