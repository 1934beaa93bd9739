#pragma once

#include "state/cache/cacheschema.h"
#include "state/cache/cachetable.h"
#include "state/store/storethread.h"
#include "support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

namespace desk::test {

// Years of conversations, which a server has and this computer has copies of: 200 of 500 messages each, the newest of now. In the middle
// of one of three months ago stands a phrase that is nowhere else.
class Archive
{
public:
    static constexpr int conversations = 200;
    static constexpr int messagesEach = 500;
    static constexpr int place = 241; // of the phrase; an answer
    static constexpr int phraseIn = 30;

    Archive()
        : m_server([this](const Received &request) { return answer(request); })
    {
    }

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] static QString phrase() { return QStringLiteral("ninety days after the delivery"); }

    [[nodiscard]] Conversation conversation(int number) const
    {
        Conversation conversation;
        conversation.id = ConversationId(QStringLiteral("c%1").arg(number));
        conversation.title = QStringLiteral("Figures of week %1").arg(number);
        conversation.createdAt = timeOf(number, 0);
        conversation.updatedAt = timeOf(number, messagesEach - 1);
        return conversation;
    }

    // As reading them one after the other leaves it.
    [[nodiscard]] bool keep(const StoreFolder &folder, const QString &account) const
    {
        StoreThread store(folder, cacheStoreKind(folder));
        int kept = 0;
        QObject context;
        for (int number = 0; number < conversations; ++number)
            store.run(
                &context,
                [this, number, account](Database &database) {
                    CacheTable table(database, account);
                    const Conversation one = conversation(number);
                    table.putConversations({one});
                    const int added = table.putMessages(one, messages(number), {0, messagesEach, true});
                    table.noteFilled({one.id, one.updatedAt.toMSecsSinceEpoch(), 0, true});
                    return added;
                },
                [&kept](const Result<int> &added) { kept += added ? *added : 0; });
        return QTest::qWaitFor([&kept] { return kept == conversations * messagesEach; }, 120'000);
    }

private:
    // The conversation of the phrase is of three months ago, a week lies between two.
    [[nodiscard]] QDateTime timeOf(int number, int message) const
    {
        const int weeks = number < phraseIn ? number * 13 / phraseIn : 13 + number - phraseIn;
        return m_now.addDays(-7 * weeks).addSecs(-60 * (messagesEach - message) - number);
    }

    [[nodiscard]] QList<Message> messages(int number) const
    {
        QList<Message> messages;
        for (int i = 0; i < messagesEach; ++i) {
            Message message;
            message.id = MessageId(QStringLiteral("%1-%2").arg(number).arg(i));
            message.conversationId = ConversationId(QStringLiteral("c%1").arg(number));
            message.role = i % 2 == 0 ? Role::User : Role::Assistant;
            message.createdAt = timeOf(number, i);
            message.content = number == phraseIn && i == place
                                  ? QStringLiteral("They have to pay %1, as the side letter says.").arg(phrase())
                                  : QStringLiteral("In week %1 dealer %2 ordered %3 units, ninety more than after the last delivery.")
                                        .arg(number)
                                        .arg(i)
                                        .arg(i * 7);
            messages.append(message);
        }
        return messages;
    }

    [[nodiscard]] static QJsonObject row(const Message &message)
    {
        return {{QStringLiteral("id"), message.id.value()},
                {QStringLiteral("conversation_id"), message.conversationId.value()},
                {QStringLiteral("role"), message.role == Role::User ? QStringLiteral("user") : QStringLiteral("assistant")},
                {QStringLiteral("content"), message.content},
                {QStringLiteral("created_at"), message.createdAt.toString(Qt::ISODateWithMs)}};
    }

    [[nodiscard]] static QJsonObject row(const Conversation &conversation)
    {
        return {{QStringLiteral("id"), conversation.id.value()},
                {QStringLiteral("title"), conversation.title},
                {QStringLiteral("message_count"), messagesEach},
                {QStringLiteral("created_at"), conversation.createdAt.toString(Qt::ISODateWithMs)},
                {QStringLiteral("updated_at"), conversation.updatedAt.toString(Qt::ISODateWithMs)}};
    }

    [[nodiscard]] Scripted answer(const Received &request) const
    {
        const QUrl url(QString::fromLatin1(request.target));
        const QStringList path = url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
        const auto compact = [](const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); };
        if (path.value(0) == QLatin1String("agents"))
            return json(R"([{"id":"34f0bba5-0000-4000-8000-000000000001","name":"chat","display_name":"Chat"}])");
        if (path.value(0) != QLatin1String("conversations") || request.method != "GET")
            return reply(404, R"({"detail":"Not Found"})");
        const QUrlQuery query(url);
        const int offset = query.queryItemValue(QStringLiteral("offset")).toInt();
        const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
        const int number = path.value(1).mid(1).toInt();
        QJsonArray rows;
        if (path.size() == 1) {
            for (int i = offset; i < std::min(conversations, offset + limit); ++i)
                rows.append(row(conversation(i)));
            return json(compact({{QStringLiteral("conversations"), rows}, {QStringLiteral("total"), conversations}}));
        }
        if (path.size() == 2)
            return json(compact(row(conversation(number))));
        QList<Message> all = messages(number);
        if (query.queryItemValue(QStringLiteral("order")) == QLatin1String("desc"))
            std::reverse(all.begin(), all.end());
        for (const Message &message : all.mid(offset, limit))
            rows.append(row(message));
        return json(compact({{QStringLiteral("messages"), rows}, {QStringLiteral("total"), messagesEach}}));
    }

    QDateTime m_now = QDateTime::currentDateTimeUtc();
    FaultServer m_server;
};

} // namespace desk::test
