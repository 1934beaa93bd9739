#include "wire/fixture.h"
#include "wire/json/tooljson.h"
#include "wire/problem.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestToolJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtinIsRead();
    void customIsRead();
    void untouchedIsWrittenBackUnchanged();
    void creationHoldsWhatTheServerTakes();
    void creationOfTheLeast();
    void onlyChangesAreSent();
    void whatAToolStartsIsSent();
    void badToolsFail_data();
    void badToolsFail();
    void aGoodTest();
    void aFailedTestIsAResult();
    void freeTestOutputIsKept();
    void configurationIsRead();
    void nothingConfigured();
    void unknownScopeIsKept();
    void configurationIsSentWhole();
    void noObjectIsNoAnswer();
    void whoUsesAToolIsToldByTheRefusal();
};

namespace {

Tool tool(int index)
{
    const Result<Tool> read = toolFromJson(fixture::json(u"contract/tools.json"_s).toArray().at(index));
    if (!read)
        qFatal("tool: %s", qPrintable(read.error().detail));
    return *read;
}

QJsonValue testAnswer(QLatin1StringView name)
{
    return fixture::json(u"contract/tool_tests.json"_s).toObject().value(name);
}

QJsonValue configAnswer(QLatin1StringView name)
{
    return fixture::json(u"contract/tool_configs.json"_s).toObject().value(name);
}

} // namespace

void TestToolJson::builtinIsRead()
{
    const Tool read = tool(0);
    QCOMPARE(read.id, ToolId(u"7b8bc0a1-51ef-5166-b008-ce785f841be9"_s));
    QCOMPARE(read.name, u"get_weather"_s);
    QCOMPARE(read.description, u"Weather of a place"_s);
    QCOMPARE(read.inputSchema().value("required"_L1).toArray(), QJsonArray{u"location"_s});
    QCOMPARE(read.entrypoint, u"app.tools.weather:get_weather"_s);
    QVERIFY(read.isActive && read.isBuiltin);
    QVERIFY(read.createdBy.isEmpty());
    QCOMPARE(read.version, 1);
    QCOMPARE(read.createdAt, QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3, 120), Qt::UTC));
}

void TestToolJson::customIsRead()
{
    const Tool read = tool(1);
    QCOMPARE(read.description, QString());
    QCOMPARE(read.schema.value("warehouse"_L1).toString(), u"string"_s);
    QVERIFY(read.inputSchema().isEmpty());
    QCOMPARE(read.scopes, QStringList(u"data:read"_s));
    QVERIFY(!read.isBuiltin);
    QCOMPARE(read.updatedAt, QDateTime(QDate(2026, 5, 1), QTime(17, 30, 12), Qt::UTC));
}

void TestToolJson::untouchedIsWrittenBackUnchanged()
{
    const QJsonArray tools = fixture::json(u"contract/tools.json"_s).toArray();
    QCOMPARE(toJson(tool(0)), tools.at(0).toObject());
    QCOMPARE(toJson(tool(1)), tools.at(1).toObject());
}

void TestToolJson::creationHoldsWhatTheServerTakes()
{
    const QJsonObject expected{{u"name"_s, u"stock_level"_s},
                               {u"schema"_s, QJsonObject{{u"warehouse"_s, u"string"_s}}},
                               {u"entrypoint"_s, u"shop.stock:level"_s},
                               {u"scopes"_s, QJsonArray{u"data:read"_s}},
                               {u"is_active"_s, true}};
    QCOMPARE(toolCreation(tool(1)), expected);
}

void TestToolJson::creationOfTheLeast()
{
    Tool made;
    made.name = u"echo"_s;
    made.entrypoint = u"tools.echo:run"_s;
    const QJsonObject expected{
        {u"name"_s, u"echo"_s}, {u"entrypoint"_s, u"tools.echo:run"_s}, {u"schema"_s, QJsonObject()}, {u"scopes"_s, QJsonArray()}};
    QCOMPARE(toolCreation(made), expected);
}

void TestToolJson::onlyChangesAreSent()
{
    const Tool before = tool(1);
    QCOMPARE(toolChanges(before, before), QJsonObject());
    Tool after = before;
    after.name = u"stock"_s;
    after.schema.insert("unit"_L1, u"string"_s);
    after.version = 9;
    QCOMPARE(toolChanges(before, after),
             (QJsonObject{{u"name"_s, u"stock"_s}, {u"schema"_s, QJsonObject{{u"warehouse"_s, u"string"_s}, {u"unit"_s, u"string"_s}}}}));
    QCOMPARE(toJson(after).value("shelf"_L1), before.raw.value("shelf"_L1));

    const Tool described = tool(0);
    Tool cleared = described;
    cleared.description.clear();
    cleared.isActive = false;
    QCOMPARE(toolChanges(described, cleared), (QJsonObject{{u"description"_s, QJsonValue()}, {u"is_active"_s, false}}));
}

// The local server's tools start a program, which an edit may change.
void TestToolJson::whatAToolStartsIsSent()
{
    Tool before = tool(1);
    before.raw.insert("mcp_server"_L1, QJsonObject{{u"command"_s, u"old"_s}});
    before.raw.insert("mcp_tool"_L1, u"ask"_s);
    Tool after = before;
    after.raw.insert("mcp_server"_L1, QJsonObject{{u"command"_s, u"new"_s}});
    after.raw.remove("mcp_tool"_L1);
    QCOMPARE(toolChanges(before, before), QJsonObject());
    QCOMPARE(toolChanges(before, after),
             (QJsonObject{{u"mcp_server"_s, QJsonObject{{u"command"_s, u"new"_s}}}, {u"mcp_tool"_s, QJsonValue()}}));
    QCOMPARE(toolCreation(before).value("mcp_server"_L1), before.raw.value("mcp_server"_L1));
    QCOMPARE(toolCreation(before).value("mcp_tool"_L1), QJsonValue(u"ask"_s));
}

void TestToolJson::badToolsFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QByteArray("[]") << u"tool: expected an object"_s;
    QTest::newRow("no id") << QByteArray(R"({"name":"t"})") << u"tool.id: missing"_s;
    QTest::newRow("empty id") << QByteArray(R"({"id":"","name":"t"})") << u"tool.id: empty"_s;
    QTest::newRow("name is null") << QByteArray(R"({"id":"t","name":null})") << u"tool.name: expected a string"_s;
}

void TestToolJson::badToolsFail()
{
    QFETCH(QByteArray, json);
    const Result<QJsonValue> value = parseJson(json);
    QVERIFY(value.has_value());
    const Result<Tool> read = toolFromJson(*value);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
}

void TestToolJson::aGoodTest()
{
    const Result<ToolTestResult> read = toolTestResultFromJson(testAnswer("good"_L1));
    QVERIFY(read.has_value());
    QVERIFY(read->success);
    QCOMPARE(read->output.toObject().value("conditions"_L1).toString(), u"rain"_s);
    QCOMPARE(read->executionMs, 840);
    QCOMPARE(read->toolName, u"get_weather"_s);
    QCOMPARE(read->inputUsed.value("location"_L1).toString(), u"Bremen"_s);
    QCOMPARE(read->providersUsed, QJsonArray{u"open-meteo"_s});
}

void TestToolJson::aFailedTestIsAResult()
{
    const Result<ToolTestResult> read = toolTestResultFromJson(testAnswer("failed"_L1));
    QVERIFY(read.has_value());
    QVERIFY(!read->success);
    QVERIFY(read->output.isNull());
    QCOMPARE(read->error, u"Unknown place"_s);
    QVERIFY(read->providersUsed.isEmpty());
}

void TestToolJson::freeTestOutputIsKept()
{
    const Result<ToolTestResult> read = toolTestResultFromJson(testAnswer("free_output"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->output, QJsonValue(QJsonArray{u"a"_s, 1, QJsonValue()}));
    QCOMPARE(read->executionMs, -1);
}

void TestToolJson::configurationIsRead()
{
    const Result<ToolConfig> read = toolConfigFromJson(configAnswer("stored"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->toolId, ToolId(u"86b5b33f-046a-56e2-81b2-089fc12de4e6"_s));
    QCOMPARE(read->toolName, u"web_search"_s);
    QCOMPARE(read->scope, OpenEnum(ToolConfigScope::System));
    QCOMPARE(read->providers.value("tavily"_L1).toObject().value("api_key"_L1).toString(), u"t-123"_s);
    QCOMPARE(read->settings, (QJsonObject{{u"max_results"_s, 5}}));
    QCOMPARE(read->updatedAt, QDateTime(QDate(2026, 5, 1), QTime(17, 30, 12), Qt::UTC));
}

void TestToolJson::nothingConfigured()
{
    const Result<ToolConfig> read = toolConfigFromJson(configAnswer("nothing"_L1));
    QVERIFY(read.has_value());
    QVERIFY(read->providers.isEmpty() && read->settings.isEmpty());
    QVERIFY(!read->updatedAt.isValid());
}

void TestToolJson::unknownScopeIsKept()
{
    const Result<ToolConfig> read = toolConfigFromJson(configAnswer("later_server"_L1));
    QVERIFY(read.has_value());
    QVERIFY(read->scope.isUnknown());
    QCOMPARE(read->scope.wire(), u"team"_s);
}

void TestToolJson::configurationIsSentWhole()
{
    ToolConfig config;
    config.settings.insert("max_results"_L1, 3);
    QCOMPARE(toolConfigBody(config, {}),
             (QJsonObject{{u"providers"_s, QJsonObject()}, {u"settings"_s, QJsonObject{{u"max_results"_s, 3}}}, {u"scope"_s, u"user"_s}}));
    const QJsonObject forAgent = toolConfigBody({}, {ToolConfigScope::Agent, AgentId(u"a1"_s)});
    QCOMPARE(forAgent.value("scope"_L1).toString(), u"agent"_s);
    QCOMPARE(forAgent.value("agent_id"_L1).toString(), u"a1"_s);
}

void TestToolJson::noObjectIsNoAnswer()
{
    QCOMPARE(toolTestResultFromJson(QJsonArray()).error().detail, u"tool test: expected an object"_s);
    QCOMPARE(toolConfigFromJson(QJsonValue()).error().detail, u"tool configuration: expected an object"_s);
}

void TestToolJson::whoUsesAToolIsToldByTheRefusal()
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.fields = parseProblem(R"({"detail":{"error":"resource_in_use","message":"In use",
                                    "agents":[{"id":"a1","name":"table"},{"id":"a2","name":"stock.clerk"}]}})",
                                "application/json")
                       .fields;
    const QList<ToolUser> users = toolUsers(error);
    QCOMPARE(users.size(), 2);
    QCOMPARE(users.at(0).id, AgentId(u"a1"_s));
    QCOMPARE(users.at(0).name, u"table"_s);
    QCOMPARE(users.at(1).name, u"stock.clerk"_s);

    error.kind = Error::Kind::Invalid;
    QVERIFY(toolUsers(error).isEmpty());
    QVERIFY(toolUsers(Error()).isEmpty());
}

QTEST_APPLESS_MAIN(TestToolJson)
#include "tst_tooljson.moc"
