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
    , providerBook(settings, secrets, workspace)
    , uploads(api, dataTransport, dataTokens, workspace)
    , conversations(api)
    , m_options(options)
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
    if (m_options.modelUrl.isEmpty())
        return providerBook.open();
    ModelProvider provider;
    provider.name = u"command-line"_s;
    provider.baseUrl = QUrl(m_options.modelUrl);
    provider.models = QStringList{m_options.model};
    providerBook.useOnly(provider);
}

} // namespace desk
