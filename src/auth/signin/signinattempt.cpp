#include "auth/signin/signinattempt.h"

#include "domain/log.h"

#include <utility>

namespace desk {

void SignInAttempt::answer(const QString &)
{
    qCDebug(logAuth) << "an answer nobody asked for";
}

void SignInAttempt::cancel()
{
    m_round.reset();
}

QObject *SignInAttempt::newRound()
{
    m_round = std::make_unique<QObject>();
    return m_round.get();
}

void SignInAttempt::setStep(SignInStep step)
{
    m_step = std::move(step);
    Q_EMIT stepChanged();
}

void SignInAttempt::fail(const Error &error)
{
    qCInfo(logAuth) << "sign-in failed:" << error.message << error.detail;
    SignInStep step;
    step.kind = SignInStep::Kind::Failed;
    step.problem = error;
    setStep(std::move(step));
}

void SignInAttempt::succeed(const Session &session)
{
    SignInStep step;
    step.kind = SignInStep::Kind::Done;
    setStep(std::move(step));
    Q_EMIT succeeded(session);
}

} // namespace desk
