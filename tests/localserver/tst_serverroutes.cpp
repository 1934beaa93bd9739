// Every endpoint that is not a stream: what it answers, and what it refuses.
#include "server_client.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace desk::test;

class TestServerRoutes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void agentsAreListedAndRead();
    void customAgentsAreMadeChangedAndDeleted();
    void badAgentsAreRefused();
    void toolsAndModels();
    void CH_50_aToolIsRunOnItsOwn();
    void CH_50_aTestThatCannotBeIsRefusedInWords();
    void providersAreCheckedAndKeptWithoutKeys();
    void providersOfOneProcessAreNobodyElses();
    void chatSettingsKeepWhatIsNotSent();
    void workflows();
    void conversations();
    void conversationErrors();
    void messagesAddedByAClient();
    void CH_64_aMessageIsDeletedWithTheFilesNothingElseHas();
    void D_42_hiddenMessagesAreNotInTheHistory();
    void titlesComeFromTheFirstQuestion();
    void chatRefusesBadRequests();
    void CH_28_optionsOfAQuestionReachTheTurn();
    void CH_25_theConfiguredModelsAreOfferedToAChat();
    void CH_26_theSearchOfDocumentsIsOfferedAndReachesTheTurn();
    void CA_20_anAgentOfOnesOwnHasItsOwnToolsOnly();
    void CH_70_modelAndTokensStayWithTheAnswer();
    void runsAreFilteredAndPaged();
    void etagsAndPreconditions();
    void anIdempotencyKeyIsHonoured();
    void aChatKeyAttachesToTheSameRun();
    void aLockedDatabaseIsSaidAndPasses();

private:
    Answer ask(const QString &prompt, const QJsonObject &more = {}, const Headers &headers = {});
    QTemporaryDir m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
    std::unique_ptr<ServerClient> m_client;
};

void TestServerRoutes::initTestCase()
{
    m_server = std::make_unique<LocalServerProcess>(m_dir.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(m_server->start());
    m_client = std::make_unique<ServerClient>(*m_server);
}

// The whole turn; json is the first event's data.
Answer TestServerRoutes::ask(const QString &prompt, const QJsonObject &more, const Headers &headers)
{
    EventReader stream(*m_server, "POST", u"/chat/message/stream/agentic"_s, chatBody(prompt, more), headers);
    Answer answer;
    if (!stream.waitForEnd())
        return answer;
    answer.status = stream.status();
    answer.body = stream.body();
    answer.json = stream.first("run_created");
    return answer;
}

void TestServerRoutes::agentsAreListedAndRead()
{
    const Answer list = m_client->get(u"/agents"_s);
    QCOMPARE(list.status, 200);
    const QJsonObject agent = list.json.toArray().at(0).toObject();
    QCOMPARE(agent.value("name"_L1).toString(), u"dispatcher"_s);
    QCOMPARE(agent.value("visibility"_L1).toString(), u"builtin"_s);
    QCOMPARE(m_client->get(u"/agents/"_s + agent.value("id"_L1).toString()).object(), agent);
    QCOMPARE(m_client->get(u"/agents/none"_s).status, 404);
}

void TestServerRoutes::customAgentsAreMadeChangedAndDeleted()
{
    const QJsonObject definition{{"name"_L1, u"helper"_s},
                                 {"model"_L1, u"m"_s},
                                 {"instructions"_L1, u"Help."_s},
                                 {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"calculate"_s}}}},
                                 {"unknown_member"_L1, 7}};
    const Answer created = m_client->post(u"/agents/definitions"_s, definition);
    QCOMPARE(created.status, 201);
    QCOMPARE(created.object().value("version"_L1).toInt(), 1);
    QCOMPARE(created.text("visibility"_L1), u"personal"_s);
    const QString path = u"/agents/definitions/"_s + created.text("id"_L1);
    const Answer changed = m_client->send("PUT", path, QJsonObject{{"description"_L1, u"new"_s}, {"name"_L1, u"ignored"_s}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.object().value("version"_L1).toInt(), 2);
    QCOMPARE(changed.text("description"_L1), u"new"_s);
    QCOMPARE(changed.text("name"_L1), u"helper"_s);
    QCOMPARE(changed.text("instructions"_L1), u"Help."_s);
    QCOMPARE(changed.object().value("unknown_member"_L1).toInt(), 7);
    QCOMPARE(m_client->post(u"/agents/definitions"_s, definition).object().value("version"_L1).toInt(), 3); // the same name: the same agent
    QCOMPARE(m_client->get(u"/agents"_s).json.toArray().size(), 2);
    QCOMPARE(m_client->send("DELETE", path).status, 204);
    QCOMPARE(m_client->send("DELETE", path).status, 404);
    QCOMPARE(m_client->post(u"/agents/definitions"_s, definition).status, 201); // the name is free again
    QCOMPARE(m_client->send("DELETE", u"/agents/definitions/"_s + m_client->get(u"/agents/helper"_s).text("id"_L1)).status, 204);
}

void TestServerRoutes::badAgentsAreRefused()
{
    const QJsonObject good{{"name"_L1, u"x"_s}, {"model"_L1, u"m"_s}, {"instructions"_L1, u"i"_s}};
    QJsonObject bad = good;
    bad.remove("instructions"_L1);
    QCOMPARE(m_client->post(u"/agents/definitions"_s, bad).status, 422);
    bad = good;
    bad.insert("name"_L1, u"dispatcher"_s);
    QCOMPARE(m_client->post(u"/agents/definitions"_s, bad).status, 409);
    bad = good;
    bad.insert("tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"rm_rf"_s}}});
    const Answer unknownTool = m_client->post(u"/agents/definitions"_s, bad);
    QCOMPARE(unknownTool.status, 400);
    QVERIFY(unknownTool.text("detail"_L1).contains(u"rm_rf"_s));
    const QString builtin = m_client->get(u"/agents/dispatcher"_s).text("id"_L1);
    QCOMPARE(m_client->send("PUT", u"/agents/definitions/"_s + builtin, good).status, 403);
    QCOMPARE(m_client->send("DELETE", u"/agents/definitions/"_s + builtin).status, 403);
    QCOMPARE(m_client->send("PUT", u"/agents/definitions/none"_s, good).status, 404);
}

void TestServerRoutes::CH_28_optionsOfAQuestionReachTheTurn()
{
    QVERIFY(ask(u"options"_s).body.contains("-1 -1 all"));
    const Answer told =
        ask(u"options"_s, {{"temperature"_L1, 0.2}, {"max_tokens"_L1, 500}, {"enabled_tools"_L1, QJsonArray{u"calculate"_s}}});
    QVERIFY(told.body.contains("0.2 500 calculate"));
    const QList<QJsonObject> wrong{{{"temperature"_L1, 3}}, {{"max_tokens"_L1, 0}}, {{"enabled_tools"_L1, u"all"_s}}, {{"model"_L1, 7}}};
    for (QJsonObject body : wrong) {
        body.insert("message"_L1, u"options"_s);
        QCOMPARE(m_client->post(u"/chat/message/stream/agentic"_s, body).status, 422);
    }
    // null leaves a setting as it is (contract 3.10)
    QCOMPARE(m_client->send("PUT", u"/users/me/chat-settings"_s, QJsonObject{{"temperature"_L1, QJsonValue::Null}}).status, 200);
    QVERIFY(m_client->get(u"/users/me/chat-settings"_s).object().value("temperature"_L1).isDouble());
}

void TestServerRoutes::CH_25_theConfiguredModelsAreOfferedToAChat()
{
    const QJsonObject provider{{"name"_L1, u"ollama"_s},
                               {"base_url"_L1, u"http://127.0.0.1:9/v1"_s},
                               {"models"_L1, QJsonArray{u"small"_s, u"large"_s}},
                               {"needs_key"_L1, false}};
    const QJsonValue before = m_client->get(u"/settings/providers"_s).json;
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, QJsonArray{provider}).status, 200);
    const QJsonArray models = m_client->get(u"/chat/models"_s).object().value("models"_L1).toArray();
    QCOMPARE(models.size(), 2);
    QCOMPARE(models.at(1).toObject().value("id"_L1).toString(), u"large"_s);
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, before).status, 200);
}

void TestServerRoutes::CH_26_theSearchOfDocumentsIsOfferedAndReachesTheTurn()
{
    const QJsonArray features = m_client->get(u"/capabilities"_s).object().value("features"_L1).toArray();
    QVERIFY(features.contains(u"chat_document_search"_s));
    QVERIFY(!features.contains(u"chat_web_search"_s)); // nobody provides one
    QVERIFY(ask(u"documents"_s).body.contains("unsaid"));
    QVERIFY(ask(u"documents"_s, {{"enable_doc_search"_L1, true}}).body.contains("searched"));
    QVERIFY(ask(u"documents"_s, {{"enable_doc_search"_L1, false}}).body.contains("spared"));
    const QJsonObject wrong{{"message"_L1, u"documents"_s}, {"enable_doc_search"_L1, u"yes"_s}};
    QCOMPARE(m_client->post(u"/chat/message/stream/agentic"_s, wrong).status, 422);
}

void TestServerRoutes::CA_20_anAgentOfOnesOwnHasItsOwnToolsOnly()
{
    QJsonObject definition{{"name"_L1, u"bare"_s}, {"model"_L1, u"m"_s}, {"instructions"_L1, u"i"_s}};
    const QString bare = m_client->post(u"/agents/definitions"_s, definition).text("id"_L1);
    definition.insert("name"_L1, u"counting"_s);
    definition.insert("tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"calculate"_s}}});
    const QString counting = m_client->post(u"/agents/definitions"_s, definition).text("id"_L1);
    QVERIFY(ask(u"options"_s, {{"selected_agents"_L1, QJsonArray{u"counting"_s}}}).body.contains("-1 -1 calculate"));
    QVERIFY(!ask(u"options"_s, {{"selected_agents"_L1, QJsonArray{u"bare"_s}}}).body.contains("-1 -1 all"));
    // What the person took away is not given back.
    const QJsonObject none{{"selected_agents"_L1, QJsonArray{u"counting"_s}}, {"enabled_tools"_L1, QJsonArray()}};
    QVERIFY(!ask(u"options"_s, none).body.contains("calculate"));
    QVERIFY(ask(u"options"_s, {{"selected_agents"_L1, QJsonArray{u"dispatcher"_s}}}).body.contains("-1 -1 all"));
    for (const QString &id : {bare, counting})
        QCOMPARE(m_client->send("DELETE", u"/agents/definitions/"_s + id).status, 204);
}

void TestServerRoutes::CH_70_modelAndTokensStayWithTheAnswer()
{
    EventReader stream(*m_server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"facts;text 2 0"_s));
    QVERIFY(stream.waitForEnd());
    const QJsonObject ended = stream.first("message_complete");
    const QString conversation = ended.value("conversation_id"_L1).toString();
    const QJsonObject list = m_client->get(u"/conversations/%1/messages"_s.arg(conversation)).object();
    const QJsonObject kept = list.value("messages"_L1).toArray().at(1).toObject().value("metadata"_L1).toObject();
    for (const QJsonObject &told : {ended, kept}) {
        QCOMPARE(told.value("model"_L1).toString(), u"small"_s);
        QCOMPARE(told.value("usage"_L1).toObject().value("prompt_tokens"_L1).toInt(), 30);
        QCOMPARE(told.value("usage"_L1).toObject().value("completion_tokens"_L1).toInt(), 12);
        QCOMPARE(told.value("writing_ms"_L1).toInt(), 400);
    }
    // without a model nothing is made up
    EventReader plain(*m_server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"text 2 0"_s));
    QVERIFY(plain.waitForEnd());
    QVERIFY(!plain.first("message_complete").contains("model"_L1) && !plain.first("message_complete").contains("usage"_L1));
}

void TestServerRoutes::toolsAndModels()
{
    const Answer tools = m_client->get(u"/agents/tools"_s);
    QCOMPARE(tools.status, 200);
    QCOMPARE(tools.json.toArray().at(0).toObject().value("name"_L1).toString(), u"calculate"_s);
    QVERIFY(tools.json.toArray().at(0).toObject().value("schema"_L1).isObject());
    const Answer models = m_client->get(u"/agents/models"_s);
    QCOMPARE(models.text("object"_L1), u"list"_s);
    QVERIFY(models.object().value("data"_L1).isArray());
}

void TestServerRoutes::CH_50_aToolIsRunOnItsOwn()
{
    const QString path = u"/agents/tools/%1/test"_s.arg(m_client->get(u"/agents/tools"_s).json.toArray().at(0)["id"_L1].toString());
    const QJsonObject input{{"expression"_L1, u"6*7"_s}};
    const Answer good = m_client->post(path, QJsonObject{{"input"_L1, input}});
    QCOMPARE(good.status, 200);
    QCOMPARE(good.object().value("success"_L1), QJsonValue(true));
    QCOMPARE(good.object().value("output"_L1)["result"_L1].toString(), u"42"_s);
    QVERIFY(good.object().value("error"_L1).isNull());
    QVERIFY(good.object().value("execution_time_ms"_L1).toInt(-1) >= 0);
    QCOMPARE(good.text("tool_name"_L1), u"calculate"_s);
    QCOMPARE(good.object().value("input_used"_L1).toObject(), input);
    for (const QJsonObject &wrong : {QJsonObject{}, QJsonObject{{"expression"_L1, u"1/"_s}}, QJsonObject{{"expression"_L1, 7}},
                                     QJsonObject{{"expression"_L1, QString(100'000, u'(')}}}) {
        const Answer failed = m_client->post(path, QJsonObject{{"input"_L1, wrong}});
        QCOMPARE(failed.status, 200); // of the tool, not of the request
        QCOMPARE(failed.object().value("success"_L1), QJsonValue(false));
        QVERIFY(!failed.text("error"_L1).isEmpty());
        QVERIFY(failed.object().value("output"_L1).isNull());
    }
}

void TestServerRoutes::CH_50_aTestThatCannotBeIsRefusedInWords()
{
    const QJsonObject body{{"input"_L1, QJsonObject{}}};
    QCOMPARE(m_client->post(u"/agents/tools/none/test"_s, body).status, 404);
    const QString path = u"/agents/tools/%1/test"_s.arg(m_client->get(u"/agents/tools"_s).json.toArray().at(0)["id"_L1].toString());
    for (const QJsonValue &wrong : {QJsonValue(QJsonObject{}), QJsonValue(QJsonObject{{"input"_L1, u"6*7"_s}}), QJsonValue(QJsonArray{})}) {
        const Answer refused = m_client->post(path, wrong);
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.text("detail"_L1).contains(u"\"input\""_s));
    }
    LocalServerProcess server(m_dir.filePath(u"real"_s)); // with the real tools
    QVERIFY(server.start());
    ServerClient client(server);
    int readers = 0;
    for (const QJsonValue &tool : client.get(u"/agents/tools"_s).json.toArray()) {
        const QString name = tool["name"_L1].toString();
        const Answer tested = client.post(u"/agents/tools/%1/test"_s.arg(tool["id"_L1].toString()), body);
        QCOMPARE(tested.status, 200);
        QCOMPARE(tested.text("tool_name"_L1), name);
        QCOMPARE(tested.object().value("success"_L1).toBool(), name == "current_time"_L1);
        if (tested.text("error"_L1).contains(u"files of a conversation"_s))
            ++readers;
    }
    QCOMPARE(readers, 3);
}

void TestServerRoutes::providersAreCheckedAndKeptWithoutKeys()
{
    const QJsonObject provider{{"name"_L1, u"ollama"_s},
                               {"base_url"_L1, u"http://127.0.0.1:9/v1"_s},
                               {"models"_L1, QJsonArray{u"small"_s}},
                               {"needs_key"_L1, false},
                               {"key"_L1, u"must-not-be-kept"_s}};
    const Answer saved = m_client->send("PUT", u"/settings/providers"_s, QJsonArray{provider});
    QCOMPARE(saved.status, 200);
    QVERIFY(!saved.body.contains("must-not-be-kept"));
    QCOMPARE(m_client->get(u"/settings/providers"_s).json, saved.json);
    QCOMPARE(m_client->get(u"/agents/models"_s).object().value("data"_L1).toArray().at(0).toObject().value("id"_L1).toString(), u"small"_s);
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, QJsonArray{provider, provider}).status, 422);
    QJsonObject bad = provider;
    bad.insert("base_url"_L1, u"file:///etc/passwd"_s);
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, QJsonArray{bad}).status, 422);
    bad.insert("base_url"_L1, u"https://user:pw@host/v1"_s);
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, QJsonArray{bad}).status, 422);
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, QJsonObject{}).status, 422);
    QCOMPARE(m_client->send("PUT", u"/settings/providers"_s, QJsonArray{}).status, 200);
    QCOMPARE(m_client->get(u"/settings/providers"_s).body, QByteArray("[]"));
}

void TestServerRoutes::providersOfOneProcessAreNobodyElses()
{
    const QString stored = u"/settings/providers"_s;
    const QString own = u"/settings/providers?scope=process"_s;
    const auto listOf = [](const QString &model) {
        return QJsonArray{QJsonObject{{"name"_L1, u"custom"_s},
                                      {"base_url"_L1, u"http://127.0.0.1:9/v1"_s},
                                      {"models"_L1, QJsonArray{model}},
                                      {"needs_key"_L1, false}}};
    };
    const auto model = [](ServerClient &client) {
        return client.get(u"/agents/models"_s).object().value("data"_L1).toArray().at(0).toObject().value("id"_L1).toString();
    };
    LocalServerProcess second(m_server->dataFolder(), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(second.start());
    ServerClient other(second);
    QCOMPARE(m_client->send("PUT", stored, listOf(u"everybodys"_s)).status, 200);
    QCOMPARE(m_client->get(own).json, QJsonValue(listOf(u"everybodys"_s))); // until there is one

    QCOMPARE(other.send("PUT", own, listOf(u"own"_s)).json, QJsonValue(listOf(u"own"_s)));
    QCOMPARE(model(other), u"own"_s);
    QCOMPARE(model(*m_client), u"everybodys"_s);
    for (ServerClient *client : {m_client.get(), &other})
        QCOMPARE(client->get(stored).json, QJsonValue(listOf(u"everybodys"_s)));
    QCOMPARE(m_client->send("PUT", stored, listOf(u"later"_s)).status, 200);
    QCOMPARE(model(other), u"own"_s);
    QCOMPARE(model(*m_client), u"later"_s);
    QCOMPARE(other.send("PUT", own, QJsonArray{QJsonObject()}).status, 422);
    QCOMPARE(model(other), u"own"_s);
    QCOMPARE(other.send("PUT", own, QJsonArray()).status, 200);
    QCOMPARE(model(other), QString()); // none is a choice
    QCOMPARE(other.send("PUT", u"/settings/providers?scope=proces"_s, QJsonArray()).status, 422);
    QCOMPARE(other.get(stored).json, QJsonValue(listOf(u"later"_s)));
    QCOMPARE(m_client->send("PUT", stored, QJsonArray()).status, 200);
}

void TestServerRoutes::chatSettingsKeepWhatIsNotSent()
{
    const Answer fresh = m_client->get(u"/users/me/chat-settings"_s);
    QCOMPARE(fresh.object().value("max_tokens"_L1).toInt(), 2000);
    QCOMPARE(m_client->send("PUT", u"/users/me/chat-settings"_s, QJsonObject{{"temperature"_L1, 1.5}}).status, 200);
    const Answer kept = m_client->send("PUT", u"/users/me/chat-settings"_s, QJsonObject{{"model"_L1, u"small"_s}});
    QCOMPARE(kept.object().value("temperature"_L1).toDouble(), 1.5);
    QCOMPARE(m_client->send("PUT", u"/users/me/chat-settings"_s, QJsonObject{{"temperature"_L1, 3}}).status, 422);
    QCOMPARE(m_client->send("PUT", u"/users/me/chat-settings"_s, QJsonObject{{"enabled_tools"_L1, u"all"_s}}).status, 422);
    QCOMPARE(m_client->get(u"/users/me/chat-settings"_s).text("model"_L1), u"small"_s);
}

void TestServerRoutes::workflows()
{
    const QJsonArray builtin = m_client->get(u"/agents/workflows"_s).json.toArray();
    QCOMPARE(builtin.size(), 2);
    for (const QJsonValue &workflow : builtin) {
        QVERIFY(workflow.toObject().value("is_builtin"_L1).toBool());
        QVERIFY(!workflow.toObject().value("steps"_L1).toArray().isEmpty());
        QCOMPARE(m_client->get(u"/agents/workflows/"_s + workflow.toObject().value("id"_L1).toString()).object(), workflow.toObject());
    }
    const QJsonObject definition{
        {"name"_L1, u"mine"_s},
        {"steps"_L1, QJsonArray{QJsonObject{{"id"_L1, u"a"_s}, {"type"_L1, u"tool"_s}, {"tool"_L1, u"calculate"_s}}}}};
    const Answer created = m_client->post(u"/agents/workflows"_s, definition);
    QCOMPARE(created.status, 201);
    QCOMPARE(m_client->get(u"/agents/workflows/"_s + created.text("id"_L1)).object(), created.object());
    QCOMPARE(m_client->post(u"/agents/workflows"_s, definition).status, 409);
    QCOMPARE(m_client->post(u"/agents/workflows"_s, QJsonObject{{"name"_L1, u"empty"_s}}).status, 400);
    const QJsonObject step{{"id"_L1, u"a"_s}, {"type"_L1, u"agent"_s}};
    const Answer incomplete = m_client->post(u"/agents/workflows"_s, QJsonObject{{"name"_L1, u"bad"_s}, {"steps"_L1, QJsonArray{step}}});
    QCOMPARE(incomplete.status, 400);
    QVERIFY(incomplete.text("detail"_L1).contains(u"agent"_s));
    QCOMPARE(m_client->get(u"/agents/workflows/none"_s).status, 404);
}

void TestServerRoutes::conversations()
{
    const Answer created = m_client->post(u"/conversations"_s, QJsonObject{{"title"_L1, u"First"_s}, {"source"_L1, u"test"_s}});
    QCOMPARE(created.status, 201);
    QCOMPARE(m_client->post(u"/conversations"_s, QJsonObject{}).text("title"_L1), u"New Conversation"_s);
    const QString path = u"/conversations/"_s + created.text("id"_L1);
    const Answer renamed = m_client->send("PATCH", path, QJsonObject{{"title"_L1, u"Second"_s}});
    QCOMPARE(renamed.status, 200);
    QCOMPARE(renamed.text("title"_L1), u"Second"_s);
    QCOMPARE(renamed.text("source"_L1), u"test"_s);
    const Answer list = m_client->get(u"/conversations?order_by=updated_at&limit=1"_s);
    QCOMPARE(list.object().value("total"_L1).toInt(), 2);
    QCOMPARE(list.object().value("conversations"_L1).toArray().size(), 1);
    QCOMPARE(list.object().value("conversations"_L1).toArray().at(0).toObject().value("title"_L1).toString(), u"Second"_s);
    QCOMPARE(m_client->get(u"/conversations?source=test"_s).object().value("total"_L1).toInt(), 1);
    QCOMPARE(m_client->get(u"/conversations?source=other"_s).object().value("total"_L1).toInt(), 0);
    const Answer one = m_client->get(path);
    QVERIFY(one.object().value("messages"_L1).isArray());
    QVERIFY(one.object().value("active_run_id"_L1).isNull());
    QVERIFY(!m_client->get(path + u"?include_messages=false"_s).object().contains("messages"_L1));
    QCOMPARE(m_client->send("DELETE", path).status, 204);
    QCOMPARE(m_client->get(path).status, 404);
}

void TestServerRoutes::conversationErrors()
{
    QCOMPARE(m_client->get(u"/conversations/none"_s).status, 404);
    QCOMPARE(m_client->send("PATCH", u"/conversations/none"_s, QJsonObject{{"title"_L1, u"x"_s}}).status, 404);
    QCOMPARE(m_client->send("DELETE", u"/conversations/none"_s).status, 404);
    QCOMPARE(m_client->get(u"/conversations/none/messages"_s).status, 404);
    QCOMPARE(m_client->get(u"/conversations?order=sideways"_s).status, 422);
    QCOMPARE(m_client->post(u"/conversations"_s, QJsonObject{{"title"_L1, QString(300, u'x')}}).status, 422);
    const QString id = m_client->post(u"/conversations"_s, QJsonObject{}).text("id"_L1);
    QCOMPARE(m_client->send("PATCH", u"/conversations/"_s + id, QJsonObject{{"title"_L1, u"  "_s}}).status, 422);
    QCOMPARE(m_client->get(u"/messages/none"_s).status, 404);
}

void TestServerRoutes::messagesAddedByAClient()
{
    const QString id = m_client->post(u"/conversations"_s, QJsonObject{}).text("id"_L1);
    const QString path = u"/conversations/%1/messages"_s.arg(id);
    const Answer first =
        m_client->post(path, QJsonObject{{"role"_L1, u"user"_s}, {"content"_L1, u"one"_s}, {"metadata"_L1, QJsonObject{{"k"_L1, 1}}}});
    QCOMPARE(first.status, 201);
    QCOMPARE(first.object().value("metadata"_L1).toObject().value("k"_L1).toInt(), 1);
    QCOMPARE(m_client->post(path, QJsonObject{{"role"_L1, u"assistant"_s}, {"content"_L1, u"two"_s}}).status, 201);
    QCOMPARE(m_client->post(path, QJsonObject{{"role"_L1, u"wizard"_s}, {"content"_L1, u"x"_s}}).status, 422);
    QCOMPARE(m_client->post(path, QJsonObject{{"role"_L1, u"user"_s}}).status, 422);
    const Answer list = m_client->get(path + u"?order=desc&limit=1"_s);
    QCOMPARE(list.object().value("total"_L1).toInt(), 2);
    QCOMPARE(list.object().value("messages"_L1).toArray().at(0).toObject().value("content"_L1).toString(), u"two"_s);
    QCOMPARE(m_client->get(u"/messages/"_s + first.text("id"_L1)).object(), first.object());
}

void TestServerRoutes::CH_64_aMessageIsDeletedWithTheFilesNothingElseHas()
{
    const auto file = [this](const QString &name) { return m_client->upload(name, "x").text("id"_L1); };
    const QString shared = file(u"shared.txt"_s);
    const QString own = file(u"own.txt"_s);
    const QString id = m_client->post(u"/conversations"_s, QJsonObject{}).text("id"_L1);
    const auto add = [&](const QJsonArray &files) {
        return m_client
            ->post(u"/conversations/%1/messages"_s.arg(id),
                   QJsonObject{{"role"_L1, u"user"_s}, {"content"_L1, u"one"_s}, {"attachment_ids"_L1, files}})
            .text("id"_L1);
    };
    const QString first = add({shared, own});
    const QString second = add({shared});
    const QString path = u"/chat/%1/messages/%2"_s.arg(id, first);
    const Answer gone = m_client->send("DELETE", path);
    QCOMPARE(gone.status, 200);
    QCOMPARE(gone.text("message_id"_L1), first);
    QCOMPARE(m_client->send("DELETE", path).status, 404);
    QCOMPARE(m_client->send("DELETE", u"/chat/none/messages/"_s + second).status, 404);
    const QJsonArray left = m_client->get(u"/conversations/%1/messages"_s.arg(id)).object().value("messages"_L1).toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0).toObject().value("id"_L1).toString(), second);
    QCOMPARE(m_client->get(u"/files/"_s + own).status, 404);
    QCOMPARE(m_client->get(u"/files/"_s + shared).status, 200);
    EventReader stream(*m_server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"hang"_s, {{"conversation_id"_L1, id}}));
    QVERIFY(stream.waitForEvent("run_created"));
    const QJsonObject created = stream.first("run_created");
    QCOMPARE(m_client->send("DELETE", u"/chat/%1/messages/%2"_s.arg(id, created.value("message_id"_L1).toString())).status, 409);
    QCOMPARE(m_client->post(u"/runs/%1/cancel"_s.arg(created.value("run_id"_L1).toString())).status, 202);
    QVERIFY(stream.waitForEnd());
}

void TestServerRoutes::D_42_hiddenMessagesAreNotInTheHistory()
{
    QVERIFY(m_client->get(u"/capabilities"_s).object().value("features"_L1).toArray().contains(u"hidden_messages"_s));
    const QString id = m_client->post(u"/conversations"_s, QJsonObject{}).text("id"_L1);
    const QString file = m_client->upload(u"hidden.txt"_s, "x").text("id"_L1);
    QStringList ids;
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s}) {
        QJsonObject message{{"role"_L1, u"user"_s}, {"content"_L1, text}};
        if (text == "two"_L1)
            message.insert("attachment_ids"_L1, QJsonArray{file});
        ids << m_client->post(u"/conversations/%1/messages"_s.arg(id), message).text("id"_L1);
    }
    const QJsonObject hidden{{"hidden_message_ids"_L1, QJsonArray{ids.at(1)}}};
    QVERIFY(ask(u"history"_s, {{"conversation_id"_L1, id}}).body.contains("one | two | three | hidden.txt"));
    const Answer without = ask(u"history"_s, {{"conversation_id"_L1, id}, {"metadata"_L1, hidden}});
    QVERIFY(without.body.contains("one | three | history"));
    QVERIFY(!without.body.contains("hidden.txt | hidden.txt")); // the one is in the first answer
}

void TestServerRoutes::titlesComeFromTheFirstQuestion()
{
    const Answer turn = ask(u"Please tell me what happened in the third quarter of the last year in detail"_s);
    const QString title = m_client->get(u"/conversations/"_s + turn.text("conversation_id"_L1)).text("title"_L1);
    QCOMPARE(title, u"Please tell me what happened in the third quarter…"_s);
    const QString empty = m_client->post(u"/conversations"_s, QJsonObject{}).text("id"_L1);
    const Answer second = ask(u"Short one"_s, {{"conversation_id"_L1, empty}});
    QVERIFY(second.body.contains("event: title_update"));
    QCOMPARE(m_client->get(u"/conversations/"_s + empty).text("title"_L1), u"Short one"_s);
}

void TestServerRoutes::chatRefusesBadRequests()
{
    const QString path = u"/chat/message/stream/agentic"_s;
    QCOMPARE(m_client->post(path, QJsonObject{{"message"_L1, u" "_s}}).status, 422);
    QCOMPARE(m_client->post(path, QJsonObject{}).status, 422);
    QCOMPARE(m_client->post(path, QJsonObject{{"message"_L1, QString(50'001, u'x')}}).status, 422);
    QCOMPARE(m_client->post(path, QJsonObject{{"message"_L1, u"x"_s}, {"conversation_id"_L1, u"none"_s}}).status, 404);
    QCOMPARE(m_client->post(path, QJsonObject{{"message"_L1, u"x"_s}, {"attachment_ids"_L1, QJsonArray{u"none"_s}}}).status, 422);
    QCOMPARE(m_client->post(path, QJsonArray{}).status, 422);
}

void TestServerRoutes::runsAreFilteredAndPaged()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(ask(u"needle %1_%"_s.arg(i)).status, 200);
    QCOMPARE(ask(u"fail"_s).status, 200);
    const Answer failed = m_client->get(u"/runs?status=failed"_s);
    QCOMPARE(failed.json.toArray().size(), 1);
    QCOMPARE(failed.headers.value("x-total-count"), QByteArray("1"));
    const Answer page = m_client->get(u"/runs?q=needle&limit=2"_s);
    QCOMPARE(page.json.toArray().size(), 2);
    QCOMPARE(page.headers.value("x-total-count"), QByteArray("5"));
    QStringList prompts;
    QByteArray cursor = page.headers.value("x-next-cursor");
    const auto collect = [&prompts](const Answer &answer) {
        const QJsonArray runs = answer.json.toArray();
        for (const QJsonValue &run : runs)
            prompts.append(run.toObject().value("input"_L1).toObject().value("prompt"_L1).toString());
    };
    collect(page);
    while (!cursor.isEmpty()) {
        const Answer next = m_client->get(u"/runs?q=needle&limit=2&cursor="_s + QString::fromLatin1(cursor));
        collect(next);
        cursor = next.headers.value("x-next-cursor");
    }
    QCOMPARE(prompts, (QStringList{u"needle 4_%"_s, u"needle 3_%"_s, u"needle 2_%"_s, u"needle 1_%"_s, u"needle 0_%"_s}));
    QCOMPARE(m_client->get(u"/runs?q=3_%25"_s).json.toArray().size(), 1); // no wildcards
    QCOMPARE(m_client->get(u"/runs?q=needle&limit=2&offset=4"_s).json.toArray().size(), 1);
    QCOMPARE(m_client->get(u"/runs?created_after=2100-01-01T00:00:00Z"_s).json.toArray().size(), 0);
    QVERIFY(m_client->get(u"/runs?created_before=2100-01-01T00:00:00Z"_s).json.toArray().size() >= 6);
    QCOMPARE(m_client->get(u"/runs?created_after=yesterday"_s).status, 422);
    QCOMPARE(m_client->get(u"/runs?agent_id=none"_s).json.toArray().size(), 0);
    QCOMPARE(m_client->get(u"/runs/none"_s).status, 404);
    QCOMPARE(m_client->post(u"/runs/none/cancel"_s).status, 404);
}

void TestServerRoutes::etagsAndPreconditions()
{
    const Answer list = m_client->get(u"/agents"_s);
    const QByteArray etag = list.headers.value("etag");
    QVERIFY(!etag.isEmpty());
    const Answer same = m_client->get(u"/agents"_s, {{"If-None-Match", etag}});
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty());
    const Answer agent =
        m_client->post(u"/agents/definitions"_s, QJsonObject{{"name"_L1, u"tagged"_s}, {"model"_L1, u"m"_s}, {"instructions"_L1, u"i"_s}});
    QCOMPARE(m_client->get(u"/agents"_s, {{"If-None-Match", etag}}).status, 200);
    const QString path = u"/agents/definitions/"_s + agent.text("id"_L1);
    const QByteArray seen = m_client->get(path).headers.value("etag");
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"a"_s}}, {{"If-Match", seen}}).status, 200);
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"b"_s}}, {{"If-Match", seen}}).status, 412);
    QCOMPARE(m_client->get(path).text("description"_L1), u"a"_s);
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerRoutes::anIdempotencyKeyIsHonoured()
{
    const Headers key{{"Idempotency-Key", "key-1"}};
    const Answer first = m_client->post(u"/conversations"_s, QJsonObject{{"title"_L1, u"once"_s}}, key);
    const int total = m_client->get(u"/conversations"_s).object().value("total"_L1).toInt();
    const Answer second = m_client->post(u"/conversations"_s, QJsonObject{{"title"_L1, u"once"_s}}, key);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.headers.value("idempotent-replayed"), QByteArray("true"));
    QCOMPARE(m_client->get(u"/conversations"_s).object().value("total"_L1).toInt(), total);
    QCOMPARE(m_client->post(u"/conversations"_s, QJsonObject{{"title"_L1, u"other"_s}}, key).status, 422);
    QCOMPARE(m_client->send("PATCH", u"/conversations/"_s + first.text("id"_L1), QJsonObject{{"title"_L1, u"p"_s}}, key).status,
             200); // another request
    // Also after a restart.
    m_server->terminate();
    QVERIFY(m_server->waitForExit());
    QVERIFY(m_server->start());
    QCOMPARE(m_client->post(u"/conversations"_s, QJsonObject{{"title"_L1, u"once"_s}}, key).body, first.body);
}

void TestServerRoutes::aChatKeyAttachesToTheSameRun()
{
    const Headers key{{"Idempotency-Key", "chat-1"}};
    const int before = m_client->get(u"/runs"_s).headers.value("x-total-count").toInt();
    EventReader running(*m_server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"text 20 10"_s), key);
    QVERIFY(running.waitForEvent("content"));
    const Answer again = ask(u"text 20 10"_s, {}, key); // while the first still runs: from its first event
    QVERIFY(running.waitForEnd());
    QCOMPARE(again.json.toObject(), running.first("run_created"));
    QCOMPARE(again.body.count("message_complete"), 1);
    QCOMPARE(again.body, running.body());
    QCOMPARE(ask(u"something else"_s, {}, key).status, 422);
    QCOMPARE(m_client->get(u"/runs"_s).headers.value("x-total-count").toInt(), before + 1);
}

void TestServerRoutes::aLockedDatabaseIsSaidAndPasses()
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(m_server->dataFolder() + u"/desk.db"_s).constData(), &handle), SQLITE_OK);
    QCOMPARE(sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const Headers key{{"Idempotency-Key", "locked"}};
    const Answer busy = m_client->post(u"/conversations"_s, QJsonObject{}, key); // as when the same request still runs elsewhere
    QCOMPARE(busy.status, 409);
    QCOMPARE(m_client->get(u"/conversations"_s).status, 200); // reading goes on
    sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    QCOMPARE(m_client->post(u"/conversations"_s, QJsonObject{}, key).status, 201);
}

QTEST_GUILESS_MAIN(TestServerRoutes)
#include "tst_serverroutes.moc"
