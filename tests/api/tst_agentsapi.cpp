#include "api/apifixture.h"
#include "api/endpoints/agentsapi.h"
#include "wire/json/agentjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestAgentsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void one();
    void creating();
    void updating();
    void anUpdateSaysWhichVersionItSaw();
    void anUpdateDoesNotMeetItself();
    void removing();
    void models();
    void modelsWithoutTheirGateway();
    void versions();
    void restoring();
    void anotherShapeIsAProtocolError();
    void refusals_data();
    void refusals();
};

namespace {

const QByteArray agent = R"({"id":"a1","name":"clerk","display_name":"Clerk","model":"agent","instructions":"Count.",
                             "tools":{"names":["calculate"],"policy":{"max_calls":3}},"scopes":[],"visibility":"personal","version":4})";

Agent clerk()
{
    return *wire::agentFromJson(*wire::parseJson(agent));
}

} // namespace

void TestAgentsApi::listing()
{
    ApiFixture<AgentsApi> fixture(json('[' + agent + ']'));
    const Result<QList<Agent>> read = outcomeOf(fixture.api.list());
    QCOMPARE(fixture.sent(), "GET /agents"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 1);
    QCOMPARE(read->first().title(), u"Clerk"_s);
}

void TestAgentsApi::one()
{
    ApiFixture<AgentsApi> fixture(json(agent));
    const Result<Agent> read = outcomeOf(fixture.api.get(AgentId(u"a/1?"_s)));
    QCOMPARE(fixture.sent(), "GET /agents/a%2F1%3F"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->id, AgentId(u"a1"_s));
}

void TestAgentsApi::creating()
{
    ApiFixture<AgentsApi> fixture(reply(201, agent));
    Agent made;
    made.name = u"clerk"_s;
    made.model = u"agent"_s;
    made.instructions = u"Count."_s;
    made.tools = QStringList(u"calculate"_s);
    const Result<Agent> read = outcomeOf(fixture.api.create(made));
    QCOMPARE(fixture.sent(), "POST /agents/definitions"_ba);
    const QJsonObject expected{{u"name"_s, u"clerk"_s},          {u"model"_s, u"agent"_s},
                               {u"instructions"_s, u"Count."_s}, {u"tools"_s, QJsonObject{{u"names"_s, QJsonArray{u"calculate"_s}}}},
                               {u"scopes"_s, QJsonArray()},      {u"visibility"_s, u"personal"_s}};
    QCOMPARE(fixture.json(), QJsonValue(expected));
    QVERIFY(read.has_value());
    QCOMPARE(read->version, 4);
}

void TestAgentsApi::updating()
{
    ApiFixture<AgentsApi> fixture(json(agent));
    const Agent before = clerk();
    Agent after = before;
    after.displayName.clear();
    after.tools.append(u"current_time"_s);
    const Result<Agent> read = outcomeOf(fixture.api.update(before, after));
    QCOMPARE(fixture.sent(), "PUT /agents/definitions/a1"_ba);
    const QJsonObject tools{{u"names"_s, QJsonArray{u"calculate"_s, u"current_time"_s}}, {u"policy"_s, QJsonObject{{u"max_calls"_s, 3}}}};
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"display_name"_s, QJsonValue()}, {u"tools"_s, tools}}));
    QVERIFY(read.has_value());
}

// HTTP-29: two writers. A server without ETags is asked without a condition.
void TestAgentsApi::anUpdateSaysWhichVersionItSaw()
{
    FaultServer server([](const Received &request) {
        if (request.method == "GET")
            return reply(200, agent, "application/json", {"ETag: \"v4\""});
        return reply(412, R"({"type":"changed","title":"Precondition Failed","status":412,"detail":"It was changed."})",
                     "application/problem+json");
    });
    FixedToken tokens;
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    AgentsApi api(transport);
    const Result<Agent> before = outcomeOf(api.get(AgentId(u"a1"_s)));
    QVERIFY(before.has_value());
    QCOMPARE(before->etag, "\"v4\""_ba);
    Agent after = *before;
    after.model = u"fast"_s;
    const Result<Agent> refused = outcomeOf(api.update(*before, after));
    QCOMPARE(server.received().last().headers.value("if-match"), "\"v4\""_ba);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);

    static_cast<void>(outcomeOf(api.update(clerk(), after)));
    QVERIFY(!server.received().last().headers.contains("if-match"));
}

// The answer is lost, the change is made: a second request with the same ETag would be refused as somebody else's conflict.
void TestAgentsApi::anUpdateDoesNotMeetItself()
{
    ApiFixture<AgentsApi> fixture(reply(503, "{}"));
    Agent before = clerk();
    before.etag = "\"v4\"";
    const Result<Agent> failed = outcomeOf(fixture.api.update(before, before));
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().kind, Error::Kind::Unavailable);
    QCOMPARE(fixture.sent(), "PUT /agents/definitions/a1"_ba);
}

void TestAgentsApi::removing()
{
    ApiFixture<AgentsApi> fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(AgentId(u"a1"_s))).has_value());
    QCOMPARE(fixture.sent(), "DELETE /agents/definitions/a1"_ba);
    QVERIFY(fixture.body().isEmpty());
}

void TestAgentsApi::models()
{
    ApiFixture<AgentsApi> fixture(json(R"({"object":"list","data":[{"id":"fast","owned_by":"gateway","created":1777800000}]})"));
    const Result<AgentModels> read = outcomeOf(fixture.api.models());
    QCOMPARE(fixture.sent(), "GET /agents/models"_ba);
    QVERIFY(read.has_value());
    QVERIFY(read->isAvailable());
    QCOMPARE(read->models.first().id, u"fast"_s);
}

void TestAgentsApi::modelsWithoutTheirGateway()
{
    ApiFixture<AgentsApi> fixture(json(R"({"error":"unreachable","note":"later","common_purposes":["fast","chat"]})"));
    const Result<AgentModels> read = outcomeOf(fixture.api.models());
    QVERIFY(read.has_value());
    QVERIFY(!read->isAvailable());
    QCOMPARE(read->commonPurposes, (QStringList{u"fast"_s, u"chat"_s}));
}

void TestAgentsApi::versions()
{
    {
        ApiFixture<AgentsApi> fixture(json('[' + agent + ']'));
        const Result<QList<Agent>> read = outcomeOf(fixture.api.versions(AgentId(u"a1"_s)));
        QCOMPARE(fixture.sent(), "GET /agents/a1/versions"_ba);
        QVERIFY(read.has_value());
        QCOMPARE(read->first().version, 4);
    }
    ApiFixture<AgentsApi> fixture(json(agent));
    const Result<Agent> read = outcomeOf(fixture.api.version(AgentId(u"a1"_s), 4));
    QCOMPARE(fixture.sent(), "GET /agents/a1/versions/4"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->name, u"clerk"_s);
}

void TestAgentsApi::restoring()
{
    ApiFixture<AgentsApi> fixture(json(agent));
    const Result<Agent> read = outcomeOf(fixture.api.restore(AgentId(u"a1"_s), 2));
    QCOMPARE(fixture.sent(), "POST /agents/a1/versions/2/restore"_ba);
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject()));
    QVERIFY(read.has_value());
}

void TestAgentsApi::anotherShapeIsAProtocolError()
{
    {
        ApiFixture<AgentsApi> fixture(json(R"({"agents":[]})"));
        const Result<QList<Agent>> read = outcomeOf(fixture.api.list());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
    }
    ApiFixture<AgentsApi> fixture(json(R"({"object":"list"})"));
    const Result<AgentModels> read = outcomeOf(fixture.api.models());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
}

void TestAgentsApi::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("unknown tool", 400, R"({"detail":"Unknown tools: abacus"})", Error::Kind::Invalid);
    row("reserved name", 409, R"({"detail":"chat-agent is built in"})", Error::Kind::Conflict);
    row("of an application", 403, R"({"detail":"Application agents stay"})", Error::Kind::Forbidden);
    row("somebody else's", 404, R"({"detail":"Agent not found"})", Error::Kind::NotFound);
}

void TestAgentsApi::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<AgentsApi> fixture(reply(status, body));
    const Result<Agent> refused = outcomeOf(fixture.api.create(clerk()));
    QVERIFY(!refused.has_value());
    QTEST(static_cast<int>(refused.error().kind), "kind");
    QCOMPARE(refused.error().httpStatus, status);
}

QTEST_GUILESS_MAIN(TestAgentsApi)
#include "tst_agentsapi.moc"
