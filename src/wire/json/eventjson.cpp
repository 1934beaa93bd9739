#include "wire/json/eventjson.h"

#include "wire/json/deltajson.h"
#include "wire/json/reader.h"

namespace desk::wire {

struct DecodedData {
    std::optional<ContentDelta> delta;
    std::optional<Result<QJsonValue>> json; // not there when the delta is: hardly anybody asks for both
};

Result<QJsonValue> jsonOf(const ServerEvent &event)
{
    return event.decoded && event.decoded->json ? *event.decoded->json : parseJson(event.data);
}

std::optional<ContentDelta> deltaOf(const ServerEvent &event)
{
    return event.decoded ? event.decoded->delta : deltaFromText(event.data);
}

void decodeJson(ServerEvent &event)
{
    auto decoded = std::make_shared<DecodedData>();
    if (event.type == "content")
        decoded->delta = deltaFromText(event.data);
    if (!decoded->delta)
        decoded->json = parseJson(event.data);
    event.decoded = std::move(decoded);
}

} // namespace desk::wire
