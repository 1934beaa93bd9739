#include "state/workspace.h"

#include "api/apiclient.h"
#include "api/endpoints/systemapi.h"
#include "api/transport.h"
#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/profiletokensource.h"
#include "domain/log.h"
#include "state/localserver.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int maxRestarts = 4; // in a row; then the user decides
constexpr int healthyAfterMs = 60'000;

// The team server as it is: every workaround on.
bool isWithoutCapabilities(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.httpStatus == 422;
}

// Whom a key is for: the same name at another address is somebody else.
QString placeOf(const ModelProvider &provider)
{
    return provider.name + u' ' + provider.origin();
}

QList<ModelProvider> listOf(const ModelProvider &provider)
{
    return provider.name.isEmpty() ? QList<ModelProvider>() : QList<ModelProvider>{provider};
}

} // namespace

Workspace::Workspace(ApiClient &api, ProfileTokenSource &tokens, AuthManagers &sessions, Options options, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_tokens(tokens)
    , m_sessions(sessions)
    , m_options(std::move(options))
{
    m_restartTimer.setSingleShot(true);
    connect(&m_restartTimer, &QTimer::timeout, this, &Workspace::startLocal);
    m_healthyTimer.setSingleShot(true);
    connect(&m_healthyTimer, &QTimer::timeout, this, [this] { m_restarts = 0; });
    connect(&m_api.transport(), &Transport::serverBack, this, &Workspace::onServerBack);
    connect(&m_api.transport(), &Transport::unauthorized, this, &Workspace::onUnauthorized);
}

Workspace::~Workspace() = default;

void Workspace::open(const Profile &profile)
{
    close();
    m_profile = profile;
    setState(State::Starting);
    if (profile.kind == Profile::Kind::Team) {
        prepareTeam();
        return;
    }
    m_tokens.setAccount(profile.name);
    startLocal();
}

void Workspace::retry()
{
    m_restarts = 0;
    if (m_waitsForSession && m_session && m_session->state() == AuthManager::State::Unreachable)
        m_session->retryNow(); // what follows is heard in onSession()
    else
        open(Profile(m_profile));
}

void Workspace::close()
{
    ++m_generation;
    m_restartTimer.stop();
    m_healthyTimer.stop();
    m_server.reset();
    m_api.transport().forgetSession();
    m_capabilities = {};
    m_waitsForSession = false;
    if (m_session)
        m_session->disconnect(this);
    m_session = nullptr;
    m_tokens.setSource(nullptr);
    m_tokens.setBearer({});
    setState(State::Stopped);
}

void Workspace::shutdown(int waitMs)
{
    if (m_server)
        m_server->waitForEnd(waitMs);
    close();
}

void Workspace::setProviders(const QList<ModelProvider> &providers)
{
    const QList<ModelProvider> before = std::exchange(m_providers, providers);
    ++m_providersTicket;
    for (const ModelProvider &earlier : before) {
        const auto isSame = [&earlier](const ModelProvider &provider) { return placeOf(provider) == placeOf(earlier); };
        if (std::none_of(providers.cbegin(), providers.cend(), isSame) && m_providerKeys.contains(placeOf(earlier)))
            setProviderKey(earlier, {});
    }
    if (isLocalReady() && m_sendingIn != m_generation)
        sendProviders([](const Result<> & /*said already*/) {});
}

void Workspace::setProviderKey(const ModelProvider &provider, const QByteArray &key)
{
    const bool isNews = !key.isEmpty() || m_providerKeys.contains(placeOf(provider)); // the server may have one for this name by now
    if (key.isEmpty())
        m_providerKeys.remove(placeOf(provider));
    else
        m_providerKeys.insert(placeOf(provider), key);
    if (m_server && isNews)
        m_server->sendProviderKey(provider, key);
}

void Workspace::setProvider(const ModelProvider &provider, const QByteArray &key)
{
    setProviders(listOf(provider));
    if (!key.isEmpty())
        setProviderKey(provider, key);
}

void Workspace::storeProviders(const QList<ModelProvider> &providers)
{
    m_toStore = providers;
    if (isLocalReady())
        sendStored();
}

void Workspace::storeProvider(const ModelProvider &provider)
{
    storeProviders(listOf(provider));
}

ApiCall<ProviderReport> *Workspace::testProvider(ModelProvider provider, const QByteArray &typedKey)
{
    if (!isLocalReady() || !m_server)
        return nullptr;
    const QByteArray key = typedKey.isEmpty() ? m_providerKeys.value(placeOf(provider)) : typedKey;
    provider.needsKey = !key.isEmpty();
    if (!typedKey.isEmpty()) // under a name of its own, so that no earlier key can be taken for it
        provider.name = u"test-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (provider.needsKey) // also a known one: the server forgets it with a test of what is not in its list
        m_server->sendProviderKey(provider, key);
    return m_api.system().testProvider(provider);
}

void Workspace::sendNetwork()
{
    if (m_server && m_options.network)
        m_server->sendNetwork(m_options.network());
}

void Workspace::updateProfile(const Profile &profile)
{
    if (profile.id != m_profile.id || m_state == State::Stopped)
        return;
    if (!profile.leadsTo(m_profile))
        return open(profile);
    m_profile = profile;
    Q_EMIT stateChanged(m_state); // its name and colour are shown
}

void Workspace::saveToken(const Profile &profile, const QByteArray &token, QObject *context, std::function<void(const Result<> &)> done)
{
    updateProfile(profile); // first, so that the token does not reach the server of before (AUTH-19)
    m_sessions.of(profile).adoptToken(token, context, std::move(done));
}

qint64 Workspace::serverPid() const
{
    return m_server ? m_server->pid() : 0;
}

void Workspace::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Workspace::fail(const Error &error)
{
    qCWarning(logState) << "workspace failed:" << error.message << error.detail;
    m_error = error;
    setState(State::Failed);
}

void Workspace::startLocal()
{
    m_server = std::make_unique<LocalServer>(LocalServer::Options{m_options.serverProgram, m_options.dataDir, m_options.language});
    connect(m_server.get(), &LocalServer::ready, this, &Workspace::onLocalReady);
    connect(m_server.get(), &LocalServer::failed, this, &Workspace::fail);
    connect(m_server.get(), &LocalServer::died, this, &Workspace::onLocalDied);
    m_server->start();
}

void Workspace::onLocalReady()
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server->handshake().port);
    // The nonce proves that our own child holds the port; only then does the token travel (LOC-18).
    m_tokens.setBearer({});
    m_api.setBaseUrl(url);
    const quint64 generation = m_generation;
    m_api.system().health()->then(this, [this, generation](const Result<ServerHealth> &health) {
        if (generation != m_generation || !m_server)
            return;
        if (!health) {
            fail(health.error());
        } else if (health->nonce != m_server->handshake().nonce) {
            Error error;
            error.message = tr("Another program answers in place of the local server.");
            error.nextStep = tr("Close unknown programs and try again.");
            fail(error);
        } else {
            m_tokens.setBearer(m_server->token());
            sendNetwork();
            askCapabilities();
        }
    });
}

void Workspace::onLocalDied(const Error &error)
{
    ++m_generation;
    m_healthyTimer.stop();
    if (++m_restarts > maxRestarts) {
        fail(error);
        return;
    }
    m_error = error;
    setState(State::Restarting);
    m_restartTimer.start(m_restarts == 1 ? 0 : 500 << m_restarts);
}

void Workspace::askCapabilities()
{
    const quint64 generation = m_generation;
    m_api.system().capabilities()->then(this, [this, generation](const Result<Capabilities> &answer) {
        if (generation != m_generation)
            return;
        if (!answer && !isWithoutCapabilities(answer.error())) {
            m_waitsForSession = m_session && answer.error().kind == Error::Kind::Unauthorized; // sign in, and it goes on
            return fail(answer.error());
        }
        setCapabilities(answer ? *answer : Capabilities());
        setUp();
    });
}

void Workspace::setCapabilities(const Capabilities &capabilities)
{
    m_capabilities = capabilities;
    m_api.transport().policy().serverRemembersKeys = capabilities.has(feature::idempotency);
}

void Workspace::onServerBack()
{
    if (m_state != State::Ready)
        return;
    const quint64 generation = m_generation;
    m_api.system().capabilities()->then(this, [this, generation](const Result<Capabilities> &answer) {
        if (generation != m_generation || (!answer && !isWithoutCapabilities(answer.error())))
            return;
        const Capabilities now = answer ? *answer : Capabilities();
        if (now.version == m_capabilities.version && now.features == m_capabilities.features)
            return;
        qCInfo(logState) << "the server came back as another version:" << now.version;
        setCapabilities(now);
        Q_EMIT ready(); // everybody reloads, by the new promises
    });
}

void Workspace::setUp()
{
    if (m_profile.kind != Profile::Kind::Local)
        return enterReady();
    sendProviderKeys();
    // The first question must not overtake the language models' settings on another connection.
    sendProviders([this](const Result<> & /*said already*/) { enterReady(); });
}

void Workspace::enterReady()
{
    const bool restarted = m_state == State::Restarting;
    m_error = {};
    m_healthyTimer.start(healthyAfterMs);
    setState(State::Ready);
    if (isLocalReady())
        sendStored();
    Q_EMIT ready();
    if (restarted)
        Q_EMIT serverRestarted();
}

// One list at a time: two on their way at once could arrive in either order.
void Workspace::sendProviders(std::function<void(const Result<> &)> done)
{
    m_sendingIn = m_generation;
    m_api.system()
        .setProviders(m_providers, SystemApi::ProviderScope::Process)
        ->then(this, [this, generation = m_generation, ticket = m_providersTicket, done = std::move(done)](const Result<> &outcome) {
            if (generation != m_generation)
                return;
            if (ticket != m_providersTicket)
                return sendProviders(done); // others were chosen in the meantime
            if (!outcome && outcome.error().kind != Error::Kind::Cancelled)
                return onProvidersRefused(outcome.error(), done);
            m_sendingIn.reset();
            sendProviderKeys(); // a test that ended before the list was there took the key of its name along
            done(outcome);
        });
}

void Workspace::sendProviderKeys()
{
    for (const ModelProvider &provider : std::as_const(m_providers)) {
        if (const QByteArray key = m_providerKeys.value(placeOf(provider)); !key.isEmpty())
            m_server->sendProviderKey(provider, key);
    }
}

// What the data folder names, or what was chosen before, must not get the questions instead.
void Workspace::onProvidersRefused(const Error &error, std::function<void(const Result<> &)> done)
{
    m_api.system()
        .setProviders({}, SystemApi::ProviderScope::Process)
        ->then(this, [this, error, generation = m_generation, ticket = m_providersTicket, done = std::move(done)](const Result<> &) {
            if (generation != m_generation)
                return;
            if (ticket == m_providersTicket)
                Q_EMIT providerFailed(error);
            if (generation != m_generation)
                return; // whoever heard of it went elsewhere
            if (ticket != m_providersTicket)
                return sendProviders(done);
            m_sendingIn.reset();
            done(Unexpected{error});
        });
}

// Whether it is taken is said by the same call for this start.
void Workspace::sendStored()
{
    if (m_toStore)
        m_api.system().setProviders(*std::exchange(m_toStore, std::nullopt), SystemApi::ProviderScope::Stored);
}

} // namespace desk
