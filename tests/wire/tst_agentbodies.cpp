#include "wire/fixture.h"
#include "wire/json/agentjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

// What is sent to make or change an agent, and what only a full description holds (contract 3.1).
class TestAgentBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead();
    void defaultsOfAnOldServer();
    void theSeedsWorkflowKeyIsRead();
    void untouchedIsWrittenBackUnchanged();
    void creationHoldsWhatTheServerTakes();
    void creationOfTheLeast();
    void nothingChangedSendsNothing();
    void onlyChangesAreSent();
    void clearedBecomesNull();
    void changesLaidOverAnAgentGiveTheEditedOne();
    void theNameCannotChange();
    void unknownVisibilityIsNotSentUnlessChanged();
    void modelsOfTheGateway();
    void modelsWithoutTheGateway();
    void badModelsFail_data();
    void badModelsFail();
};

namespace {

Agent application()
{
    const Result<Agent> read = agentFromJson(fixture::json(u"contract/agent_application.json"_s));
    if (!read)
        qFatal("agent: %s", qPrintable(read.error().detail));
    return *read;
}

} // namespace

void TestAgentBodies::everyFieldIsRead()
{
    const Agent agent = application();
    QCOMPARE(agent.workflows.value("mode"_L1).toString(), u"handover"_s);
    QCOMPARE(agent.visibility, OpenEnum(AgentVisibility::Application));
    QCOMPARE(agent.appId, u"accounting"_s);
    QVERIFY(agent.isActive);
    QVERIFY(agent.allowFrontierFallback);
    QCOMPARE(agent.createdBy, UserId(u"7c1e0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(agent.mcpServers.size(), 3);
    QVERIFY(agent.contextCompression.has_value());
    QVERIFY(!agent.contextCompression->enabled);
    QCOMPARE(agent.contextCompression->thresholdChars, 20000);
    QCOMPARE(agent.contextCompression->recentMessages, 8);
    QCOMPARE(agent.contextCompression->maxSummaryChars, 1000);
    QCOMPARE(agent.contextCompression->model, QString());
}

void TestAgentBodies::defaultsOfAnOldServer()
{
    const Result<Agent> agent = agentFromJson(QJsonObject{{u"id"_s, u"a"_s}, {u"name"_s, u"n"_s}});
    QVERIFY(agent.has_value());
    QVERIFY(agent->isActive);
    QVERIFY(!agent->allowFrontierFallback);
    QVERIFY(agent->mcpServers.isEmpty());
    QVERIFY(agent->workflows.isEmpty());
    QVERIFY(!agent->contextCompression);
    QVERIFY(agent->visibility.isUnknown());
}

void TestAgentBodies::theSeedsWorkflowKeyIsRead()
{
    const QJsonObject json{{u"id"_s, u"a"_s}, {u"name"_s, u"n"_s}, {u"workflow"_s, QJsonObject{{u"mode"_s, u"old"_s}}}};
    const Result<Agent> agent = agentFromJson(json);
    QVERIFY(agent.has_value());
    QCOMPARE(agent->workflows.value("mode"_L1).toString(), u"old"_s);
    QVERIFY(!toJson(*agent).contains("workflows"_L1));
}

void TestAgentBodies::untouchedIsWrittenBackUnchanged()
{
    QCOMPARE(toJson(application()), fixture::json(u"contract/agent_application.json"_s).toObject());
}

void TestAgentBodies::creationHoldsWhatTheServerTakes()
{
    const QJsonObject full = fixture::json(u"contract/agent_application.json"_s).toObject();
    QJsonObject expected;
    for (const QLatin1StringView key :
         {"name"_L1, "display_name"_L1, "description"_L1, "model"_L1, "instructions"_L1, "tools"_L1, "workflows"_L1, "scopes"_L1,
          "mcp_servers"_L1, "is_active"_L1, "visibility"_L1, "app_id"_L1, "allow_frontier_fallback"_L1, "context_compression"_L1})
        expected.insert(key, full.value(key));
    QCOMPARE(agentCreation(application()), expected);
}

// Trap (a) of contract 3.1: a POST without visibility takes an application agent away from everybody else.
void TestAgentBodies::creationOfTheLeast()
{
    Agent agent;
    agent.name = u"mine"_s;
    agent.model = u"agent"_s;
    const QJsonObject expected{{u"name"_s, u"mine"_s},         {u"model"_s, u"agent"_s},
                               {u"instructions"_s, QString()}, {u"tools"_s, QJsonObject{{u"names"_s, QJsonArray()}}},
                               {u"scopes"_s, QJsonArray()},    {u"visibility"_s, u"personal"_s}};
    QCOMPARE(agentCreation(agent), expected);
}

void TestAgentBodies::nothingChangedSendsNothing()
{
    QCOMPARE(agentChanges(application(), application()), QJsonObject());
    const QJsonArray agents = fixture::json(u"contract/agents.json"_s).toArray();
    for (const QJsonValue json : agents) {
        const Result<Agent> agent = agentFromJson(json);
        QVERIFY(agent.has_value());
        QCOMPARE(agentChanges(*agent, *agent), QJsonObject());
    }
}

void TestAgentBodies::onlyChangesAreSent()
{
    const Agent before = application();
    Agent after = before;
    after.model = u"frontier"_s;
    after.tools.removeLast();
    after.mcpServers[1].timeoutSeconds = 60;
    after.allowFrontierFallback = false;
    const QJsonObject changes = agentChanges(before, after);
    QCOMPARE(changes.keys(), (QStringList{u"allow_frontier_fallback"_s, u"mcp_servers"_s, u"model"_s, u"tools"_s}));
    QCOMPARE(changes.value("tools"_L1).toObject(),
             (QJsonObject{{u"names"_s, QJsonArray{u"document_search"_s}}, {u"policy"_s, QJsonObject{{u"max_calls"_s, 3}}}}));
    QJsonArray servers = before.raw.value("mcp_servers"_L1).toArray();
    QJsonObject second = servers.at(1).toObject();
    second.insert("timeout_seconds"_L1, 60);
    servers[1] = second;
    QCOMPARE(changes.value("mcp_servers"_L1).toArray(), servers);
    QCOMPARE(changes.value("allow_frontier_fallback"_L1), QJsonValue(false));
}

// Contract 6.2 #27: PUT agent writes null.
void TestAgentBodies::clearedBecomesNull()
{
    const Agent before = application();
    Agent after = before;
    after.displayName.clear();
    after.description.clear();
    after.appId.clear();
    after.workflows = {};
    after.mcpServers.clear();
    after.scopes.clear();
    const QJsonObject expected{{u"display_name"_s, QJsonValue()}, {u"description"_s, QJsonValue()}, {u"app_id"_s, QJsonValue()},
                               {u"workflows"_s, QJsonValue()},    {u"mcp_servers"_s, QJsonValue()}, {u"scopes"_s, QJsonArray()}};
    QCOMPARE(agentChanges(before, after), expected);
}

void TestAgentBodies::changesLaidOverAnAgentGiveTheEditedOne()
{
    Agent before = application();
    before.etag = "\"7\"";
    Agent after = before;
    after.displayName.clear();
    after.instructions = u"Answer in one line."_s;
    after.tools = {u"calculator"_s};
    after.workflows = {};
    after.mcpServers.removeFirst();
    after.isActive = false;
    const Agent laid = agentWith(before, agentChanges(before, after));
    QCOMPARE(toJson(laid), toJson(after));
    QCOMPARE(laid.tools, after.tools);
    QCOMPARE(laid.mcpServers.size(), after.mcpServers.size());
    QCOMPARE(laid.displayName, QString());
    QCOMPARE(laid.id, before.id);
    QCOMPARE(laid.name, before.name);
    QCOMPARE(laid.etag, before.etag);
    QVERIFY(agentChanges(after, laid).isEmpty());
    QVERIFY(agentChanges(before, agentWith(before, {})).isEmpty());
    QCOMPARE(agentWith({}, {{u"description"_s, u"new"_s}}).description, u"new"_s);
}

void TestAgentBodies::theNameCannotChange()
{
    const Agent before = application();
    Agent after = before;
    after.name = u"another"_s;
    after.isBuiltin = false;
    after.version = 99;
    QCOMPARE(agentChanges(before, after), QJsonObject());
}

void TestAgentBodies::unknownVisibilityIsNotSentUnlessChanged()
{
    Agent before = application();
    before.visibility = OpenEnum<AgentVisibility>::fromWire(u"departmental"_s);
    Agent after = before;
    after.description = u"new"_s;
    QCOMPARE(agentChanges(before, after), (QJsonObject{{u"description"_s, u"new"_s}}));
    after.visibility = AgentVisibility::Personal;
    QCOMPARE(agentChanges(before, after).value("visibility"_L1).toString(), u"personal"_s);
}

void TestAgentBodies::modelsOfTheGateway()
{
    const Result<AgentModels> read = agentModelsFromJson(fixture::json(u"contract/agent_models.json"_s).toObject().value("available"_L1));
    QVERIFY(read.has_value());
    QVERIFY(read->isAvailable());
    QCOMPARE(read->models.size(), 3);
    QCOMPARE(read->models.at(0).id, u"fast"_s);
    QCOMPARE(read->models.at(0).ownedBy, u"gateway"_s);
    QCOMPARE(read->models.at(0).createdAt, QDateTime::fromSecsSinceEpoch(1777800000, Qt::UTC));
    QVERIFY(!read->models.at(1).createdAt.isValid());
    QCOMPARE(read->models.at(2).ownedBy, QString());
}

void TestAgentBodies::modelsWithoutTheGateway()
{
    const Result<AgentModels> read =
        agentModelsFromJson(fixture::json(u"contract/agent_models.json"_s).toObject().value("gateway_down"_L1));
    QVERIFY(read.has_value());
    QVERIFY(!read->isAvailable());
    QVERIFY(read->models.isEmpty());
    QCOMPARE(read->error, u"The model gateway cannot be reached"_s);
    QCOMPARE(read->note, u"Purposes keep working"_s);
    QCOMPARE(read->commonPurposes.size(), 4);
}

void TestAgentBodies::badModelsFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("a list") << QByteArray("[]") << u"models: expected an object"_s;
    QTest::newRow("neither data nor error") << QByteArray(R"({"object":"list"})") << u"models.error: missing"_s;
    QTest::newRow("data is no list") << QByteArray(R"({"data":{}})") << u"$: expected a list"_s;
    QTest::newRow("model without id") << QByteArray(R"({"data":[{"id":"a"},{"object":"model"}]})") << u"[1] model.id: missing"_s;
}

void TestAgentBodies::badModelsFail()
{
    QFETCH(QByteArray, json);
    const Result<QJsonValue> value = parseJson(json);
    QVERIFY(value.has_value());
    const Result<AgentModels> read = agentModelsFromJson(*value);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
}

QTEST_APPLESS_MAIN(TestAgentBodies)
#include "tst_agentbodies.moc"
