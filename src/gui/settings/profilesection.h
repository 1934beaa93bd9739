#pragma once

#include "gui/profiles/profileexchange.h"
#include "gui/profiles/profileopener.h"
#include "gui/services.h"
#include "gui/settings/teamserverdialog.h"
#include "state/profiles/profilestore.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProfileSection;
}

namespace desk {

// Where the agents live: the local workspace and any number of team servers.
class ProfileSection : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileSection(const Services &services, QWidget *parent = nullptr);
    ~ProfileSection() override;

private:
    void fill();
    void updateButtons();
    void openSelected();
    void edit(const Profile *profile);
    void save(const TeamServerDialog::Entered &entered);
    void apply(const TeamServerDialog::Entered &entered);
    void removeSelected();
    void remove(const Profile &profile);
    void saveToken(const Profile &profile, const QByteArray &token);
    [[nodiscard]] Profile selected() const;

    ProfileStore &m_profileStore;
    Workspace &m_workspace;
    ProfileOpener m_opener;
    Dialogs &m_dialogs;
    ChatSessions &m_sessions;
    SecretKeeper *m_secrets;
    ProfileExchange m_exchange;
    Services::TokenSaver m_saveToken;
    std::unique_ptr<Ui::ProfileSection> m_ui;
    QList<Profile> m_profiles; // the rows
};

} // namespace desk
