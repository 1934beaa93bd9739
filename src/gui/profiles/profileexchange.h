#pragma once

#include <QObject>

class QWidget;

namespace desk {

class Dialogs;
class ProfileStore;

// Profiles from files and into them: how a team hands on where its servers are. No secret goes either way (see ProfileFile).
class ProfileExchange : public QObject
{
    Q_OBJECT
public:
    // Both outlive this.
    ProfileExchange(ProfileStore &profiles, Dialogs &dialogs, QObject *parent = nullptr);

    void importFile(QWidget *asker); // asks which file, then shows what it would add
    void exportFile(QWidget *asker); // the person's own profiles

private:
    void show(const QString &path, QWidget *asker);

    ProfileStore &m_profiles;
    Dialogs &m_dialogs;
};

} // namespace desk
