#pragma once

#include "auth/signin/oidcsignin.h"

#include <QTimer>

namespace desk {

// The device grant (RFC 8628; AUTH-08, AUTH-09): the person types a code on any device while we ask whether they have.
class DeviceSignIn : public OidcSignIn
{
    Q_OBJECT
public:
    using OidcSignIn::OidcSignIn;

    [[nodiscard]] SignInWay way() const override { return SignInWay::Device; }
    [[nodiscard]] int intervalSeconds() const { return m_interval; } // between two questions, as the service wants it

protected:
    void begin() override;

private:
    void onCode(const IdentityAnswer &answer);
    void showCode(const std::optional<Error> &problem = std::nullopt);
    void poll();
    void onPolled(const Result<IdentityAnswer> &answer);
    void pollIn(int seconds);

    QByteArray m_deviceCode;
    SignInStep m_shown;
    qint64 m_startedMs = 0;
    qint64 m_lifeMs = 0;
    int m_interval = 5;
    int m_networkFailures = 0; // in a row
};

} // namespace desk
