#pragma once

#include "support/scripted.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <functional>

namespace desk::test {

// A server's agents, conversations, answers and datasets, as far as a trial of an agent touches them. For a FaultServer's handler.
struct ScratchServer {
    QMap<QString, QJsonObject> agents; // by id
    QMap<QString, QJsonObject> conversations;
    QList<QJsonObject> made;                                 // agents that were created, whole, in order
    QList<QJsonObject> questions;                            // bodies of the chat stream
    QList<QJsonObject> scenarios;                            // with their dataset
    QList<QJsonObject> answers;                              // to what a tool waits for, in order
    Scripted taken = reply(202, R"({"status":"accepted"})"); // what is said to them
    QList<QJsonObject> datasets;
    bool hasDatasets = false;   // else 404
    int refuseAgent = 0;        // status of a creation; 0: it is taken
    int refuseConversation = 0; // the same
    int refuseRemoval = 0;      // of agents
    int refuseScenario = 0;
    bool losesAnswer = false; // of a creation: it is made, and the connection breaks
    bool isLate = false;      // with it: what is created is not there yet, but in `late`
    QList<QJsonObject> late;
    std::function<void()> onCreation; // in the middle of one: its answer is about to leave
    std::function<Scripted(const QJsonObject &question)> stream = [](const QJsonObject &) { return answered("Fine."); };

    [[nodiscard]] static QByteArray event(const QByteArray &type, const QByteArray &data)
    {
        return "event: " + type + "\ndata: " + data + "\n\n";
    }
    [[nodiscard]] static QByteArray words(const QByteArray &text)
    {
        return event("content", "{\"type\":\"content\",\"source\":\"chat\",\"message\":\"" + text +
                                    "\",\"data\":{\"streaming\":true,\"partial\":true}}");
    }
    [[nodiscard]] static QByteArray toolStart()
    {
        return event("tool_start", R"({"type":"tool_start","source":"calculate","message":"Using calculate","data":)"
                                   R"({"tool_name":"calculate","input":{"expression":"1+1"}}})");
    }
    [[nodiscard]] static QByteArray toolResult()
    {
        return event("tool_result", R"({"type":"tool_result","source":"calculate","message":"2","data":{"result":"2"}})");
    }
    [[nodiscard]] static QByteArray runCreated()
    {
        return event("run_created", R"({"run_id":"r1","conversation_id":"k2","message_id":"m1"})");
    }
    [[nodiscard]] static QByteArray asksToStart(const QByteArray &tool, const QByteArray &hash)
    {
        return event("prompt", R"({"type":"prompt","source":"contracts","message":"May it start?","data":{"prompt_type":"choice",)"
                               R"("options":["Start","Refuse"],"option_ids":["approve","refuse"],"program":"/usr/bin/mailer",)"
                               R"("arguments":{"to":"ana"},"tool_name":")" +
                                   tool + R"(","arguments_hash":")" + hash + "\"}}");
    }
    [[nodiscard]] static QByteArray finished()
    {
        return event("complete", R"({"type":"complete","source":"dispatcher","message":"","data":{"elapsed_seconds":1.5}})") +
               event("message_complete", R"({"message_id":"m2","conversation_id":"c1"})");
    }
    [[nodiscard]] static Scripted answered(const QByteArray &text) { return eventStream({words(text), finished()}, Scripted::End::Close); }
    [[nodiscard]] QStringList trials() const // names of temporary agents that are there
    {
        QStringList out;
        for (const QJsonObject &agent : agents) {
            const QString name = agent.value(QStringLiteral("name")).toString();
            if (name.startsWith(QStringLiteral("agent-desk-trial-")))
                out.append(name);
        }
        return out;
    }
    [[nodiscard]] bool isClean() const { return trials().isEmpty() && conversations.isEmpty(); }

    [[nodiscard]] Scripted answer(const Received &request)
    {
        const QString target = QString::fromUtf8(request.target);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (target == QStringLiteral("/chat/message/stream/agentic")) {
            questions.append(body);
            return stream(body);
        }
        if (target.startsWith(QStringLiteral("/runs/")) && target.endsWith(QStringLiteral("/answer"))) {
            answers.append(body);
            return taken;
        }
        if (target.startsWith(QStringLiteral("/agents")))
            return ofAgents(request.method, target, body);
        if (target.startsWith(QStringLiteral("/conversations")))
            return ofConversations(request.method, target, body);
        return hasDatasets && target.startsWith(QStringLiteral("/evals/datasets")) ? ofDatasets(request.method, target, body) : Scripted{};
    }

private:
    [[nodiscard]] static QByteArray text(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
    [[nodiscard]] static QJsonArray all(const QMap<QString, QJsonObject> &rows)
    {
        QJsonArray out;
        for (const QJsonObject &row : rows)
            out.append(row);
        return out;
    }
    [[nodiscard]] static Scripted refusal(int status) { return reply(status, R"({"detail":"Not today."})"); }
    [[nodiscard]] Scripted created(QMap<QString, QJsonObject> &rows, const QString &prefix, QJsonObject row)
    {
        const QString id = prefix + QString::number(++m_last);
        row.insert(QStringLiteral("id"), id);
        if (isLate)
            late.append(row);
        else
            rows.insert(id, row);
        if (losesAnswer) {
            Scripted cut;
            cut.end = Scripted::End::Reset;
            return cut;
        }
        Scripted whole = reply(201, text(row));
        if (onCreation)
            whole.onPiece = [this](qsizetype) { onCreation(); };
        return whole;
    }
    [[nodiscard]] Scripted ofAgents(const QByteArray &method, const QString &target, const QJsonObject &body)
    {
        if (method == "GET" && target == QStringLiteral("/agents"))
            return json(QJsonDocument(all(agents)).toJson(QJsonDocument::Compact));
        if (method == "POST") {
            if (refuseAgent != 0)
                return refusal(refuseAgent);
            made.append(body);
            return created(agents, QStringLiteral("t"), body);
        }
        if (method != "DELETE")
            return {};
        if (refuseRemoval != 0)
            return refusal(refuseRemoval);
        return agents.remove(target.section(u'/', -1)) > 0 ? reply(204, {}) : refusal(404);
    }
    [[nodiscard]] Scripted ofConversations(const QByteArray &method, const QString &target, const QJsonObject &body)
    {
        if (method == "POST" && refuseConversation != 0)
            return refusal(refuseConversation);
        if (method == "POST")
            return created(conversations, QStringLiteral("k"), body);
        if (method == "GET" && target.startsWith(QStringLiteral("/conversations?")))
            return json(text({{QStringLiteral("conversations"), all(conversations)}, {QStringLiteral("total"), conversations.size()}}));
        if (method == "DELETE")
            return conversations.remove(target.section(u'/', -1)) > 0 ? reply(204, {}) : refusal(404);
        return {};
    }
    [[nodiscard]] Scripted ofDatasets(const QByteArray &method, const QString &target, QJsonObject body)
    {
        if (target.endsWith(QStringLiteral("/scenarios"))) {
            if (refuseScenario != 0)
                return refusal(refuseScenario);
            body.insert(QStringLiteral("dataset_id"), target.section(u'/', -2, -2));
            body.insert(QStringLiteral("id"), QStringLiteral("s%1").arg(scenarios.size() + 1));
            scenarios.append(body);
            return reply(201, text(body));
        }
        if (method == "POST") {
            body.insert(QStringLiteral("id"), QStringLiteral("d%1").arg(datasets.size() + 1));
            datasets.append(body);
            return reply(201, text(body));
        }
        QJsonArray out;
        for (const QJsonObject &dataset : std::as_const(datasets))
            out.append(dataset);
        return json(QJsonDocument(out).toJson(QJsonDocument::Compact));
    }

    int m_last = 0;
};

} // namespace desk::test
