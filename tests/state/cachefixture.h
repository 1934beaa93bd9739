#pragma once

#include "state/cache/cacheschema.h"
#include "state/cache/conversationcache.h"
#include "state/cache/messagesearch.h"
#include "teamfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace desk::test {

inline const QDateTime start(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);

inline Message message(const QString &id, const QString &text, int minute = 0, Role role = Role::Assistant)
{
    Message message;
    message.id = MessageId(id);
    message.role = role;
    message.content = text;
    message.createdAt = start.addSecs(minute * 60);
    return message;
}

inline Conversation conversation(const QString &id, const QString &title, int minute = 0)
{
    Conversation conversation;
    conversation.id = ConversationId(id);
    conversation.title = title;
    conversation.createdAt = start;
    conversation.updatedAt = start.addSecs(minute * 60);
    return conversation;
}

inline Message withFile(const QString &id, const QString &file, int minute, const QString &text = {})
{
    Message one = message(id, QStringLiteral("Look at this"), minute, Role::User);
    one.attachments = {{FileId(file), QStringLiteral("terms.txt"), {}, 1, {}}};
    one.attachments.first().text = text;
    return one;
}

inline Insight insight(const QString &id, const QString &content, InsightCategory category, const QDate &day)
{
    Insight one;
    one.id = InsightId(id);
    one.content = content;
    one.category = category;
    one.conversationId = ConversationId(QStringLiteral("c1"));
    one.createdOn = day;
    return one;
}

// A server with conversations, oldest message first.
struct CacheFixture : TeamFixture {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(QStringLiteral("user"))};
    StoreKind kind = cacheStoreKind(folder);
    std::unique_ptr<StoreThread> store = std::make_unique<StoreThread>(folder, kind);
    std::unique_ptr<ConversationCache> cache = std::make_unique<ConversationCache>(*store);
    std::unique_ptr<MessageSearch> search = std::make_unique<MessageSearch>(*store, kind.path);
    QHash<QByteArray, int> sizes; // conversation → messages
    QHash<QByteArray, QByteArray> updated;
    QList<QByteArray> order;
    int asked = 0;          // for pages of messages
    int answered = 1000000; // of those; later ones are held

    CacheFixture()
    {
        features = localFeatures;
        script = [this](const Received &request) { return scripted(request); };
        cache->open(QStringLiteral("team/ann"));
        search->open(QStringLiteral("team/ann"));
    }

    void add(const QByteArray &id, int messages, const QByteArray &day = "2026-02-03")
    {
        order.append(id);
        sizes.insert(id, messages);
        updated.insert(id, day + "T10:00:00Z");
    }

    Scripted scripted(const Received &request)
    {
        const QByteArray target = request.target;
        if (target.startsWith("/conversations?")) {
            QByteArrayList rows;
            for (const QByteArray &id : std::as_const(order))
                rows.append(R"({"id":")" + id + R"(","title":"Talk )" + id + R"(","created_at":"2026-02-01T08:00:00Z","updated_at":")" +
                            updated.value(id) + R"("})");
            return json(R"({"conversations":[)" + rows.join(',') + R"(],"total":)" + QByteArray::number(rows.size()) + "}");
        }
        static const QRegularExpression page(QStringLiteral("^/conversations/([^/]+)/messages\\?(.*)$"));
        const QRegularExpressionMatch match = page.match(QString::fromLatin1(target));
        if (match.hasMatch()) {
            if (++asked > answered)
                return Scripted{{}, 0, Scripted::End::Hold};
            return messages(match.captured(1).toLatin1(), match.captured(2));
        }
        const QByteArray id = target.mid(QByteArray("/conversations/").size());
        if (target.startsWith("/conversations/") && !order.contains(id))
            return reply(404, R"({"detail":"Not Found"})");
        if (target.startsWith("/conversations/"))
            return json(R"({"id":")" + id + R"(","title":"Talk )" + id + R"("})");
        return {};
    }

    Scripted messages(const QByteArray &id, const QString &query) const
    {
        if (!order.contains(id))
            return reply(404, R"({"detail":"Not Found"})");
        static const QRegularExpression numbers(QStringLiteral("(offset|limit|skip)=(\\d+)"));
        int offset = 0;
        int limit = 100;
        auto all = numbers.globalMatch(query);
        while (all.hasNext()) {
            const auto number = all.next();
            (number.captured(1) == QLatin1String("limit") ? limit : offset) = number.captured(2).toInt();
        }
        const int total = sizes.value(id);
        QJsonArray rows;
        for (int i = total - offset - 1; i >= std::max(0, total - offset - limit); --i) // the newest first, as they are asked for
            rows.append(QJsonObject{{QStringLiteral("id"), QString::fromLatin1(id) + u'-' + QString::number(i)},
                                    {QStringLiteral("role"), i % 2 == 0 ? QStringLiteral("user") : QStringLiteral("assistant")},
                                    {QStringLiteral("content"), QStringLiteral("Line %1 of %2").arg(i).arg(QString::fromLatin1(id))},
                                    {QStringLiteral("created_at"), start.addSecs(i * 60).toString(Qt::ISODate)}});
        return json(QJsonDocument(QJsonObject{{QStringLiteral("messages"), rows}, {QStringLiteral("total"), total}})
                        .toJson(QJsonDocument::Compact));
    }

    void put(const QString &id, const QList<Message> &messages, const QString &title = QStringLiteral("A talk"))
    {
        cache->putConversations({conversation(id, title)});
        cache->putMessages(conversation(id, title), messages, {0, messages.size(), true});
    }

    void settle() const { store->waitForJobs(5000); }

    // What is found, as conversation/message; the title itself as conversation/.
    QStringList look(const QString &text, QList<SearchHit> *all = nullptr)
    {
        settle();
        QStringList found;
        QObject context;
        QObject::connect(search.get(), &MessageSearch::found, &context, [&](const QList<SearchHit> &hits) {
            for (const SearchHit &hit : hits)
                found.append(hit.conversation.value() + u'/' + hit.message.value());
            if (all)
                *all += hits;
        });
        QObject::connect(search.get(), &MessageSearch::failed, &context, [&](const Error &error) { found.append(error.detail); });
        search->start(SearchQuery::parse(text));
        if (!QTest::qWaitFor([this] { return !search->isRunning(); }, 20'000))
            found.append(QStringLiteral("timeout"));
        return found;
    }

    [[nodiscard]] QByteArray onDisk() const
    {
        QByteArray bytes;
        for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
            QFile file(kind.path + suffix);
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }
};

} // namespace desk::test
