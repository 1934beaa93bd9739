#pragma once

#include "auth/session.h"
#include "domain/result.h"

#include <QObject>

#include <functional>
#include <memory>

namespace desk {

class IdentityApi;

// How a session of one kind is kept alive and ended at its sign-in service.
class Renewer
{
public:
    // The session with another access token, and perhaps another renewal token. Kind::Unauthorized: refused for good (AUTH-14);
    // outcomeUnknown: the answer was lost, the service may have changed the renewal token already (AUTH-15); all else passes.
    using Handler = std::function<void(const Result<Session> &outcome)>;

    virtual ~Renewer() = default;
    virtual void renew(const Session &session, QObject *context, Handler handler) = 0;
    // Best effort; done() runs once, whatever came of it, unless context is gone.
    virtual void revoke(const Session &session, QObject *context, std::function<void()> done) = 0;

    // Nothing for a way whose tokens cannot be renewed. api outlives it.
    [[nodiscard]] static std::unique_ptr<Renewer> of(const Session &session, const Profile &profile, IdentityApi &api);

protected:
    Renewer() = default;
    Q_DISABLE_COPY_MOVE(Renewer)
};

// The end of a session as its service said it.
[[nodiscard]] Error sessionEnded(const QUrl &server, const QString &code);

} // namespace desk
