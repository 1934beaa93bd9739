// The life of a session: from the store, from a person, to its end. How it is kept alive is in authmanagerrenewal.cpp.
#include "auth/authmanager.h"

#include "auth/identity/discovery.h"
#include "auth/identity/identityapi.h"
#include "auth/renewer.h"
#include "auth/secretstore.h"
#include "auth/signin/signinattempt.h"
#include "auth/signin/waysin.h"
#include "auth/tokenexchange.h"
#include "domain/log.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Error ownWish()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    return error;
}

Error otherServer(const QUrl &url)
{
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.message = AuthManager::tr("The address of this workspace was changed to %1.", "%1 host").arg(url.host());
    error.nextStep = AuthManager::tr("Sign in there.");
    return error;
}

} // namespace

AuthManager::AuthManager(const Profile &profile, SecretStore &secrets, const AuthServices &services, QObject *parent)
    : TokenSource(parent)
    , m_profile(profile)
    , m_secrets(secrets)
    , m_identity(std::make_unique<IdentityApi>(services))
    , m_round(std::make_unique<QObject>())
{
    m_renewTimer.setSingleShot(true);
    connect(&m_renewTimer, &QTimer::timeout, this, &AuthManager::retryNow);
    m_session.way = profile.signIn;
}

AuthManager::~AuthManager()
{
    delete m_attempt;
    m_round.reset();
    qDeleteAll(findChildren<QObject *>(Qt::FindDirectChildrenOnly)); // farewells under way, while there is a network to end them on
    m_session.wipe();
}

void AuthManager::start()
{
    if (m_started && !m_isStoreUnread) {
        QTimer::singleShot(0, this, &AuthManager::started);
        return;
    }
    if (!std::exchange(m_isReading, true))
        readStore(sessionKey(m_profile), [this](const auto &stored) { onStored(stored); });
}

// One question to the store, with a limit of our own: a store that never answers must not be waited for. The later of the two is dropped.
void AuthManager::readStore(const QString &key, std::function<void(const Result<QByteArray> &)> next)
{
    const auto isOver = std::make_shared<bool>(false);
    const auto answer = [isOver, next = std::move(next)](const Result<QByteArray> &stored) {
        if (!std::exchange(*isOver, true))
            next(stored);
    };
    m_secrets.read(key, m_round.get(), answer);
    QTimer::singleShot(m_identity->services().patience.storeMs, m_round.get(), [answer] {
        Error error;
        error.kind = Error::Kind::Storage;
        error.message = tr("The keychain of this computer does not answer.");
        error.nextStep = tr("Unlock it or start it, then try again. Nothing was lost.");
        answer(Unexpected{error});
    });
}

void AuthManager::onStored(const Result<QByteArray> &stored)
{
    if (!stored) // not the same as signed out (KEY-02)
        return onStoreFailed(stored.error());
    m_isStoreUnread = m_isReading = false;
    m_failures = 0;
    if (std::optional<Session> session = stored->isEmpty() ? std::nullopt : fromStored(*stored, m_profile))
        begin(std::move(*session), false);
    else
        setState(State::SignedOut);
    finishStart();
}

void AuthManager::onStoreFailed(const Error &error)
{
    m_isStoreUnread = true;
    m_isReading = false;
    waitAndRetry(error);
    finishStart();
}

void AuthManager::finishStart()
{
    m_started = true;
    Q_EMIT started();
}

void AuthManager::setProfile(const Profile &profile)
{
    const bool moved = profile.baseUrl != m_profile.baseUrl || profile.identityUrl != m_profile.identityUrl;
    m_profile = profile;
    if (!moved || !m_started)
        return;
    cancelSignIn();
    const bool hadSession = hasSession();
    m_secrets.remove(sessionKey(m_profile), this, [](const auto &) {});
    endSession(hadSession ? otherServer(profile.baseUrl) : Error());
    if (hadSession)
        Q_EMIT signedOut(m_error);
}

// From the store or a person: the session there is from now on.
void AuthManager::begin(Session session, bool isOtherPerson)
{
    forget();
    m_session = std::move(session);
    m_hasEnded = m_session.renewal.isEmpty() && m_session.access.isEmpty(); // a name without a session: it had ended before
    if (!m_session.renewal.isEmpty())                                       // else it ends with its access token
        m_renewer = Renewer::of(m_session, m_profile, *m_identity);
    m_error = m_hasEnded ? sessionEnded(m_profile.baseUrl, {}) : Error();
    if (isOtherPerson)
        Q_EMIT accountChanged(); // before anybody asks for anything in the new one's name
    if (m_hasEnded) {
        setState(State::Expired);
        finishRefresh(false);
    } else if (m_session.access.isEmpty()) {
        m_isFirst = true;
        renew();
    } else {
        useAccess();
        setState(State::SignedIn);
        Q_EMIT signedIn();
        finishRefresh(true);
    }
}

SignInAttempt *AuthManager::signIn(SignInWay way)
{
    cancelSignIn();
    m_attempt = makeWayIn(way, m_profile, m_session.account, *m_identity).release();
    m_attempt->setParent(this);
    connect(m_attempt, &SignInAttempt::succeeded, this, &AuthManager::onAttemptSucceeded);
    m_stateBefore = m_state;
    if (!hasSession() && !m_isStoreUnread)
        setState(State::SigningIn);
    return m_attempt;
}

SignInAttempt *AuthManager::attempt() const
{
    return m_attempt;
}

void AuthManager::cancelSignIn()
{
    if (!m_attempt)
        return;
    m_attempt->disconnect(this);
    m_attempt->cancel();
    m_attempt->deleteLater();
    m_attempt = nullptr;
    if (m_state == State::SigningIn)
        setState(m_stateBefore);
}

void AuthManager::onAttemptSucceeded(const Session &session)
{
    m_attempt->disconnect(this);
    m_attempt->deleteLater();
    m_attempt = nullptr;
    m_isStoreUnread = m_isReading = false;
    adopt(session);
    store([] {});
}

void AuthManager::adopt(const Session &session)
{
    const Account before = m_session.account;
    const bool isOther = before.isKnown() && before.id != session.account.id;
    m_started = true;
    begin(session, isOther);
    if (!isOther && before != m_session.account)
        Q_EMIT personChanged();
}

void AuthManager::adoptToken(const QByteArray &token, QObject *context, std::function<void(const Result<> &)> done)
{
    if (token.isEmpty()) {
        signOut();
        m_secrets.remove(sessionKey(m_profile), context, std::move(done));
        return;
    }
    adopt(sessionFromToken(token, m_profile, *m_identity->services().clock));
    m_secrets.write(sessionKey(m_profile), toStored(m_session), context,
                    [self = QPointer(this), done = std::move(done)](const auto &outcome) {
                        if (self)
                            self->setStored(outcome);
                        done(outcome);
                    });
}

void AuthManager::signOut()
{
    cancelSignIn();
    auto *farewell = new QObject(this);
    const auto open = std::make_shared<int>(2); // store, service
    const auto oneLess = [this, farewell, open] {
        if (--*open > 0)
            return;
        farewell->deleteLater();
        Q_EMIT signOutFinished();
    };
    m_secrets.remove(sessionKey(m_profile), farewell, [oneLess](const auto &) { oneLess(); });
    revoke(farewell, oneLess);
    m_isReading = m_isStoreUnread = false;
    setStored(Result<>());
    endSession(ownWish());
    Q_EMIT signedOut(m_error);
}

void AuthManager::revoke(QObject *farewell, std::function<void()> done)
{
    auto *asking = new QObject(farewell); // its end is the end of the request
    const auto once = [asking = QPointer(asking), done = std::move(done)] {
        if (!asking)
            return;
        asking->deleteLater();
        done();
    };
    if (!m_renewer || m_session.renewal.isEmpty()) {
        QTimer::singleShot(0, asking, once);
        return;
    }
    const std::shared_ptr<Renewer> renewer = std::move(m_renewer);
    const auto isOver = std::make_shared<bool>(false);
    const auto end = [once, isOver, renewer] {
        if (!std::exchange(*isOver, true))
            once();
    };
    QTimer::singleShot(m_identity->services().patience.revokeMs, asking, end); // AUTH-17
    renewer->revoke(m_session, asking, end);
}

// Nothing of the session is left in memory but whose it was, and nothing under way for it comes back.
void AuthManager::forget()
{
    m_round = std::make_unique<QObject>();
    m_renewTimer.stop();
    m_renewer.reset();
    m_session.wipe();
    m_hasEnded = false;
    m_isRenewing = false;
    m_isLostReplyRetried = false;
    m_isStoreAsked = false;
    m_isFirst = false;
    m_failures = 0;
    ++m_generation;
}

void AuthManager::endSession(const Error &reason)
{
    forget();
    m_session.account = {};
    m_error = reason;
    Q_EMIT tokenChanged();
    finishRefresh(false);
    setState(State::SignedOut);
}

QString AuthManager::account() const
{
    const QString person = m_session.account.id.isEmpty() ? m_session.account.email : m_session.account.id;
    return (m_profile.id.isEmpty() ? m_profile.name : m_profile.id) + u'/' + person;
}

void AuthManager::findWays(QObject *context, WaysHandler handler)
{
    if (m_profile.identityUrl.isEmpty()) {
        QTimer::singleShot(0, context, [handler = std::move(handler)] { handler({SignInWay::Token}, std::nullopt); });
        return;
    }
    discover(*m_identity, m_profile.identityUrl, context, [own = m_profile.signIn, handler = std::move(handler)](const auto &metadata) {
        QList<SignInWay> ways = waysOf(metadata);
        if (!ways.contains(own) && own != SignInWay::None)
            ways.prepend(own);
        const bool isAnError = !metadata && metadata.error().kind != Error::Kind::NotFound;
        handler(ways, isAnError ? std::optional(metadata.error()) : std::nullopt);
    });
}

bool AuthManager::canFindPeople() const
{
    return m_session.way == SignInWay::EmailCode && hasSession() && !m_session.renewal.isEmpty() && !m_session.issuer.isEmpty();
}

void AuthManager::findPeople(const QString &text, QObject *context, PeopleHandler handler)
{
    desk::findPeople(*m_identity, m_session.issuer, m_session.renewal, text, context, std::move(handler));
}

void AuthManager::exchangeFor(const QByteArray &audience, QObject *context, TokenHandler handler)
{
    // Bound to the session as it is now: an answer that comes after its end is nobody's.
    m_identity->send(tokenExchange(m_session, audience), context,
                     [session = m_session, round = QPointer(m_round.get()), handler = std::move(handler)](const auto &answer) mutable {
                         if (!round)
                             return session.wipe();
                         Result<Session> outcome = answer ? exchanged(session, *answer) : Unexpected{answer.error()};
                         session.wipe();
                         if (!outcome)
                             return handler(Unexpected{outcome.error()});
                         handler(AccessToken{std::exchange(outcome->access, {}), outcome->accessLifeMs});
                         outcome->wipe();
                     });
}

const Clock &AuthManager::clock() const
{
    return *m_identity->services().clock;
}

void AuthManager::setState(State state)
{
    if (m_state == state)
        return;
    qCInfo(logAuth) << "session:" << m_state << "→" << state;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void AuthManager::setStored(const Result<> &outcome)
{
    if (!outcome)
        qCWarning(logAuth) << "the session is kept in memory only:" << outcome.error().message << outcome.error().detail;
    const Error error = outcome ? Error() : outcome.error();
    if (m_isStored == outcome.has_value() && error.message == m_storageError.message)
        return;
    m_isStored = outcome.has_value();
    m_storageError = error;
    Q_EMIT storageChanged();
}

} // namespace desk
