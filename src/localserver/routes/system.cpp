#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "wire/json/serverjson.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

// Only what really works.
Capabilities capabilities(const QString &version)
{
    return {u"agentdesk-localserver"_s,
            version,
            1,
            {u"stream_ids"_s,    u"stream_resume"_s, u"heartbeat"_s,           u"run_cancel"_s,
             u"run_retry"_s,     u"chat_detach"_s,   u"idempotency"_s,         u"run_filters"_s,
             u"files"_s,         u"etag"_s,          u"agent_versions"_s,      u"hidden_messages"_s,
             u"chat_model"_s,    u"chat_sampling"_s, u"chat_tools"_s,          u"chat_document_search"_s,
             u"tool_approval"_s, u"provider_test"_s, u"workflow_executions"_s, u"approvals_resume"_s,
             u"parallel_steps"_s}};
}

} // namespace

void addSystemRoutes(Router &router, Services &services)
{
    router.add("GET", "/capabilities"_L1,
               [&services](const Request &) { return Response::json(wire::toJson(capabilities(services.version))); });
    router.add("GET", "/health"_L1, [&services](const Request &) {
        return Response::json(QJsonObject{{"status"_L1, u"ok"_s}, {"nonce"_L1, services.nonce}});
    });
}

} // namespace desk::server
