#include "auth/signin/tokensignin.h"

#include "auth/identity/identityapi.h"
#include "auth/identity/safeurl.h"
#include "auth/signin/waysin.h"
#include "domain/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestToken = 16 * 1024;

Error problem(const QString &message, const QString &nextStep)
{
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

} // namespace

TokenSignIn::TokenSignIn(const Profile &profile, IdentityApi &api)
    : m_profile(profile)
    , m_api(api)
{
}

void TokenSignIn::start()
{
    newRound();
    ask();
}

void TokenSignIn::ask(const std::optional<Error> &problem)
{
    m_session.wipe();
    SignInStep step;
    step.kind = SignInStep::Kind::AskToken;
    step.problem = problem;
    setStep(step);
}

void TokenSignIn::answer(const QString &text)
{
    if (step().kind != SignInStep::Kind::AskToken)
        return;
    QByteArray token = text.trimmed().toUtf8();
    if (token.startsWith("Bearer "))
        token = token.mid(7).trimmed();
    const bool isOneWord = std::all_of(token.cbegin(), token.cend(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (token.isEmpty() || token.size() > longestToken || !isOneWord)
        return ask(problem(tr("This is not an access token."), tr("Copy it again: it is one long word without spaces.")));
    m_session = sessionFromToken(token, m_profile, *m_api.services().clock);
    work();
    QUrl url = below(m_profile.baseUrl, u"/conversations"_s);
    url.setQuery(u"limit=1"_s);
    m_api.send(IdentityRequest::get(url, token), newRound(), [this](const Result<IdentityAnswer> &answer) { onTried(answer); });
}

void TokenSignIn::onTried(const Result<IdentityAnswer> &answer)
{
    if (!answer)
        return ask(answer.error());
    if (answer->isSuccess() || answer->status == 404) // a server without this list did not refuse the token either
        return succeed(m_session);
    if (answer->status == 403)
        return ask(problem(tr("%1 knows this token but does not let it in.", "%1 host").arg(m_profile.baseUrl.host()),
                           tr("Ask your administrator for the right to use it.")));
    ask(problem(tr("%1 does not accept this token.", "%1 host").arg(m_profile.baseUrl.host()),
                tr("It may have expired, or be for another server. Ask for a new one.")));
}

} // namespace desk
