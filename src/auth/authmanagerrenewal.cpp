// How a session is kept alive: ahead of its end, when the transport asks, after failures, and its end when it is refused.
#include "auth/authmanager.h"

#include "auth/identity/identityapi.h"
#include "auth/renewal.h"
#include "auth/renewer.h"
#include "auth/secretstore.h"
#include "domain/log.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

namespace desk {

namespace {

// The same session goes on: what a person must know is that nothing is lost.
Error outOfReach(const Error &cause)
{
    using Kind = Error::Kind;
    Error error = cause;
    if (cause.kind == Kind::Storage)
        return error;
    error.message = AuthManager::tr("The sign-in service cannot be reached: %1", "%1 a sentence that says why").arg(cause.message);
    error.nextStep = AuthManager::tr("You are not signed out; it is tried again by itself.");
    if (cause.kind == Kind::Unauthorized || cause.kind == Kind::Cancelled || cause.kind == Kind::Protocol)
        error.kind = Kind::Unavailable;
    return error;
}

} // namespace

bool AuthManager::hasSession() const
{
    return !m_hasEnded && (!m_session.renewal.isEmpty() || !m_session.access.isEmpty());
}

bool AuthManager::canRefresh() const
{
    return hasSession();
}

void AuthManager::refresh()
{
    m_isAsked = true;
    if (!hasSession()) {
        finishRefresh(false);
    } else if (!m_renewer || m_session.renewal.isEmpty()) {
        expire(sessionEnded(m_profile.baseUrl, QStringLiteral("the server refused the token"))); // a pasted one: there is no other
    } else if (!m_isRenewing) {
        renew();
    }
}

bool AuthManager::isFreshFor(qint64 ms) const
{
    if (m_session.accessLifeMs < 0 || m_session.renewal.isEmpty() || !hasSession())
        return true;
    return m_session.accessLifeMs - ageMs() >= std::min(ms, m_session.accessLifeMs / 2); // short-lived ones could never be fresh
}

std::optional<Error> AuthManager::whyNoToken() const
{
    return m_state == State::Unreachable ? std::optional(m_error) : std::nullopt;
}

// By both clocks, since one stands still while the computer sleeps and the other jumps.
qint64 AuthManager::ageMs() const
{
    const Clock &clock = *m_identity->services().clock;
    return std::max(clock.monotonicMs() - m_accessSinceMs, m_accessSince.msecsTo(clock.now()));
}

void AuthManager::checkExpiry()
{
    const qint64 life = m_session.accessLifeMs;
    if (hasSession() && m_renewer && !m_isRenewing && life >= 0 && ageMs() >= renewAfterMs(life, 0))
        renew();
}

qint64 AuthManager::retryInMs() const
{
    return m_state == State::Unreachable ? std::max(0, m_renewTimer.remainingTime()) : 0;
}

void AuthManager::retryNow()
{
    if (m_isStoreUnread)
        start();
    else if (hasSession() && m_renewer && !m_isRenewing)
        renew();
}

void AuthManager::renew()
{
    m_renewTimer.stop();
    m_isRenewing = true;
    if (m_state != State::Unreachable) // stays until it is over: no flicker
        setState(State::Refreshing);
    m_renewer->renew(m_session, m_round.get(), [this](const Result<Session> &renewed) { onRenewed(renewed); });
}

void AuthManager::onRenewed(const Result<Session> &renewed)
{
    if (renewed) {
        useRenewed(*renewed);
        return;
    }
    const Error &error = renewed.error();
    if (error.kind == Error::Kind::Unauthorized) {
        onRefused(error);
    } else if (error.outcomeUnknown && !std::exchange(m_isLostReplyRetried, true)) {
        qCInfo(logAuth) << "the answer to a renewal was lost; asking once more";
        QTimer::singleShot(m_identity->services().patience.lostReplyMs, m_round.get(), [this] { renew(); });
    } else {
        m_isRenewing = false;
        waitAndRetry(error);
        finishRefresh(false);
    }
}

// Another process that shares the keychain may have been faster: then the session goes on with what that one got (HTTP-13).
void AuthManager::onRefused(const Error &error)
{
    readStore(sessionKey(m_profile), [this, error](const Result<QByteArray> &stored) {
        std::optional<Session> other = stored && !stored->isEmpty() ? fromStored(*stored, m_profile) : std::nullopt;
        const bool isNewer = other && !other->renewal.isEmpty() && other->renewal != m_session.renewal && other->way == m_session.way &&
                             m_isStored && !std::exchange(m_isStoreAsked, true);
        if (!isNewer)
            return expire(error);
        m_session.renewal = other->renewal;
        renew();
    });
}

void AuthManager::useRenewed(const Session &renewed)
{
    const bool isRotated = renewed.renewal != m_session.renewal;
    const Account before = m_session.account;
    m_session.wipe();
    m_session = renewed;
    const auto goOn = [this, before] {
        m_isRenewing = m_isLostReplyRetried = m_isStoreAsked = false;
        m_failures = 0;
        m_error = {};
        useAccess();
        const bool isFirst = std::exchange(m_isFirst, false);
        setState(State::SignedIn);
        if (isFirst)
            Q_EMIT signedIn();
        if (before != m_session.account)
            Q_EMIT personChanged();
        finishRefresh(true);
    };
    // Durable before anybody uses it: the service may refuse the old one from now on (AUTH-13).
    if (isRotated)
        store(goOn);
    else
        goOn();
}

void AuthManager::store(std::function<void()> then)
{
    const auto isOver = std::make_shared<bool>(false);
    const auto answer = [this, isOver, then = std::move(then)](const Result<> &outcome) {
        if (std::exchange(*isOver, true))
            return;
        setStored(outcome);
        then();
    };
    m_secrets.write(sessionKey(m_profile), toStored(m_session), m_round.get(), answer);
    QTimer::singleShot(m_identity->services().patience.storeMs, m_round.get(), [answer] {
        Error error;
        error.kind = Error::Kind::Storage;
        error.message = tr("The keychain of this computer does not answer.");
        error.nextStep = tr("You stay signed in until you quit; then you have to sign in again.");
        answer(Unexpected{error});
    });
}

// Refused for good: once, with a name to come back under; what would be refused again is not kept (AUTH-14).
void AuthManager::expire(const Error &error)
{
    const bool wasPasted = m_session.way == SignInWay::Token;
    const QByteArray access = m_session.renewal.isEmpty() ? QByteArray() : m_session.access; // may still be good for minutes
    m_round = std::make_unique<QObject>();
    m_renewTimer.stop();
    m_session.wipe();
    m_session.access = access;
    m_hasEnded = true;
    m_isRenewing = m_isLostReplyRetried = m_isStoreAsked = false;
    m_error = error;
    Session name = m_session;
    name.access.clear();
    if (!wasPasted) // a pasted one stays: a server that is out of order refuses good ones, too
        m_secrets.write(sessionKey(m_profile), toStored(name), this, [](const auto &) {});
    setState(State::Expired);
    finishRefresh(false);
    Q_EMIT signedOut(error);
}

void AuthManager::waitAndRetry(const Error &error)
{
    const AuthServices::Patience &patience = m_identity->services().patience;
    const int doublings = std::min(m_failures++, 10);
    const qint64 wait = std::min<qint64>(qint64(patience.firstRetryMs) << doublings, patience.longestRetryMs);
    const double jitter = 0.8 + 0.4 * QRandomGenerator::global()->generateDouble(); // a team must not come back all at once
    m_renewTimer.start(static_cast<int>(std::max<double>(static_cast<double>(wait) * jitter, static_cast<double>(error.retryAfterMs))));
    m_error = outOfReach(error);
    m_isLostReplyRetried = false;
    if (m_state == State::Unreachable)
        Q_EMIT stillUnreachable();
    setState(State::Unreachable);
}

void AuthManager::finishRefresh(bool gotToken)
{
    if (std::exchange(m_isAsked, false))
        Q_EMIT refreshFinished(gotToken);
}

void AuthManager::useAccess()
{
    const Clock &clock = *m_identity->services().clock;
    m_accessSinceMs = clock.monotonicMs();
    m_accessSince = clock.now();
    ++m_generation;
    if (const qint64 wait = renewAfterMs(m_session.accessLifeMs, QRandomGenerator::global()->generateDouble()); m_renewer && wait >= 0)
        m_renewTimer.start(static_cast<int>(std::min<qint64>(wait, std::numeric_limits<int>::max())));
    Q_EMIT tokenChanged();
}

} // namespace desk
