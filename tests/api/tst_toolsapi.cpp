#include "api/apifixture.h"
#include "api/endpoints/toolsapi.h"
#include "wire/json/tooljson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestToolsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void one();
    void creating();
    void updating();
    void removing();
    void aToolInUseNamesItsUsers();
    void testing();
    void testingWithProviders();
    void aTestIsNeverSentTwice();
    void readingAConfiguration();
    void writingAConfiguration();
    void removingAConfiguration();
    void anotherShapeIsAProtocolError();
    void aCustomToolCannotBeTested();
};

namespace {

const QByteArray tool = R"({"id":"t1","name":"stock","description":"Stock","schema":{"a":"string"},"entrypoint":"shop:stock",
                            "scopes":["data:read"],"is_active":true,"is_builtin":false,"version":2,"shelf":4})";
const QByteArray config = R"({"tool_id":"t1","tool_name":"stock","scope":"system","providers":{"p":{"key":"k"}},"settings":{"n":5},
                              "updated_at":"2026-05-01T17:30:12"})";

} // namespace

void TestToolsApi::listing()
{
    ApiFixture<ToolsApi> fixture(json('[' + tool + ']'));
    const Result<QList<Tool>> read = outcomeOf(fixture.api.list());
    QCOMPARE(fixture.sent(), "GET /agents/tools"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 1);
    QCOMPARE(read->first().entrypoint, u"shop:stock"_s);
}

void TestToolsApi::one()
{
    ApiFixture<ToolsApi> fixture(json(tool));
    const Result<Tool> read = outcomeOf(fixture.api.get(ToolId(u"t1"_s)));
    QCOMPARE(fixture.sent(), "GET /agents/tools/t1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->scopes, QStringList(u"data:read"_s));
}

void TestToolsApi::creating()
{
    ApiFixture<ToolsApi> fixture(reply(201, tool));
    Tool made;
    made.name = u"stock"_s;
    made.entrypoint = u"shop:stock"_s;
    made.schema = {{u"a"_s, u"string"_s}};
    const Result<Tool> read = outcomeOf(fixture.api.create(made));
    QCOMPARE(fixture.sent(), "POST /agents/tools"_ba);
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"name"_s, u"stock"_s},
                                                    {u"entrypoint"_s, u"shop:stock"_s},
                                                    {u"schema"_s, QJsonObject{{u"a"_s, u"string"_s}}},
                                                    {u"scopes"_s, QJsonArray()}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, ToolId(u"t1"_s));
}

void TestToolsApi::updating()
{
    ApiFixture<ToolsApi> fixture(json(tool));
    const Tool before = *wire::toolFromJson(*wire::parseJson(tool));
    Tool after = before;
    after.description.clear();
    const Result<Tool> read = outcomeOf(fixture.api.update(before, after));
    QCOMPARE(fixture.sent(), "PUT /agents/tools/t1"_ba);
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"description"_s, QJsonValue()}}));
    QVERIFY(read.has_value());
}

void TestToolsApi::removing()
{
    ApiFixture<ToolsApi> fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(ToolId(u"t1"_s))).has_value());
    QCOMPARE(fixture.sent(), "DELETE /agents/tools/t1"_ba);
}

void TestToolsApi::aToolInUseNamesItsUsers()
{
    ApiFixture<ToolsApi> fixture(
        reply(409, R"({"detail":{"error":"resource_in_use","message":"Used by one agent","agents":[{"id":"a1","name":"clerk"}]}})"));
    const Result<> refused = outcomeOf(fixture.api.remove(ToolId(u"t1"_s)));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QCOMPARE(refused.error().message, u"Used by one agent"_s);
    const QList<ToolUser> users = wire::toolUsers(refused.error());
    QCOMPARE(users.size(), 1);
    QCOMPARE(users.first().id, AgentId(u"a1"_s));
    QCOMPARE(users.first().name, u"clerk"_s);
}

void TestToolsApi::testing()
{
    ApiFixture<ToolsApi> fixture(json(R"({"success":false,"error":"Unknown place","execution_time_ms":31,"tool_name":"stock"})"));
    const Result<ToolTestResult> read = outcomeOf(fixture.api.test(ToolId(u"t1"_s), {{u"place"_s, u"Atlantis"_s}}));
    QCOMPARE(fixture.sent(), "POST /agents/tools/t1/test"_ba);
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"input"_s, QJsonObject{{u"place"_s, u"Atlantis"_s}}}}));
    QVERIFY(read.has_value());
    QVERIFY(!read->success);
    QCOMPARE(read->error, u"Unknown place"_s);
}

void TestToolsApi::testingWithProviders()
{
    ApiFixture<ToolsApi> fixture(json(R"({"success":true,"output":{"n":1}})"));
    const Result<ToolTestResult> read = outcomeOf(fixture.api.test(ToolId(u"t1"_s), {}, {{u"p"_s, QJsonObject{{u"key"_s, u"k"_s}}}}));
    QCOMPARE(fixture.json(), QJsonValue(QJsonObject{{u"input"_s, QJsonObject()},
                                                    {u"providers"_s, QJsonObject{{u"p"_s, QJsonObject{{u"key"_s, u"k"_s}}}}}}));
    QVERIFY(read.has_value());
    QVERIFY(read->success);
}

void TestToolsApi::aTestIsNeverSentTwice()
{
    ApiFixture<ToolsApi> fixture(reply(503, "{}"));
    const Result<ToolTestResult> read = outcomeOf(fixture.api.test(ToolId(u"t1"_s), {}));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Unavailable);
    QCOMPARE(fixture.sent(), "POST /agents/tools/t1/test"_ba);
}

void TestToolsApi::readingAConfiguration()
{
    ApiFixture<ToolsApi> fixture(json(config));
    const Result<ToolConfig> read = outcomeOf(fixture.api.config(ToolId(u"t1"_s), {ToolConfigScope::Agent, AgentId(u"a1"_s)}));
    QCOMPARE(fixture.sent(), "GET /agents/tools/t1/config?scope=agent&agent_id=a1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->scope, OpenEnum(ToolConfigScope::System)); // where it was found
    QCOMPARE(read->settings.value("n"_L1).toInt(), 5);
}

void TestToolsApi::writingAConfiguration()
{
    ApiFixture<ToolsApi> fixture(json(config));
    ToolConfig wanted;
    wanted.settings = {{u"n"_s, 5}};
    const Result<ToolConfig> read = outcomeOf(fixture.api.setConfig(ToolId(u"t1"_s), {}, wanted));
    QCOMPARE(fixture.sent(), "PUT /agents/tools/t1/config"_ba);
    QCOMPARE(fixture.json(),
             QJsonValue(QJsonObject{{u"providers"_s, QJsonObject()}, {u"settings"_s, QJsonObject{{u"n"_s, 5}}}, {u"scope"_s, u"user"_s}}));
    QVERIFY(read.has_value());
    QVERIFY(read->updatedAt.isValid());
}

// Contract 3.3: the path is what the server listens to, and it fails.
void TestToolsApi::removingAConfiguration()
{
    ApiFixture<ToolsApi> fixture(reply(500, "Internal Server Error", "text/plain"));
    const Result<> refused = outcomeOf(fixture.api.removeConfig(ToolId(u"t1"_s), {ToolConfigScope::System, {}}));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, Error::Kind::Server);
    QCOMPARE(fixture.sent(), "DELETE /agents/tools/tools/t1/config?scope=system"_ba);
}

void TestToolsApi::anotherShapeIsAProtocolError()
{
    ApiFixture<ToolsApi> fixture(json("[]"));
    QCOMPARE(outcomeOf(fixture.api.config(ToolId(u"t1"_s), {})).error().kind, Error::Kind::Protocol);
    QCOMPARE(outcomeOf(fixture.api.get(ToolId(u"t1"_s))).error().kind, Error::Kind::Protocol);
    QCOMPARE(outcomeOf(fixture.api.test(ToolId(u"t1"_s), {})).error().kind, Error::Kind::Protocol);
}

void TestToolsApi::aCustomToolCannotBeTested()
{
    ApiFixture<ToolsApi> fixture(reply(400, R"({"detail":"No executor for this tool"})"));
    const Result<ToolTestResult> refused = outcomeOf(fixture.api.test(ToolId(u"t1"_s), {}));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    QCOMPARE(refused.error().message, u"No executor for this tool"_s);
}

QTEST_GUILESS_MAIN(TestToolsApi)
#include "tst_toolsapi.moc"
