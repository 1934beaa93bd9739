#pragma once

#include "auth/signin/loopbacklistener.h"
#include "auth/signin/oidcsignin.h"
#include "auth/signin/pkce.h"

#include <QPointer>
#include <QTimer>

namespace desk {

// Authorization code and PKCE in the person's own browser, which comes back to a loopback address (RFC 8252; AUTH-01 … AUTH-07). No web
// view, no password, no custom scheme (IPC-04).
class BrowserSignIn : public OidcSignIn
{
    Q_OBJECT
public:
    using OidcSignIn::OidcSignIn;

    void again() override;
    [[nodiscard]] SignInWay way() const override { return SignInWay::Browser; }

protected:
    void begin() override;

private:
    void open();
    [[nodiscard]] QUrl authorizationUrl() const;
    [[nodiscard]] LoopbackListener::Page onRedirect(const QUrlQuery &query);
    void askForTokens(const QByteArray &code);

    QPointer<LoopbackListener> m_listener; // child of the round
    Pkce m_pkce;
    QByteArray m_state;
    QUrl m_redirectUrl;
    QUrl m_url;
    QDateTime m_expires;
};

} // namespace desk
