#include "auth/authmanagers.h"

#include "auth/authmanager.h"
#include "auth/secretstore.h"

namespace desk {

namespace {

QString idOf(const Profile &profile)
{
    return profile.id.isEmpty() ? profile.name : profile.id;
}

} // namespace

AuthManagers::AuthManagers(SecretStore &secrets, AuthServices services, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_services(std::move(services))
{
}

AuthManagers::~AuthManagers() = default;

AuthManager &AuthManagers::of(const Profile &profile)
{
    std::unique_ptr<AuthManager> &manager = m_managers[idOf(profile)];
    if (manager) {
        manager->setProfile(profile);
        return *manager;
    }
    manager = std::make_unique<AuthManager>(profile, m_secrets, m_services);
    Q_EMIT added(manager.get());
    return *manager;
}

AuthManager *AuthManagers::find(const QString &profileId) const
{
    const auto found = m_managers.find(profileId);
    return found == m_managers.end() ? nullptr : found->second.get();
}

void AuthManagers::remove(const QString &profileId)
{
    const auto found = m_managers.find(profileId);
    if (found == m_managers.end())
        return;
    found->second.release()->deleteLater(); // we may be in one of its signals
    m_managers.erase(found);
}

} // namespace desk
