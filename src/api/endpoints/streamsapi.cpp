#include "api/endpoints/streamsapi.h"

#include "api/stream/eventstream.h"
#include "wire/json/chatmessagejson.h"
#include "wire/json/chatoptionsjson.h"
#include "wire/json/completionjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int heartbeatIdleMs = 45'000; // three heartbeats (SSE-23)
constexpr int noIdleLimit = 0;          // contract 4.1: silence of minutes is normal while a model works

QJsonObject bodyOf(const ChatTurn &turn)
{
    QJsonObject body{{"message"_L1, turn.message}};
    if (!turn.conversationId.isEmpty())
        body.insert("conversation_id"_L1, turn.conversationId.value());
    if (!turn.agents.isEmpty())
        body.insert("selected_agents"_L1, QJsonArray::fromStringList(turn.agents));
    QJsonArray files;
    for (const FileId &id : turn.files)
        files.append(id.value());
    if (!files.isEmpty())
        body.insert("attachment_ids"_L1, files);
    if (!turn.metadata.isEmpty())
        body.insert("metadata"_L1, turn.metadata);
    wire::insertOptions(body, turn.options);
    return body;
}

} // namespace

EventStream *StreamsApi::turn(const ChatTurn &turn, const QByteArray &idempotencyKey, bool heartbeats)
{
    return post(u"/chat/message/stream/agentic"_s, bodyOf(turn), idempotencyKey, heartbeats ? heartbeatIdleMs : noIdleLimit);
}

EventStream *StreamsApi::run(const RunId &id, const QByteArray &lastEventId)
{
    EventStream::Spec spec;
    spec.request.path = runPath(id);
    spec.lastEventId = lastEventId;
    spec.silentMs = m_silentMs;
    return new EventStream(m_transport, spec);
}

EventStream *StreamsApi::plainTurn(const ChatMessageRequest &request, const QByteArray &idempotencyKey)
{
    return post(u"/chat/message/stream"_s, wire::toJson(request), idempotencyKey, noIdleLimit);
}

EventStream *StreamsApi::dispatch(const RouteRequest &request)
{
    return post(u"/dispatcher/route/stream"_s, wire::toJson(request), {}, noIdleLimit);
}

EventStream *StreamsApi::completion(const CompletionRequest &request)
{
    QJsonObject body = wire::toJson(request);
    body.insert("stream"_L1, true);
    return post(u"/llm/completions"_s, body, {}, noIdleLimit);
}

QString StreamsApi::runPath(const RunId &id)
{
    return path(u"/streams/runs/%1"_s, id.value());
}

QString StreamsApi::executionPath(const ExecutionId &id)
{
    return path(u"/streams/executions/%1"_s, id.value());
}

QString StreamsApi::taskExecutionPath(const TaskExecutionId &id)
{
    return path(u"/streams/task-executions/%1"_s, id.value());
}

EventStream *StreamsApi::post(const QString &path, const QJsonObject &body, const QByteArray &idempotencyKey, int idleMs)
{
    EventStream::Spec spec;
    spec.request.verb = "POST";
    spec.request.path = path;
    spec.request.body = compact(body);
    spec.request.idempotencyKey = idempotencyKey;
    spec.silentMs = m_silentMs;
    spec.idleMs = idleMs;
    return new EventStream(m_transport, spec);
}

} // namespace desk
