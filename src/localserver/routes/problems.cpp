#include "localserver/routes/problems.h"

using namespace Qt::StringLiterals;

namespace desk::server {

Response notFound(const QString &detail)
{
    return Response::problem(404, detail, "not_found"_L1);
}

Response invalid(const QString &detail)
{
    return Response::problem(422, detail, "invalid"_L1);
}

Response conflict(const QString &detail)
{
    return Response::problem(409, detail, "conflict"_L1);
}

Response problemOf(const Error &error)
{
    if (error.kind != Error::Kind::Storage)
        return Response::problem(error.httpStatus > 0 ? error.httpStatus : 500, error.userText());
    const bool full = error.detail.startsWith("disk_full"_L1);
    return Response::problem(full ? 507 : 503, error.userText(), "storage"_L1);
}

} // namespace desk::server
