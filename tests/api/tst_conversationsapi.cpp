#include "api/apifixture.h"
#include "api/endpoints/conversationsapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestConversationsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOneChangedLastComesFirst();
    void filtering();
    void creating();
    void one();
    void updatingSendsChangedKeysOnly();
    void renaming();
    void removing();
    void messagesArePagedFromTheNewestAndReadOldestFirst();
    void addingAMessage();
    void oneMessage();
    void removingAMessage();
    void badAnswers_data();
    void badAnswers();
    void badMessagesFail();
};

namespace {

const QByteArray conversation = R"({"id":"c1","title":"Offers","is_private":false})";
const ConversationId id(u"c1"_s);

} // namespace

void TestConversationsApi::theOneChangedLastComesFirst()
{
    ApiFixture<ConversationsApi> fixture(json(R"({"conversations":[)" + conversation + R"(],"total":9,"limit":1,"offset":3})"));
    const Result<Page<Conversation>> page = outcomeOf(fixture.api.list({}, 3, 1));
    QCOMPARE(fixture.sent(), "GET /conversations?limit=1&offset=3&order_by=updated_at"_ba);
    QVERIFY(page.has_value());
    QCOMPARE(page->items.first().title, u"Offers"_s);
    QCOMPARE(page->total, 9);
    QCOMPARE(page->offset, 3);
    QVERIFY(page->mayHaveMore());
}

void TestConversationsApi::filtering()
{
    ApiFixture<ConversationsApi> fixture(json(R"({"conversations":[],"total":0})"));
    QVERIFY(outcomeOf(fixture.api.list({AgentId(u"a1"_s), u"desktop"_s}, 0, 50)).has_value());
    QCOMPARE(fixture.sent(), "GET /conversations?limit=50&offset=0&order_by=updated_at&agent_id=a1&source=desktop"_ba);
}

void TestConversationsApi::creating()
{
    ApiFixture<ConversationsApi> fixture(reply(201, conversation));
    Conversation made;
    made.title = u"Offers"_s;
    made.source = u"desktop"_s;
    const Result<Conversation> read = outcomeOf(fixture.api.create(made));
    QCOMPARE(fixture.sent(), "POST /conversations"_ba);
    const QJsonObject expected{{u"title"_s, u"Offers"_s}, {u"source"_s, u"desktop"_s}, {u"is_private"_s, false}};
    QCOMPARE(fixture.json().toObject(), expected);
    QVERIFY(read.has_value());
    QCOMPARE(read->id, id);
}

void TestConversationsApi::one()
{
    ApiFixture<ConversationsApi> fixture(json(conversation));
    const Result<Conversation> read = outcomeOf(fixture.api.get(id));
    QCOMPARE(fixture.sent(), "GET /conversations/c1?include_messages=false"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->messageCount, -1);
}

void TestConversationsApi::updatingSendsChangedKeysOnly()
{
    ApiFixture<ConversationsApi> fixture(json(conversation));
    Conversation before;
    before.id = id;
    before.title = u"Offers"_s;
    Conversation after = before;
    after.isPrivate = true;
    QVERIFY(outcomeOf(fixture.api.update(before, after)).has_value());
    QCOMPARE(fixture.sent(), "PATCH /conversations/c1"_ba);
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"is_private"_s, true}}));
}

void TestConversationsApi::renaming()
{
    ApiFixture<ConversationsApi> fixture(json(conversation));
    const Result<Conversation> read = outcomeOf(fixture.api.rename(id, u"Offers"_s));
    QCOMPARE(fixture.sent(), "PATCH /conversations/c1"_ba);
    QCOMPARE(fixture.json().toObject(), (QJsonObject{{u"title"_s, u"Offers"_s}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->title, u"Offers"_s);
}

void TestConversationsApi::removing()
{
    ApiFixture<ConversationsApi> fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(id)).has_value());
    QCOMPARE(fixture.sent(), "DELETE /conversations/c1"_ba);
}

void TestConversationsApi::messagesArePagedFromTheNewestAndReadOldestFirst()
{
    ApiFixture<ConversationsApi> fixture(json(R"({"messages":[{"id":"m2","role":"assistant","content":"b"},
        {"id":"m1","role":"user","content":"a"}],"total":12,"limit":2,"offset":0})"));
    const Result<Page<Message>> page = outcomeOf(fixture.api.messages(id, 0, 2));
    QCOMPARE(fixture.sent(), "GET /conversations/c1/messages?limit=2&offset=0&order=desc"_ba);
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 2);
    QCOMPARE(page->items.at(0).id, MessageId(u"m1"_s));
    QCOMPARE(page->items.at(1).id, MessageId(u"m2"_s));
    QCOMPARE(page->total, 12);
}

void TestConversationsApi::addingAMessage()
{
    ApiFixture<ConversationsApi> fixture(reply(201, R"({"id":"m1","role":"user","content":"Note"})"));
    Message made;
    made.role = Role::User;
    made.content = u"Note"_s;
    made.attachments = {{FileId(u"f1"_s), u"a.pdf"_s, {}, 1, {}}};
    const Result<Message> read = outcomeOf(fixture.api.addMessage(id, made));
    QCOMPARE(fixture.sent(), "POST /conversations/c1/messages"_ba);
    const QJsonObject expected{{u"role"_s, u"user"_s}, {u"content"_s, u"Note"_s}, {u"attachment_ids"_s, QJsonArray{u"f1"_s}}};
    QCOMPARE(fixture.json().toObject(), expected);
    QVERIFY(read.has_value());
    QCOMPARE(read->id, MessageId(u"m1"_s));
}

void TestConversationsApi::oneMessage()
{
    ApiFixture<ConversationsApi> fixture(json(R"({"id":"m1","role":"user","content":"Note"})"));
    const Result<Message> read = outcomeOf(fixture.api.message(MessageId(u"m1"_s)));
    QCOMPARE(fixture.sent(), "GET /messages/m1"_ba);
    QVERIFY(read.has_value());
    QCOMPARE(read->content, u"Note"_s);
}

void TestConversationsApi::removingAMessage()
{
    ApiFixture<ConversationsApi> fixture(json(R"({"success":true,"message_id":"m1"})"));
    QVERIFY(outcomeOf(fixture.api.removeMessage(id, MessageId(u"m1"_s))).has_value());
    QCOMPARE(fixture.sent(), "DELETE /chat/c1/messages/m1"_ba);
    ApiFixture<ConversationsApi> gone(reply(404, R"({"detail":"Message not found"})"));
    QCOMPARE(outcomeOf(gone.api.removeMessage(id, MessageId(u"m1"_s))).error().kind, Error::Kind::NotFound);
}

void TestConversationsApi::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("a bare list", 200, "[]", Error::Kind::Protocol);
    row("a conversation without an id", 200, R"({"conversations":[{"title":"x"}]})", Error::Kind::Protocol);
    row("bad order", 422, R"({"detail":[{"type":"pattern","loc":["query","order"],"msg":"No"}]})", Error::Kind::Invalid);
    row("signed out", 401, R"({"detail":"Invalid or expired JWT token"})", Error::Kind::Unauthorized);
}

void TestConversationsApi::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<ConversationsApi> fixture(reply(status, body));
    const Result<Page<Conversation>> page = outcomeOf(fixture.api.list({}, 0, 10));
    QVERIFY(!page.has_value());
    QTEST(static_cast<int>(page.error().kind), "kind");
}

void TestConversationsApi::badMessagesFail()
{
    ApiFixture<ConversationsApi> fixture(json(R"({"messages":[{"role":"user"}],"total":1})"));
    const Result<Page<Message>> page = outcomeOf(fixture.api.messages(id, 0, 2));
    QCOMPARE(page.error().kind, Error::Kind::Protocol);
    ApiFixture<ConversationsApi> forbidden(reply(403, R"({"detail":"Access denied"})"));
    QCOMPARE(outcomeOf(forbidden.api.messages(id, 0, 2)).error().kind, Error::Kind::Forbidden);
}

QTEST_GUILESS_MAIN(TestConversationsApi)
#include "tst_conversationsapi.moc"
