#pragma once

#include "teamfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace desk::test {

// What every server makes of a conversation: one line of messages, c1, to which turns are added at the end and of which messages can be
// deleted (contract 3.10, 3.11). As the team server it does not say what it calls a question.
struct LinearServer {
    QList<QJsonObject> messages;
    QList<QJsonObject> asked; // bodies
    QStringList deleted;
    int turns = 0;
    bool saysIds = true;   // the local server does
    int refuseDeletes = 0; // so many
    int refuseTurns = 0;
    int promised = 0;         // messages that it counts and does not have
    QJsonObject toldAtTheEnd; // of a turn, beside its ids
    bool hold = false;        // a turn's stream stays open before its end

    void add(const QString &id, const QString &role, const QString &content)
    {
        const QString time = QDateTime(QDate(2026, 5, 2), QTime(9, 0)).addSecs(messages.size()).toString(Qt::ISODate);
        messages.append({{QStringLiteral("id"), id},
                         {QStringLiteral("conversation_id"), QStringLiteral("c1")},
                         {QStringLiteral("role"), role},
                         {QStringLiteral("content"), content},
                         {QStringLiteral("created_at"), time}});
    }

    [[nodiscard]] QStringList ids() const
    {
        QStringList all;
        for (const QJsonObject &message : messages)
            all.append(message.value(QLatin1StringView("id")).toString());
        return all;
    }

    // Empty where it has nothing to say.
    [[nodiscard]] Scripted handle(const Received &request)
    {
        const QUrl url(QString::fromUtf8(request.target));
        if (request.method == "POST" && request.target.contains("chat/message"))
            return turn(QJsonDocument::fromJson(request.body).object());
        if (request.method == "DELETE" && request.target.startsWith("/chat/c1/messages/"))
            return remove(url.path().section(u'/', -1));
        if (request.method == "GET" && request.target.startsWith("/conversations/c1/messages"))
            return page(QUrlQuery(url));
        return {};
    }

private:
    static QByteArray event(const QByteArray &type, const QJsonObject &data)
    {
        static int id = 0;
        return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) +
               "\n\n";
    }

    Scripted turn(const QJsonObject &body)
    {
        if (refuseTurns > 0) {
            --refuseTurns;
            return reply(422, R"({"detail":"The agent is not there."})");
        }
        asked.append(body);
        const QString number = QString::number(++turns);
        const QString question = body.value(QLatin1StringView("message")).toString();
        const QString answer = QStringLiteral("Answer %1 to %2").arg(number, question);
        QByteArray stream;
        if (saysIds)
            stream += event("run_created", {{QStringLiteral("run_id"), u'r' + number},
                                            {QStringLiteral("conversation_id"), QStringLiteral("c1")},
                                            {QStringLiteral("message_id"), QStringLiteral("nq") + number}});
        stream += event("content",
                        {{QStringLiteral("type"), QStringLiteral("content")},
                         {QStringLiteral("source"), QStringLiteral("chat")},
                         {QStringLiteral("message"), answer},
                         {QStringLiteral("data"), QJsonObject{{QStringLiteral("streaming"), true}, {QStringLiteral("partial"), true}}}});
        if (hold)
            return eventStream({stream}, Scripted::End::Hold);
        add(QStringLiteral("nq") + number, QStringLiteral("user"), question);
        add(QStringLiteral("na") + number, QStringLiteral("assistant"), answer);
        QJsonObject complete = toldAtTheEnd;
        complete.insert(QStringLiteral("message_id"), QStringLiteral("na") + number);
        complete.insert(QStringLiteral("conversation_id"), QStringLiteral("c1"));
        stream += event("message_complete", complete);
        return eventStream({stream}, Scripted::End::Close);
    }

    Scripted remove(const QString &id)
    {
        if (refuseDeletes > 0) {
            --refuseDeletes;
            return reply(403, R"({"detail":"Only the owner may delete."})");
        }
        deleted.append(id);
        const bool isThere =
            messages.removeIf([&id](const QJsonObject &m) { return m.value(QLatin1StringView("id")).toString() == id; }) > 0;
        return isThere ? json(R"({"success":true})") : reply(404, R"({"detail":"Not Found"})");
    }

    [[nodiscard]] Scripted page(const QUrlQuery &query) const
    {
        const int offset = query.queryItemValue(QStringLiteral("offset")).toInt();
        const int limit = std::max(1, query.queryItemValue(QStringLiteral("limit")).toInt());
        QJsonArray newestFirst;
        for (qsizetype i = messages.size() - 1 - offset; i >= 0 && newestFirst.size() < limit; --i)
            newestFirst.append(messages.at(i));
        const QJsonObject body{{QStringLiteral("messages"), newestFirst}, {QStringLiteral("total"), messages.size() + promised}};
        return json(QJsonDocument(body).toJson());
    }
};

inline const QByteArray treeFeatures = localFeatures + R"(,"hidden_messages")";

} // namespace desk::test
