#pragma once

#include "api/endpoints/chapter.h"
#include "domain/chatmessage.h"
#include "domain/chatturn.h"
#include "domain/completion.h"
#include "domain/routerequest.h"

namespace desk {

class EventStream;

// Contract 3.9 and 4: what answers with an event stream. The streams belong to the transport and delete themselves; what their events
// mean is in wire/json, one decoder for each, since the same names mean different things (contract 6.2 #23).
class StreamsApi : public Chapter
{
public:
    using Chapter::Chapter;

    // POST /chat/message/stream/agentic → wire::chatEventFrom. The turn goes on without us only where the server has chat_detach. The
    // key makes a repeat harmless (HTTP-06). Without heartbeats silence of minutes is legal.
    [[nodiscard]] EventStream *turn(const ChatTurn &turn, const QByteArray &idempotencyKey, bool heartbeats);
    // GET /streams/runs/{id}: a run, or on the local server a chat turn to attach to again.
    [[nodiscard]] EventStream *run(const RunId &id, const QByteArray &lastEventId = {});

    // POST /chat/message/stream → wire::chatStreamEventFrom. Up to 1 000 characters; line breaks are lost (contract 6.1 #8).
    [[nodiscard]] EventStream *plainTurn(const ChatMessageRequest &request, const QByteArray &idempotencyKey);
    // POST /dispatcher/route/stream → wire::dispatchEventFrom. Nothing of it is stored.
    [[nodiscard]] EventStream *dispatch(const RouteRequest &request);
    // POST /llm/completions → wire::CompletionChunks.
    [[nodiscard]] EventStream *completion(const CompletionRequest &request);

    // How long nothing, not even a heartbeat, comes in a turn or a run before it is told.
    [[nodiscard]] int silentMs() const { return m_silentMs; }
    void setSilentMs(int ms) { m_silentMs = ms; } // of streams that begin from now on

    // For StreamHub::watch().
    [[nodiscard]] static QString runPath(const RunId &id);                     // → wire::runUpdateFrom
    [[nodiscard]] static QString executionPath(const ExecutionId &id);         // → wire::executionUpdateFrom
    [[nodiscard]] static QString taskExecutionPath(const TaskExecutionId &id); // → wire::taskExecutionUpdateFrom

private:
    [[nodiscard]] EventStream *post(const QString &path, const QJsonObject &body, const QByteArray &idempotencyKey, int idleMs);

    int m_silentMs = 30'000;
};

} // namespace desk
