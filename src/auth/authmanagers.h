#pragma once

#include "auth/authservices.h"
#include "domain/profile.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>

namespace desk {

class AuthManager;
class SecretStore;

// The sessions of all profiles that were opened since the program began: one manager each, so that several stay signed in side by side.
// GUI thread.
class AuthManagers : public QObject
{
    Q_OBJECT
public:
    explicit AuthManagers(SecretStore &secrets, AuthServices services = {}, QObject *parent = nullptr);
    ~AuthManagers() override;

    // The one of this profile, made where there is none yet; start() it. Lives until remove() or the end of this object.
    AuthManager &of(const Profile &profile);
    [[nodiscard]] AuthManager *find(const QString &profileId) const; // nullptr: never opened
    void remove(const QString &profileId);                           // the profile is gone: sign it out first

    // For managers made from now on.
    void setServices(const AuthServices &services) { m_services = services; }
    [[nodiscard]] const AuthServices &services() const { return m_services; }

Q_SIGNALS:
    void added(desk::AuthManager *manager);

private:
    SecretStore &m_secrets;
    AuthServices m_services;
    std::map<QString, std::unique_ptr<AuthManager>> m_managers; // by profile id
};

} // namespace desk
