#include "auth/signin/devicesignin.h"

#include "auth/identity/identityapi.h"
#include "auth/identity/safeurl.h"
#include "domain/log.h"
#include "wire/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int slowDownSeconds = 5; // RFC 8628 3.5: for good
constexpr int longestIntervalSeconds = 60;
constexpr qsizetype longestUserCode = 40;

// The service's clock and ours may run apart by a fifth: it says when the code has expired, and we stop only long after.
constexpr qint64 withDrift(qint64 ms)
{
    return ms * 6 / 5;
}

} // namespace

void DeviceSignIn::begin()
{
    if (metadata().device.isEmpty())
        return fail(notOffered());
    m_interval = 5;
    m_networkFailures = 0;
    const auto request = IdentityRequest::form(metadata().device, {{"client_id", profile().clientId.toUtf8()}, {"scope", scope()}});
    api().send(request, round(), [this](const Result<IdentityAnswer> &answer) {
        if (!answer)
            fail(answer.error());
        else if (answer->isSuccess())
            onCode(*answer);
        else
            fail(refusal(answer->code));
    });
}

void DeviceSignIn::onCode(const IdentityAnswer &answer)
{
    const wire::Reader json(answer.json);
    m_deviceCode = json.string("device_code"_L1).toUtf8();
    registerSecret(m_deviceCode);
    QString userCode = json.string("user_code"_L1);
    userCode.removeIf([](QChar c) { return !c.isPrint(); });
    const QUrl page(json.string("verification_uri"_L1), QUrl::StrictMode);
    const QUrl whole(json.string("verification_uri_complete"_L1), QUrl::StrictMode);
    if (m_deviceCode.isEmpty() || userCode.isEmpty() || !isSafeForSignIn(page)) {
        Error error = refusal({});
        error.kind = Error::Kind::Protocol;
        error.message = tr("%1 answered with a code or a page that cannot be used.", "%1 host").arg(profile().identityUrl.host());
        return fail(error);
    }
    const Clock &clock = *api().services().clock;
    m_lifeMs = std::clamp<qint64>(json.bigInteger("expires_in"_L1, 600), 1, 24 * 3600) * api().services().patience.pollUnitMs;
    m_interval = std::clamp(json.integer("interval"_L1, 5), 1, longestIntervalSeconds);
    m_startedMs = clock.monotonicMs();
    m_shown = {};
    m_shown.kind = SignInStep::Kind::ShowUserCode;
    m_shown.userCode = userCode.left(longestUserCode);
    m_shown.url = page;
    m_shown.urlWithCode = isSafeForSignIn(whole) && isSameOrigin(whole, page) ? whole : QUrl();
    m_shown.host = page.host(QUrl::FullyEncoded);
    m_shown.expires = clock.now().addMSecs(m_lifeMs);
    showCode();
    pollIn(m_interval);
}

void DeviceSignIn::showCode(const std::optional<Error> &problem)
{
    m_shown.problem = problem;
    setStep(m_shown);
}

void DeviceSignIn::pollIn(int seconds)
{
    QTimer::singleShot(seconds * api().services().patience.pollUnitMs, round(), [this] { poll(); });
}

void DeviceSignIn::poll()
{
    if (api().services().clock->monotonicMs() - m_startedMs > withDrift(m_lifeMs))
        return fail(refusal(u"expired_token"_s));
    const auto request = IdentityRequest::form(metadata().token, {{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                                                                  {"device_code", m_deviceCode},
                                                                  {"client_id", profile().clientId.toUtf8()}});
    api().send(request, round(), [this](const Result<IdentityAnswer> &answer) { onPolled(answer); });
}

void DeviceSignIn::onPolled(const Result<IdentityAnswer> &answer)
{
    if (!answer) { // RFC 8628 3.5: exponentially later
        showCode(answer.error());
        const int factor = 2 << std::min(m_networkFailures++, 4);
        return pollIn(std::min(m_interval * factor, std::max(m_interval, longestIntervalSeconds)));
    }
    if (std::exchange(m_networkFailures, 0) > 0)
        showCode();
    if (answer->isSuccess()) {
        work();
        return takeTokens(*answer);
    }
    if (answer->code == "slow_down"_L1)
        m_interval += slowDownSeconds;
    else if (answer->code != "authorization_pending"_L1)
        return fail(refusal(answer->code));
    pollIn(m_interval);
}

} // namespace desk
