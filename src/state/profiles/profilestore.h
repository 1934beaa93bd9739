#pragma once

#include "domain/profile.h"

#include <QList>
#include <QObject>

#include <optional>

namespace desk {

class Settings;

// The workspaces a person has: the local one, and any number of accounts on team servers. Kept in the settings, without any secret.
// Several stores on the same settings agree. GUI thread.
class ProfileStore : public QObject
{
    Q_OBJECT
public:
    explicit ProfileStore(Settings &settings, QObject *parent = nullptr); // gives those of earlier versions an id

    [[nodiscard]] static Profile local();
    [[nodiscard]] QList<Profile> teams() const;                               // the person's own
    [[nodiscard]] QList<Profile> all() const;                                 // the local one first, then those of the policy
    [[nodiscard]] std::optional<Profile> find(const QString &idOrName) const; // of two with the same name the first
    [[nodiscard]] Profile lastOpened() const;                                 // or the local one
    void noteOpened(const Profile &profile);

    // The administrator's (see AdminPolicy): nobody saves or removes them, and they are not kept.
    void setManaged(const QList<Profile> &managed);

    Profile save(Profile profile); // a new one gets an id; that is returned
    void remove(const QString &id);

    // What tells them apart at a glance; "" is none.
    [[nodiscard]] static const QStringList &colours();

Q_SIGNALS:
    void changed();

private:
    void write(const QList<Profile> &teams);

    Settings &m_settings;
    QList<Profile> m_managed;
};

} // namespace desk
