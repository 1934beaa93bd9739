#include "domain/conversation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyTheListKnowsIsKept();
    void whatTheSingleOneKnowsIsTaken();
    void aWholeSingleOneReplacesTheListed();
    void anEmptyConversationLosesItsPreview();
    void rawFollowsTheFields();
};

namespace {

Conversation listed()
{
    Conversation made;
    made.id = ConversationId(u"c1"_s);
    made.title = u"Offers"_s;
    made.messageCount = 4;
    made.lastMessage = u"Offer A is cheaper"_s;
    made.source = u"desktop"_s;
    made.model = u"research"_s;
    made.isPrivate = true;
    made.agentId = AgentId(u"chat-agent"_s);
    made.updatedAt = QDateTime(QDate(2026, 5, 2), QTime(9, 14), Qt::UTC);
    made.raw = {{u"source"_s, u"desktop"_s}, {u"message_count"_s, 4}, {u"title"_s, u"Offers"_s}};
    return made;
}

Conversation fetched()
{
    Conversation made;
    made.id = ConversationId(u"c1"_s);
    made.title = u"Three offers"_s;
    made.isPrivate = false;
    made.activeRun = RunId(u"r1"_s);
    made.updatedAt = QDateTime(QDate(2026, 5, 2), QTime(9, 20), Qt::UTC);
    made.raw = {{u"source"_s, QJsonValue()}, {u"title"_s, u"Three offers"_s}};
    return made;
}

} // namespace

// Contract 6.2 #26.
void TestConversation::whatOnlyTheListKnowsIsKept()
{
    const Conversation merged = mergeDetail(listed(), fetched());
    QCOMPARE(merged.messageCount, 4);
    QCOMPARE(merged.lastMessage, u"Offer A is cheaper"_s);
    QCOMPARE(merged.source, u"desktop"_s);
    QCOMPARE(merged.model, u"research"_s);
    QCOMPARE(merged.isPrivate, std::optional<bool>(true));
    QCOMPARE(merged.agentId, AgentId(u"chat-agent"_s));
}

void TestConversation::whatTheSingleOneKnowsIsTaken()
{
    Conversation single = fetched();
    single.model = u"frontier"_s;
    const Conversation merged = mergeDetail(listed(), single);
    QCOMPARE(merged.title, u"Three offers"_s);
    QCOMPARE(merged.activeRun, RunId(u"r1"_s));
    QCOMPARE(merged.updatedAt, single.updatedAt);
    QCOMPARE(merged.model, u"frontier"_s);
}

void TestConversation::aWholeSingleOneReplacesTheListed()
{
    Conversation single = fetched();
    single.messageCount = 6;
    single.lastMessage = u"So A it is"_s;
    const Conversation merged = mergeDetail(listed(), single);
    QCOMPARE(merged.messageCount, 6);
    QCOMPARE(merged.lastMessage, u"So A it is"_s);
    QCOMPARE(merged.isPrivate, std::optional<bool>(false));
    QCOMPARE(merged.source, QString());
}

void TestConversation::anEmptyConversationLosesItsPreview()
{
    Conversation single = fetched();
    single.messageCount = 0;
    QCOMPARE(mergeDetail(listed(), single).lastMessage, QString());
    single.messageCount = 6; // a change answers with the count and without the preview
    QCOMPARE(mergeDetail(listed(), single).lastMessage, u"Offer A is cheaper"_s);
}

void TestConversation::rawFollowsTheFields()
{
    const QJsonObject expected{{u"source"_s, u"desktop"_s}, {u"message_count"_s, 4}, {u"title"_s, u"Three offers"_s}};
    QCOMPARE(mergeDetail(listed(), fetched()).raw, expected);
}

QTEST_APPLESS_MAIN(TestConversation)
#include "tst_conversation.moc"
