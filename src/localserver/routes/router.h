#pragma once

#include "localserver/http/request.h"
#include "localserver/http/response.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace desk::server {

// Finds the function for a method and a path. Patterns hold parameters as whole segments: "/runs/{id}/cancel".
class Router
{
public:
    using Handler = std::function<Response(const Request &)>;

    // Earlier routes win, so "/agents/models" comes before "/agents/{id}".
    void add(const char *method, QLatin1StringView pattern, Handler handler);
    // 404 or 405 where nothing fits. HEAD is answered as GET; the HTTP layer leaves the body out.
    [[nodiscard]] Response handle(Request request) const;

private:
    struct Route {
        QByteArray method;
        QStringList segments;
        Handler handler;
    };
    [[nodiscard]] static bool matches(const QStringList &pattern, const QStringList &path, QHash<QString, QString> &params);

    QList<Route> m_routes;
};

} // namespace desk::server
