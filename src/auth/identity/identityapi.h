#pragma once

#include "auth/authservices.h"
#include "auth/identity/identityrequest.h"
#include "domain/result.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

class QNetworkAccessManager;

namespace desk {

// Asks sign-in services: without the transport's token, gate and retries, on connections of its own. GUI thread.
class IdentityApi : public QObject
{
    Q_OBJECT
public:
    // An error is what went wrong on the way, or a server in trouble: it passes, and says nothing of a session (AUTH-14).
    using Handler = std::function<void(const Result<IdentityAnswer> &outcome)>;

    explicit IdentityApi(const AuthServices &services, QObject *parent = nullptr);
    ~IdentityApi() override;

    // The handler runs once, never before this returned; when context is gone, not at all, and the request ends. An address that is not
    // safe is refused without a byte (AUTH-06). patienceMs -1: the usual.
    void send(const IdentityRequest &request, QObject *context, Handler handler, int patienceMs = -1);
    [[nodiscard]] const AuthServices &services() const { return m_services; }

private:
    [[nodiscard]] QNetworkAccessManager &networkFor(const QUrl &url);
    void giveUp(const QUrl &url);

    AuthServices m_services;
    std::map<QString, std::unique_ptr<QNetworkAccessManager>> m_networks; // by origin
};

} // namespace desk
