#include "wire/json/eventjson.h"

#include "wire/json/reader.h"

namespace desk::wire {

struct DecodedData {
    Result<QJsonValue> json;
};

Result<QJsonValue> jsonOf(const ServerEvent &event)
{
    return event.decoded ? event.decoded->json : parseJson(event.data);
}

void decodeJson(ServerEvent &event)
{
    event.decoded = std::make_shared<const DecodedData>(DecodedData{parseJson(event.data)});
}

} // namespace desk::wire
