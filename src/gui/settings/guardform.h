#pragma once

#include <QWidget>

class QComboBox;

namespace desk {

class ProfileStore;
class Settings;
class Workspace;

// What happens when a message seems to hold secrets or personal data, for each profile.
class GuardForm : public QWidget
{
    Q_OBJECT
public:
    GuardForm(Settings &settings, ProfileStore &profiles, const Workspace &workspace, QWidget *parent = nullptr);

private:
    void fillProfiles();
    void showPolicy();
    void save();

    Settings &m_settings;
    ProfileStore &m_profiles;
    const Workspace &m_workspace;
    QComboBox *m_profile;
    QComboBox *m_secrets;
    QComboBox *m_personal;
};

} // namespace desk
