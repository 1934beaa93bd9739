#include "wire/fixture.h"
#include "wire/json/chatjson.h"
#include "wire/json/conversationjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestConversationJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aListedConversationTellsAll();
    void aSingleOneDoesNotOverwriteTheListed();
    void aConversationWithoutTheFieldsHasNone();
    void untouchedConversationsKeepTheirFields();
    void aNewConversation();
    void changesHoldChangedKeysAlone();
    void aModelIsNeverCleared();
    void aNewMessage();
    void aMessageTakesItsParts();
    void shares();
    void attachments();
    void settings();
    void settingsAreAlwaysWrittenWhole();
    void badAnswersFail_data();
    void badAnswersFail();

private:
    QJsonObject m_parts;
    QJsonArray m_listed;
};

void TestConversationJson::initTestCase()
{
    m_parts = fixture::json(u"contract/conversation_parts.json"_s).toObject();
    m_listed = fixture::json(u"contract/conversations.json"_s).toObject().value("conversations"_L1).toArray();
}

void TestConversationJson::aListedConversationTellsAll()
{
    const Result<Conversation> read = conversationFromJson(m_listed.at(0));
    QVERIFY(read.has_value());
    QCOMPARE(read->source, u"desktop"_s);
    QCOMPARE(read->model, u"auto"_s);
    QCOMPARE(read->isPrivate, std::optional<bool>(false));
    QVERIFY(read->agentId.isEmpty());
    QCOMPARE(conversationFromJson(m_listed.at(1))->isPrivate, std::optional<bool>(true));
}

// Contract 6.2 #26.
void TestConversationJson::aSingleOneDoesNotOverwriteTheListed()
{
    const Result<Conversation> listed = conversationFromJson(m_listed.at(0));
    const Result<Conversation> single = conversationFromJson(m_parts.value("single"_L1));
    QVERIFY(listed.has_value() && single.has_value());
    const Conversation merged = mergeDetail(*listed, *single);
    QCOMPARE(merged.title, u"Compare three offers"_s);
    QCOMPARE(merged.source, u"desktop"_s);
    QCOMPARE(merged.model, u"auto"_s);
    QCOMPARE(merged.messageCount, 4);
    QCOMPARE(merged.lastMessage, listed->lastMessage);
    QCOMPARE(merged.updatedAt, single->updatedAt);
    const QJsonObject json = toJson(merged);
    QCOMPARE(json.value("last_message"_L1), m_listed.at(0).toObject().value("last_message"_L1));
    QCOMPARE(json.value("source"_L1).toString(), u"desktop"_s);
}

void TestConversationJson::aConversationWithoutTheFieldsHasNone()
{
    const Result<Conversation> read = conversationFromJson(QJsonObject{{u"id"_s, u"c"_s}, {u"is_private"_s, u"yes"_s}});
    QVERIFY(read.has_value());
    QVERIFY(!read->isPrivate);
    QVERIFY(read->source.isEmpty() && read->model.isEmpty() && read->agentId.isEmpty());
}

void TestConversationJson::untouchedConversationsKeepTheirFields()
{
    for (const QJsonValue json : std::as_const(m_listed)) {
        const Result<Conversation> read = conversationFromJson(json);
        QVERIFY(read.has_value());
        QJsonObject written = toJson(*read);
        QVERIFY(written.take("active_run_id"_L1).isNull());
        QCOMPARE(written, json.toObject());
    }
}

void TestConversationJson::aNewConversation()
{
    Conversation made;
    QCOMPARE(conversationCreateJson(made), (QJsonObject{{u"is_private"_s, false}}));
    made.title = u"Offers"_s;
    made.source = u"desktop"_s;
    made.model = u"chat"_s;
    made.isPrivate = true;
    made.agentId = AgentId(u"a1"_s);
    const QJsonObject expected{
        {u"title"_s, u"Offers"_s}, {u"source"_s, u"desktop"_s}, {u"model"_s, u"chat"_s}, {u"is_private"_s, true}, {u"agent_id"_s, u"a1"_s}};
    QCOMPARE(conversationCreateJson(made), expected);
}

void TestConversationJson::changesHoldChangedKeysAlone()
{
    const Result<Conversation> before = conversationFromJson(m_listed.at(0));
    QVERIFY(before.has_value());
    QCOMPARE(conversationChanges(*before, *before), QJsonObject());
    Conversation after = *before;
    after.title = u"Offers"_s;
    after.lastMessage = u"not ours to change"_s;
    QCOMPARE(conversationChanges(*before, after), (QJsonObject{{u"title"_s, u"Offers"_s}}));
    after = *before;
    after.isPrivate = true;
    after.model = u"research"_s;
    const QJsonObject expected{{u"is_private"_s, true}, {u"model"_s, u"research"_s}};
    QCOMPARE(conversationChanges(*before, after), expected);
}

void TestConversationJson::aModelIsNeverCleared()
{
    const Result<Conversation> before = conversationFromJson(m_listed.at(0));
    QVERIFY(before.has_value());
    Conversation after = *before;
    after.model.clear();
    after.isPrivate.reset();
    QCOMPARE(conversationChanges(*before, after), QJsonObject());
}

void TestConversationJson::aNewMessage()
{
    Message made;
    made.role = Role::User;
    made.content = u"Note to self"_s;
    const QJsonObject expected{{u"role"_s, u"user"_s}, {u"content"_s, u"Note to self"_s}};
    QCOMPARE(messageCreateJson(made), expected);
}

void TestConversationJson::aMessageTakesItsParts()
{
    Message made;
    made.id = MessageId(u"m1"_s);
    made.role = Role::Assistant;
    made.content = u"Done"_s;
    made.runId = RunId(u"r1"_s);
    made.attachments = {{FileId(u"f1"_s), u"a.pdf"_s, {}, 1, {}}, {FileId(), u"no id"_s, {}, 1, {}}};
    made.toolCalls = {{u"k1"_s, u"calculate"_s, {}, {}, {}, 4, true, true, {}, -1}};
    made.routing = RoutingDecision{{u"chat-agent"_s}, {}, 0.5, {}, {}, false};
    made.state = MessageState::Interrupted;
    const QJsonObject json = messageCreateJson(made);
    QVERIFY(!json.contains("id"_L1));
    QVERIFY(!json.contains("created_at"_L1));
    QCOMPARE(json.value("run_id"_L1).toString(), u"r1"_s);
    QCOMPARE(json.value("attachment_ids"_L1).toArray(), QJsonArray{u"f1"_s});
    QCOMPARE(json.value("tool_calls"_L1).toArray().size(), 1);
    QCOMPARE(json.value("routing_decision"_L1).toObject().value("confidence"_L1).toDouble(), 0.5);
    QCOMPARE(json.value("metadata"_L1).toObject().value("status"_L1).toString(), u"interrupted"_s);
}

void TestConversationJson::shares()
{
    const Result<Share> read = shareFromJson(m_parts.value("share"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->userId, UserId(u"7c1e0000-0000-4000-8000-000000000002"_s));
    QCOMPARE(read->role, OpenEnum<ShareRole>(ShareRole::Editor));
    QCOMPARE(read->sharedBy, UserId(u"7c1e0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(read->sharedAt, QDateTime(QDate(2026, 5, 2), QTime(9, 30), Qt::UTC));
}

void TestConversationJson::attachments()
{
    const Result<ChatAttachment> read = chatAttachmentFromJson(m_parts.value("attachment"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, AttachmentId(u"a77a0000-0000-4000-8000-000000000002"_s));
    QVERIFY(read->messageId.isEmpty());
    QCOMPARE(read->fileUrl, u"https://files.example/files/f7/download"_s);
    QCOMPARE(read->size, -1);
    QVERIFY(read->isInLibrary);
    QCOMPARE(read->parsedContent, u"Offer B"_s);
    const QJsonObject expected{{u"filename"_s, u"offer-b.pdf"_s},      {u"file_url"_s, u"https://files.example/files/f7/download"_s},
                               {u"mime_type"_s, u"application/pdf"_s}, {u"added_to_library"_s, true},
                               {u"library_document_id"_s, u"doc-9"_s}, {u"parsed_content"_s, u"Offer B"_s}};
    QCOMPARE(chatAttachmentCreateJson(*read), expected);
    ChatAttachment small;
    small.size = 7;
    QCOMPARE(chatAttachmentCreateJson(small).value("size_bytes"_L1).toInt(), 7);
}

void TestConversationJson::settings()
{
    const Result<ChatSettings> read = chatSettingsFromJson(m_parts.value("settings"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->enabledTools, (QStringList{u"web_search"_s, u"calculate"_s}));
    QCOMPARE(read->enabledAgents, QList<AgentId>{AgentId(u"34f0bba5-764f-5029-ae87-49cc177e6ee5"_s)});
    QCOMPARE(read->model, u"research"_s);
    QCOMPARE(read->temperature, std::optional<double>(1.0));
    QCOMPARE(read->maxTokens, std::optional<int>(4000));
}

// Contract 6.2 #27: an omitted member is reset, null is kept.
void TestConversationJson::settingsAreAlwaysWrittenWhole()
{
    QJsonObject expected{{u"enabled_tools"_s, QJsonArray()},
                         {u"enabled_agents"_s, QJsonArray()},
                         {u"model"_s, QJsonValue()},
                         {u"temperature"_s, QJsonValue()},
                         {u"max_tokens"_s, QJsonValue()}};
    QCOMPARE(toJson(ChatSettings()), expected);

    Result<ChatSettings> read = chatSettingsFromJson(m_parts.value("settings"_L1));
    QVERIFY(read.has_value());
    read->temperature = 0.25;
    expected = m_parts.value("settings"_L1).toObject();
    for (const auto key : {"id"_L1, "user_id"_L1, "created_at"_L1, "updated_at"_L1})
        expected.remove(key);
    expected.insert("temperature"_L1, 0.25);
    QCOMPARE(toJson(*read), expected);
    QVERIFY(expected.contains("voice"_L1));
}

void TestConversationJson::badAnswersFail_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("number") << QJsonValue(1);
    QTest::newRow("list") << QJsonValue(QJsonArray());
}

void TestConversationJson::badAnswersFail()
{
    QFETCH(QJsonValue, json);
    for (const Error &error : {shareFromJson(json).error(), chatAttachmentFromJson(json).error(), chatSettingsFromJson(json).error()})
        QCOMPARE(error.kind, Error::Kind::Protocol);
    QCOMPARE(shareFromJson(QJsonObject()).error().detail, u"share.user_id: missing"_s);
    QCOMPARE(chatAttachmentFromJson(QJsonObject()).error().detail, u"attachment.id: missing"_s);
}

QTEST_APPLESS_MAIN(TestConversationJson)
#include "tst_conversationjson.moc"
