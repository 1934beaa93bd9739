#pragma once

#include "auth/session.h"
#include "auth/signin/signinattempt.h"
#include "domain/result.h"

namespace desk {

class IdentityApi;
struct IdentityAnswer;

// The team server's way: an address, then the code or the link of the mail, then token exchange (contract 2.2, 2.7). The service counts
// no wrong codes, so we do: after three there is a growing wait, after ten the code is given up.
class EmailSignIn : public SignInAttempt
{
    Q_OBJECT
public:
    static constexpr int freeWrongCodes = 3;
    static constexpr int maxWrongCodes = 10;
    static constexpr int betweenMailsMs = 30'000;

    EmailSignIn(const Profile &profile, const QString &email, IdentityApi &api);

    void start() override;
    void answer(const QString &text) override;
    void again() override;
    void back() override;
    [[nodiscard]] SignInWay way() const override { return SignInWay::EmailCode; }

    // The secret in what was pasted: a whole link, or the token alone; empty: neither.
    [[nodiscard]] static QByteArray tokenIn(const QString &text);

private:
    void askEmail(const std::optional<Error> &problem = std::nullopt);
    void askCode(const std::optional<Error> &problem = std::nullopt);
    void sendMail();
    void onMailSent(const Result<IdentityAnswer> &answer);
    void takeCode(const QString &text);
    void onLogin(const Result<IdentityAnswer> &answer);
    void onWrongCode(const IdentityAnswer &answer);
    void exchange();

    Profile m_profile;
    IdentityApi &m_api;
    QString m_email;
    Session m_session; // once logged in: what is still to be exchanged
    QDateTime m_codeExpires;
    QDateTime m_mailFrom;
    QDateTime m_answerFrom;
    qint64 m_blockedUntilMs = 0; // by the clock that does not jump
    qint64 m_mailBlockedUntilMs = 0;
    int m_wrongCodes = 0;
};

} // namespace desk
