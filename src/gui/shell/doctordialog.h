#pragma once

#include "domain/profile.h"
#include "state/doctor/connectiondoctor.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace desk {

// The way to the open profile's server, hop by hop, while it is walked: what was found, and one sentence on what to change. Open it, do
// not execute it.
class DoctorDialog : public QDialog
{
    Q_OBJECT
public:
    // network outlives the dialog.
    DoctorDialog(NetworkSetup &network, const Profile &profile, QWidget *parent = nullptr);

    void begin();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void show(int index);

    ConnectionDoctor m_doctor;
    Profile m_profile;
    QListWidget *m_list;
    QPushButton *m_again;
};

} // namespace desk
