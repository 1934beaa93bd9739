#include "app/core.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString languageOf(const Settings &settings)
{
    const QString chosen = settings.text(Settings::Key::Language);
    return chosen.isEmpty() ? QLocale::system().name() : chosen;
}

} // namespace

Core::Core(const Options &options, SecretStore &secrets, const AuthServices &services)
    : settings(options.settingsPath)
    , policy(AdminPolicy::read(options.policyPath))
    , profiles(settings)
    , sessions(secrets, services)
    , transport(tokens)
    , dataTransport(dataTokens)
    , network(settings, secrets, transport)
    , api(transport)
    , workspace(api, tokens, sessions,
                {options.dataDir, options.serverProgram, languageOf(settings),
                 [this](const Profile &profile, QObject *context, auto done) { network.prepare(profile, context, std::move(done)); },
                 [this] { return network.forLocalServer(); }})
    , uploads(api, dataTransport, dataTokens, workspace)
    , conversations(api)
    , m_options(options)
    , m_secrets(secrets)
{
    network.setPolicy(policy.network);
    network.start();
    network.pin(policy.profiles);
    QObject::connect(&network, &NetworkSetup::changed, &workspace, &Workspace::sendNetwork);
    profiles.setManaged(policy.profiles);
    AuthServices withRules = services;
    withRules.tls = network.tlsRules();
    sessions.setServices(withRules);
    for (Transport *one : {&transport, &dataTransport})
        one->setLanguage(QLocale(languageOf(settings)).bcp47Name());
    network.alsoFor(dataTransport);
}

std::optional<Profile> Core::profile(const QString &name) const
{
    return name.isEmpty() ? profiles.lastOpened() : profiles.find(name);
}

void Core::applyProvider()
{
    ModelProvider provider;
    if (!m_options.modelUrl.isEmpty()) {
        provider.name = u"command-line"_s;
        provider.baseUrl = QUrl(m_options.modelUrl);
        provider.models = QStringList{m_options.model};
        workspace.setProvider(provider, {});
        return;
    }
    provider.name = settings.text(Settings::Key::ProviderName);
    if (provider.name.isEmpty())
        return;
    provider.baseUrl = QUrl(settings.text(Settings::Key::ProviderUrl));
    provider.models = settings.value(Settings::Key::ProviderModels).toStringList();
    workspace.setProvider(provider, {});
    m_secrets.read(providerSecretKey(provider.name, provider.origin()), &workspace, [this, provider](const Result<QByteArray> &key) {
        if (!key || key->isEmpty())
            return;
        ModelProvider withKey = provider;
        withKey.needsKey = true;
        m_hasProviderKey = true;
        workspace.setProvider(withKey, *key);
    });
}

} // namespace desk
