#pragma once

#include "domain/profile.h"

#include <QDialog>
#include <QList>

class QListWidget;
class QPushButton;

namespace desk {

// What a file of profiles would add, to be looked at first: a profile decides where questions and sign-ins go. Open it, do not execute it;
// chosen() comes once, and with one profile at least.
class ProfileImportDialog : public QDialog
{
    Q_OBJECT
public:
    // offered: those of the file. known: those that are there; the same server under the same name is not offered again, and another one
    // gets a name that is free.
    ProfileImportDialog(const QList<Profile> &offered, const QList<Profile> &known, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QList<desk::Profile> &profiles);

private:
    void addRow(const Profile &profile, bool isKnown);
    void update();
    [[nodiscard]] QList<Profile> ticked() const;

    QList<Profile> m_profiles; // the rows
    QListWidget *m_list;
    QPushButton *m_add;
};

} // namespace desk
