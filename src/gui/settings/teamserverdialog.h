#pragma once

#include "domain/profile.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TeamServerDialog;
}

namespace desk {

// Name, address and access token of one team server. Open it, do not execute it; saved() comes once, for values that passed every check.
class TeamServerDialog : public QDialog
{
    Q_OBJECT
public:
    // With a profile it is edited: its name is the key of its stored token and stays. takenNames are those of the other profiles.
    TeamServerDialog(const Profile *profile, QStringList takenNames, QWidget *parent = nullptr);
    ~TeamServerDialog() override;

Q_SIGNALS:
    void saved(const desk::Profile &profile, const QByteArray &token); // an empty token: keep the stored one

protected:
    void accept() override;

private:
    [[nodiscard]] QString problem() const;

    std::unique_ptr<Ui::TeamServerDialog> m_ui;
    QStringList m_takenNames;
};

} // namespace desk
