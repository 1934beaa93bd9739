#include "wire/fixture.h"
#include "wire/json/chatmessagejson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestChatMessageJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aShortMessage();
    void aFullMessage();
    void aReply();
    void aHistory();
    void generatedInsights();
    void models();
    void aRouteRequest();
    void aRoute();
    void badAnswersFail();

private:
    QJsonObject m_answers;
};

void TestChatMessageJson::initTestCase()
{
    m_answers = fixture::json(u"contract/chat_answers.json"_s).toObject();
}

void TestChatMessageJson::aShortMessage()
{
    ChatMessageRequest request;
    request.message = u"Umbrella?"_s;
    const QJsonObject expected{{u"message"_s, u"Umbrella?"_s}, {u"enable_web_search"_s, false}, {u"enable_doc_search"_s, false}};
    QCOMPARE(toJson(request), expected);
}

void TestChatMessageJson::aFullMessage()
{
    ChatMessageRequest request;
    request.message = u"Umbrella?"_s;
    request.conversationId = ConversationId(u"c1"_s);
    request.model = u"research"_s;
    request.attachments = {AttachmentId(u"f1"_s)};
    request.searchesWeb = true;
    request.agents = QStringList{u"weather"_s};
    request.metadata = {{u"projectId"_s, u"p"_s}};
    const QJsonObject expected{{u"message"_s, u"Umbrella?"_s},
                               {u"conversation_id"_s, u"c1"_s},
                               {u"model"_s, u"research"_s},
                               {u"attachment_ids"_s, QJsonArray{u"f1"_s}},
                               {u"enable_web_search"_s, true},
                               {u"enable_doc_search"_s, false},
                               {u"selected_agents"_s, QJsonArray{u"weather"_s}},
                               {u"metadata"_s, QJsonObject{{u"projectId"_s, u"p"_s}}}};
    QCOMPARE(toJson(request), expected);
}

void TestChatMessageJson::aReply()
{
    const Result<ChatReply> read = chatReplyFromJson(m_answers.value("reply"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->messageId, MessageId(u"91aa0000-0000-4000-8000-000000000011"_s));
    QCOMPARE(read->conversationId, ConversationId(u"c2d00000-0000-4000-8000-00000000000c"_s));
    QCOMPARE(read->content, u"It will **rain**."_s);
    QCOMPARE(read->model, u"chat"_s);
    QVERIFY(read->routing.has_value());
    QCOMPARE(read->routing->tools, QStringList(u"get_weather"_s));
    QCOMPARE(read->toolCalls.size(), 1);
    QCOMPARE(read->toolCalls.first().tool, u"get_weather"_s);
    QCOMPARE(read->runId, RunId(u"b6c00000-0000-4000-8000-000000000031"_s));
}

void TestChatMessageJson::aHistory()
{
    const Result<ChatHistory> read = chatHistoryFromJson(m_answers.value("history"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->title, u"Weather"_s);
    QCOMPARE(read->messages.size(), 2);
    QCOMPARE(read->messages.at(0).role, Role::User);
    QCOMPARE(read->messages.at(0).conversationId, read->conversationId);
    QCOMPARE(read->total, 40);
}

void TestChatMessageJson::generatedInsights()
{
    const Result<InsightGeneration> read = insightGenerationFromJson(m_answers.value("generated"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->generated, 2);
    QCOMPARE(read->existing, 3);
    QCOMPARE(read->total, 5);
    QCOMPARE(read->message, u"Learnt two things"_s);
}

void TestChatMessageJson::models()
{
    const QJsonArray models = m_answers.value("models"_L1).toObject().value("models"_L1).toArray();
    const Result<ChatModel> research = chatModelFromJson(models.at(0));
    QVERIFY(research.has_value());
    QCOMPARE(research->name, u"Research"_s);
    QVERIFY(!research->supportsVision && research->supportsTools && research->supportsReasoning);
    QCOMPARE(research->maxTokens, 32000);
    QCOMPARE(research->cost, OpenEnum<CostTier>(CostTier::Medium));
    QVERIFY(research->speed.isUnknown());
    QCOMPARE(research->speed.wire(), u"glacial"_s);
    const Result<ChatModel> test = chatModelFromJson(models.at(1));
    QVERIFY(test.has_value());
    QCOMPARE(test->name, u"test"_s); // shows its id
}

void TestChatMessageJson::aRouteRequest()
{
    RouteRequest request;
    request.query = u"What is in the offer?"_s;
    request.tools = QStringList{u"document_search"_s};
    ChatAttachment file;
    file.filename = u"offer.pdf"_s;
    file.mimeType = u"application/pdf"_s;
    file.fileUrl = u"/files/f1/download"_s;
    request.attachments = {file};
    const QJsonObject attachment{{u"name"_s, u"offer.pdf"_s}, {u"type"_s, u"application/pdf"_s}, {u"url"_s, u"/files/f1/download"_s}};
    QJsonObject expected{{u"query"_s, u"What is in the offer?"_s},
                         {u"available_tools"_s, QJsonArray{u"document_search"_s}},
                         {u"available_agents"_s, QJsonArray()},
                         {u"attachments"_s, QJsonArray{attachment}}};
    QCOMPARE(toJson(request), expected);
    request.enabled = RouteRequest::Enabled{{u"document_search"_s}, {}};
    expected.insert("user_settings"_L1,
                    QJsonObject{{u"enabled_tools"_s, QJsonArray{u"document_search"_s}}, {u"enabled_agents"_s, QJsonArray()}});
    QCOMPARE(toJson(request), expected);
}

void TestChatMessageJson::aRoute()
{
    const Result<RoutingDecision> read = routeFromJson(m_answers.value("route"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->agents, QStringList(u"document-agent"_s));
    QCOMPARE(read->tools, QStringList(u"document_search"_s));
    QCOMPARE(read->confidence, 0.82);
    QCOMPARE(read->alternatives, QStringList(u"chat-agent"_s));
}

void TestChatMessageJson::badAnswersFail()
{
    QCOMPARE(chatReplyFromJson(QJsonArray()).error().kind, Error::Kind::Protocol);
    QCOMPARE(chatReplyFromJson(QJsonObject{{u"message_id"_s, u"m"_s}}).error().detail, u"reply.conversation_id: missing"_s);
    QCOMPARE(chatHistoryFromJson(QJsonObject()).error().detail, u"$: expected a list"_s);
    QVERIFY(!insightGenerationFromJson(QJsonValue()).has_value());
    QCOMPARE(chatModelFromJson(QJsonObject()).error().detail, u"model.id: missing"_s);
    // A flat decision is not what the server sends (contract 3.12).
    QCOMPARE(routeFromJson(QJsonObject{{u"selected_tools"_s, QJsonArray()}}).error().detail, u"routing_decision: expected an object"_s);
}

QTEST_APPLESS_MAIN(TestChatMessageJson)
#include "tst_chatmessagejson.moc"
