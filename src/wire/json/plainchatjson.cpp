#include "wire/json/plainchatjson.h"

#include "wire/json/chatjson.h"
#include "wire/json/eventjson.h"
#include "wire/json/reader.h"
#include "wire/utf8.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr QLatin1StringView betweenAgents("\n\n");

QString textOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value("message"_L1).toString() : value.toString();
}

ChatEvent modelSelected(const Reader &data)
{
    return Thought{data.string("model_name"_L1), data.string("reasoning"_L1), u"model_selected"_s, false};
}

ChatEvent routing(const Reader &data)
{
    return routingFromJson(data.json());
}

ChatEvent loadFallback(const Reader &data)
{
    const QString text = u"%1 → %2"_s.arg(data.string("original_model"_L1), data.string("fallback_model"_L1));
    return Thought{data.string("fallback_model"_L1), text, u"load_fallback"_s, false};
}

ChatEvent planning(const Reader &data)
{
    Plan plan;
    plan.summary = data.string("reasoning"_L1);
    const QStringList names = data.strings("tools"_L1) + data.strings("agents"_L1);
    for (const QString &name : names)
        plan.steps.append({name, name, QString()});
    return plan;
}

ChatEvent toolStart(const Reader &data)
{
    const QString tool = data.string("tool"_L1);
    return ToolStarted{QString(), tool, tool, data.string("display_name"_L1), QJsonValue()};
}

ChatEvent toolResult(const Reader &data)
{
    ToolFinished event;
    event.tool = data.string("tool_name"_L1);
    event.source = event.tool;
    event.output = data.value("output"_L1);
    event.error = textOf(data.value("error"_L1));
    event.success = data.boolean("success"_L1, event.error.isEmpty());
    return event;
}

ChatEvent agentStart(const Reader &data)
{
    return Thought{data.string("agent"_L1), data.string("display_name"_L1), u"agent_start"_s, false};
}

ChatEvent contentChunk(const Reader &data)
{
    return ContentDelta{ContentDelta::Kind::Append, data.string("source"_L1), data.string("chunk"_L1)};
}

ChatEvent agentResult(const Reader &data)
{
    const QString id = data.string("agent_id"_L1);
    const QString source = id.isEmpty() ? data.string("agent_name"_L1) : id;
    const QString error = textOf(data.value("error"_L1));
    if (!data.boolean("success"_L1, error.isEmpty()))
        return Warning{source, error};
    const QString output = data.string("output"_L1);
    if (output.isEmpty()) // it would wipe the answer
        return AgentFinished{source, 0};
    return ContentDelta{ContentDelta::Kind::Replace, source, output};
}

ChatEvent synthesisStart(const Reader &data)
{
    const int count = std::max(0, data.integer("tool_count"_L1)) + std::max(0, data.integer("agent_count"_L1));
    return Progress{count, count, QString()};
}

ChatEvent executionComplete(const Reader & /*data*/)
{
    return AgentFinished{};
}

ChatEvent messageComplete(const Reader &data)
{
    return TurnCompleted{MessageId(data.string("message_id"_L1)), ConversationId(data.string("conversation_id"_L1)), {}};
}

ChatEvent failure(const Reader &data)
{
    const QJsonValue cause = data.value("error"_L1);
    const QString type = data.string("error_type"_L1);
    return TurnFailed{textOf(cause), type.isEmpty() ? cause.toObject().value("type"_L1).toString() : type};
}

struct Row {
    QLatin1StringView name;
    ChatEvent (*decode)(const Reader &data);
};

constexpr std::array rows{
    Row{QLatin1StringView("content_chunk"), contentChunk},
    Row{QLatin1StringView("model_selected"), modelSelected},
    Row{QLatin1StringView("routing_decision"), routing},
    Row{QLatin1StringView("load_fallback"), loadFallback},
    Row{QLatin1StringView("planning"), planning},
    Row{QLatin1StringView("tool_start"), toolStart},
    Row{QLatin1StringView("tool_result"), toolResult},
    Row{QLatin1StringView("agent_start"), agentStart},
    Row{QLatin1StringView("agent_result"), agentResult},
    Row{QLatin1StringView("synthesis_start"), synthesisStart},
    Row{QLatin1StringView("execution_complete"), executionComplete},
    Row{QLatin1StringView("message_complete"), messageComplete},
    Row{QLatin1StringView("error"), failure},
};

} // namespace

ChatEvent chatStreamEventFrom(const ServerEvent &event)
{
    const QString name = textFromUtf8(event.type);
    const Result<QJsonValue> json = jsonOf(event);
    if (!json)
        return UnknownEvent{name, textFromUtf8(event.data)};
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &candidate) { return name == candidate.name; });
    if (row == rows.end() || !json->isObject())
        return UnknownEvent{name, *json};
    return row->decode(Reader(*json));
}

ChatEvent PlainChatReader::read(const ServerEvent &event)
{
    ChatEvent decoded = chatStreamEventFrom(event);
    if (const auto *delta = std::get_if<ContentDelta>(&decoded))
        return chunk(*delta);
    return decoded;
}

ContentDelta PlainChatReader::chunk(ContentDelta delta)
{
    if (delta.kind == ContentDelta::Kind::Replace) {
        m_finished.append(delta.text);
        m_isOpen = false;
        delta.text = m_finished.join(betweenAgents);
        return delta;
    }
    if (!m_isOpen && !m_finished.isEmpty())
        delta.text.prepend(betweenAgents);
    m_isOpen = true;
    return delta;
}

} // namespace desk::wire
