#include "wire/fixture.h"
#include "wire/json/runrequestjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestRunRequestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aStartNamesTheAgentById();
    void anInvocationTakesANameOnlyWithoutAnId();
    void thePromptGoesIntoTheInput();
    void outcomes();
    void acceptedAndProvenance();
    void badAnswersFail_data();
    void badAnswersFail();

private:
    QJsonObject m_answers;
};

void TestRunRequestJson::initTestCase()
{
    m_answers = fixture::json(u"contract/run_answers.json"_s).toObject();
}

void TestRunRequestJson::aStartNamesTheAgentById()
{
    RunRequest request;
    request.agentId = AgentId(u"a1"_s);
    request.agentName = u"weather"_s;
    request.prompt = u"Rain?"_s;
    request.responseSchema = {{u"type"_s, u"object"_s}};
    request.tier = Tier::Complex;
    const QJsonObject expected{
        {u"agent_id"_s, u"a1"_s}, {u"input"_s, QJsonObject{{u"prompt"_s, u"Rain?"_s}}}, {u"agent_tier"_s, u"complex"_s}};
    QCOMPARE(startJson(request), expected);
}

void TestRunRequestJson::anInvocationTakesANameOnlyWithoutAnId()
{
    RunRequest request;
    request.agentName = u"weather"_s;
    request.prompt = u"Rain?"_s;
    request.responseSchema = {{u"type"_s, u"object"_s}};
    const QJsonObject byName{{u"agent_name"_s, u"weather"_s},
                             {u"input"_s, QJsonObject{{u"prompt"_s, u"Rain?"_s}}},
                             {u"agent_tier"_s, u"simple"_s},
                             {u"response_schema"_s, QJsonObject{{u"type"_s, u"object"_s}}}};
    QCOMPARE(invokeJson(request), byName);
    request.agentId = AgentId(u"a1"_s);
    request.responseSchema = {};
    const QJsonObject json = invokeJson(request);
    QCOMPARE(json.value("agent_id"_L1).toString(), u"a1"_s);
    QVERIFY(!json.contains("agent_name"_L1));
    QVERIFY(!json.contains("response_schema"_L1));
}

void TestRunRequestJson::thePromptGoesIntoTheInput()
{
    RunRequest request;
    request.input = {{u"prompt"_s, u"old"_s}, {u"city"_s, u"Kiel"_s}};
    QCOMPARE(startJson(request).value("input"_L1).toObject(), request.input);
    request.prompt = u"new"_s;
    const QJsonObject expected{{u"prompt"_s, u"new"_s}, {u"city"_s, u"Kiel"_s}};
    QCOMPARE(startJson(request).value("input"_L1).toObject(), expected);
}

void TestRunRequestJson::outcomes()
{
    const Result<RunOutcome> good = runOutcomeFromJson(m_answers.value("outcome"_L1));
    QVERIFY(good.has_value());
    QCOMPARE(good->runId, RunId(u"b6c00000-0000-4000-8000-000000000011"_s));
    QVERIFY(good->status.isSuccess());
    QCOMPARE(good->output.toObject().value("city"_L1).toString(), u"Kiel"_s);
    QCOMPARE(good->errorText, QString());

    const Result<RunOutcome> bad = runOutcomeFromJson(m_answers.value("failed_outcome"_L1));
    QVERIFY(bad.has_value());
    QCOMPARE(bad->status, RunStatus(RunStatus::Failed));
    QVERIFY(bad->output.isNull());
    QCOMPARE(bad->errorText, u"Agent gave up"_s);
}

void TestRunRequestJson::acceptedAndProvenance()
{
    const Result<RunAccepted> accepted = runAcceptedFromJson(m_answers.value("accepted"_L1));
    QVERIFY(accepted.has_value());
    QCOMPARE(accepted->runId, RunId(u"b6c00000-0000-4000-8000-000000000013"_s));
    QCOMPARE(accepted->status, u"accepted"_s);
    QCOMPARE(accepted->message, u"Started in the background"_s);

    const Result<RunProvenance> none = runProvenanceFromJson(m_answers.value("no_provenance"_L1));
    QVERIFY(none.has_value() && !none->isKnown);
    QCOMPARE(none->message, u"Nothing was recorded"_s);
    const Result<RunProvenance> some = runProvenanceFromJson(m_answers.value("provenance"_L1));
    QVERIFY(some.has_value() && some->isKnown);
    QCOMPARE(some->provenance.value("agent"_L1).toString(), u"weather"_s);
    QCOMPARE(some->verification.value("valid"_L1).toBool(), true);
}

void TestRunRequestJson::badAnswersFail_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QJsonValue(QJsonArray()) << u"outcome: expected an object"_s;
    QTest::newRow("no id") << QJsonValue(QJsonObject{{u"status"_s, u"failed"_s}}) << u"outcome.run_id: missing"_s;
    QTest::newRow("no status") << QJsonValue(QJsonObject{{u"run_id"_s, u"r"_s}}) << u"outcome.status: missing"_s;
}

void TestRunRequestJson::badAnswersFail()
{
    QFETCH(QJsonValue, json);
    const Result<RunOutcome> outcome = runOutcomeFromJson(json);
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, Error::Kind::Protocol);
    QTEST(outcome.error().detail, "detail");
    QVERIFY(!runAcceptedFromJson(QJsonObject()).has_value());
    QVERIFY(!runProvenanceFromJson(QJsonObject()).has_value());
}

QTEST_APPLESS_MAIN(TestRunRequestJson)
#include "tst_runrequestjson.moc"
