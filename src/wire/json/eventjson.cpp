#include "wire/json/eventjson.h"

#include "wire/json/deltajson.h"
#include "wire/json/reader.h"

namespace desk::wire {

namespace {

// The outline shares the text, and a run keeps it: not together with the room the parser took for a line of megabytes.
std::optional<JsonOutline> outlineToKeep(QByteArray &text)
{
    if (text.capacity() > 2 * text.size())
        text.squeeze();
    return JsonOutline::of(text);
}

} // namespace

struct DecodedData { // one of them: hardly anybody asks for two
    std::optional<ContentDelta> delta;
    std::optional<JsonOutline> outline;
    std::optional<Result<QJsonValue>> json;
};

Result<QJsonValue> jsonOf(const ServerEvent &event)
{
    return event.decoded && event.decoded->json ? *event.decoded->json : parseJson(event.data);
}

std::optional<ContentDelta> deltaOf(const ServerEvent &event)
{
    return event.decoded ? event.decoded->delta : deltaFromText(event.data);
}

std::optional<JsonOutline> outlineOf(const ServerEvent &event)
{
    return event.decoded ? event.decoded->outline : JsonOutline::of(event.data);
}

void decodeJson(ServerEvent &event)
{
    auto decoded = std::make_shared<DecodedData>();
    if (event.type == "content")
        decoded->delta = deltaFromText(event.data);
    else if (event.type == "event" || event.type == "output")
        decoded->outline = outlineToKeep(event.data);
    if (!decoded->delta && !decoded->outline)
        decoded->json = parseJson(event.data);
    event.decoded = std::move(decoded);
}

} // namespace desk::wire
