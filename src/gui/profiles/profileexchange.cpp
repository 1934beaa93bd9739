#include "gui/profiles/profileexchange.h"

#include "gui/dialogs.h"
#include "gui/profiles/profileimportdialog.h"
#include "state/atomicfile.h"
#include "state/profiles/profilefile.h"
#include "state/profiles/profilestore.h"

#include <QPointer>
#include <QWidget>

namespace desk {

using namespace Qt::StringLiterals;

ProfileExchange::ProfileExchange(ProfileStore &profiles, Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_dialogs(dialogs)
{
}

void ProfileExchange::importFile(QWidget *asker)
{
    m_dialogs.openFiles(asker, tr("A file with profiles"), [self = QPointer(this), asker = QPointer(asker)](const QStringList &paths) {
        if (self && asker && !paths.isEmpty())
            self->show(paths.constFirst(), asker);
    });
}

void ProfileExchange::show(const QString &path, QWidget *asker)
{
    const Result<ProfileFile> file = ProfileFile::read(path, ProfileFile::From::Person);
    if (!file) {
        m_dialogs.inform(asker, tr("This file cannot be used"), file.error().userText());
        return;
    }
    auto *dialog = new ProfileImportDialog(file->profiles, m_profiles.all(), asker->window());
    connect(dialog, &ProfileImportDialog::chosen, this, [this](const QList<Profile> &profiles) {
        for (const Profile &profile : profiles)
            m_profiles.save(profile);
    });
    dialog->open();
}

void ProfileExchange::exportFile(QWidget *asker)
{
    m_dialogs.saveFile(asker, tr("Save the profiles as a file"), u"profiles.json"_s,
                       [self = QPointer(this), asker = QPointer(asker)](const QString &path) {
                           if (!self)
                               return;
                           const Result<> written = AtomicFile::replace(path, ProfileFile::write(self->m_profiles.teams()));
                           if (!written)
                               self->m_dialogs.inform(asker, tr("The file could not be written"), written.error().userText());
                       });
}

} // namespace desk
