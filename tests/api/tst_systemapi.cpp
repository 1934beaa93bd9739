#include "api/apifixture.h"
#include "api/endpoints/systemapi.h"
#include "wire/fixture.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using Fixture = ApiFixture<SystemApi>;

class TestSystemApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void health();
    void identity();
    void capabilities();
    void operations();
    void providers();
    void setProviders();
    void testProvider();
    void classifyTags();
    void aServerWithoutCapabilitiesIsNotFound();
    void anUnreadableProviderIsInvalid();
    void wrongShapesAreProtocolErrors();
};

void TestSystemApi::health()
{
    Fixture team(json(R"({"status":"ok"})"));
    const auto outcome = outcomeOf(team.api.health());
    QVERIFY(outcome.has_value());
    QCOMPARE(team.sent(), QByteArray("GET /health"));
    QCOMPARE(outcome->nonce, QString());
    Fixture local(json(R"({"status":"ok","nonce":"n0nce"})"));
    QCOMPARE(outcomeOf(local.api.health())->nonce, u"n0nce"_s);
}

void TestSystemApi::identity()
{
    Fixture fixture(json(R"({"service":"agents","env":"staging"})"));
    const auto outcome = outcomeOf(fixture.api.identity());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /"));
    QCOMPARE(outcome->service, u"agents"_s);
}

void TestSystemApi::capabilities()
{
    Fixture fixture(json(R"({"server":"agentdesk-localserver","version":"0.1.0","api":1,"features":["files"]})"));
    const auto outcome = outcomeOf(fixture.api.capabilities());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /capabilities"));
    QVERIFY(outcome->has(feature::files));
}

void TestSystemApi::operations()
{
    Fixture fixture(json(fixture::bytes(u"contract/openapi.json"_s)));
    const auto outcome = outcomeOf(fixture.api.operations());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /openapi.json"));
    QVERIFY(outcome->contains(u"PUT /evals/definitions/{evaluator_id}"_s));
    QVERIFY(!outcome->contains(u"PUT /agents/evals/{id}"_s));
}

void TestSystemApi::providers()
{
    Fixture fixture(json(R"([{"name":"ollama","base_url":"http://127.0.0.1:11434/v1","models":["m"],"needs_key":false}])"));
    const auto outcome = outcomeOf(fixture.api.providers());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /settings/providers"));
    QCOMPARE(outcome->size(), 1);
    QCOMPARE(outcome->first().models, QStringList(u"m"_s));
    Fixture process(json("[]"));
    QVERIFY(outcomeOf(process.api.providers(SystemApi::ProviderScope::Process)).has_value());
    QCOMPARE(process.sent(), QByteArray("GET /settings/providers?scope=process"));
}

void TestSystemApi::testProvider()
{
    ModelProvider provider;
    provider.name = u"test-1"_s;
    provider.baseUrl = QUrl(u"http://127.0.0.1:11434/v1"_s);
    provider.needsKey = true;
    const QByteArray report = QJsonDocument(fixture::json(u"contract/provider_models.json"_s)["report"_L1].toObject()).toJson();
    Fixture fixture(json(report));
    const auto outcome = outcomeOf(fixture.api.testProvider(provider));
    QVERIFY(outcome.has_value());
    QVERIFY(outcome->isOk);
    QCOMPARE(outcome->models.size(), 1);
    QCOMPARE(fixture.sent(), QByteArray("POST /settings/providers/test"));
    QCOMPARE(fixture.json().toObject(),
             (QJsonObject{{u"name"_s, u"test-1"_s}, {u"base_url"_s, u"http://127.0.0.1:11434/v1"_s}, {u"needs_key"_s, true}}));
    Fixture broken(json("[]"));
    QVERIFY(!outcomeOf(broken.api.testProvider(provider)).has_value());
}

void TestSystemApi::setProviders()
{
    ModelProvider provider;
    provider.name = u"ollama"_s;
    provider.baseUrl = QUrl(u"http://127.0.0.1:11434/v1"_s);
    provider.models = QStringList(u"m"_s);
    Fixture fixture(json("[]"));
    QVERIFY(outcomeOf(fixture.api.setProviders({provider}, SystemApi::ProviderScope::Stored)).has_value());
    QCOMPARE(fixture.sent(), QByteArray("PUT /settings/providers"));
    QCOMPARE(fixture.json().toArray(), (QJsonArray{QJsonObject{{u"name"_s, u"ollama"_s},
                                                               {u"base_url"_s, u"http://127.0.0.1:11434/v1"_s},
                                                               {u"models"_s, QJsonArray{u"m"_s}},
                                                               {u"needs_key"_s, false}}}));
    Fixture none(json("[]"));
    QVERIFY(outcomeOf(none.api.setProviders({}, SystemApi::ProviderScope::Process)).has_value());
    QCOMPARE(none.sent(), QByteArray("PUT /settings/providers?scope=process"));
    QCOMPARE(none.body(), QByteArray("[]"));
}

void TestSystemApi::classifyTags()
{
    Fixture fixture(json(R"({"groups":[{"name":"Leases","tags":["lease","rental"],"confidence":0.9}]})"));
    const auto outcome = outcomeOf(fixture.api.classifyTags({u"lease"_s, u"rental"_s}));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /classify-tags"));
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"tags"_s, QJsonArray{u"lease"_s, u"rental"_s}}, {u"maxGroups"_s, 10}}));
    QCOMPARE(outcome->first().name, u"Leases"_s);
    Fixture some(json(R"({"groups":[]})"));
    QVERIFY(outcomeOf(some.api.classifyTags({u"a"_s}, 3, u"contracts"_s)).has_value());
    QCOMPARE(some.json().toObject(), (QJsonObject{{u"tags"_s, QJsonArray{u"a"_s}}, {u"maxGroups"_s, 3}, {u"context"_s, u"contracts"_s}}));
}

void TestSystemApi::aServerWithoutCapabilitiesIsNotFound()
{
    Fixture fixture(reply(404, R"({"detail":"Not Found"})"));
    const auto outcome = outcomeOf(fixture.api.capabilities());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
}

void TestSystemApi::anUnreadableProviderIsInvalid()
{
    Fixture fixture(reply(422, R"({"title":"Unprocessable","detail":"A provider needs a name."})", "application/problem+json"));
    const auto outcome = outcomeOf(fixture.api.setProviders({{}}, SystemApi::ProviderScope::Stored));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Invalid);
    QCOMPARE(outcome.error().message, u"A provider needs a name."_s);
}

void TestSystemApi::wrongShapesAreProtocolErrors()
{
    Fixture health(json("[]"));
    QCOMPARE(outcomeOf(health.api.health()).error().kind, Error::Kind::Protocol);
    Fixture capabilities(json(R"({"status":"ok"})"));
    QCOMPARE(outcomeOf(capabilities.api.capabilities()).error().kind, Error::Kind::Protocol);
    Fixture operations(json("{}"));
    QCOMPARE(outcomeOf(operations.api.operations()).error().kind, Error::Kind::Protocol);
    Fixture providers(json("{}"));
    QCOMPARE(outcomeOf(providers.api.providers()).error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestSystemApi)
#include "tst_systemapi.moc"
