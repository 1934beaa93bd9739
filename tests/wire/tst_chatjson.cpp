#include "wire/fixture.h"
#include "wire/json/chatjson.h"
#include "wire/json/filejson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestChatJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversationsOfTheTeamServer();
    void conversationIsWrittenOverWhatCame();
    void activeRunOfTheLocalServer();
    void badConversationFails();
    void messagesOfTheTeamServer();
    void attachmentsOfEitherKind();
    void D_40_wordsOfFilesComeWithTheirMessage();
    void thoughtsAloneAreNoRouting();
    void CH_49_thoughtsInStoredTextAreTakenOutOfIt();
    void CH_66_storedThoughtsTellTheRouting();
    void localMessageSurvivesTheRoundTrip();
    void everyStateSurvivesTheRoundTrip();
    void unknownStatusIsComplete();
    void metadataMayHaveItsOtherName();
    void badEntriesAreLeftOut();
    void badMessageFails_data();
    void badMessageFails();
    void toolCallDefaults();
    void confidenceIsClamped();
    void filesAndCitations();
    void badFilesAndCitationsFail();
};

namespace {

Message message(int index)
{
    const QJsonArray rows = fixture::json(u"contract/messages.json"_s).toObject().value("messages"_L1).toArray();
    const Result<Message> read = messageFromJson(rows.at(index));
    if (!read)
        qFatal("message %d: %s", index, qPrintable(read.error().detail));
    return *read;
}

Conversation conversation(int index)
{
    const QJsonArray rows = fixture::json(u"contract/conversations.json"_s).toObject().value("conversations"_L1).toArray();
    const Result<Conversation> read = conversationFromJson(rows.at(index));
    if (!read)
        qFatal("conversation %d: %s", index, qPrintable(read.error().detail));
    return *read;
}

} // namespace

void TestChatJson::conversationsOfTheTeamServer()
{
    const Conversation first = conversation(0);
    QCOMPARE(first.id, ConversationId(u"c2d00000-0000-4000-8000-00000000000a"_s));
    QCOMPARE(first.title, u"Compare both offers"_s);
    QCOMPARE(first.messageCount, 4);
    QCOMPARE(first.lastMessage, u"Offer A is cheaper over three years"_s);
    QVERIFY(first.activeRun.isEmpty());
    QCOMPARE(first.updatedAt, QDateTime(QDate(2026, 5, 2), QTime(9, 14, 19, 400), Qt::UTC));
    const Conversation second = conversation(1);
    QCOMPARE(second.messageCount, -1);
    QCOMPARE(second.lastMessage, QString());
}

void TestChatJson::conversationIsWrittenOverWhatCame()
{
    Conversation read = conversation(0);
    QJsonObject expected = read.raw;
    expected.insert("active_run_id"_L1, QJsonValue());
    QCOMPARE(toJson(read), expected);
    read.title = u"Offers"_s;
    read.lastMessage = u"Offer B, then"_s;
    read.messageCount = 6;
    expected.insert("title"_L1, u"Offers"_s);
    expected.insert("last_message"_L1, QJsonObject{{u"content"_s, u"Offer B, then"_s}});
    expected.insert("message_count"_L1, 6);
    QCOMPARE(toJson(read), expected);
    QVERIFY(toJson(conversation(1)).value("message_count"_L1).isNull());
}

void TestChatJson::activeRunOfTheLocalServer()
{
    Conversation made;
    made.id = ConversationId(u"c1"_s);
    made.activeRun = RunId(u"r1"_s);
    made.lastMessage = u"hi"_s;
    made.createdAt = QDateTime(QDate(2026, 5, 2), QTime(9, 0), Qt::UTC);
    const Result<Conversation> read = conversationFromJson(toJson(made));
    QVERIFY(read.has_value());
    QCOMPARE(read->activeRun, RunId(u"r1"_s));
    QCOMPARE(read->lastMessage, u"hi"_s);
    QCOMPARE(read->createdAt, made.createdAt);
    QVERIFY(!read->updatedAt.isValid());
}

void TestChatJson::badConversationFails()
{
    const Result<Conversation> read = conversationFromJson(QJsonObject{{u"title"_s, u"x"_s}});
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().detail, u"conversation.id: missing"_s);
    QVERIFY(!conversationFromJson(u"c1"_s).has_value());
}

void TestChatJson::messagesOfTheTeamServer()
{
    const Message user = message(0);
    QCOMPARE(user.id, MessageId(u"91aa0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(user.conversationId, ConversationId(u"c2d00000-0000-4000-8000-00000000000a"_s));
    QCOMPARE(user.role, Role::User);
    QCOMPARE(user.content, u"Compare both offers"_s);
    QCOMPARE(user.state, MessageState::Complete);
    QVERIFY(user.runId.isEmpty());
    const Message answer = message(3);
    QCOMPARE(answer.role, Role::Assistant);
    QCOMPARE(answer.runId, RunId(u"b6c00000-0000-4000-8000-000000000004"_s));
    QCOMPARE(answer.createdAt, QDateTime(QDate(2026, 5, 2), QTime(9, 15, 9), Qt::UTC));
    QVERIFY(answer.routing.has_value());
    QCOMPARE(answer.routing->tools, QStringList(u"document_search"_s));
    QCOMPARE(answer.routing->agents, QStringList(u"document-agent"_s));
    QCOMPARE(answer.routing->alternatives, QStringList(u"web-search-agent"_s));
    QCOMPARE(answer.routing->confidence, 0.82);
    QCOMPARE(answer.routing->reasoning, u"The question is about attached files"_s);
    QVERIFY(!answer.routing->needsDisambiguation);
    QCOMPARE(answer.toolCalls.size(), 1);
    QCOMPARE(answer.toolCalls.first().tool, u"document_search"_s);
    QCOMPARE(answer.toolCalls.first().output.toObject().value("result_count"_L1).toInt(), 3);
}

void TestChatJson::attachmentsOfEitherKind()
{
    const QList<StoredFile> stored = message(0).attachments;
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.first().id, FileId(u"a77a0000-0000-4000-8000-000000000001"_s));
    QCOMPARE(stored.first().filename, u"offer-a.pdf"_s);
    QCOMPARE(stored.first().mimeType, u"application/pdf"_s);
    QCOMPARE(stored.first().size, 98304);
    QVERIFY(message(1).attachments.isEmpty());
    const QList<StoredFile> named = message(2).attachments;
    QCOMPARE(named.size(), 1);
    QVERIFY(named.first().id.isEmpty());
    QCOMPARE(named.first().filename, u"old-offer.pdf"_s);
    QCOMPARE(named.first().size, 120345);
}

void TestChatJson::D_40_wordsOfFilesComeWithTheirMessage()
{
    const auto read = [](const QJsonValue &content) {
        const QJsonObject file{{u"id"_s, u"f"_s}, {u"filename"_s, u"terms.txt"_s}, {u"parsed_content"_s, content}};
        return messageFromJson(QJsonObject{{u"id"_s, u"m"_s},
                                           {u"role"_s, u"user"_s},
                                           {u"content"_s, u"Look"_s},
                                           {u"created_at"_s, u"2026-05-02T09:14:03"_s},
                                           {u"chat_attachments"_s, QJsonArray{file}}});
    };
    const Result<Message> message = read(u"Ninety days"_s);
    QVERIFY(message);
    QCOMPARE(message->attachments.constFirst().text, u"Ninety days"_s);
    for (const QJsonValue &noise : {QJsonValue(), QJsonValue(7), QJsonValue(QJsonArray{1})})
        QCOMPARE(read(noise)->attachments.constFirst().text, QString());
    QVERIFY(read(QString(5'000'000, u'x'))->attachments.constFirst().text.size() <= 256 * 1024); // of an endless file its beginning
}

void TestChatJson::thoughtsAloneAreNoRouting()
{
    const Message answer = message(1);
    QVERIFY(!answer.routing.has_value());
    QCOMPARE(answer.thoughts.size(), 2);
    QCOMPARE(answer.thoughts.at(0).source, u"dispatcher"_s);
    QCOMPARE(answer.thoughts.at(0).text, u"Using **Chat Assistant**…"_s);
    QCOMPARE(answer.thoughts.at(0).phase, QString());
    QCOMPARE(answer.thoughts.at(1).phase, u"model_reasoning"_s);
    QVERIFY(answer.thoughts.at(1).partial);
}

void TestChatJson::CH_49_thoughtsInStoredTextAreTakenOutOfIt()
{
    const QString leaky = u"<think>\nLet me see.\n</think>\n\nThe answer"_s;
    QJsonObject stored{{u"id"_s, u"m1"_s}, {u"role"_s, u"assistant"_s}, {u"content"_s, leaky}};
    const Result<Message> answer = messageFromJson(stored);
    QVERIFY(answer);
    QCOMPARE(answer->content, u"The answer"_s);
    QCOMPARE(answer->thoughts.size(), 1);
    QCOMPARE(answer->thoughts.constFirst().text, u"Let me see."_s);
    stored.insert("role"_L1, u"user"_s); // who writes that means it
    QCOMPARE(messageFromJson(stored)->content, leaky);
    QVERIFY(messageFromJson(stored)->thoughts.isEmpty());
    stored.insert("role"_L1, u"assistant"_s);
    stored.insert("routing_decision"_L1, QJsonObject{{u"thoughts"_s, QJsonArray{QJsonObject{{u"message"_s, u"Let me see."_s}}}}});
    QCOMPARE(messageFromJson(stored)->thoughts.size(), 1); // it is there once
    const QJsonObject listed{{u"id"_s, u"c1"_s}, {u"title"_s, u"T"_s}, {u"last_message"_s, QJsonObject{{u"content"_s, leaky}}}};
    QCOMPARE(conversationFromJson(listed)->lastMessage, u"The answer"_s);
}

void TestChatJson::CH_66_storedThoughtsTellTheRouting()
{
    const QJsonObject intent{{u"source"_s, u"dispatcher"_s},
                             {u"message"_s, u"Search"_s},
                             {u"data"_s, QJsonObject{{u"phase"_s, u"intent_routing"_s}, {u"confidence"_s, 0.55}}}};
    const QJsonObject taken{
        {u"source"_s, u"dispatcher"_s}, {u"message"_s, u"Using Tables"_s}, {u"data"_s, QJsonObject{{u"selected_agent"_s, u"table"_s}}}};
    const QJsonObject routing{{u"thoughts"_s, QJsonArray{intent, taken}}, {u"selected_agents"_s, QJsonArray{u"contracts"_s, u"table"_s}}};
    const Result<Message> read = messageFromJson(QJsonObject{{u"id"_s, u"m2"_s},
                                                             {u"conversation_id"_s, u"c1"_s},
                                                             {u"role"_s, u"assistant"_s},
                                                             {u"content"_s, u"South."_s},
                                                             {u"routing_decision"_s, routing}});
    QVERIFY(read.has_value() && read->routing.has_value());
    QCOMPARE(read->thoughts.size(), 2); // they stay thoughts
    QCOMPARE(read->routing->agents, QStringList{u"table"_s});
    QCOMPARE(read->routing->alternatives, QStringList{u"contracts"_s});
    QCOMPARE(read->routing->confidence, 0.55);
    QVERIFY(read->routing->needsDisambiguation);
}

void TestChatJson::localMessageSurvivesTheRoundTrip()
{
    Message made;
    made.id = MessageId(u"m1"_s);
    made.conversationId = ConversationId(u"c1"_s);
    made.role = Role::Assistant;
    made.content = u"**North**\n\n- 5\r\n \"quoted\" \U0001F600"_s;
    made.state = MessageState::Failed;
    made.errorText = u"The model refused."_s;
    made.runId = RunId(u"r1"_s);
    made.attachments = {
        {FileId(u"f1"_s), u"sales.csv"_s, u"text/csv"_s, Q_INT64_C(5000000000), QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC)}};
    made.toolCalls = {{u"k1"_s, u"table_query"_s, u"table"_s, u"Asking the table"_s, QJsonObject{{u"sql"_s, u"select 1"_s}},
                       QJsonArray{1, 2}, true, false, u"no such column"_s, 42},
                      {u"k2"_s, u"calculate"_s, u"calculator"_s, QString(), u"1+1"_s, QJsonValue(), false, true, QString(), -1}};
    made.thoughts = {{u"dispatcher"_s, u"A table"_s, u"intent_routing"_s, false}, {u"table"_s, u"Hm"_s, QString(), true}};
    made.citations = {{FileId(u"f1"_s), u"sales.csv"_s, 3, u"North,5"_s}};
    made.routing = RoutingDecision{{u"table"_s}, {u"table_query"_s}, 0.9, u"a CSV is attached"_s, {u"document"_s}, true};
    made.plan = Plan{u"Compare"_s,
                     {{u"1"_s, u"rag"_s, u"read"_s, 0, true}, {u"2"_s, u"web"_s, u"look"_s, 0, false}, {u"3"_s, {}, u"say"_s, -1, false}}};
    made.createdAt = QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3, 120), Qt::UTC);

    const QJsonObject json = toJson(made);
    const Result<Message> read = messageFromJson(json);
    QVERIFY(read.has_value());
    QCOMPARE(toJson(*read), json);
    QCOMPARE(read->content, made.content);
    QCOMPARE(read->state, made.state);
    QCOMPARE(read->errorText, made.errorText);
    QCOMPARE(read->attachments.first().size, Q_INT64_C(5000000000));
    QCOMPARE(read->attachments.first().createdAt, made.attachments.first().createdAt);
    QCOMPARE(read->toolCalls.size(), 2);
    QCOMPARE(read->toolCalls.first().callId, u"k1"_s);
    QCOMPARE(read->toolCalls.first().source, u"table"_s);
    QCOMPARE(read->toolCalls.first().title, u"Asking the table"_s);
    QCOMPARE(read->toolCalls.first().input.toObject().value("sql"_L1).toString(), u"select 1"_s);
    QCOMPARE(read->toolCalls.first().output, QJsonValue(QJsonArray{1, 2}));
    QVERIFY(!read->toolCalls.first().success);
    QCOMPARE(read->toolCalls.first().error, u"no such column"_s);
    QCOMPARE(read->toolCalls.first().durationMs, 42);
    QVERIFY(!read->toolCalls.last().finished);
    QCOMPARE(read->toolCalls.last().durationMs, -1);
    QCOMPARE(read->thoughts.size(), 2);
    QCOMPARE(read->thoughts.first().phase, u"intent_routing"_s);
    QCOMPARE(read->citations.first().page, 3);
    QCOMPARE(read->citations.first().quote, u"North,5"_s);
    QVERIFY(read->routing && read->routing->needsDisambiguation);
    QVERIFY(read->plan && read->plan->steps.size() == 3);
    QCOMPARE(read->plan->steps.at(1).group, 0);
    QCOMPARE(read->plan->steps.at(2).group, -1);
    QVERIFY(read->plan->steps.at(0).reported && !read->plan->steps.at(1).reported);
    QCOMPARE(read->createdAt, made.createdAt);
}

void TestChatJson::everyStateSurvivesTheRoundTrip()
{
    for (const MessageState state : {MessageState::Complete, MessageState::Pending, MessageState::Streaming, MessageState::Stopped,
                                     MessageState::Interrupted, MessageState::Failed}) {
        for (const Role role : {Role::User, Role::Assistant, Role::System}) {
            Message made;
            made.id = MessageId(u"m"_s);
            made.state = state;
            made.role = role;
            const Result<Message> read = messageFromJson(toJson(made));
            QVERIFY(read.has_value());
            QCOMPARE(read->state, state);
            QCOMPARE(read->role, role);
        }
    }
}

void TestChatJson::unknownStatusIsComplete()
{
    const QJsonObject json{
        {u"id"_s, u"m"_s},
        {u"role"_s, u"oracle"_s},
        {u"metadata"_s, QJsonObject{{u"status"_s, u"transcended"_s}, {u"error"_s, QJsonObject{{u"message"_s, u"text"_s}}}}}};
    const Result<Message> read = messageFromJson(json);
    QVERIFY(read.has_value());
    QCOMPARE(read->state, MessageState::Complete);
    QCOMPARE(read->role, Role::Unknown);
    QCOMPARE(read->errorText, u"text"_s);
}

void TestChatJson::metadataMayHaveItsOtherName()
{
    const Result<Message> read = messageFromJson(
        QJsonObject{{u"id"_s, u"m"_s}, {u"role"_s, u"user"_s}, {u"metadata_json"_s, QJsonObject{{u"status"_s, u"interrupted"_s}}}});
    QVERIFY(read.has_value());
    QCOMPARE(read->state, MessageState::Interrupted);
}

void TestChatJson::badEntriesAreLeftOut()
{
    const QJsonArray noise{1, u"x"_s, QJsonValue(), QJsonArray(), QJsonObject()};
    const QJsonObject json{{u"id"_s, u"m"_s},
                           {u"role"_s, u"user"_s},
                           {u"content"_s, QJsonValue()},
                           {u"chat_attachments"_s, noise},
                           {u"attachments"_s, noise},
                           {u"tool_calls"_s, QJsonArray{1, QJsonValue()}},
                           {u"routing_decision"_s, QJsonObject{{u"thoughts"_s, QJsonArray{1, QJsonValue()}}}},
                           {u"metadata"_s, QJsonObject{{u"citations"_s, noise}}}};
    const Result<Message> read = messageFromJson(json);
    QVERIFY(read.has_value());
    QVERIFY(read->attachments.isEmpty());
    QVERIFY(read->toolCalls.isEmpty());
    QVERIFY(read->thoughts.isEmpty());
    QVERIFY(read->citations.isEmpty());
    QVERIFY(!read->routing);
}

void TestChatJson::badMessageFails_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QJsonValue(5) << u"message: expected an object"_s;
    QTest::newRow("no id") << QJsonValue(QJsonObject{{u"role"_s, u"user"_s}}) << u"message.id: missing"_s;
    QTest::newRow("no role") << QJsonValue(QJsonObject{{u"id"_s, u"m"_s}}) << u"message.role: missing"_s;
}

void TestChatJson::badMessageFails()
{
    QFETCH(QJsonValue, json);
    const Result<Message> read = messageFromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QTEST(read.error().detail, "detail");
}

void TestChatJson::toolCallDefaults()
{
    const ToolCall empty = toolCallFromJson({});
    QVERIFY(empty.success);
    QVERIFY(empty.finished);
    QCOMPARE(empty.durationMs, -1);
    const ToolCall failed = toolCallFromJson({{u"error"_s, QJsonObject{{u"message"_s, u"broken"_s}}}});
    QVERIFY(!failed.success);
    QCOMPARE(failed.error, u"broken"_s);
}

void TestChatJson::confidenceIsClamped()
{
    QCOMPARE(routingFromJson({{u"confidence"_s, 17}}).confidence, 1.0);
    QCOMPARE(routingFromJson({{u"confidence"_s, -1}}).confidence, 0.0);
    QCOMPARE(routingFromJson({{u"confidence"_s, u"high"_s}}).confidence, 0.0);
}

void TestChatJson::filesAndCitations()
{
    const StoredFile file{FileId(u"f1"_s), u"a.csv"_s, u"text/csv"_s, 12, QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC)};
    const Result<StoredFile> read = fileFromJson(toJson(file));
    QVERIFY(read.has_value());
    QCOMPARE(read->id, file.id);
    QCOMPARE(read->filename, file.filename);
    QCOMPARE(read->mimeType, file.mimeType);
    QCOMPARE(read->size, file.size);
    QCOMPARE(read->createdAt, file.createdAt);
    QVERIFY(!read->isInLibrary);
    StoredFile added = file;
    added.isInLibrary = true; // CH-59: the server says so, and the copy on this computer too
    const Result<StoredFile> readAdded = fileFromJson(toJson(added));
    QVERIFY(readAdded.has_value());
    QVERIFY(readAdded->isInLibrary);
    // Contract 4.6: data.results[] of document_search.
    const Result<Citation> found = citationFromJson(QJsonObject{
        {u"file_id"_s, u"f2"_s}, {u"filename"_s, u"offer-a.pdf"_s}, {u"page_number"_s, 3}, {u"score"_s, 0.8}, {u"text"_s, u"cheap"_s}});
    QVERIFY(found.has_value());
    QCOMPARE(found->fileId, FileId(u"f2"_s));
    QCOMPARE(found->page, 3);
    QCOMPARE(found->quote, u"cheap"_s);
    const Result<Citation> again = citationFromJson(toJson(*found));
    QVERIFY(again.has_value());
    QCOMPARE(again->page, 3);
    QCOMPARE(again->quote, u"cheap"_s);
}

void TestChatJson::badFilesAndCitationsFail()
{
    QVERIFY(!fileFromJson(QJsonObject{{u"filename"_s, u"a"_s}}).has_value());
    QVERIFY(!fileFromJson(QJsonObject{{u"id"_s, u"f"_s}}).has_value());
    QVERIFY(!fileFromJson(QJsonValue()).has_value());
    QVERIFY(!citationFromJson(QJsonObject{{u"page"_s, 1}}).has_value());
    const Result<StoredFile> odd = fileFromJson(QJsonObject{{u"id"_s, u"f"_s}, {u"filename"_s, u"a"_s}, {u"size_bytes"_s, -5}});
    QVERIFY(odd.has_value());
    QCOMPARE(odd->size, 0);
}

QTEST_APPLESS_MAIN(TestChatJson)
#include "tst_chatjson.moc"
