#include "localserver/routes/timeline.h"

#include "localserver/store/values.h"
#include "wire/json/approvaljson.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype shortBytes = 400;

// Short values stay, long ones are cut: a timeline is read by people.
QJsonValue shortened(const QJsonValue &value)
{
    const QByteArray text = compact(value);
    if (text.size() <= shortBytes)
        return value;
    return QString::fromUtf8(text.left(shortBytes)) + u'…';
}

RunEvent entry(const QString &type, const QJsonObject &data = {}, const QString &error = {})
{
    return {.timestamp = now(), .type = type, .data = data, .error = error};
}

RunEvent ofStart(const ToolStarted &tool)
{
    return entry(u"tool_start"_s,
                 {{"tool"_L1, tool.tool}, {"source"_L1, tool.source}, {"title"_L1, tool.title}, {"input"_L1, shortened(tool.input)}});
}

RunEvent ofEnd(const ToolFinished &tool)
{
    const QJsonObject data{{"tool"_L1, tool.tool},       {"source"_L1, tool.source},          {"title"_L1, tool.title},
                           {"success"_L1, tool.success}, {"duration_ms"_L1, tool.durationMs}, {"output"_L1, shortened(tool.output)}};
    return entry(u"tool_result"_s, data, tool.error);
}

RunEvent ofRouting(const RoutingDecision &routing)
{
    return entry(u"routing"_s, {{"agents"_L1, QJsonArray::fromStringList(routing.agents)},
                                {"tools"_L1, QJsonArray::fromStringList(routing.tools)},
                                {"confidence"_L1, routing.confidence},
                                {"reasoning"_L1, routing.reasoning}});
}

// Whole: of a plain run, this is where its approval is read off.
RunEvent ofApproval(const Prompt &prompt)
{
    QJsonObject data{{"source"_L1, prompt.source},
                     {"text"_L1, prompt.text},
                     {"options"_L1, QJsonArray::fromStringList(prompt.options)},
                     {"default"_L1, prompt.defaultOption}};
    wire::insertApproval(data, prompt);
    return entry(u"prompt"_s, data);
}

} // namespace

std::optional<RunEvent> timelineEntry(const ChatEvent &event)
{
    if (const auto *created = std::get_if<RunCreated>(&event))
        return entry(u"created"_s, {{"message_id"_L1, created->messageId.value()}});
    if (const auto *routing = std::get_if<RoutingDecision>(&event))
        return ofRouting(*routing);
    if (const auto *started = std::get_if<ToolStarted>(&event))
        return ofStart(*started);
    if (const auto *prompt = std::get_if<Prompt>(&event); prompt && prompt->isApproval())
        return ofApproval(*prompt);
    if (const auto *finished = std::get_if<ToolFinished>(&event))
        return ofEnd(*finished);
    if (const auto *warning = std::get_if<Warning>(&event))
        return entry(u"warning"_s, {{"source"_L1, warning->source}}, warning->text);
    if (const auto *completed = std::get_if<TurnCompleted>(&event))
        return entry(u"completed"_s, {{"message_id"_L1, completed->messageId.value()}});
    if (const auto *failed = std::get_if<TurnFailed>(&event))
        return entry(u"failed"_s, {{"error_type"_L1, failed->type}}, failed->text);
    return std::nullopt;
}

} // namespace desk::server
