#include "auth/signin/emailsignin.h"

#include "auth/exchangerenewer.h"
#include "auth/identity/identityapi.h"
#include "auth/identity/safeurl.h"
#include "domain/log.h"
#include "wire/json/accountjson.h"
#include "wire/json/reader.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 sessionLifeMs = qint64(24) * 3600 * 1000; // whatever its token says (contract 2.4)
constexpr qint64 longestWaitMs = 5 * 60'000;

Error problem(const QString &message, const QString &nextStep = {})
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

} // namespace

EmailSignIn::EmailSignIn(const Profile &profile, const QString &email, IdentityApi &api)
    : m_profile(profile)
    , m_api(api)
    , m_email(email)
{
}

void EmailSignIn::start()
{
    newRound();
    if (!m_session.renewal.isEmpty())
        exchange(); // the code is used up; only the last step is missing
    else
        askEmail();
}

void EmailSignIn::answer(const QString &text)
{
    if (step().kind == SignInStep::Kind::AskCode)
        return takeCode(text);
    if (step().kind != SignInStep::Kind::AskEmail)
        return;
    static const QRegularExpression address(u"^[^\\s@]+@[^\\s@]+$"_s);
    const QString email = text.trimmed();
    if (email != m_email) // another address is another mail
        m_mailBlockedUntilMs = 0;
    m_email = email;
    if (address.match(m_email).hasMatch())
        sendMail();
    else
        askEmail(problem(tr("This is not an e-mail address."), tr("Type it like name@example.com.")));
}

void EmailSignIn::again()
{
    if (step().kind == SignInStep::Kind::AskCode && m_api.services().clock->monotonicMs() >= m_mailBlockedUntilMs)
        sendMail();
}

void EmailSignIn::back()
{
    if (step().kind == SignInStep::Kind::AskCode)
        askEmail();
}

void EmailSignIn::askEmail(const std::optional<Error> &problem)
{
    SignInStep step;
    step.kind = SignInStep::Kind::AskEmail;
    step.email = m_email;
    step.problem = problem;
    setStep(step);
}

void EmailSignIn::askCode(const std::optional<Error> &problem)
{
    SignInStep step;
    step.kind = SignInStep::Kind::AskCode;
    step.email = m_email;
    step.problem = problem;
    step.expires = m_codeExpires;
    step.answerFrom = m_answerFrom;
    step.againFrom = m_mailFrom;
    setStep(step);
}

void EmailSignIn::sendMail()
{
    const Clock &clock = *m_api.services().clock;
    if (clock.monotonicMs() < m_mailBlockedUntilMs)
        return askCode(); // one was sent just now
    work();
    const auto request = IdentityRequest::post(below(m_profile.identityUrl, u"/auth/login/initiate"_s), {{"email"_L1, m_email}});
    m_api.send(request, newRound(), [this](const Result<IdentityAnswer> &answer) { onMailSent(answer); });
}

void EmailSignIn::onMailSent(const Result<IdentityAnswer> &answer)
{
    if (!answer)
        return askEmail(answer.error());
    if (answer->status == 400 || answer->status == 422)
        return askEmail(problem(tr("The sign-in service does not know this as an e-mail address."), tr("Check it and try again.")));
    if (!answer->isSuccess())
        return askEmail(problem(tr("%1 does not offer sign-in by e-mail.", "%1 host").arg(m_profile.identityUrl.host()),
                                tr("Ask your administrator for the sign-in address.")));
    const Clock &clock = *m_api.services().clock;
    const qint64 seconds = std::clamp<qint64>(wire::Reader(answer->json).bigInteger("expires_in"_L1, 900), 30, 24 * 3600);
    m_codeExpires = clock.now().addSecs(seconds);
    m_mailFrom = clock.now().addMSecs(betweenMailsMs);
    m_mailBlockedUntilMs = clock.monotonicMs() + betweenMailsMs;
    m_wrongCodes = 0;
    m_answerFrom = {};
    m_blockedUntilMs = 0;
    askCode();
}

void EmailSignIn::takeCode(const QString &text)
{
    if (m_api.services().clock->monotonicMs() < m_blockedUntilMs)
        return askCode(problem(tr("Too many wrong codes. Wait a moment before the next one.")));
    static const QRegularExpression separators(u"[\\s\\-]"_s);
    static const QRegularExpression sixDigits(u"^[0-9]{6}$"_s);
    const QString code = QString(text).remove(separators);
    IdentityRequest request;
    if (sixDigits.match(code).hasMatch()) {
        request = IdentityRequest::post(below(m_profile.identityUrl, u"/auth/totp/verify"_s), {{"email"_L1, m_email}, {"code"_L1, code}});
    } else if (const QByteArray token = tokenIn(text); !token.isEmpty()) {
        registerSecret(token);
        // In the path because the service takes it nowhere else; it works once.
        request = IdentityRequest::post(below(m_profile.identityUrl, u"/auth/magic-links/%1/use"_s.arg(QString::fromLatin1(token))), {});
    } else {
        return askCode(
            problem(tr("This is neither a code nor a link."), tr("Type the six digits of the e-mail, or paste its whole link.")));
    }
    work();
    m_api.send(request, newRound(), [this](const Result<IdentityAnswer> &answer) { onLogin(answer); });
}

void EmailSignIn::onLogin(const Result<IdentityAnswer> &answer)
{
    if (!answer)
        return askCode(answer.error());
    if (!answer->isSuccess())
        return onWrongCode(*answer);
    const wire::Reader session(answer->object().value("session"_L1));
    const QByteArray token = session.string("token"_L1).toUtf8();
    const Result<Account> account = wire::accountFromJson(answer->object().value("user"_L1));
    if (token.isEmpty() || !account)
        return fail(problem(tr("The sign-in service answered in a way this program does not understand."), tr("Tell your administrator.")));
    registerSecret(token);
    const QDateTime now = m_api.services().clock->now();
    m_session.way = SignInWay::EmailCode;
    m_session.issuer = m_profile.identityUrl;
    m_session.baseUrl = m_profile.baseUrl;
    m_session.account = *account;
    m_session.renewal = token;
    m_session.signedInAt = now;
    m_session.sessionEnds = now.addMSecs(sessionLifeMs);
    const qint64 expires = wire::tokenLabel(token).expiresAt;
    const qint64 serverNow = answer->date.isValid() ? answer->date.toSecsSinceEpoch() : now.toSecsSinceEpoch();
    if (expires > serverNow)
        m_session.sessionEnds = std::min(m_session.sessionEnds, now.addSecs(expires - serverNow));
    exchange();
}

void EmailSignIn::onWrongCode(const IdentityAnswer &answer)
{
    if (answer.status == 404)
        return askCode(problem(tr("This link does not work any more."), tr("Links work once and for 15 minutes. Ask for another e-mail.")));
    if (++m_wrongCodes >= maxWrongCodes) {
        m_mailBlockedUntilMs = 0;
        return askEmail(problem(tr("Too many wrong codes."), tr("Ask for a new code.")));
    }
    if (m_wrongCodes >= freeWrongCodes) {
        const Clock &clock = *m_api.services().clock;
        const qint64 wait = std::min(qint64(m_api.services().patience.wrongCodeWaitMs) << (m_wrongCodes - freeWrongCodes), longestWaitMs);
        m_blockedUntilMs = clock.monotonicMs() + wait;
        m_answerFrom = clock.now().addMSecs(wait);
    }
    askCode(problem(tr("The code is wrong or too old."), tr("Check the newest e-mail, or ask for another one.")));
}

void EmailSignIn::exchange()
{
    work();
    ExchangeRenewer(m_api).renew(m_session, newRound(), [this](const Result<Session> &session) {
        if (session)
            return succeed(*session);
        if (session.error().kind == Error::Kind::Unauthorized)
            m_session.wipe(); // another try needs another code
        fail(session.error());
    });
}

QByteArray EmailSignIn::tokenIn(const QString &text)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9._~\\-]{16,1024}$"_s);
    QString token = text.trimmed();
    if (token.contains("://"_L1))
        token = QUrlQuery(QUrl(token)).queryItemValue(u"token"_s, QUrl::FullyDecoded);
    return shape.match(token).hasMatch() ? token.toLatin1() : QByteArray();
}

} // namespace desk
