#pragma once

#include "domain/agent.h"
#include "domain/result.h"
#include "localserver/routes/problems.h"
#include "localserver/store/store.h"
#include "sqlite/transaction.h"
#include "wire/json/agentjson.h"

#include <functional>

namespace desk::server {

// Saves in one transaction and answers the agent with the tag that reading it gives: the next save needs no reading in between.
[[nodiscard]] inline Response savedAgent(Store &store, const std::function<Result<Agent>()> &save, int status)
{
    Transaction transaction(store.database());
    const Result<Agent> agent = save();
    if (!agent)
        return problemOf(agent.error());
    transaction.commit(); // a failure is latched and answered with the request
    Response response = Response::json(wire::toJson(*agent), status);
    const QByteArray etag = response.etag();
    return response.with("ETag", etag);
}

} // namespace desk::server
