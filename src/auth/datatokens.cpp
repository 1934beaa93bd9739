#include "auth/datatokens.h"

#include "auth/authmanager.h"
#include "auth/identity/safeurl.h"
#include "auth/renewer.h"

#include <algorithm>
#include <utility>

namespace desk {

void DataTokens::setSession(AuthManager *session, const Profile &profile)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_profile = profile;
    forget();
    if (!session)
        return;
    connect(session, &QObject::destroyed, this, &DataTokens::forget);
    connect(session, &AuthManager::signedOut, this, &DataTokens::forget);
    connect(session, &AuthManager::accountChanged, this, &DataTokens::forget);
    connect(session, &AuthManager::signedIn, this, &DataTokens::forget);
    connect(session, &TokenSource::tokenChanged, this, [this] {
        if (!lendsItsOwn())
            return;
        ++m_generation;
        Q_EMIT tokenChanged();
    });
    connect(session, &TokenSource::refreshFinished, this, [this](bool gotToken) {
        if (!m_isExchanging)
            finish(gotToken);
    });
}

// Whether the session is one of the team's own sign-in service, which knows the file service, too.
bool DataTokens::exchanges() const
{
    return m_session && m_session->canExchange();
}

bool DataTokens::lendsItsOwn() const
{
    return m_session && m_session->way() != SignInWay::EmailCode && isSameOrigin(m_profile.dataUrl, m_profile.baseUrl);
}

QByteArray DataTokens::bearer() const
{
    if (exchanges())
        return m_token;
    return lendsItsOwn() ? m_session->bearer() : QByteArray();
}

QString DataTokens::account() const
{
    return m_session ? m_session->account() : QString();
}

bool DataTokens::canRefresh() const
{
    // What the file service thinks of a pasted token must not end the session at the agent server: there is no other token.
    return exchanges() || (lendsItsOwn() && m_session->way() != SignInWay::Token && m_session->canRefresh());
}

void DataTokens::refresh()
{
    m_isAsked = true;
    if (!exchanges()) {
        if (lendsItsOwn())
            m_session->refresh();
        else
            finish(false);
        return;
    }
    if (std::exchange(m_isExchanging, true))
        return;
    m_session->exchangeFor("data-api", m_round.get(), [this, asked = m_generation](const Result<AuthManager::AccessToken> &token) {
        if (asked != m_generation)
            return; // of the session before
        m_isExchanging = false;
        m_error = token ? std::nullopt : std::optional(token.error());
        if (token) {
            m_token = token->value;
            m_lifeMs = token->lifeMs;
            m_sinceMs = m_session->clock().monotonicMs();
            ++m_generation;
            Q_EMIT tokenChanged();
        }
        finish(token.has_value());
    });
}

bool DataTokens::isFreshFor(qint64 ms) const
{
    if (!exchanges())
        return !lendsItsOwn() || m_session->isFreshFor(ms);
    if (m_token.isEmpty() || m_lifeMs < 0)
        return !m_token.isEmpty();
    const qint64 age = m_session->clock().monotonicMs() - m_sinceMs;
    return m_lifeMs - age >= std::min(ms, m_lifeMs / 2); // short-lived ones could never be fresh
}

std::optional<Error> DataTokens::whyNoToken() const
{
    if (exchanges())
        return m_error;
    if (lendsItsOwn())
        return m_session->whyNoToken();
    if (!m_session)
        return std::nullopt;
    if (m_session->way() == SignInWay::EmailCode)
        return sessionEnded(m_profile.baseUrl, {});
    Error error;
    error.kind = Error::Kind::Forbidden;
    error.message = tr("Signed in this way, the program has no token for the file service at %1.", "%1 host").arg(m_profile.dataUrl.host());
    error.nextStep = tr("Sign in with a code by e-mail, or ask whoever manages the server for a file service at the same address as the "
                        "agents.");
    return error;
}

void DataTokens::forget()
{
    if (m_round)
        m_round.release()->deleteLater(); // what is told may come from there
    m_round = std::make_unique<QObject>();
    m_token.fill('\0');
    m_token.clear();
    m_lifeMs = -1;
    m_error.reset();
    m_isExchanging = false;
    ++m_generation;
    Q_EMIT tokenChanged();
    finish(false);
}

void DataTokens::finish(bool gotToken)
{
    if (std::exchange(m_isAsked, false))
        Q_EMIT refreshFinished(gotToken);
}

} // namespace desk
