#pragma once

#include "localserver/http/request.h"
#include "localserver/http/response.h"

namespace desk::server {

struct Services;

// POST /runs/{id}/answer {option_id, arguments_hash} (tool_approval): 202 once the word is taken. 409 with a code where it is not:
// not_waiting, other_call, already_answered, approval_expired, tool_changed, elsewhere; 422 for an option that was not offered.
[[nodiscard]] Response answerRun(const Services &services, const Request &request);

} // namespace desk::server
