#include "api/apifixture.h"
#include "api/endpoints/modelsapi.h"
#include "domain/log.h"
#include "wire/fixture.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using Fixture = ApiFixture<ModelsApi>;

class TestModelsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void models();
    void health();
    void load();
    void purposes();
    void setPurpose();
    void keys();
    void setKey();
    void aRefusedKeyIsNowhereInTheError_data();
    void aRefusedKeyIsNowhereInTheError();
    void cleanStaleKeys();
    void cloudModels();
    void registerCloudModels();
    void deleteModels();
    void complete();
    void whatAModelWorksOnIsSentOnce();
    void createImages();
    void transcribe();
    void speak();
    void aSpeechThatFailsLeavesNoFile();
    void othersThanAdministratorsAreForbidden();
    void wrongShapesAreProtocolErrors();

private:
    [[nodiscard]] static Scripted answer(QLatin1StringView name)
    {
        return json(QJsonDocument(fixture::json(u"contract/llm.json"_s).toObject().value(name).toObject()).toJson());
    }
};

void TestModelsApi::models()
{
    Fixture fixture(answer("models"_L1));
    const auto outcome = outcomeOf(fixture.api.models());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /llm/models"));
    QCOMPARE(outcome->models.size(), 2);
    QCOMPARE(outcome->purposes.value(u"fast"_s), u"local-small"_s);
}

void TestModelsApi::health()
{
    Fixture fixture(answer("health"_L1));
    const auto outcome = outcomeOf(fixture.api.health());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /llm/health"));
    QCOMPARE(outcome->modelsAvailable, std::optional(12));
}

void TestModelsApi::load()
{
    Fixture fixture(answer("load"_L1));
    const auto outcome = outcomeOf(fixture.api.load());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /llm/load"));
    QCOMPARE(outcome->totalActive, std::optional(3));
}

void TestModelsApi::purposes()
{
    Fixture fixture(answer("purposes"_L1));
    const auto outcome = outcomeOf(fixture.api.purposes());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /llm/purposes"));
    QCOMPARE(outcome->configurable.size(), 3);
}

void TestModelsApi::setPurpose()
{
    Fixture fixture(answer("purpose_set"_L1));
    const auto outcome = outcomeOf(fixture.api.setPurpose(u"fast"_s, u"local-small"_s));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/purposes"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"purpose"_s, u"fast"_s}, {u"model_name"_s, u"local-small"_s}}));
    QVERIFY(outcome->succeeded);
}

void TestModelsApi::keys()
{
    Fixture fixture(answer("keys"_L1));
    const auto outcome = outcomeOf(fixture.api.keys());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /llm/keys"));
    QVERIFY(outcome->at(0).isConfigured);
}

void TestModelsApi::setKey()
{
    LlmKey key;
    key.provider = LlmVendor::OpenAi;
    key.apiKey = u"invented-key-12345"_s;
    QVERIFY(redact(u"said invented-key-12345"_s).contains(key.apiKey));
    Fixture fixture(json(R"({"provider":"openai","configured":true})"));
    const auto outcome = outcomeOf(fixture.api.setKey(key));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/keys"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"provider"_s, u"openai"_s}, {u"api_key"_s, u"invented-key-12345"_s}}));
    QVERIFY(outcome->succeeded);
    QVERIFY(!redact(u"said invented-key-12345"_s).contains(key.apiKey)); // the log has learnt it
}

// A validation error repeats what was sent (contract 1.7, "input"), and a gateway may quote the key it refuses.
void TestModelsApi::aRefusedKeyIsNowhereInTheError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("validation") << 422
                                << QByteArray(R"({"detail":[{"loc":["body","aws_region"],"msg":"Field required",)"
                                              R"("input":{"aws_secret_access_key":"invented-secret-777"}}]})");
    QTest::newRow("in the message of a field")
        << 422 << QByteArray(R"({"detail":[{"loc":["body","api_key"],"msg":"invented-secret-777 is too short"}]})");
    QTest::newRow("in the server's sentence") << 400 << QByteArray(R"({"detail":"Bedrock refused invented-secret-777"})");
    QTest::newRow("in plain text") << 500 << QByteArray("Traceback: key = invented-secret-777");
}

void TestModelsApi::aRefusedKeyIsNowhereInTheError()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    LlmKey key;
    key.provider = LlmVendor::Bedrock;
    key.awsSecretAccessKey = u"invented-secret-777"_s;
    Fixture fixture(reply(status, body));
    const auto outcome = outcomeOf(fixture.api.setKey(key));
    QVERIFY(!outcome);
    const Error &error = outcome.error();
    QCOMPARE(error.httpStatus, status);
    QStringList texts{error.message, error.nextStep, error.detail};
    for (const FieldError &field : error.fields)
        texts.append(field.message);
    QVERIFY(!texts.join(u'\n').contains(key.awsSecretAccessKey));
    QVERIFY(!error.detail.isEmpty());
}

void TestModelsApi::cleanStaleKeys()
{
    Fixture fixture(json(R"({"message":"1 removed"})"));
    const auto outcome = outcomeOf(fixture.api.cleanStaleKeys());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/keys/clean-stale"));
    QCOMPARE(outcome->message, u"1 removed"_s);
}

void TestModelsApi::cloudModels()
{
    Fixture fixture(answer("cloud_models"_L1));
    const auto outcome = outcomeOf(fixture.api.cloudModels(LlmVendor::OpenAi));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /llm/cloud-models/openai"));
    QCOMPARE(outcome->models.size(), 2);
}

void TestModelsApi::registerCloudModels()
{
    Fixture fixture(json("{}"));
    QVERIFY(outcomeOf(fixture.api.registerCloudModels(LlmVendor::Anthropic, {u"a"_s, u"b"_s})).has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/cloud-models/register"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"provider"_s, u"anthropic"_s}, {u"model_ids"_s, QJsonArray{u"a"_s, u"b"_s}}}));
}

void TestModelsApi::deleteModels()
{
    Fixture fixture(answer("deleted"_L1));
    const auto outcome = outcomeOf(fixture.api.deleteModels({u"9f2c"_s}));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/models/delete"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"model_ids"_s, QJsonArray{u"9f2c"_s}}}));
    QVERIFY(!outcome->succeeded);
}

void TestModelsApi::complete()
{
    Fixture fixture(answer("completion"_L1));
    const auto outcome = outcomeOf(fixture.api.complete({{{u"user"_s, u"2+2?"_s}}, u"fast"_s, 0.2, std::nullopt}));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/completions"));
    const QJsonArray messages{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"2+2?"_s}}};
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"messages"_s, messages}, {u"model"_s, u"fast"_s}, {u"temperature"_s, 0.2}}));
    QCOMPARE(outcome->content, u"Four."_s);
}

void TestModelsApi::whatAModelWorksOnIsSentOnce()
{
    Fixture completion(reply(502, "<html></html>", "text/html"));
    QCOMPARE(outcomeOf(completion.api.complete({})).error().kind, Error::Kind::Gateway);
    QCOMPARE(completion.sent(), QByteArray("POST /llm/completions"));
    Fixture image(reply(503, "{}"));
    QCOMPARE(outcomeOf(image.api.createImages({})).error().kind, Error::Kind::Unavailable);
    QCOMPARE(image.sent(), QByteArray("POST /llm/images/create"));
}

void TestModelsApi::createImages()
{
    Fixture fixture(answer("images"_L1));
    const auto outcome = outcomeOf(fixture.api.createImages({u"A quiet harbour"_s, {}, u"512x512"_s, 2}));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/images/create"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"prompt"_s, u"A quiet harbour"_s}, {u"size"_s, u"512x512"_s}, {u"n"_s, 2}}));
    QCOMPARE(outcome->size(), 2);
}

void TestModelsApi::transcribe()
{
    QTemporaryDir folder;
    QFile audio(folder.filePath(u"note.wav"_s));
    QVERIFY(audio.open(QIODevice::WriteOnly));
    audio.write("RIFF-invented-sound");
    audio.close();
    Fixture fixture(answer("transcript"_L1));
    const auto outcome = outcomeOf(fixture.api.transcribe(audio.fileName()));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/audio/transcribe"));
    QVERIFY(fixture.body().contains("name=\"file\"; filename=\"note.wav\""));
    QVERIFY(fixture.body().contains("RIFF-invented-sound"));
    QCOMPARE(*outcome, u"Good morning."_s);
}

void TestModelsApi::speak()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"speech.mp3"_s);
    const QByteArray sound("\xff\xfb\x00\x01not text", 12);
    Fixture fixture(reply(200, sound, "audio/mpeg"));
    SpeechRequest request;
    request.input = u"Good morning."_s;
    QVERIFY(outcomeOf(fixture.api.speak(request, path)).has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /llm/audio/speech"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"input"_s, u"Good morning."_s}}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), sound);
}

void TestModelsApi::aSpeechThatFailsLeavesNoFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"speech.mp3"_s);
    Fixture fixture(reply(502, R"({"detail":"No voice model"})"));
    const auto outcome = outcomeOf(fixture.api.speak({}, path));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Gateway);
    QVERIFY(!QFile::exists(path));
}

void TestModelsApi::othersThanAdministratorsAreForbidden()
{
    Fixture fixture(reply(403, R"({"detail":"Admin role required"})"));
    const auto outcome = outcomeOf(fixture.api.keys());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Forbidden);
}

void TestModelsApi::wrongShapesAreProtocolErrors()
{
    Fixture models(json("[]"));
    QCOMPARE(outcomeOf(models.api.models()).error().kind, Error::Kind::Protocol);
    Fixture completion(json("{}"));
    QCOMPARE(outcomeOf(completion.api.complete({})).error().kind, Error::Kind::Protocol);
    Fixture outcome(json("null"));
    QCOMPARE(outcomeOf(outcome.api.cleanStaleKeys()).error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestModelsApi)
#include "tst_modelsapi.moc"
