#include "localserver/routes/transcript.h"

#include "wire/json/chateventjson.h"

#include <algorithm>

namespace desk::server {

namespace {

constexpr qsizetype pageBytes = 256 * 1024;

class TranscriptBuilder
{
public:
    void take(const ChatEvent &event)
    {
        std::visit([this](const auto &value) { add(value); }, event);
    }

    [[nodiscard]] Transcript result()
    {
        if (m_out.text.isEmpty())
            m_out.text = m_ack;
        return m_out;
    }

private:
    template <typename T>
    void add(const T &)
    {
    }
    void add(const RoutingDecision &routing) { m_out.routing = routing; }
    void add(const Thought &thought)
    {
        if (!thought.partial)
            m_out.thoughts.append(thought);
    }
    void add(const ContentDelta &delta)
    {
        using Kind = ContentDelta::Kind;
        if (delta.kind == Kind::Append)
            m_out.text += delta.text;
        else if (delta.kind == Kind::Replace)
            m_out.text = delta.text;
        else if (delta.kind == Kind::Clarify)
            addParagraph(delta.text);
        else if (delta.kind == Kind::Ack)
            m_ack = delta.text;
    }
    void add(const Prompt &prompt)
    {
        if (!prompt.isApproval())
            addParagraph(prompt.text);
    }
    void add(const ToolStarted &start)
    {
        ToolCall call;
        call.callId = start.callId;
        call.tool = start.tool;
        call.source = start.source;
        call.title = start.title;
        call.input = start.input;
        m_out.toolCalls.append(call);
    }
    void add(const ToolFinished &end)
    {
        const auto open = std::find_if(m_out.toolCalls.begin(), m_out.toolCalls.end(), [&end](const ToolCall &call) {
            return !call.finished && (end.callId.isEmpty() ? call.source == end.source : call.callId == end.callId);
        });
        if (open == m_out.toolCalls.end())
            return;
        open->finished = true;
        open->output = end.output;
        open->success = end.success;
        open->error = end.error;
        open->durationMs = end.durationMs;
        if (!end.title.isEmpty())
            open->title = end.title;
    }

    void addParagraph(const QString &text) { m_out.text += (m_out.text.isEmpty() ? QString() : QStringLiteral("\n\n")) + text; }

    Transcript m_out;
    QString m_ack;
};

} // namespace

Transcript transcriptOf(const EventTable &events, const RunId &id)
{
    TranscriptBuilder builder;
    qint64 seq = 0;
    for (auto page = events.after(id, seq, pageBytes); !page.isEmpty(); page = events.after(id, seq, pageBytes)) {
        for (const wire::ServerEvent &event : std::as_const(page))
            builder.take(wire::chatEventFrom(event));
        seq = page.constLast().id.toLongLong();
    }
    return builder.result();
}

QHash<QString, QJsonValue> finishedToolCalls(const EventTable &events, const RunId &id)
{
    QHash<QString, QJsonValue> out;
    const Transcript transcript = transcriptOf(events, id);
    for (const ToolCall &call : transcript.toolCalls) {
        if (call.finished && call.success)
            out.insert(toolCallKey(call.tool, call.input), call.output);
    }
    return out;
}

} // namespace desk::server
