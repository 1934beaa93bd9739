#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/runfeed.h"
#include "localserver/routes/services.h"
#include "localserver/texts.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Response gone(const RunId &id)
{
    return Response::problem(410, LocalServer::tr("This place in the stream is not known. Read the run as a whole instead."),
                             "unknown_event_id"_L1, {{"snapshot"_L1, QString(u"/runs/"_s + id.value())}});
}

Response streamRun(Services &services, const Request &request)
{
    const RunId id(request.param("id"_L1));
    services.runs.reap();
    const auto record = services.store.runs.find(id);
    if (!record)
        return notFound(LocalServer::tr("There is no such run."));
    qint64 after = 0;
    const QByteArray last = request.header("last-event-id");
    if (!last.isEmpty()) {
        bool ok = false;
        after = last.toLongLong(&ok);
        if (!ok || after < 1 || after > services.store.events.last(id))
            return gone(id);
    }
    return Response::events(std::make_shared<RunFeed>(services.store, services.runs, *record, after), id);
}

} // namespace

void addStreamRoutes(Router &router, Services &services)
{
    router.add("GET", "/streams/runs/{id}"_L1, [&services](const Request &request) { return streamRun(services, request); });
}

} // namespace desk::server
