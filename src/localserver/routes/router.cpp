#include "localserver/routes/router.h"

#include "localserver/texts.h"

namespace desk::server {

void Router::add(const char *method, QLatin1StringView pattern, Handler handler)
{
    m_routes.append({QByteArray(method), QString(pattern).split(u'/'), std::move(handler)});
}

Response Router::handle(Request request) const
{
    const QStringList path = request.path.split(u'/');
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    QByteArray allowed;
    for (const Route &route : m_routes) {
        QHash<QString, QString> params;
        if (!matches(route.segments, path, params))
            continue;
        if (route.method == method) {
            request.params = params;
            return route.handler(request);
        }
        if (!allowed.contains(route.method))
            allowed += (allowed.isEmpty() ? "" : ", ") + route.method;
    }
    if (!allowed.isEmpty())
        return Response::problem(405, LocalServer::tr("This address does not know the method %1.").arg(QString::fromLatin1(method)))
            .with("Allow", allowed);
    return Response::problem(404, LocalServer::tr("There is nothing at this address."));
}

bool Router::matches(const QStringList &pattern, const QStringList &path, QHash<QString, QString> &params)
{
    if (pattern.size() != path.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QString &wanted = pattern.at(i);
        if (wanted.startsWith(u'{')) {
            if (path.at(i).isEmpty())
                return false;
            params.insert(wanted.sliced(1, wanted.size() - 2), path.at(i));
        } else if (wanted != path.at(i)) {
            return false;
        }
    }
    return true;
}

} // namespace desk::server
