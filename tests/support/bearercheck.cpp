#include "support/bearercheck.h"

namespace desk::test {

std::optional<Scripted> refusalOf(const Received &request, const std::function<bool(const QByteArray &bearer)> &isGood)
{
    static const QByteArray scheme = "Bearer ";
    const QByteArray header = request.headers.value("authorization");
    if (header.isEmpty())
        return reply(422, R"({"detail":[{"type":"missing","loc":["header","authorization"],"msg":"Field required","input":null}]})");
    if (!header.startsWith(scheme))
        return reply(401, R"({"detail":"invalid auth header"})");
    if (!isGood(header.mid(scheme.size())))
        return reply(401, R"({"detail":"Invalid or expired JWT token"})");
    return std::nullopt;
}

} // namespace desk::test
