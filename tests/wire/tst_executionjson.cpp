#include "wire/fixture.h"
#include "wire/json/executionjson.h"
#include "wire/json/waitingstepjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestExecutionJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pendingHasNothingYet();
    void completed();
    void aStopInTheLastStepKeepsItsText();
    void whatLaterServersTell();
    void WF_25_whatPeopleAreAsked();
    void APPR_01_whatAToolIsToldComesWhole();
    void hostileQuestionsAreReadAsFarAsTheyGo_data();
    void hostileQuestionsAreReadAsFarAsTheyGo();
    void steps();
    void badExecutionsFail_data();
    void badExecutionsFail();
};

namespace {

QJsonValue stored(QLatin1StringView name)
{
    return fixture::json(u"contract/executions.json"_s).toObject().value(name);
}

WorkflowExecution execution(QLatin1StringView name)
{
    const Result<WorkflowExecution> read = executionFromJson(stored(name));
    if (!read)
        qFatal("execution: %s", qPrintable(read.error().detail));
    return *read;
}

} // namespace

void TestExecutionJson::pendingHasNothingYet()
{
    const WorkflowExecution read = execution("pending"_L1);
    QCOMPARE(read.id, ExecutionId(u"0f3a0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read.workflowId, WorkflowId(u"393071fd-abf7-5289-ad4d-46a0ad9a7130"_s));
    QCOMPARE(read.status, OpenEnum(ExecutionStatus::Pending));
    QCOMPARE(read.triggerSource, u"manual"_s);
    QCOMPARE(read.input, (QJsonObject{{u"city"_s, u"Bremen"_s}}));
    QVERIFY(read.stepOutputs.isEmpty());
    QVERIFY(!read.startedAt.isValid() && !read.completedAt.isValid());
    QVERIFY(!read.durationSeconds);
    QCOMPARE(read.error, QString());
}

void TestExecutionJson::completed()
{
    const WorkflowExecution read = execution("completed"_L1);
    QVERIFY(isTerminal(read.status) && isSuccess(read.status));
    QCOMPARE(read.stepOutputs.value("both"_L1).toArray(), (QJsonArray{1, u"two"_s, QJsonValue()}));
    QCOMPARE(read.stepOutputs.value("say"_L1).toString(), u"Frost!"_s);
    QCOMPARE(read.usage.requests, 2);
    QCOMPARE(read.usage.inputTokens, 3100);
    QCOMPARE(read.usage.outputTokens, 420);
    QCOMPARE(read.usage.toolCalls, 1);
    QCOMPARE(read.usage.costDollars, 0.02);
    QCOMPARE(read.startedAt, QDateTime(QDate(2026, 5, 2), QTime(10, 0, 1, 200), Qt::UTC));
    QCOMPARE(read.completedAt, read.startedAt.addMSecs(21400));
    QCOMPARE(read.durationSeconds, std::optional<double>(21.4));
}

// Contract 3.5: the last step ran to its end, the stop's text stays.
void TestExecutionJson::aStopInTheLastStepKeepsItsText()
{
    const WorkflowExecution read = execution("stopped_in_its_last_step"_L1);
    QCOMPARE(read.status, OpenEnum(ExecutionStatus::Completed));
    QCOMPARE(read.error, u"Stopped by user"_s);
    QCOMPARE(read.durationSeconds, std::optional<double>(5.0));
}

void TestExecutionJson::whatLaterServersTell()
{
    const WorkflowExecution read = execution("told_more"_L1);
    QVERIFY(read.status.isUnknown());
    QCOMPARE(read.status.wire(), u"hibernating"_s);
    QCOMPARE(read.triggerSource, u"doorbell"_s);
    QVERIFY(read.input.isEmpty() && read.stepOutputs.isEmpty());
    QCOMPARE(read.currentStepId, u"ask"_s);
    QCOMPARE(read.failedStepId, u"wx"_s);
    QCOMPARE(read.createdAt, QDateTime(QDate(2026, 5, 2), QTime(10, 0), Qt::UTC));
}

namespace {

QList<WaitingStep> waitingIn(const QByteArray &members)
{
    const QByteArray json = R"({"id":"e1","workflow_id":"w1","status":"awaiting_human",)" + members + '}';
    const Result<WorkflowExecution> read = executionFromJson(QJsonDocument::fromJson(json).object());
    if (!read)
        qFatal("the execution itself was not read");
    return read->waiting;
}

} // namespace

void TestExecutionJson::WF_25_whatPeopleAreAsked()
{
    const QByteArray one = R"({"step_id":"ask","kind":"human","notification":"Send it?","on_timeout":"fail","arguments_hash":"ab12",
        "expires_at":"2026-05-02T09:14:03Z","options":[{"id":"yes","label":"Send"},{"id":"no"}]})";
    const QList<WaitingStep> steps = waitingIn(R"("approval":)" + one);
    QCOMPARE(steps.size(), 1);
    QVERIFY(!steps.first().isTool);
    QCOMPARE(steps.first().stepId, u"ask"_s);
    QCOMPARE(steps.first().onTimeout, u"fail"_s);
    QCOMPARE(steps.first().prompt.text, u"Send it?"_s);
    QCOMPARE(steps.first().prompt.argumentsHash, u"ab12"_s);
    QCOMPARE(steps.first().prompt.optionIds, (QStringList{u"yes"_s, u"no"_s}));
    QCOMPARE(steps.first().prompt.options, (QStringList{u"Send"_s, u"no"_s}));
    QCOMPARE(steps.first().prompt.expiresAt, QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3), Qt::UTC));
    QCOMPARE(waitingIn(R"("approval":)" + one + R"(,"approvals":[)" + one + ',' + one + ']').size(), 2); // all, and not the first again
    QVERIFY(waitingIn(R"("approval":null,"approvals":[])").isEmpty());

    WorkflowExecution again;
    again.id = ExecutionId(u"e1"_s);
    again.status = OpenEnum<ExecutionStatus>(ExecutionStatus::AwaitingHuman);
    again.waiting = steps;
    QCOMPARE(executionFromJson(toJson(again))->waiting, steps);
}

void TestExecutionJson::APPR_01_whatAToolIsToldComesWhole()
{
    const QList<WaitingStep> steps =
        waitingIn(R"("approvals":[{"step_id":"mail","kind":"tool","notification":"May it?","arguments_hash":"cd",
        "tool_name":"send","program":"/usr/bin/mailer","program_arguments":["-v"],"environment":["KEY"],"arguments":{"to":"a"},
        "option_ids":["approve","refuse"],"options":[{"id":"approve","label":"Start"},{"id":"refuse","label":"Refuse"}]}])");
    QCOMPARE(steps.size(), 1);
    const Prompt &prompt = steps.first().prompt;
    QVERIFY(steps.first().isTool && prompt.isApproval());
    QCOMPARE(prompt.program, u"/usr/bin/mailer"_s);
    QCOMPARE(prompt.programArguments, QStringList{u"-v"_s});
    QCOMPARE(prompt.environment, QStringList{u"KEY"_s});
    QCOMPARE(prompt.arguments, (QJsonObject{{u"to"_s, u"a"_s}}));
    QCOMPARE(prompt.optionIds, (QStringList{u"approve"_s, u"refuse"_s}));
    WorkflowExecution again;
    again.id = ExecutionId(u"e1"_s);
    again.status = OpenEnum<ExecutionStatus>(ExecutionStatus::AwaitingHuman);
    again.waiting = steps;
    QCOMPARE(executionFromJson(toJson(again))->waiting, steps);
}

void TestExecutionJson::hostileQuestionsAreReadAsFarAsTheyGo_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QStringList>("optionIds"); // "-": no question at all
    QTest::newRow("no object") << QByteArray(R"("approval":7,"approvals":"x")") << QStringList{u"-"_s};
    QTest::newRow("among others") << QByteArray(R"("approvals":[null,3,[],{},{"step_id":"a","options":[{"id":"y"}]}])")
                                  << QStringList{u"y"_s};
    QTest::newRow("options are none") << QByteArray(R"("approval":{"step_id":"a","options":{"id":"y"}})") << QStringList();
    QTest::newRow("wrong types") << QByteArray(R"("approval":{"step_id":5,"kind":[],"notification":{},"expires_at":true,"arguments_hash":1,
        "options":[7,"x",{"id":3},{"id":""},{"label":"z"},{"id":"y","label":9}]})")
                                 << QStringList{u"y"_s};
    QTest::newRow("twice the same") << QByteArray(R"("approval":{"options":[{"id":"y","label":"Yes"},{"id":"y","label":"No"}]})")
                                    << QStringList{u"y"_s};
    QByteArray many;
    QStringList kept;
    for (int i = 0; i < 200; ++i) {
        many += (i > 0 ? "," : "") + QByteArray(R"({"id":"o)") + QByteArray::number(i) + R"("})";
        if (i < mostOptions)
            kept.append(u"o%1"_s.arg(i));
    }
    QTest::newRow("very many") << QByteArray(R"("approval":{"options":[)" + many + "]}") << kept;
}

void TestExecutionJson::hostileQuestionsAreReadAsFarAsTheyGo()
{
    QFETCH(QByteArray, members);
    QFETCH(QStringList, optionIds);
    const QList<WaitingStep> steps = waitingIn(members);
    QCOMPARE(steps.isEmpty(), optionIds == QStringList{u"-"_s});
    if (steps.isEmpty())
        return;
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.first().prompt.optionIds, optionIds);
    QCOMPARE(steps.first().prompt.options.size(), optionIds.size());
}

void TestExecutionJson::steps()
{
    const Result<QList<StepExecution>> read = listFromJson<StepExecution>(stored("steps"_L1), stepExecutionFromJson);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 3);
    const StepExecution &weather = read->at(0);
    QCOMPARE(weather.id, StepExecutionId(u"57e00000-0000-4000-8000-000000000001"_s));
    QCOMPARE(weather.stepId, u"wx"_s);
    QCOMPARE(weather.status, OpenEnum(StepStatus::Completed));
    QCOMPARE(weather.output.toObject().value("temperature"_L1).toInt(), 3);
    QCOMPARE(weather.durationSeconds, std::optional<double>(0.8));
    QCOMPARE(weather.completedAt, weather.startedAt.addMSecs(800));
    const StepExecution &running = read->at(1);
    QCOMPARE(running.status, OpenEnum(StepStatus::Running));
    QVERIFY(running.output.isNull());
    QVERIFY(!running.completedAt.isValid());
    QCOMPARE(running.usage.inputTokens, 900);
    const StepExecution &again = read->at(2);
    QCOMPARE(again.stepId, running.stepId);
    QCOMPARE(again.output, QJsonValue(u"a bare text"_s));
    QCOMPARE(again.error, u"Unknown tool: carrier_pigeon"_s);
}

void TestExecutionJson::badExecutionsFail_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QJsonValue(u"e"_s) << u": expected an object"_s;
    QTest::newRow("no id") << QJsonValue(QJsonObject{{u"status"_s, u"pending"_s}}) << u".id: missing"_s;
    QTest::newRow("empty id") << QJsonValue(QJsonObject{{u"id"_s, QString()}, {u"status"_s, u"pending"_s}}) << u".id: empty"_s;
    QTest::newRow("status is null") << QJsonValue(QJsonObject{{u"id"_s, u"e"_s}, {u"status"_s, QJsonValue()}})
                                    << u".status: expected a string"_s;
}

void TestExecutionJson::badExecutionsFail()
{
    QFETCH(QJsonValue, json);
    QFETCH(QString, detail);
    const Result<WorkflowExecution> whole = executionFromJson(json);
    QVERIFY(!whole.has_value());
    QCOMPARE(whole.error().kind, Error::Kind::Protocol);
    QCOMPARE(whole.error().detail, "execution"_L1 + detail);
    const Result<StepExecution> step = stepExecutionFromJson(json);
    QVERIFY(!step.has_value());
    QCOMPARE(step.error().detail, "step execution"_L1 + detail);
}

QTEST_APPLESS_MAIN(TestExecutionJson)
#include "tst_executionjson.moc"
