#include "api/apifixture.h"
#include "api/endpoints/chatapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestChatApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sending();
    void aMessageIsNeverSentTwice();
    void history();
    void generatingInsights();
    void models();
    void attachments();
    void settings();
    void settingsAreAlwaysWrittenWhole();
    void badAnswers_data();
    void badAnswers();
    void otherBadAnswers();
};

void TestChatApi::sending()
{
    ApiFixture<ChatApi> fixture(json(R"({"message_id":"m2","conversation_id":"c1","content":"Yes","model":"chat","run_id":null})"));
    ChatMessageRequest request;
    request.message = u"Rain?"_s;
    request.conversationId = ConversationId(u"c1"_s);
    const Result<ChatReply> read = outcomeOf(fixture.api.send(request));
    QCOMPARE(fixture.sent(), "POST /chat/message"_ba);
    const QJsonObject expected{
        {u"message"_s, u"Rain?"_s}, {u"conversation_id"_s, u"c1"_s}, {u"enable_web_search"_s, false}, {u"enable_doc_search"_s, false}};
    QCOMPARE(fixture.json().toObject(), expected);
    QVERIFY(read.has_value());
    QCOMPARE(read->content, u"Yes"_s);
    QVERIFY(!read->routing.has_value());
}

void TestChatApi::aMessageIsNeverSentTwice()
{
    FaultServer server([](const Received &) { return reply(503, "{}"); });
    FixedToken tokens;
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    transport.policy().serverRemembersKeys = true;
    ChatApi api(transport);
    QCOMPARE(outcomeOf(api.send({})).error().kind, Error::Kind::Unavailable);
    QCOMPARE(outcomeOf(api.generateInsights(ConversationId(u"c1"_s))).error().kind, Error::Kind::Unavailable);
    QCOMPARE(server.received().size(), 2);
}

void TestChatApi::history()
{
    ApiFixture<ChatApi> fixture(
        json(R"({"conversation_id":"c1","title":"Rain","messages":[{"id":"m1","role":"user","content":"Rain?"}],"total_messages":1})"));
    const Result<ChatHistory> read = outcomeOf(fixture.api.history(ConversationId(u"c1"_s), 40));
    QCOMPARE(fixture.sent(), "GET /chat/c1/history?limit=40"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->messages.first().conversationId, ConversationId(u"c1"_s));
}

void TestChatApi::generatingInsights()
{
    ApiFixture<ChatApi> fixture(
        json(R"({"conversation_id":"c1","insights_generated":2,"existing_insights":1,"total_insights":3,"message":"ok"})"));
    const Result<InsightGeneration> read = outcomeOf(fixture.api.generateInsights(ConversationId(u"c1"_s)));
    QCOMPARE(fixture.sent(), "POST /chat/c1/generate-insights"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->total, 3);
    ApiFixture<ChatApi> tooShort(reply(400, R"({"detail":"Not enough messages"})"));
    QCOMPARE(outcomeOf(tooShort.api.generateInsights(ConversationId(u"c1"_s))).error().kind, Error::Kind::Invalid);
}

void TestChatApi::models()
{
    ApiFixture<ChatApi> fixture(json(R"({"models":[{"id":"chat","name":"Chat","cost_tier":"low","speed_tier":"fast"}]})"));
    const Result<QList<ChatModel>> list = outcomeOf(fixture.api.models());
    QCOMPARE(fixture.sent(), "GET /chat/models"_ba);
    QVERIFY(list.has_value());
    QCOMPARE(list->first().cost, OpenEnum<CostTier>(CostTier::Low));
}

void TestChatApi::attachments()
{
    const QByteArray answer = R"({"id":"x1","filename":"a.pdf","file_url":"/files/f1/download","size_bytes":7})";
    ApiFixture<ChatApi> adding(reply(201, answer));
    ChatAttachment made;
    made.filename = u"a.pdf"_s;
    made.fileUrl = u"/files/f1/download"_s;
    const Result<ChatAttachment> added = outcomeOf(adding.api.addAttachment(made));
    QCOMPARE(adding.sent(), "POST /chat-attachments"_ba);
    const QJsonObject expected{{u"filename"_s, u"a.pdf"_s}, {u"file_url"_s, u"/files/f1/download"_s}, {u"added_to_library"_s, false}};
    QCOMPARE(adding.json().toObject(), expected);
    QVERIFY(added.has_value());
    QCOMPARE(added->id, AttachmentId(u"x1"_s));

    ApiFixture<ChatApi> getting(json(answer));
    const Result<ChatAttachment> read = outcomeOf(getting.api.attachment(AttachmentId(u"x1"_s)));
    QCOMPARE(getting.sent(), "GET /chat-attachments/x1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->size, 7);

    ApiFixture<ChatApi> removing(reply(204, {}));
    QVERIFY(outcomeOf(removing.api.removeAttachment(AttachmentId(u"x1"_s))).has_value());
    QCOMPARE(removing.sent(), "DELETE /chat-attachments/x1"_ba);
}

void TestChatApi::settings()
{
    ApiFixture<ChatApi> fixture(
        json(R"({"id":"s","enabled_tools":["calculate"],"enabled_agents":[],"temperature":0.7,"max_tokens":2000})"));
    const Result<ChatSettings> read = outcomeOf(fixture.api.settings());
    QCOMPARE(fixture.sent(), "GET /users/me/chat-settings"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->enabledTools, QStringList(u"calculate"_s));
}

void TestChatApi::settingsAreAlwaysWrittenWhole()
{
    ApiFixture<ChatApi> fixture(json("{}"));
    ChatSettings settings;
    settings.enabledTools = QStringList{u"calculate"_s};
    settings.maxTokens = 500;
    QVERIFY(outcomeOf(fixture.api.setSettings(settings)).has_value());
    QCOMPARE(fixture.sent(), "PUT /users/me/chat-settings"_ba);
    const QJsonObject expected{{u"enabled_tools"_s, QJsonArray{u"calculate"_s}},
                               {u"enabled_agents"_s, QJsonArray()},
                               {u"model"_s, QJsonValue()},
                               {u"temperature"_s, QJsonValue()},
                               {u"max_tokens"_s, 500}};
    QCOMPARE(fixture.json().toObject(), expected);
}

void TestChatApi::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("no message", 200, R"({"content":"Yes"})", Error::Kind::Protocol);
    row("a list", 200, "[]", Error::Kind::Protocol);
    row("no conversation", 404, R"({"detail":"Conversation not found"})", Error::Kind::NotFound);
    row("too long", 500, R"({"detail":"Chat message failed: too long"})", Error::Kind::Server);
}

void TestChatApi::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<ChatApi> fixture(reply(status, body));
    const Result<ChatReply> read = outcomeOf(fixture.api.send({}));
    QVERIFY(!read.has_value());
    QTEST(static_cast<int>(read.error().kind), "kind");
}

void TestChatApi::otherBadAnswers()
{
    const Scripted list = json("[]");
    ApiFixture<ChatApi> models(list);
    QCOMPARE(outcomeOf(models.api.models()).error().kind, Error::Kind::Protocol);
    ApiFixture<ChatApi> settings(list);
    QCOMPARE(outcomeOf(settings.api.settings()).error().kind, Error::Kind::Protocol);
    ApiFixture<ChatApi> attachment(list);
    QCOMPARE(outcomeOf(attachment.api.attachment(AttachmentId(u"x"_s))).error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestChatApi)
#include "tst_chatapi.moc"
