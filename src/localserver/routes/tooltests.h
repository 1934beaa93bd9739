#pragma once

#include "localserver/http/request.h"
#include "localserver/http/response.h"

namespace desk::server {

struct Services;

// POST /agents/tools/{id}/test (contract 3.3): what the tool could not do is a result. A tool that is a program of the user's is started
// only by a request that says "approved" with the hash of what was shown; another is told which program it would be (409,
// approval_required), with a hash for one start of exactly that (APPR-02).
[[nodiscard]] Response testTool(const Services &services, const Request &request);

} // namespace desk::server
