#include "wire/fixture.h"
#include "wire/json/evalrunjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestEvalRunJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACompletedRun();
    void aGhostHasNoFigures();
    void aFailedRunSaysWhy();
    void aShortRowOfALaterServerIsRead();
    void theTwinIsFoundInTheContractsList();
    void requestHasOnlyWhatWasChosen();
    void analysisIsAnyObject();
    void badRunsFail_data();
    void badRunsFail();
};

namespace {

EvalRun run(QLatin1StringView name)
{
    const Result<EvalRun> read = evalRunFromJson(fixture::json(u"contract/eval_runs.json"_s).toObject().value(name));
    if (!read)
        qFatal("eval run: %s", qPrintable(read.error().detail));
    return *read;
}

} // namespace

void TestEvalRunJson::readsACompletedRun()
{
    const EvalRun read = run("completed"_L1);
    QCOMPARE(read.id, EvalRunId(u"e0000000-0000-4000-8000-000000000002"_s));
    QCOMPARE(read.datasetId, DatasetId(u"7a8b8c10-0d5e-4b6f-9a11-000000000001"_s));
    QCOMPARE(read.name, u"friday"_s);
    QCOMPARE(read.status.value(), EvalRunState::Completed);
    QCOMPARE(read.scorers, (QList<ScorerName>{Scorer::Success, Scorer::LlmQuality, ScorerName::fromWire(u"house_style"_s)}));
    QCOMPARE(read.modelOverride, u"frontier"_s);
    QCOMPARE(read.totalScenarios, std::optional(10));
    QCOMPARE(read.passedScenarios, std::optional(8));
    QCOMPARE(read.failedScenarios, std::optional(2));
    QCOMPARE(read.averageScore, std::optional(1.0)); // an integer on the wire: contract 6.2 #21
    QCOMPARE(read.durationSeconds, std::optional(92.4));
    QCOMPARE(read.createdBy, UserId(u"5b0c6c35-90b6-4d7e-8b6a-1c1f3f9f1001"_s));
    QCOMPARE(read.startedAt, QDateTime(QDate(2026, 5, 8), QTime(16, 0, 1), Qt::UTC));
    QCOMPARE(read.completedAt, QDateTime(QDate(2026, 5, 8), QTime(16, 1, 33, 400), Qt::UTC));
    QCOMPARE(read.createdAt, QDateTime(QDate(2026, 5, 8), QTime(16, 0, 0, 200), Qt::UTC));
}

void TestEvalRunJson::aGhostHasNoFigures()
{
    const EvalRun read = run("ghost"_L1);
    QCOMPARE(read.status.value(), EvalRunState::Pending);
    QVERIFY(!read.totalScenarios && !read.passedScenarios && !read.failedScenarios);
    QVERIFY(!read.averageScore && !read.durationSeconds);
    QVERIFY(!read.startedAt.isValid() && !read.completedAt.isValid());
}

void TestEvalRunJson::aFailedRunSaysWhy()
{
    const EvalRun read = run("failed"_L1);
    QVERIFY(read.isFinished());
    QCOMPARE(read.error, u"The dataset has no active scenarios"_s);
    QCOMPARE(read.totalScenarios, std::optional(0)); // said, so kept
    QVERIFY(!read.averageScore);
    QVERIFY(read.datasetId.isEmpty());
}

void TestEvalRunJson::aShortRowOfALaterServerIsRead()
{
    const EvalRun read = run("of_a_later_server"_L1);
    QCOMPARE(read.status.wire(), u"paused"_s);
    QVERIFY(read.scorers.isEmpty());
    QVERIFY(!read.totalScenarios);
}

void TestEvalRunJson::theTwinIsFoundInTheContractsList()
{
    const std::optional<EvalRun> twin =
        findWorkingTwin(run("ghost"_L1), {run("of_a_later_server"_L1), run("completed"_L1), run("ghost"_L1), run("failed"_L1)});
    QVERIFY(twin.has_value());
    QCOMPARE(twin->id, run("completed"_L1).id);
}

void TestEvalRunJson::requestHasOnlyWhatWasChosen()
{
    EvalRunRequest request;
    request.datasetId = DatasetId(u"d1"_s);
    QCOMPARE(toJson(request), (QJsonObject{{u"dataset_id"_s, u"d1"_s}}));
    request.scorers = {Scorer::Latency, ScorerName::fromWire(u"house_style"_s)};
    request.modelOverride = u"frontier"_s;
    request.name = u"friday"_s;
    QCOMPARE(toJson(request), (QJsonObject{{u"dataset_id"_s, u"d1"_s},
                                           {u"scorers"_s, QJsonArray{u"latency"_s, u"house_style"_s}},
                                           {u"model_override"_s, u"frontier"_s},
                                           {u"name"_s, u"friday"_s}}));
}

void TestEvalRunJson::analysisIsAnyObject()
{
    const Result<EvalAnalysis> read = evalAnalysisFromJson(QJsonObject{{u"analysis"_s, u"Two tools were missed."_s}, {u"n"_s, 2}});
    QVERIFY(read.has_value());
    QCOMPARE(read->text, u"Two tools were missed."_s);
    QCOMPARE(read->raw.value("n"_L1).toInt(), 2);
    const Result<EvalAnalysis> other = evalAnalysisFromJson(QJsonObject{{u"findings"_s, QJsonArray{1}}});
    QVERIFY(other.has_value());
    QCOMPARE(other->text, QString());
    QVERIFY(!evalAnalysisFromJson(QJsonArray()).has_value());
}

void TestEvalRunJson::badRunsFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QByteArray("7") << u"eval_run: expected an object"_s;
    QTest::newRow("no id") << QByteArray(R"({"status":"pending"})") << u"eval_run.id: missing"_s;
    QTest::newRow("no status") << QByteArray(R"({"id":"e"})") << u"eval_run.status: missing"_s;
}

void TestEvalRunJson::badRunsFail()
{
    QFETCH(QByteArray, json);
    const Result<EvalRun> read = evalRunFromJson(*parseJson(json));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
}

QTEST_APPLESS_MAIN(TestEvalRunJson)
#include "tst_evalrunjson.moc"
