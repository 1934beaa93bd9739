#include "wire/fixture.h"
#include "wire/json/llmjson.h"
#include "wire/json/llmkeyjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestLlmJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void modelsAndTheirPurposes();
    void aGatewayThatIsDownHasNoModels();
    void healthKeepsWhatWasNotSaid();
    void loadByPurpose();
    void purposesAndWhatMayServeThem();
    void aSuccessMayBeAFailure();
    void keyStates();
    void aKeyIsWrittenAsTheServerWantsIt();
    void cloudModels();
    void badAnswersFail_data();
    void badAnswersFail();

private:
    QJsonObject m_json;
};

void TestLlmJson::initTestCase()
{
    m_json = fixture::json(u"contract/llm.json"_s).toObject();
}

void TestLlmJson::modelsAndTheirPurposes()
{
    const Result<LlmCatalog> read = llmCatalogFromJson(m_json.value("models"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->models.size(), 2);
    const LlmModel &model = read->models.at(0);
    QCOMPARE(model.id, u"claude-sonnet"_s);
    QCOMPARE(model.provider, u"anthropic"_s);
    QCOMPARE(model.description, u"Large and careful"_s);
    QVERIFY(model.isStored);
    QCOMPARE(model.gatewayId, u"9f2c"_s);
    QCOMPARE(model.actualModel, u"anthropic/claude-sonnet-4"_s);
    QVERIFY(!read->models.at(1).isStored);
    QCOMPARE(read->models.at(1).provider, QString());
    QCOMPARE(read->purposes, (QMap<QString, QString>{{u"fast"_s, u"local-small"_s}, {u"agent"_s, u"claude-sonnet"_s}}));
}

void TestLlmJson::aGatewayThatIsDownHasNoModels()
{
    const Result<LlmCatalog> read = llmCatalogFromJson(m_json.value("models_while_down"_L1));
    QVERIFY(read.has_value());
    QVERIFY(read->models.isEmpty());
    QVERIFY(read->purposes.isEmpty());
}

void TestLlmJson::healthKeepsWhatWasNotSaid()
{
    const Result<LlmHealth> read = llmHealthFromJson(m_json.value("health"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->isUp, std::optional(true));
    QCOMPARE(read->gatewayUrl, u"http://llm.internal:4000"_s);
    QCOMPARE(read->modelsAvailable, std::optional(12));
    const Result<LlmHealth> silent = llmHealthFromJson(QJsonObject{{u"litellm"_s, u"yes"_s}, {u"models_available"_s, QJsonValue()}});
    QVERIFY(silent.has_value());
    QVERIFY(!silent->isUp && !silent->modelsAvailable);
}

void TestLlmJson::loadByPurpose()
{
    const Result<LlmLoad> read = llmLoadFromJson(m_json.value("load"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->totalActive, std::optional(3));
    QCOMPARE(read->threshold, std::optional(8));
    QCOMPARE(read->isFallingBack, std::optional(false));
    QCOMPARE(read->purposes.size(), 2);
    QCOMPARE(read->purposes.at(0).purpose, u"agent"_s);
    QCOMPARE(read->purposes.at(0).totalRequests, std::optional<qint64>(40));
    QVERIFY(!read->purposes.at(0).totalFallbacks && !read->purposes.at(0).peakActive);
    QCOMPARE(read->purposes.at(1).active, std::optional(2));
    QCOMPARE(read->purposes.at(1).totalFallbacks, std::optional<qint64>(0));
    QCOMPARE(read->purposes.at(1).peakActive, std::optional(6));
}

void TestLlmJson::purposesAndWhatMayServeThem()
{
    const Result<LlmPurposes> read = llmPurposesFromJson(m_json.value("purposes"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->purposes.value(u"chat"_s), u"claude-sonnet"_s);
    QCOMPARE(read->configurable, (QStringList{u"fast"_s, u"chat"_s, u"frontier"_s}));
    QCOMPARE(read->choices.size(), 2); // the one without a name cannot be chosen
    QCOMPARE(read->choices.at(0).modelName, u"claude-sonnet"_s);
    QCOMPARE(read->choices.at(0).actualModel, u"anthropic/claude-sonnet-4"_s);
    QCOMPARE(read->choices.at(0).description, u"Large and careful"_s);
    QCOMPARE(read->choices.at(1).actualModel, QString());
}

void TestLlmJson::aSuccessMayBeAFailure()
{
    const Result<LlmOutcome> set = llmOutcomeFromJson(m_json.value("purpose_set"_L1));
    QVERIFY(set.has_value());
    QVERIFY(set->succeeded);
    QCOMPARE(set->message, u"fast is now local-small"_s);
    const Result<LlmOutcome> deleted = llmOutcomeFromJson(m_json.value("deleted"_L1));
    QVERIFY(deleted.has_value());
    QVERIFY(!deleted->succeeded);
    QCOMPARE(deleted->message, u"No such model"_s);
    const Result<LlmOutcome> other = llmOutcomeFromJson(QJsonObject{{u"cleaned"_s, 3}});
    QVERIFY(other.has_value());
    QVERIFY(other->succeeded);
}

void TestLlmJson::keyStates()
{
    const Result<QList<LlmKeyState>> read = llmKeyStatesFromJson(m_json.value("keys"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 3);
    QCOMPARE(read->at(0).provider.value(), LlmVendor::OpenAi);
    QVERIFY(read->at(0).isConfigured);
    QCOMPARE(read->at(0).maskedKey, u"sk-…9x2q"_s);
    QCOMPARE(read->at(1).provider.value(), LlmVendor::Bedrock);
    QVERIFY(!read->at(1).isConfigured);
    QCOMPARE(read->at(2).provider.wire(), u"mistral"_s);
}

void TestLlmJson::aKeyIsWrittenAsTheServerWantsIt()
{
    LlmKey key;
    key.provider = LlmVendor::Anthropic;
    key.apiKey = u"invented-key-1"_s;
    QCOMPARE(toJson(key), (QJsonObject{{u"provider"_s, u"anthropic"_s}, {u"api_key"_s, u"invented-key-1"_s}}));
    LlmKey aws;
    aws.provider = LlmVendor::Bedrock;
    aws.awsAccessKeyId = u"invented-id"_s;
    aws.awsSecretAccessKey = u"invented-secret"_s;
    aws.awsRegion = u"eu-central-1"_s;
    QCOMPARE(toJson(aws), (QJsonObject{{u"provider"_s, u"bedrock"_s},
                                       {u"api_key"_s, QString()},
                                       {u"aws_access_key_id"_s, u"invented-id"_s},
                                       {u"aws_secret_access_key"_s, u"invented-secret"_s},
                                       {u"aws_region"_s, u"eu-central-1"_s}}));
}

void TestLlmJson::cloudModels()
{
    const Result<CloudModels> read = cloudModelsFromJson(m_json.value("cloud_models"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->provider.value(), LlmVendor::OpenAi);
    QCOMPARE(read->models.size(), 2);
    QCOMPARE(read->models.at(0).id, u"gpt-large"_s);
    QCOMPARE(read->models.at(0).name, u"GPT Large"_s);
    QCOMPARE(read->models.at(0).contextWindow, std::optional(128000));
    QVERIFY(read->models.at(0).isRegistered);
    QVERIFY(!read->models.at(1).contextWindow);
    QVERIFY(read->isKeyConfigured && !read->needsKeyAgain);
    QCOMPARE(read->providerError, QString());
    const Result<CloudModels> unreadable = cloudModelsFromJson(m_json.value("cloud_models_unreadable_key"_L1));
    QVERIFY(unreadable.has_value());
    QVERIFY(unreadable->needsKeyAgain);
    QCOMPARE(unreadable->providerError, u"401 from the provider"_s);
}

void TestLlmJson::badAnswersFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("details"); // catalogue, health, load, purposes, outcome, keys, cloud models
    const QString noList = u"$: expected a list"_s;
    QTest::newRow("no object") << QByteArray("\"down\"")
                               << QStringList{noList,
                                              u"llm_health: expected an object"_s,
                                              u"llm_load: expected an object"_s,
                                              u"llm_purposes: expected an object"_s,
                                              u"llm_outcome: expected an object"_s,
                                              noList,
                                              noList};
    QTest::newRow("items without ids") << QByteArray(R"({"models":[{"name":"x"}],"providers":[{"configured":true}]})")
                                       << QStringList{u"[0] model.id: missing"_s,      {}, {}, {}, {}, u"[0] llm_key.provider: missing"_s,
                                                      u"[0] cloud_model.id: missing"_s};
}

void TestLlmJson::badAnswersFail()
{
    QFETCH(QByteArray, json);
    const QJsonValue value = *parseJson(json);
    QStringList details;
    const auto note = [&details](const auto &result) { details.append(result ? QString() : result.error().detail); };
    note(llmCatalogFromJson(value));
    note(llmHealthFromJson(value));
    note(llmLoadFromJson(value));
    note(llmPurposesFromJson(value));
    note(llmOutcomeFromJson(value));
    note(llmKeyStatesFromJson(value));
    note(cloudModelsFromJson(value));
    QTEST(details, "details");
}

QTEST_APPLESS_MAIN(TestLlmJson)
#include "tst_llmjson.moc"
