#include "wire/json/chateventjson.h"

#include "wire/json/answerfactsjson.h"
#include "wire/json/approvaljson.h"
#include "wire/json/chateventwriter.h"
#include "wire/json/chatjson.h"
#include "wire/json/deltajson.h"
#include "wire/json/eventjson.h"
#include "wire/json/filejson.h"
#include "wire/json/reader.h"
#include "wire/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// One decoded event body: the object itself and, for a StreamEvent envelope, its data.
struct Body {
    explicit Body(const QJsonObject &object)
        : json(object)
        , data(object.value("data"_L1))
        , source(json.string("source"_L1))
        , text(json.string("message"_L1))
    {
    }

    Reader json;
    Reader data; // of an empty object where data is null or no object
    QString source;
    QString text;
};

using Decoded = std::optional<ChatEvent>; // nothing: the body lacks what the event is about

QString firstString(const Reader &reader, std::initializer_list<QLatin1StringView> keys, const QString &fallback)
{
    for (const QLatin1StringView key : keys) {
        if (const QString text = reader.string(key); !text.isEmpty())
            return text;
    }
    return fallback;
}

QJsonValue firstValue(const Reader &reader, std::initializer_list<QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys) {
        if (reader.json().contains(key))
            return reader.value(key);
    }
    return {};
}

// A string, or the message of an {type, message} object.
QString errorTextOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value("message"_L1).toString() : value.toString();
}

Decoded runCreated(const Body &body)
{
    const RunCreated event{RunId(body.json.string("run_id"_L1)), ConversationId(body.json.string("conversation_id"_L1)),
                           MessageId(body.json.string("message_id"_L1))};
    return event.runId.isEmpty() ? Decoded() : Decoded(event);
}

Decoded conversationCreated(const Body &body)
{
    const ConversationCreated event{ConversationId(body.json.string("conversation_id"_L1)), body.json.string("title"_L1)};
    return event.id.isEmpty() ? Decoded() : Decoded(event);
}

Decoded titleUpdate(const Body &body)
{
    const TitleChanged event{ConversationId(body.json.string("conversation_id"_L1)), body.json.string("title"_L1)};
    return event.id.isEmpty() ? Decoded() : Decoded(event);
}

Decoded thought(const Body &body)
{
    return thoughtFromJson(body.json.json());
}

Decoded routing(const Body &body)
{
    return routingFromJson(body.json.json());
}

Decoded plan(const Body &body)
{
    Plan event = planFromJson(body.data.json());
    if (event.summary.isEmpty())
        event.summary = body.text;
    return event;
}

Decoded progress(const Body &body)
{
    return Progress{std::max(0, body.data.integer("completed"_L1)), std::max(0, body.data.integer("total"_L1)), body.text,
                    body.data.string("step_id"_L1)};
}

Decoded interim(const Body &body)
{
    return Interim{body.source, body.text, body.data.string("kind"_L1) == "profile_follow_up"_L1};
}

Decoded toolStart(const Body &body)
{
    return ToolStarted{body.data.string("call_id"_L1),
                       firstString(body.data, {"tool_name"_L1, "tool"_L1}, body.source),
                       body.source,
                       body.text,
                       firstValue(body.data, {"input"_L1, "args"_L1}),
                       body.json.time("timestamp"_L1)};
}

// Contract 4.6 has three layouts: the tool's whole output object, {result}, or {tool, result}. It is a wrapper only if nothing
// but the wrapper's own keys stands beside `result`.
QJsonValue outputOf(const Body &body)
{
    const QJsonValue whole = firstValue(body.json, {"data"_L1}); // null where there is none: an undefined one is not written
    const QJsonObject object = whole.toObject();
    if (!object.contains("result"_L1))
        return whole;
    static constexpr std::array wrapper{"result"_L1, "tool"_L1, "tool_name"_L1, "call_id"_L1, "success"_L1, "error"_L1, "duration_ms"_L1};
    const QStringList keys = object.keys();
    const bool wrapped = std::all_of(keys.begin(), keys.end(), [](const QString &key) {
        return std::any_of(wrapper.begin(), wrapper.end(), [&](QLatin1StringView known) { return key == known; });
    });
    return wrapped ? object.value("result"_L1) : whole;
}

Decoded toolResult(const Body &body)
{
    ToolFinished event;
    event.callId = body.data.string("call_id"_L1);
    event.tool = firstString(body.data, {"tool_name"_L1, "tool"_L1}, body.source);
    event.source = body.source;
    event.title = body.text;
    event.output = outputOf(body);
    event.error = errorTextOf(body.data.value("error"_L1));
    event.success = body.data.boolean("success"_L1, event.error.isEmpty());
    event.durationMs = std::max<qint64>(-1, body.data.bigInteger("duration_ms"_L1, -1));
    event.at = body.json.time("timestamp"_L1);
    return event;
}

Decoded content(const Body &body)
{
    const bool grows = body.data.boolean("streaming"_L1) || body.data.boolean("partial"_L1);
    return ContentDelta{contentKind(body.data.string("phase"_L1), grows, body.text.isEmpty()), body.source, body.text};
}

Decoded prompt(const Body &body)
{
    Prompt event;
    event.source = body.source;
    event.text = body.text;
    event.options = body.data.strings("options"_L1);
    event.defaultOption = body.data.string("default"_L1);
    const QString type = body.data.string("prompt_type"_L1);
    if (type == "confirm"_L1)
        event.type = Prompt::Type::Confirm;
    else if (type != "open"_L1 && (type == "choice"_L1 || !event.options.isEmpty())) // clarify_parallel names no type
        event.type = Prompt::Type::Choice;
    readApproval(event, body.data);
    return event;
}

Decoded complete(const Body &body)
{
    return AgentFinished{body.source, body.data.number("elapsed_seconds"_L1)};
}

// Contract 6.2 #22: with a type it is a warning, without one it is the end.
Decoded error(const Body &body)
{
    if (body.json.value("type"_L1).isString())
        return Warning{body.source, body.text};
    const QJsonValue cause = body.json.value("error"_L1);
    const QString text = errorTextOf(cause);
    const QString type = firstString(body.json, {"error_type"_L1}, cause.toObject().value("type"_L1).toString());
    return TurnFailed{text.isEmpty() ? firstString(body.json, {"detail"_L1, "message"_L1}, {}) : text, type};
}

Decoded messageComplete(const Body &body)
{
    TurnCompleted event{MessageId(body.json.string("message_id"_L1)), ConversationId(body.json.string("conversation_id"_L1)), {}};
    const QJsonArray citations = body.json.array("citations"_L1);
    for (const QJsonValue item : citations) {
        if (const Result<Citation> citation = citationFromJson(item))
            event.citations.append(*citation);
    }
    event.facts = factsFrom(body.json.json());
    return event;
}

struct Row {
    QLatin1StringView name;
    Decoded (*decode)(const Body &);
};

// By frequency: token deltas come first.
constexpr std::array rows{
    Row{QLatin1StringView("content"), content},
    Row{QLatin1StringView("thought"), thought},
    Row{QLatin1StringView("tool_start"), toolStart},
    Row{QLatin1StringView("tool_result"), toolResult},
    Row{QLatin1StringView("progress"), progress},
    Row{QLatin1StringView("interim"), interim},
    Row{QLatin1StringView("plan"), plan},
    Row{QLatin1StringView("routing_decision"), routing},
    Row{QLatin1StringView("prompt"), prompt},
    Row{QLatin1StringView("clarify_parallel"), prompt},
    Row{QLatin1StringView("run_created"), runCreated},
    Row{QLatin1StringView("conversation_created"), conversationCreated},
    Row{QLatin1StringView("title_update"), titleUpdate},
    Row{QLatin1StringView("complete"), complete},
    Row{QLatin1StringView("error"), error},
    Row{QLatin1StringView("message_complete"), messageComplete},
};

} // namespace

ChatEvent chatEventFrom(const ServerEvent &event)
{
    if (event.type == "content") {
        if (std::optional<ContentDelta> delta = deltaOf(event))
            return *std::move(delta);
    }
    const Result<QJsonValue> json = jsonOf(event);
    if (!json)
        return UnknownEvent{textFromUtf8(event.type), textFromUtf8(event.data)};
    const QString name = textFromUtf8(event.type);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &candidate) { return name == candidate.name; });
    if (row == rows.end() || !json->isObject())
        return UnknownEvent{name, *json};
    Decoded decoded = row->decode(Body(json->toObject()));
    return decoded ? *std::move(decoded) : UnknownEvent{name, *json};
}

ServerEvent toServerEvent(const ChatEvent &event)
{
    return std::visit(ChatEventWriter(), event);
}

} // namespace desk::wire
