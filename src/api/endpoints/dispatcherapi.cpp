#include "api/endpoints/dispatcherapi.h"

#include "wire/json/chatmessagejson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<RoutingDecision> *DispatcherApi::route(const RouteRequest &request)
{
    return send<RoutingDecision>({.verb = "POST",
                                  .path = u"/dispatcher/route"_s,
                                  .body = compact(wire::toJson(request)),
                                  .patience = Patience::blocking()}, // a language model decides
                                 wire::routeFromJson);
}

} // namespace desk
