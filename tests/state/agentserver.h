#pragma once

#include "support/scripted.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <functional>
#include <utility>

namespace desk::test {

// A server's agents, or its tools or workflows, as the contract has them (3.1): partial updates, a version that counts, members it does not
// know kept. For a FaultServer's handler.
struct AgentServer {
    QMap<QString, QJsonObject> agents;          // by id
    QMap<QString, QList<QJsonObject>> versions; // of each, the newest first, as put() made them
    bool hasEtags = false;                      // else the last one to write wins
    bool hasVersions = false;                   // else 404, as for all it does not know
    QStringList forgets;                        // members it takes and does not keep
    std::function<void()> beforePut;            // somebody else, between the look and the write; once
    QList<QJsonObject> puts;                    // bodies, in order
    QList<QJsonObject> posts;
    QString place = QStringLiteral("/agents"); // of tools and workflows another one
    QString makingAt = QStringLiteral("/agents/definitions");

    void put(const QString &id, const QJsonObject &members) // by somebody else
    {
        QJsonObject &agent = agents[id];
        for (auto member = members.begin(); member != members.end(); ++member)
            agent.insert(member.key(), member.value());
        agent.insert(QStringLiteral("id"), id);
        agent.insert(QStringLiteral("version"), agent.value(QStringLiteral("version")).toInt() + 1);
        versions[id].prepend(agent);
    }

    [[nodiscard]] Scripted answer(const Received &request)
    {
        const QString target = QString::fromUtf8(request.target);
        if (request.method == "GET" && target == place)
            return json(list());
        if (hasVersions && request.method == "GET" && target.endsWith(QStringLiteral("/versions")))
            return versionsOf(target.section(u'/', -2, -2));
        const QString id = target.section(u'/', -1);
        if (request.method == "POST" && target == makingAt)
            return create(QJsonDocument::fromJson(request.body).object());
        if (!target.startsWith(place + u'/') || !agents.contains(id))
            return target.startsWith(place + u'/') ? reply(404, R"({"detail":"Agent not found"})") : Scripted{};
        if (request.method == "GET")
            return one(id, 200);
        return request.method == "PUT" ? update(id, request) : Scripted{};
    }

private:
    [[nodiscard]] QByteArray list() const
    {
        QJsonArray out;
        for (const QJsonObject &agent : agents)
            out.append(agent);
        return QJsonDocument(out).toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] Scripted versionsOf(const QString &id) const
    {
        QJsonArray out;
        for (const QJsonObject &version : versions.value(id))
            out.append(version);
        return json(QJsonDocument(out).toJson(QJsonDocument::Compact));
    }
    [[nodiscard]] QByteArray etag(const QString &id) const
    {
        return '"' + QCryptographicHash::hash(QJsonDocument(agents.value(id)).toJson(), QCryptographicHash::Sha1).toHex() + '"';
    }
    [[nodiscard]] Scripted one(const QString &id, int status) const
    {
        const QByteArray body = QJsonDocument(agents.value(id)).toJson(QJsonDocument::Compact);
        return reply(status, body, "application/json", hasEtags ? QList<QByteArray>{"ETag: " + etag(id)} : QList<QByteArray>());
    }
    [[nodiscard]] Scripted create(const QJsonObject &body)
    {
        posts.append(body);
        const QString id = QStringLiteral("new%1").arg(posts.size());
        put(id, kept(body));
        return one(id, 201);
    }
    [[nodiscard]] Scripted update(const QString &id, const Received &request)
    {
        if (const auto before = std::exchange(beforePut, nullptr))
            before();
        if (hasEtags && request.headers.value("if-match") != etag(id))
            return reply(412, R"({"detail":"changed meanwhile"})");
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        puts.append(body);
        put(id, kept(body));
        return one(id, 200);
    }
    [[nodiscard]] QJsonObject kept(QJsonObject body) const
    {
        for (const QString &member : forgets)
            body.remove(member);
        return body;
    }
};

} // namespace desk::test
