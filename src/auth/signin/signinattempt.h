#pragma once

#include "auth/session.h"
#include "domain/error.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>

namespace desk {

// What one way of signing in waits for.
struct SignInStep {
    enum class Kind {
        Working,      // a server is being asked; only cancel() makes sense
        AskEmail,     // answer(address)
        AskCode,      // answer(six digits, or the whole link of the mail); again() sends another mail; back() to the address
        AskToken,     // answer(token)
        OpenBrowser,  // the browser was opened at url: wait; again() opens it once more
        ShowUserCode, // show host, then userCode; the person types it on any device (AUTH-09)
        Done,         // succeeded() was emitted
        Failed        // problem says why; start() tries anew
    };
    Kind kind = Kind::Working;
    std::optional<Error> problem = {}; // Failed: why. Ask…: what was wrong with the last answer. ShowUserCode: why it takes longer
    QString email = {};                // AskEmail, AskCode: the address so far
    QUrl url = {};                     // OpenBrowser: what is open there. ShowUserCode: the page to visit, without the code
    QUrl urlWithCode = {};             // ShowUserCode: the same with the code filled in, for a QR code; may be empty
    QString userCode = {};
    QString host = {};         // ASCII: what the person should see in the browser's address bar
    QDateTime expires = {};    // UTC, by our clock: when code or page stop working; invalid: unknown
    QDateTime answerFrom = {}; // AskCode: no answer is sent before (too many wrong ones). Invalid: at once
    QDateTime againFrom = {};  // AskCode: no further mail is sent before
};

// One way of signing in, from its first question to a session. Owned by AuthManager, see AuthManager::signIn(); keep a QPointer. Nothing
// blocks; every wait can be cancelled. step() changes before stepChanged() is emitted; succeeded() is emitted at most once. GUI thread.
class SignInAttempt : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;                 // also after Failed
    virtual void answer(const QString &text); // to Ask…; ignored elsewhere
    virtual void again() {}                   // another mail, or the browser once more
    virtual void back() {}                    // to the question before, where there is one
    virtual void cancel();                    // nothing follows; listeners and requests end at once
    [[nodiscard]] virtual SignInWay way() const = 0;
    [[nodiscard]] const SignInStep &step() const { return m_step; }

Q_SIGNALS:
    void stepChanged();
    void succeeded(const desk::Session &session);

protected:
    // What belongs to one run of start(): the context of its requests and timers. A new round ends the old one.
    QObject *newRound();
    [[nodiscard]] QObject *round() { return m_round.get(); }
    void setStep(SignInStep step);
    void work() { setStep({}); }
    void fail(const Error &error);
    void succeed(const Session &session);

private:
    std::unique_ptr<QObject> m_round;
    SignInStep m_step;
};

} // namespace desk
