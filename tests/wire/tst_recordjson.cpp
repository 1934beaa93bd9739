#include "wire/json/recordjson.h"
#include "wire/randomrecord.h"

#include "wire/json/jsonparser.h"

#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

// What is kept on disk reads back as it was.
class TestRecordJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomMessagesSurvive();
    void randomConversationsSurvive();
    void nullAndUndefinedStayApart();
    void DATA_06_whatIsAskedOfThePersonSurvives();
    void unknownKeysAreIgnored();
    void anUnknownStateIsNotComplete();
    void anUnknownRoleIsKeptAside();
    void whatIsNoRecordFails();
};

namespace {

// Through bytes, as a file does it.
QJsonObject stored(const QJsonObject &record)
{
    const Result<QJsonValue> read = parseJson(QJsonDocument(record).toJson(QJsonDocument::Compact));
    return read ? read->toObject() : QJsonObject{{u"unreadable"_s, read.error().detail}};
}

unsigned seed()
{
    const unsigned chosen =
        qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED")) : std::random_device{}();
    qInfo("DESK_SEED=%u", chosen);
    return chosen;
}

Message minimal()
{
    Message message;
    message.role = Role::Assistant;
    return message;
}

} // namespace

void TestRecordJson::randomMessagesSurvive()
{
    randomrecord::Source random(seed());
    for (int i = 0; i < 500; ++i) {
        const Message before = random.message();
        const Result<Message> after = messageFromRecord(stored(recordFrom(before)));
        QVERIFY2(after.has_value(), qPrintable(after.has_value() ? QString() : after.error().detail));
        QCOMPARE(randomrecord::describe(*after), randomrecord::describe(before));
    }
}

void TestRecordJson::randomConversationsSurvive()
{
    randomrecord::Source random(seed());
    for (int i = 0; i < 500; ++i) {
        const Conversation before = random.conversation();
        const Result<Conversation> after = conversationFromRecord(stored(recordFrom(before)));
        QVERIFY(after.has_value());
        QCOMPARE(randomrecord::describe(*after), randomrecord::describe(before));
    }
}

void TestRecordJson::nullAndUndefinedStayApart()
{
    Message message = minimal();
    ToolCall running;
    running.input = QJsonValue(QJsonValue::Undefined);
    running.output = QJsonValue(QJsonValue::Undefined);
    ToolCall done;
    done.input = QJsonValue();
    done.output = QJsonValue();
    message.toolCalls = {running, done};
    const Result<Message> read = messageFromRecord(stored(recordFrom(message)));
    QVERIFY(read.has_value());
    QCOMPARE(read->toolCalls.size(), 2);
    QVERIFY(read->toolCalls.at(0).input.isUndefined() && read->toolCalls.at(0).output.isUndefined());
    QVERIFY(read->toolCalls.at(1).input.isNull() && read->toolCalls.at(1).output.isNull());
}

void TestRecordJson::DATA_06_whatIsAskedOfThePersonSurvives()
{
    Message message = minimal();
    message.prompts = {{Prompt::Type::Choice, u"table"_s, u"Which year?"_s, {u"2025"_s, u"2026"_s}, u"2026"_s},
                       {Prompt::Type::Confirm, {}, u"Go on?"_s, {}, {}},
                       {Prompt::Type::Open, {}, u"Why?"_s, {}, {}}};
    Prompt approval{Prompt::Type::Choice, u"table"_s, u"May it run?"_s, {u"Start it"_s, u"Refuse"_s}, u"Refuse"_s};
    approval.argumentsHash = u"00ff"_s;
    approval.optionIds = {u"approve"_s, u"refuse"_s};
    approval.arguments = {{u"days"_s, 7}};
    approval.expiresAt = QDateTime(QDate(2026, 5, 2), QTime(9, 0), Qt::UTC);
    message.prompts.append(approval);
    const Result<Message> read = messageFromRecord(stored(recordFrom(message)));
    QVERIFY(read.has_value());
    QVERIFY(read->prompts == message.prompts);
    QVERIFY(!recordFrom(minimal()).contains("prompts"_L1));
}

void TestRecordJson::unknownKeysAreIgnored()
{
    QJsonObject record = recordFrom(minimal());
    record.insert("from_the_future"_L1, QJsonArray{1, 2});
    record.insert("attachments"_L1, QJsonArray{u"no object"_s, QJsonObject{{u"filename"_s, u"a.txt"_s}, {u"colour"_s, 7}}});
    const Result<Message> read = messageFromRecord(stored(record));
    QVERIFY(read.has_value());
    QCOMPARE(read->attachments.size(), 1);
    QCOMPARE(read->attachments.first().filename, u"a.txt"_s);
}

void TestRecordJson::anUnknownStateIsNotComplete()
{
    QJsonObject record = recordFrom(minimal());
    QCOMPARE(messageFromRecord(record)->state, MessageState::Complete);
    record.insert("state"_L1, u"verified_by_three"_s);
    QCOMPARE(messageFromRecord(record)->state, MessageState::Interrupted);
    record.remove("state"_L1);
    QCOMPARE(messageFromRecord(record)->state, MessageState::Interrupted);
}

void TestRecordJson::anUnknownRoleIsKeptAside()
{
    QJsonObject record = recordFrom(minimal());
    record.insert("role"_L1, u"moderator"_s);
    const Result<Message> read = messageFromRecord(record);
    QVERIFY(read.has_value());
    QCOMPARE(read->role, Role::Unknown);
}

void TestRecordJson::whatIsNoRecordFails()
{
    QCOMPARE(messageFromRecord({}).error().kind, Error::Kind::Storage);
    QCOMPARE(messageFromRecord({}).error().detail, u"message.role: missing"_s);
    QCOMPARE(messageFromRecord({{u"role"_s, u"user"_s}, {u"content"_s, 7}}).error().detail, u"message.content: expected a string"_s);
    QCOMPARE(conversationFromRecord({}).error().detail, u"conversation.id: missing"_s);
}

QTEST_APPLESS_MAIN(TestRecordJson)
#include "tst_recordjson.moc"
