#pragma once

#include "api/tokensource.h"
#include "auth/authservices.h"
#include "auth/identity/peoplesearch.h"
#include "auth/session.h"
#include "domain/error.h"
#include "domain/profile.h"
#include "domain/result.h"

#include <QList>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace desk {

class IdentityApi;
class Renewer;
class SecretStore;
class SignInAttempt;

// The session at the server of one profile, and the only owner of its tokens. Reads it from the secret store, renews it ahead of its end
// and when the transport asks for it, keeps it through everything that passes by itself, and ends it only when the sign-in service
// refuses it (AUTH-14). Lives in the GUI thread.
//
//   SignedOut → SigningIn → SignedIn ⇄ Refreshing;   Refreshing → Unreachable → Refreshing … (by itself, with backoff);
//   Refreshing → Expired (refused, once) → SigningIn;   anything → SignedOut by signOut().
//   An attempt that is cancelled goes back to where it began; SignedIn during one of another account stays SignedIn until it succeeds.
class AuthManager : public TokenSource
{
    Q_OBJECT
public:
    enum class State {
        SignedOut,  // no session; error() says why where it is not the user's own wish
        SigningIn,  // attempt() is under way
        SignedIn,   //
        Refreshing, // another access token is being got; the old one is still in use
        Expired,    // the service refused to renew: sign in again, nothing else is lost
        Unreachable // the session is kept; the service is asked again in retryInMs()
    };
    Q_ENUM(State)

    AuthManager(const Profile &profile, SecretStore &secrets, const AuthServices &services, QObject *parent = nullptr);
    ~AuthManager() override;

    // Reads the stored session; started() follows once, whatever comes of it. Calling it again only emits started() again.
    void start();
    [[nodiscard]] bool isStarted() const { return m_started; }

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    // Another name, colour or way in changes nothing. Another server or sign-in service ends the session here: its tokens are not for
    // that one (AUTH-19).
    void setProfile(const Profile &profile);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }              // why Expired, Unreachable or SignedOut
    [[nodiscard]] const Account &person() const { return m_session.account; } // kept in Expired: who is asked to come back
    [[nodiscard]] bool hasSession() const;  // whether requests make sense: also while it is renewed or the service is out of reach
    [[nodiscard]] qint64 retryInMs() const; // in Unreachable; 0 elsewhere
    void retryNow();                        // in Unreachable
    [[nodiscard]] QDateTime sessionEnds() const { return m_session.sessionEnds; } // UTC, a hint; invalid: unknown
    // False: the secret store did not take it, storageError() says why; a restart asks for the sign-in again (AUTH-13).
    [[nodiscard]] bool isStored() const { return m_isStored; }
    [[nodiscard]] const Error &storageError() const { return m_storageError; }

    // Which ways in the sign-in service offers, asked anew; the handler runs once, never after context is gone and never before this
    // returned. Always at least the profile's own. An error is about the asking; the profile's own way may still work.
    using WaysHandler = std::function<void(const QList<SignInWay> &ways, const std::optional<Error> &error)>;
    void findWays(QObject *context, WaysHandler handler);
    // Whether there is a session at a service that knows the team's people: the team server's own, by e-mail (contract 2.2).
    [[nodiscard]] bool canFindPeople() const;
    // See desk::findPeople(). Only while canFindPeople().
    void findPeople(const QString &text, QObject *context, PeopleHandler handler);
    // Whether the session gets tokens for other servers of the team, too: the same session (contract 2.3).
    [[nodiscard]] SignInWay way() const { return m_session.way; } // of the session, or of the one that has ended
    [[nodiscard]] bool canExchange() const { return canFindPeople(); }
    // An access token for another server of the team: "data-api". Only while canExchange(). It is registered with the log redaction, kept
    // nowhere, and for nobody but that server. The handler runs once, never before this returned; when context is gone or the session has
    // ended, not at all. A refusal says nothing of the session: its own renewal finds out.
    struct AccessToken {
        QByteArray value;
        qint64 lifeMs = -1; // from its receipt; -1: unknown
    };
    using TokenHandler = std::function<void(const Result<AccessToken> &token)>;
    void exchangeFor(const QByteArray &audience, QObject *context, TokenHandler handler);
    [[nodiscard]] const Clock &clock() const;
    // A new attempt, not yet started, so that its signals can be connected: call start() on it. The one before is cancelled. It deletes
    // itself after it succeeded or was given up; keep a QPointer.
    SignInAttempt *signIn(SignInWay way);
    [[nodiscard]] SignInAttempt *attempt() const;
    void cancelSignIn();
    // Takes a token without asking a server for its opinion (settings of old, tests). done: see SecretStore.
    void adoptToken(const QByteArray &token, QObject *context, std::function<void(const Result<> &)> done);

    // Revokes what can be revoked in five seconds, and wipes store and memory whether that worked or not (AUTH-17). SignedOut at once;
    // signedOut() follows at once, signOutFinished() when store and service have answered.
    void signOut();
    // The wall clock jumped or the computer slept: looks at what is left of the access token.
    void checkExpiry();

    // TokenSource
    [[nodiscard]] QByteArray bearer() const override { return m_session.access; }
    [[nodiscard]] quint64 generation() const override { return m_generation; }
    [[nodiscard]] QString account() const override; // profile and person: what caches are kept apart by
    [[nodiscard]] bool canRefresh() const override;
    void refresh() override;
    [[nodiscard]] bool isFreshFor(qint64 ms) const override;
    [[nodiscard]] std::optional<Error> whyNoToken() const override;

Q_SIGNALS:
    void started();
    void stateChanged(desk::AuthManager::State state);
    void stillUnreachable();                   // another try has failed: the state is the same, error() may not be
    void signedIn();                           // by a person or from the store; state and person are new
    void signedOut(const desk::Error &reason); // Cancelled: the user's own wish. Else it Expired, or belongs to another server
    void signOutFinished();
    void accountChanged(); // person() is somebody else than before: forget what is kept of the old one
    void personChanged();  // roles, scopes or label of the same one are new
    void storageChanged(); // isStored()

private:
    void readStore(const QString &key, std::function<void(const Result<QByteArray> &)> next);
    void onStored(const Result<QByteArray> &stored);
    void onStoreFailed(const Error &error);
    void finishStart();
    void begin(Session session, bool isOtherPerson);
    void adopt(const Session &session);
    void onAttemptSucceeded(const Session &session);
    void revoke(QObject *farewell, std::function<void()> done);
    void forget();
    void endSession(const Error &reason);
    void renew();
    void onRenewed(const Result<Session> &renewed);
    void onRefused(const Error &error);
    void useRenewed(const Session &renewed);
    void store(std::function<void()> then);
    void expire(const Error &error);
    void waitAndRetry(const Error &error);
    void finishRefresh(bool gotToken);
    void useAccess();
    void setState(State state);
    void setStored(const Result<> &outcome);
    [[nodiscard]] qint64 ageMs() const; // of the access token

    Profile m_profile;
    SecretStore &m_secrets;
    std::unique_ptr<IdentityApi> m_identity;
    std::unique_ptr<Renewer> m_renewer; // none: the session cannot be renewed
    std::unique_ptr<QObject> m_round;   // context of all that is asked for this session; another one for the next
    QPointer<SignInAttempt> m_attempt;
    Session m_session;
    Error m_error;
    Error m_storageError;
    QTimer m_renewTimer; // ahead of the token's end, or after a failure
    QDateTime m_accessSince;
    State m_state = State::SignedOut;
    State m_stateBefore = State::SignedOut; // the attempt began in
    quint64 m_generation = 0;
    qint64 m_accessSinceMs = 0;
    int m_failures = 0; // in a row
    bool m_started = false;
    bool m_isReading = false;     // the store
    bool m_isStoreUnread = false; // it could not be asked: whether there is a session is unknown
    bool m_isStored = true;
    bool m_isStoreAsked = false; // whether another process renewed, after a refusal
    bool m_hasEnded = false;     // refused; what is left is a name
    bool m_isRenewing = false;
    bool m_isLostReplyRetried = false;
    bool m_isFirst = false; // the renewal after the start
    bool m_isAsked = false; // refresh() waits for its answer
};

} // namespace desk
