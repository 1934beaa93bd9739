#include "state/images/imagefetcher.h"

#include "domain/log.h"
#include "state/images/imageaddress.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int timeoutMs = 20'000;
constexpr auto tooMuch = "tooMuch";

Error errorOf(Error::Kind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

} // namespace

ImageFetcher::ImageFetcher(QObject *parent)
    : QObject(parent)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setStrictTransportSecurityEnabled(false); // keeps nothing of whom it met
}

ImageFetcher::~ImageFetcher() = default;

void ImageFetcher::fetch(const QString &source, QObject *context, Done done)
{
    const auto address = imageAddress(source, true);
    if (!address) {
        const Error error = errorOf(Error::Kind::Protocol, tr("This picture is at no address it may be loaded from."));
        QMetaObject::invokeMethod(
            context, [done, error] { done(Unexpected{error}); }, Qt::QueuedConnection);
    } else if (!address->bytes.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [done, bytes = address->bytes] { done(bytes); }, Qt::QueuedConnection);
    } else {
        request(address->url, context, done);
    }
}

void ImageFetcher::request(const QUrl &url, QObject *context, const Done &done)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("Accept", "image/png, image/jpeg, image/webp, image/gif");
    request.setRawHeader("Accept-Encoding", "identity"); // what is counted is what comes
    request.setRawHeader("User-Agent", "AgentDesk");
    request.setTransferTimeout(timeoutMs);
    QNetworkReply *reply = m_manager.get(request);
    reply->setReadBufferSize(0);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64 total) {
        if (qMax(received, total) <= maxBytes)
            return;
        reply->setProperty(tooMuch, true);
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, guard = QPointer(context), done] { onFinished(reply, guard, done); });
}

void ImageFetcher::onFinished(QNetworkReply *reply, QObject *context, const Done &done)
{
    reply->deleteLater();
    if (context == nullptr)
        return;
    const QString host = reply->url().host();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->property(tooMuch).toBool())
        return done(Unexpected{errorOf(Error::Kind::Protocol, tr("The picture of %1 is larger than 10 MB.").arg(host))});
    if (reply->error() == QNetworkReply::SslHandshakeFailedError)
        return done(Unexpected{errorOf(Error::Kind::Tls, tr("The connection to %1 is not secure. Nothing was loaded.").arg(host))});
    if (status >= 300 && status < 400)
        return done(
            Unexpected{errorOf(Error::Kind::Protocol, tr("%1 sends this picture from another address. It was not followed.").arg(host))});
    if (status != 0 && status != 200)
        return done(Unexpected{errorOf(Error::Kind::Server, tr("%1 does not hand out this picture.").arg(host))});
    if (reply->error() != QNetworkReply::NoError) {
        qCInfo(logState) << "a picture was not loaded:" << reply->error();
        return done(Unexpected{errorOf(Error::Kind::Offline, tr("%1 did not answer.").arg(host))});
    }
    done(reply->readAll());
}

} // namespace desk
