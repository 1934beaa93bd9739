#include "state/profiles/serveraddress.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::ServerAddress)
};

bool isLoopback(const QUrl &url)
{
    QHostAddress address;
    return address.setAddress(url.host()) && address.isLoopback();
}

Error invalid(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.message = message;
    return error;
}

Result<QUrl> parse(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (text.trimmed().isEmpty())
        return Unexpected{invalid(Texts::tr("Enter the address of the server."))};
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return Unexpected{invalid(Texts::tr("This is not a web address. It looks like https://agents.example.org/api."))};
    if (!url.userInfo().isEmpty())
        return Unexpected{invalid(Texts::tr("Leave the user name and password out of the address: they would be stored in the settings."))};
    if (url.hasQuery() || url.hasFragment())
        return Unexpected{invalid(Texts::tr("The address must not contain “?” or “#”."))};
    QUrl clean = url;
    QString path = clean.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    clean.setPath(path);
    return clean;
}

} // namespace

Result<QUrl> ServerAddress::check(const QString &text)
{
    Result<QUrl> url = parse(text);
    if (!url || url->scheme() == "https"_L1 || isLoopback(*url))
        return url;
    if (url->host() == "localhost"_L1)
        return Unexpected{invalid(Texts::tr("“localhost” can be made to point elsewhere. Use http://127.0.0.1 instead."))};
    return Unexpected{
        invalid(Texts::tr("Use https. Over plain http, anyone on the way could read your access token and your conversations."))};
}

Result<QUrl> ServerAddress::checkModel(const QString &text)
{
    return parse(text);
}

bool ServerAddress::isUnencrypted(const QUrl &url)
{
    return url.scheme() == "http"_L1 && !isLoopback(url) && url.host() != "localhost"_L1;
}

} // namespace desk
