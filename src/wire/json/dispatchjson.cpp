#include "wire/json/dispatchjson.h"

#include "wire/json/chatjson.h"
#include "wire/json/eventjson.h"
#include "wire/json/reader.h"
#include "wire/utf8.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

struct Body {
    explicit Body(const QJsonValue &value)
        : json(value)
        , data(json.value("data"_L1))
        , text(json.string("message"_L1))
    {
    }

    Reader json;
    Reader data; // of an empty object where there is none
    QString text;
};

QString errorOf(const Body &body)
{
    const QJsonValue value = body.data.value("error"_L1);
    return value.isObject() ? value.toObject().value("message"_L1).toString() : value.toString();
}

QString titleOf(const Body &body)
{
    return body.text.isEmpty() ? body.data.string("display_name"_L1) : body.text;
}

ChatEvent planning(const Body &body)
{
    return Thought{u"dispatcher"_s, body.text, u"planning"_s, false};
}

// Comes twice: what there is to choose from, then what was chosen.
ChatEvent routing(const Body &body)
{
    const QJsonObject data = body.data.json();
    if (data.contains("selected_tools"_L1) || data.contains("selected_agents"_L1))
        return routingFromJson(data);
    return Thought{u"dispatcher"_s, body.text, u"routing"_s, false};
}

ChatEvent toolStart(const Body &body)
{
    const QString tool = body.data.string("tool"_L1);
    return ToolStarted{QString(), tool, tool, titleOf(body), QJsonValue()};
}

ChatEvent toolResult(const Body &body)
{
    ToolFinished event;
    event.tool = body.data.string("tool"_L1);
    event.source = event.tool;
    event.title = body.text;
    event.output = body.data.value("result"_L1);
    event.error = errorOf(body);
    event.success = body.data.boolean("success"_L1, event.error.isEmpty());
    return event;
}

ChatEvent agentStart(const Body &body)
{
    return Thought{body.data.string("agent"_L1), titleOf(body), u"agent_start"_s, false};
}

// The preview is cut at 200 characters; the text itself follows as content.
ChatEvent agentResult(const Body &body)
{
    const QString agent = body.data.string("agent"_L1);
    const QString error = errorOf(body);
    if (!body.data.boolean("success"_L1, error.isEmpty()))
        return Warning{agent, error.isEmpty() ? body.text : error};
    const QString preview = body.data.string("preview"_L1);
    if (preview.isEmpty())
        return AgentFinished{agent, 0};
    return ContentDelta{ContentDelta::Kind::Interim, agent, preview};
}

ChatEvent synthesis(const Body &body)
{
    const int count = std::max(0, body.data.integer("tool_count"_L1)) + std::max(0, body.data.integer("agent_count"_L1));
    return Progress{count, count, body.text};
}

ChatEvent content(const Body &body)
{
    if (body.text.isEmpty())
        return ContentDelta{body.data.boolean("is_final"_L1) ? ContentDelta::Kind::End : ContentDelta::Kind::Append, QString(), QString()};
    const bool isFirst = body.data.integer("chunk_index"_L1) <= 0;
    return ContentDelta{ContentDelta::Kind::Append, QString(), isFirst ? body.text : u' ' + body.text};
}

ChatEvent suggestion(const Body &body)
{
    return Prompt{Prompt::Type::Choice, u"dispatcher"_s, body.text, body.data.strings("suggestions"_L1), QString()};
}

ChatEvent complete(const Body & /*body*/)
{
    return TurnCompleted{};
}

ChatEvent failure(const Body &body)
{
    return TurnFailed{body.text.isEmpty() ? errorOf(body) : body.text, body.data.string("error_type"_L1)};
}

struct Row {
    QLatin1StringView type;
    ChatEvent (*decode)(const Body &body);
};

constexpr std::array rows{
    Row{QLatin1StringView("content"), content},
    Row{QLatin1StringView("planning"), planning},
    Row{QLatin1StringView("routing"), routing},
    Row{QLatin1StringView("tool_start"), toolStart},
    Row{QLatin1StringView("tool_result"), toolResult},
    Row{QLatin1StringView("agent_start"), agentStart},
    Row{QLatin1StringView("agent_result"), agentResult},
    Row{QLatin1StringView("synthesis"), synthesis},
    Row{QLatin1StringView("suggestion"), suggestion},
    Row{QLatin1StringView("complete"), complete},
    Row{QLatin1StringView("error"), failure},
};

} // namespace

ChatEvent dispatchEventFrom(const ServerEvent &event)
{
    const Result<QJsonValue> json = jsonOf(event);
    if (!json)
        return UnknownEvent{textFromUtf8(event.type), textFromUtf8(event.data)};
    const QString type = json->toObject().value("type"_L1).toString();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &candidate) { return type == candidate.type; });
    if (row == rows.end())
        return UnknownEvent{type, *json};
    return row->decode(Body(*json));
}

} // namespace desk::wire
