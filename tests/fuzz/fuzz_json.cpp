// Any bytes as JSON, as the body of an answer and as the data of an event: no decoder crashes, what the parser takes is written and
// read back as the same value, and what a decoder understood is still the same after it was written back.
#include "decoders.h"
#include "require.h"
#include "wire/json/deltajson.h"
#include "wire/json/jsonoutline.h"
#include "wire/json/jsonparser.h"
#include "wire/json/recordjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

using namespace Qt::StringLiterals;
using namespace desk::wire;
using desk::ContentDelta;
using desk::Result;

namespace {

constexpr std::array eventTypes{"content",       "thought",     "tool_start",       "tool_result", "progress", "interim",
                                "plan",          "prompt",      "routing_decision", "run_created", "complete", "conversation_created",
                                "title_update",  "error",       "message_complete", "status",      "event",    "output",
                                "step",          "execution",   "clarify_parallel", "message",     "analysis", "agent_response",
                                "content_chunk", "tool_output", "unheard_of"};

// A QJsonValue or Result of it, and whatever else decoders return.
template <typename T>
const T *valueIn(const Result<T> &result)
{
    return result ? &*result : nullptr;
}
template <typename T>
const T *valueIn(const T &value)
{
    return &value;
}

// Written once, it must be readable; written twice, it must not change any more.
template <typename In, typename Out>
void exercise(Out (*decode)(const In &), const In &input)
{
    const Out first = decode(input);
    const auto *value = valueIn(first);
    if (!value)
        return;
    if constexpr (std::is_same_v<In, QJsonObject> && requires { recordFrom(*value); }) { // not the form servers read
        const QJsonObject written = recordFrom(*value);
        const Out second = decode(written);
        const auto *again = valueIn(second);
        require(again);
        require(recordFrom(*again) == written);
    } else if constexpr (requires { decode(toJson(*value)); }) {
        const auto written = toJson(*value); // an object or a list
        const Out second = decode(written);
        const auto *again = valueIn(second);
        require(again);
        require(toJson(*again) == written);
    }
}

void decodeAll(const QJsonValue &value)
{
    eachDecoderOfQJsonValue([&](auto decode) { exercise(decode, value); });
    const QJsonObject object = value.toObject();
    eachDecoderOfQJsonObject([&](auto decode) { exercise(decode, object); });
}

QJsonValue content(const ServerEvent &event)
{
    const Result<QJsonValue> json = parseJson(event.data);
    require(json.has_value());
    QJsonObject object = json->toObject();
    object.remove(QLatin1StringView("timestamp")); // of the writing
    return json->isObject() ? object : *json;
}

// The local server writes what the client read: nothing may get lost on a second way.
void relay(const ServerEvent &event)
{
    const ServerEvent once = toServerEvent(chatEventFrom(event));
    const ServerEvent twice = toServerEvent(chatEventFrom(once));
    require(twice.type == once.type);
    require(content(twice) == content(once));
}

QByteArray written(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray type = eventTypes.at(size % eventTypes.size());
    eachDecoderOfServerEvent([&](auto decode) { (void)decode(ServerEvent{type, bytes, {}}); });
    relay({type, bytes, {}});
    (void)handshakeFromLine(bytes);

    const Result<QJsonValue> strict = parseJson(bytes, toolPayloadRules);
    const Result<QJsonValue> json = parseJson(bytes);
    require(json.has_value() || !strict.has_value());
    if (const std::optional<ContentDelta> delta = deltaFromText(bytes))
        require(json.has_value() && delta->text == json->toObject().value("message"_L1).toString());
    if (const std::optional<JsonOutline> outline = JsonOutline::of(bytes)) { // it says what QJsonDocument will find later
        require(json.has_value() && json->isObject());
        const QJsonObject object = json->toObject();
        require(QJsonDocument::fromJson(outline->text()).object() == object);
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QByteArray key = member.key().toUtf8();
            require(outline->contains(key) && outline->string(key) == member->toString());
        }
    }
    if (!json)
        return 0;
    require(!strict || *strict == *json);
    const Result<QJsonValue> again = parseJson(written(*json));
    require(again.has_value() || !json->isString()); // one level deeper than allowed
    require(!again || again->toArray().at(0) == *json);

    decodeAll(*json);
    const QJsonArray items = json->toArray();
    for (qsizetype i = 0; i < items.size() && i < 8; ++i)
        decodeAll(items.at(i));
    return 0;
}
