#include "fixture.h"
#include "wire/json/providerreportjson.h"
#include "wire/json/reader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

namespace {

QJsonValue part(QLatin1StringView key)
{
    return fixture::json(u"contract/provider_models.json"_s).toObject().value(key);
}

QList<OfferedModel> listOf(QLatin1StringView key)
{
    const Result<QList<OfferedModel>> read = offeredModelsFromJson(part(key));
    return read ? *read : QList<OfferedModel>();
}

} // namespace

class TestProviderReportJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_47_everyEndpointsListIsRead();
    void AG_47_whatIsNotSaidIsMissing();
    void aLongListIsCut();
    void badListsFail_data();
    void badListsFail();
    void aReportSurvivesTheWire();
    void badReportsFail();
};

void TestProviderReportJson::AG_47_everyEndpointsListIsRead()
{
    QCOMPARE(listOf("ollama"_L1), (QList<OfferedModel>{{u"llama3.1:8b"_s, u"library"_s, {}, {}}}));
    QCOMPARE(listOf("vllm"_L1), (QList<OfferedModel>{{u"house"_s, u"vllm"_s, 32768, {}}}));
    QCOMPARE(listOf("llama_cpp"_L1), (QList<OfferedModel>{{u"model.gguf"_s, u"llamacpp"_s, 131072, {}}}));
    QCOMPARE(listOf("names"_L1), (QList<OfferedModel>{{u"one"_s, {}, {}, {}}, {u"two"_s, {}, {}, {}}}));
}

void TestProviderReportJson::AG_47_whatIsNotSaidIsMissing()
{
    const QList<OfferedModel> models = listOf("router"_L1);
    QCOMPARE(models.size(), 2);
    QCOMPARE(models.at(0).capabilities, QStringList({u"tools"_s, u"vision"_s}));
    QCOMPARE(models.at(1).capabilities, QStringList{u"vision"_s});
    QVERIFY(!models.at(1).contextWindow);
}

void TestProviderReportJson::aLongListIsCut()
{
    QJsonArray many;
    for (int i = 0; i < maxOfferedModels + 5; ++i)
        many.append(u"m%1"_s.arg(i));
    QCOMPARE(offeredModelsFromJson(many)->size(), maxOfferedModels);
}

void TestProviderReportJson::badListsFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("text") << QByteArray(R"("models")");
    QTest::newRow("no list") << QByteArray(R"({"data":{"id":"m"}})");
}

void TestProviderReportJson::badListsFail()
{
    QFETCH(QByteArray, json);
    const Result<QList<OfferedModel>> read = offeredModelsFromJson(*parseJson(json));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
}

void TestProviderReportJson::aReportSurvivesTheWire()
{
    for (const auto key : {"report"_L1, "report_of_a_failure"_L1}) {
        const Result<ProviderReport> read = providerReportFromJson(part(key));
        QVERIFY(read.has_value());
        QCOMPARE(QJsonValue(toJson(*read)), part(key));
    }
    const Result<ProviderReport> failure = providerReportFromJson(part("report_of_a_failure"_L1));
    QVERIFY(!failure->isOk);
    QCOMPARE(failure->problem, u"refused"_s);
    QCOMPARE(failure->nextStep, u"Start it."_s);
    QCOMPARE(providerReportFromJson(part("report"_L1))->latencyMs, 41);
}

void TestProviderReportJson::badReportsFail()
{
    QVERIFY(!providerReportFromJson(QJsonValue()));
    QVERIFY(!providerReportFromJson(QJsonObject{{u"ok"_s, true}})); // without its list
}

QTEST_APPLESS_MAIN(TestProviderReportJson)
#include "tst_providerreportjson.moc"
