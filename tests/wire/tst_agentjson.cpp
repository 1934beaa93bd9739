#include "wire/fixture.h"
#include "wire/json/agentjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestAgentJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheContractsAgent();
    void nullsAreEmpty();
    void unknownVisibilityIsNoFailure();
    void untouchedAgentIsWrittenBackUnchanged();
    void editChangesOnlyItsFields();
    void unknownEnumSurvivesAnEdit();
    void newAgentHasWhatTheServerNeeds();
    void bareToolListIsRead();
    void badAgentsFail_data();
    void badAgentsFail();

private:
    QJsonArray m_agents;
};

void TestAgentJson::initTestCase()
{
    m_agents = fixture::json(u"contract/agents.json"_s).toArray();
    QCOMPARE(m_agents.size(), 3);
}

void TestAgentJson::readsTheContractsAgent()
{
    const Result<Agent> agent = agentFromJson(m_agents.at(0));
    QVERIFY(agent.has_value());
    QCOMPARE(agent->id, AgentId(u"34f0bba5-764f-5029-ae87-49cc177e6ee5"_s));
    QCOMPARE(agent->name, u"chat-agent"_s);
    QCOMPARE(agent->displayName, u"Chat Assistant"_s);
    QCOMPARE(agent->description, u"General purpose assistant"_s);
    QCOMPARE(agent->model, u"chat"_s);
    QCOMPARE(agent->instructions, u"You are a helpful assistant."_s);
    QCOMPARE(agent->tools, (QStringList{u"web_search"_s, u"document_search"_s, u"get_weather"_s}));
    QCOMPARE(agent->visibility, AgentVisibility::Builtin);
    QVERIFY(agent->isBuiltin);
    QCOMPARE(agent->version, 1);
    QCOMPARE(agent->createdAt, QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3, 120), Qt::UTC));
    QCOMPARE(agent->updatedAt, agent->createdAt);
}

void TestAgentJson::nullsAreEmpty()
{
    const Result<Agent> agent = agentFromJson(m_agents.at(1));
    QVERIFY(agent.has_value());
    QCOMPARE(agent->displayName, QString());
    QCOMPARE(agent->title(), u"contract-summariser"_s);
    QCOMPARE(agent->scopes, QStringList(u"search:read"_s));
    QCOMPARE(agent->visibility, AgentVisibility::Personal);
    QVERIFY(!agent->isBuiltin);
}

void TestAgentJson::unknownVisibilityIsNoFailure()
{
    const Result<Agent> agent = agentFromJson(m_agents.at(2));
    QVERIFY(agent.has_value());
    QCOMPARE(agent->visibility, OpenEnum<AgentVisibility>::fromWire(u"departmental"_s));
    QCOMPARE(agent->tools, QStringList());
}

void TestAgentJson::untouchedAgentIsWrittenBackUnchanged()
{
    for (const QJsonValue json : std::as_const(m_agents)) {
        const Result<Agent> agent = agentFromJson(json);
        QVERIFY(agent.has_value());
        QCOMPARE(toJson(*agent), json.toObject());
    }
}

void TestAgentJson::editChangesOnlyItsFields()
{
    Result<Agent> agent = agentFromJson(m_agents.at(1));
    QVERIFY(agent.has_value());
    agent->displayName = u"Summariser"_s;
    agent->tools.append(u"web_search"_s);
    agent->scopes.clear();
    QJsonObject expected = m_agents.at(1).toObject();
    expected.insert("display_name"_L1, u"Summariser"_s);
    expected.insert("tools"_L1, QJsonObject{{u"names"_s, QJsonArray{u"document_search"_s, u"web_search"_s}},
                                            {u"policy"_s, QJsonObject{{u"max_calls"_s, 3}}}});
    expected.insert("scopes"_L1, QJsonArray());
    QCOMPARE(toJson(*agent), expected);
}

void TestAgentJson::unknownEnumSurvivesAnEdit()
{
    Result<Agent> agent = agentFromJson(m_agents.at(2));
    QVERIFY(agent.has_value());
    agent->model = u"frontier"_s;
    const QJsonObject json = toJson(*agent);
    QCOMPARE(json.value("visibility"_L1).toString(), u"departmental"_s);
    QCOMPARE(json.value("model"_L1).toString(), u"frontier"_s);
}

// Contract 3.1, AgentCreate: name, model and instructions are required, tools is an object.
void TestAgentJson::newAgentHasWhatTheServerNeeds()
{
    Agent agent;
    agent.name = u"mine"_s;
    agent.model = u"agent"_s;
    agent.tools = QStringList{u"calculate"_s};
    agent.visibility = AgentVisibility::Personal;
    const QJsonObject json = toJson(agent);
    QVERIFY(!json.contains("id"_L1));
    QCOMPARE(json.value("name"_L1).toString(), u"mine"_s);
    QVERIFY(json.value("instructions"_L1).isString());
    QVERIFY(json.value("display_name"_L1).isNull());
    QCOMPARE(json.value("tools"_L1).toObject().value("names"_L1).toArray(), QJsonArray{u"calculate"_s});
    QCOMPARE(json.value("scopes"_L1).toArray(), QJsonArray());
    QVERIFY(json.value("scopes"_L1).isArray());
    QCOMPARE(json.value("visibility"_L1).toString(), u"personal"_s);
    QVERIFY(!json.contains("created_at"_L1));
}

void TestAgentJson::bareToolListIsRead()
{
    QJsonObject json = m_agents.at(1).toObject();
    json.insert("tools"_L1, QJsonArray{u"a"_s, 1, u"b"_s});
    const Result<Agent> agent = agentFromJson(json);
    QVERIFY(agent.has_value());
    QCOMPARE(agent->tools, (QStringList{u"a"_s, u"b"_s}));
}

void TestAgentJson::badAgentsFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QByteArray("[]") << u"agent: expected an object"_s;
    QTest::newRow("null") << QByteArray("null") << u"agent: expected an object"_s;
    QTest::newRow("no id") << QByteArray(R"({"name":"a"})") << u"agent.id: missing"_s;
    QTest::newRow("id is a number") << QByteArray(R"({"id":5,"name":"a"})") << u"agent.id: expected a string"_s;
    QTest::newRow("empty id") << QByteArray(R"({"id":"","name":"a"})") << u"agent.id: empty"_s;
    QTest::newRow("no name") << QByteArray(R"({"id":"x"})") << u"agent.name: missing"_s;
}

void TestAgentJson::badAgentsFail()
{
    QFETCH(QByteArray, json);
    const Result<QJsonValue> value = parseJson(json);
    QVERIFY(value.has_value());
    const Result<Agent> agent = agentFromJson(*value);
    QVERIFY(!agent.has_value());
    QCOMPARE(agent.error().kind, Error::Kind::Protocol);
    QTEST(agent.error().detail, "detail");
}

QTEST_APPLESS_MAIN(TestAgentJson)
#include "tst_agentjson.moc"
