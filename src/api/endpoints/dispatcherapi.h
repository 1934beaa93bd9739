#pragma once

#include "api/endpoints/chapter.h"
#include "domain/chatevent.h"
#include "domain/routerequest.h"

namespace desk {

// Contract 3.12.
class DispatcherApi : public Chapter
{
public:
    using Chapter::Chapter;

    // Decides and runs nothing. Without a language model the confidence is 0.
    [[nodiscard]] ApiCall<RoutingDecision> *route(const RouteRequest &request);
};

} // namespace desk
