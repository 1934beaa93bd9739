#include "auth/identity/safeurl.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace desk {

bool isLoopbackLiteral(const QUrl &url)
{
    return QHostAddress(url.host()).isLoopback();
}

bool isSafeForSignIn(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopbackLiteral(url));
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

QUrl below(const QUrl &base, const QString &path)
{
    QUrl url(base);
    QString prefix = base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    url.setPath(prefix + path, QUrl::TolerantMode);
    url.setQuery(QString());
    return url;
}

} // namespace desk
