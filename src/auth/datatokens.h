#pragma once

#include "api/tokensource.h"
#include "domain/profile.h"

#include <QPointer>

#include <memory>

namespace desk {

class AuthManager;

// The token for the file service of the team profile that is open (contract 3.10). A session by e-mail is exchanged for one of its own,
// which lives in memory only (AUTH-16). Any other way in has a token for the agent server alone: it goes to a file service of the same
// origin, and nowhere else (AUTH-19). GUI thread.
class DataTokens : public TokenSource
{
    Q_OBJECT
public:
    using TokenSource::TokenSource;

    // From now on for this session and profile; the session may die before us. nullptr: for none. What is known of the one before is
    // forgotten, and a refresh under way ends without a token.
    void setSession(AuthManager *session, const Profile &profile);

    [[nodiscard]] QByteArray bearer() const override;
    [[nodiscard]] quint64 generation() const override { return m_generation; }
    [[nodiscard]] QString account() const override;
    [[nodiscard]] bool canRefresh() const override;
    void refresh() override;
    // False also while there is no token that could be got.
    [[nodiscard]] bool isFreshFor(qint64 ms) const override;
    [[nodiscard]] std::optional<Error> whyNoToken() const override;

private:
    [[nodiscard]] bool exchanges() const;
    [[nodiscard]] bool lendsItsOwn() const;
    void forget();
    void finish(bool gotToken);

    QPointer<AuthManager> m_session;
    std::unique_ptr<QObject> m_round; // context of what is asked for this session; another one for the next
    Profile m_profile;
    QByteArray m_token;
    qint64 m_lifeMs = -1;
    qint64 m_sinceMs = 0; // by the monotonic clock
    std::optional<Error> m_error;
    quint64 m_generation = 0;
    bool m_isExchanging = false;
    bool m_isAsked = false;
};

} // namespace desk
