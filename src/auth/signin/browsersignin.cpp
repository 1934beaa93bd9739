#include "auth/signin/browsersignin.h"

#include "auth/identity/identityapi.h"
#include "auth/identity/safeurl.h"
#include "domain/log.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Error problem(Error::Kind kind, const QString &message, const QString &nextStep)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

QByteArray valueOf(const QUrlQuery &query, const QString &key)
{
    const QStringList values = query.allQueryItemValues(key, QUrl::FullyDecoded);
    return values.size() == 1 ? values.constFirst().toUtf8() : QByteArray(); // given twice is not given (RFC 6749 3.1)
}

} // namespace

void BrowserSignIn::begin()
{
    if (metadata().authorization.isEmpty())
        return fail(notOffered());
    const int patience = api().services().patience.browserMs;
    m_listener = new LoopbackListener([this](const QUrlQuery &query) { return onRedirect(query); }, round());
    if (!m_listener->listen())
        return fail(problem(Error::Kind::Offline, tr("The browser would have no way back to this program."),
                            tr("Sign in with a code on another device instead.")));
    m_pkce = Pkce::make();
    m_state = randomWord(24);
    registerSecret(m_pkce.verifier);
    registerSecret(m_state);
    m_redirectUrl = m_listener->redirectUrl();
    m_url = authorizationUrl();
    m_expires = api().services().clock->now().addMSecs(patience);
    QTimer::singleShot(patience, m_listener, [this] {
        m_listener->deleteLater();
        fail(problem(Error::Kind::Timeout, tr("Nobody signed in in the browser in time."), tr("Start again.")));
    });
    open();
}

QUrl BrowserSignIn::authorizationUrl() const
{
    QByteArray query = metadata().authorization.query(QUrl::FullyEncoded).toLatin1();
    const auto add = [&query](const QByteArray &name, const QByteArray &value) {
        query += (query.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    };
    add("response_type", "code");
    add("client_id", profile().clientId.toUtf8());
    add("redirect_uri", m_redirectUrl.toEncoded());
    add("scope", scope());
    add("state", m_state);
    add("code_challenge", m_pkce.challenge);
    add("code_challenge_method", "S256");
    QUrl url(metadata().authorization);
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

void BrowserSignIn::again()
{
    if (m_listener && m_listener->isListening())
        open();
}

void BrowserSignIn::open()
{
    const auto &opener = api().services().openBrowser;
    const bool isOpen = opener && isSafeForSignIn(m_url) && opener(m_url);
    SignInStep step;
    step.kind = SignInStep::Kind::OpenBrowser;
    step.url = m_url;
    step.host = m_url.host(QUrl::FullyEncoded);
    step.expires = m_expires;
    if (!isOpen)
        step.problem = problem(Error::Kind::NotFound, tr("No browser could be opened."),
                               tr("Copy the address into a browser on this computer, or choose the code on another device."));
    setStep(step);
}

LoopbackListener::Page BrowserSignIn::onRedirect(const QUrlQuery &query)
{
    const LoopbackListener::Page refused{false, tr("This is not the sign-in that was begun"),
                                         tr("Go back to the program and start the sign-in there.")};
    if (!isSameSecret(valueOf(query, u"state"_s), m_state)) {
        qCWarning(logAuth) << "a page with a wrong state came back; still waiting for the right one";
        return refused;
    }
    const QByteArray issuer = valueOf(query, u"iss"_s);
    const bool saysIssuer = metadata().saysIssuer || query.hasQueryItem(u"iss"_s);
    if (saysIssuer && issuer != metadata().issuer.toString(QUrl::FullyEncoded).toUtf8()) {
        qCWarning(logAuth) << "the answer of another sign-in service came back; still waiting for the right one";
        return refused;
    }
    m_state = randomWord(24); // used up
    const QByteArray code = valueOf(query, u"code"_s);
    const QString error = QString::fromUtf8(valueOf(query, u"error"_s));
    // After the browser has its page: failing ends the listener.
    if (!error.isEmpty() || code.isEmpty()) {
        QTimer::singleShot(0, round(), [this, error] { fail(refusal(error)); });
        return {true, tr("Not signed in"), tr("You can close this page. The program says what happened.")};
    }
    registerSecret(code);
    QTimer::singleShot(0, round(), [this, code] { askForTokens(code); });
    return {true, tr("Signed in"), tr("You can close this page and go back to the program.")};
}

void BrowserSignIn::askForTokens(const QByteArray &code)
{
    work();
    const auto request = IdentityRequest::form(metadata().token, {{"grant_type", "authorization_code"},
                                                                  {"code", code},
                                                                  {"redirect_uri", m_redirectUrl.toEncoded()},
                                                                  {"client_id", profile().clientId.toUtf8()},
                                                                  {"code_verifier", m_pkce.verifier}});
    api().send(request, round(), [this](const Result<IdentityAnswer> &answer) {
        if (!answer)
            fail(answer.error());
        else if (answer->isSuccess())
            takeTokens(*answer);
        else
            fail(refusal(answer->code));
    });
}

} // namespace desk
