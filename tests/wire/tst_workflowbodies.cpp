#include "wire/fixture.h"
#include "wire/json/guardrailsjson.h"
#include "wire/json/workflowjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

// What is sent to make or change a workflow: open, change one thing, save, and only that changed.
class TestWorkflowBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead();
    void limitsOfSeveralKinds();
    void noGuardrails_data();
    void noGuardrails();
    void untouchedIsWrittenBackUnchanged();
    void oneStepChangedChangesNothingElse();
    void titlesAndIds();
    void aStepOfTheEditorsOwn();
    void creationHoldsWhatTheServerTakes();
    void onlyChangesAreSent();
    void clearedBecomesNull();
    void badStepsFail();
};

namespace {

QJsonObject stored()
{
    return fixture::json(u"contract/workflow_own.json"_s).toObject();
}

Workflow workflow()
{
    const Result<Workflow> read = workflowFromJson(stored());
    if (!read)
        qFatal("workflow: %s", qPrintable(read.error().detail));
    return *read;
}

} // namespace

void TestWorkflowBodies::everyFieldIsRead()
{
    const Workflow read = workflow();
    QCOMPARE(read.trigger, (QJsonObject{{u"kind"_s, u"manual"_s}}));
    QVERIFY(read.isActive);
    QVERIFY(!read.isBuiltin);
    QCOMPARE(read.createdBy, UserId(u"7c1e0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read.createdAt, QDateTime(QDate(2026, 4, 11), QTime(8, 0), Qt::UTC));
    QCOMPARE(read.updatedAt, QDateTime(QDate(2026, 5, 1), QTime(17, 30, 12), Qt::UTC));
    QCOMPARE(read.guardrails.requestLimit, std::optional<qint64>(5));
    QVERIFY(!read.guardrails.totalTokensLimit);
    QVERIFY(!read.guardrails.toolCallsLimit);
    QCOMPARE(read.guardrails.maxCostDollars, std::optional<double>(0.5));
    QCOMPARE(read.guardrails.timeoutSeconds, std::optional<qint64>(600));
}

void TestWorkflowBodies::limitsOfSeveralKinds()
{
    const Guardrails read = guardrailsFromJson(QJsonObject{{u"request_limit"_s, 5.0},
                                                           {u"total_tokens_limit"_s, qint64(9'000'000'000)},
                                                           {u"tool_calls_limit"_s, u"many"_s},
                                                           {u"max_cost_dollars"_s, 1}});
    QCOMPARE(read.requestLimit, std::optional<qint64>(5));
    QCOMPARE(read.totalTokensLimit, std::optional<qint64>(9'000'000'000));
    QVERIFY(!read.toolCallsLimit);
    QCOMPARE(read.maxCostDollars, std::optional<double>(1.0));
    Guardrails edited = read;
    edited.requestLimit.reset();
    edited.timeoutSeconds = 60;
    QCOMPARE(toJson(edited), (QJsonObject{{u"total_tokens_limit"_s, qint64(9'000'000'000)},
                                          {u"tool_calls_limit"_s, u"many"_s},
                                          {u"max_cost_dollars"_s, 1},
                                          {u"timeout_seconds"_s, 60}}));
}

void TestWorkflowBodies::noGuardrails_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("list") << QJsonValue(QJsonArray{1});
    QTest::newRow("empty") << QJsonValue(QJsonObject());
}

void TestWorkflowBodies::noGuardrails()
{
    QFETCH(QJsonValue, json);
    const Guardrails read = guardrailsFromJson(json);
    QVERIFY(!read.requestLimit && !read.totalTokensLimit && !read.toolCallsLimit && !read.maxCostDollars && !read.timeoutSeconds);
    QCOMPARE(toJson(read), QJsonObject());
}

void TestWorkflowBodies::untouchedIsWrittenBackUnchanged()
{
    QCOMPARE(toJson(workflow()), stored());
    const QJsonObject builtin = fixture::json(u"contract/workflows.json"_s).toArray().first().toObject();
    const Result<Workflow> read = workflowFromJson(builtin);
    QVERIFY(read.has_value());
    QCOMPARE(toJson(*read), builtin);
    QCOMPARE(workflowChanges(*read, *read), QJsonObject());
    const QJsonObject least{{u"id"_s, u"w"_s}, {u"name"_s, u"n"_s}};
    QCOMPARE(toJson(*workflowFromJson(least)), least);
}

void TestWorkflowBodies::oneStepChangedChangesNothingElse()
{
    Workflow edited = workflow();
    edited.steps[0].raw.insert("tool"_L1, u"web_search"_s);
    QJsonObject expected = stored();
    QJsonArray steps = expected.value("steps"_L1).toArray();
    QJsonObject first = steps.at(0).toObject();
    first.insert("tool"_L1, u"web_search"_s);
    steps[0] = first;
    expected.insert("steps"_L1, steps);
    QCOMPARE(toJson(edited), expected);
    QCOMPARE(workflowChanges(workflow(), edited), (QJsonObject{{u"steps"_s, steps}}));
}

void TestWorkflowBodies::titlesAndIds()
{
    const QList<WorkflowStep> steps = workflow().steps;
    WorkflowStep renamed = steps.at(0);
    renamed.id = u"weather"_s; // its title was only its id
    QVERIFY(!toJson(renamed).contains("name"_L1));
    QCOMPARE(toJson(renamed).value("id"_L1).toString(), u"weather"_s);
    WorkflowStep named = steps.at(0);
    named.title = u"Look at the sky"_s;
    QCOMPARE(toJson(named).value("name"_L1).toString(), u"Look at the sky"_s);
    WorkflowStep unnamed = steps.at(1);
    unnamed.title.clear();
    QVERIFY(toJson(unnamed).value("name"_L1).isNull());
}

void TestWorkflowBodies::aStepOfTheEditorsOwn()
{
    WorkflowStep step;
    step.id = u"say"_s;
    step.type = u"agent"_s;
    step.title = u"say"_s;
    QCOMPARE(toJson(step), (QJsonObject{{u"id"_s, u"say"_s}, {u"type"_s, u"agent"_s}}));
    QJsonObject changed = toJson(step);
    changed.insert("agent"_L1, u"chat-agent"_s);
    const Result<WorkflowStep> read = workflowStepFromJson(changed);
    QVERIFY(read.has_value());
    QCOMPARE(read->summary, u"chat-agent"_s);
}

void TestWorkflowBodies::creationHoldsWhatTheServerTakes()
{
    QJsonObject expected = stored();
    for (const QLatin1StringView key :
         {"id"_L1, "is_builtin"_L1, "created_by"_L1, "version"_L1, "created_at"_L1, "updated_at"_L1, "layout"_L1})
        expected.remove(key);
    QCOMPARE(workflowCreation(workflow()), expected);

    Workflow made;
    made.name = u"w"_s;
    made.steps.append({u"s"_s, u"tool"_s, u"s"_s, {}, {{u"tool"_s, u"search"_s}}});
    const QJsonObject step{{u"id"_s, u"s"_s}, {u"type"_s, u"tool"_s}, {u"tool"_s, u"search"_s}};
    QCOMPARE(workflowCreation(made), (QJsonObject{{u"name"_s, u"w"_s}, {u"steps"_s, QJsonArray{step}}}));
}

void TestWorkflowBodies::onlyChangesAreSent()
{
    const Workflow before = workflow();
    QCOMPARE(workflowChanges(before, before), QJsonObject());
    Workflow after = before;
    after.guardrails.requestLimit = 8;
    after.isActive = false;
    after.version = 9;
    after.createdBy = UserId(u"somebody"_s);
    QJsonObject limits = before.raw.value("guardrails"_L1).toObject();
    limits.insert("request_limit"_L1, 8);
    QCOMPARE(workflowChanges(before, after), (QJsonObject{{u"guardrails"_s, limits}, {u"is_active"_s, false}}));
    after = before;
    after.steps.removeLast();
    QCOMPARE(workflowChanges(before, after).keys(), QStringList(u"steps"_s));
    QCOMPARE(workflowChanges(before, after).value("steps"_L1).toArray().size(), 2);
}

void TestWorkflowBodies::clearedBecomesNull()
{
    Workflow before = workflow();
    Workflow after = before;
    after.description.clear();
    after.guardrails = {};
    QCOMPARE(workflowChanges(before, after), (QJsonObject{{u"description"_s, QJsonValue()}, {u"guardrails"_s, QJsonValue()}}));
}

void TestWorkflowBodies::badStepsFail()
{
    QCOMPARE(workflowStepFromJson(QJsonArray()).error().detail, u"step: expected an object"_s);
    QCOMPARE(workflowStepFromJson(QJsonObject{{u"id"_s, QString()}, {u"type"_s, u"tool"_s}}).error().detail, u"step.id: empty"_s);
}

QTEST_APPLESS_MAIN(TestWorkflowBodies)
#include "tst_workflowbodies.moc"
