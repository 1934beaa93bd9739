#pragma once

#include "domain/profile.h"
#include "domain/result.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TeamServerDialog;
}

namespace desk {

// One account on a team server: where it is, how to sign in there, and what it looks like here. Open it, do not execute it; saved() comes
// once, for values that passed every check.
class TeamServerDialog : public QDialog
{
    Q_OBJECT
public:
    // With a profile it is edited: it keeps its id. takenNames are those of the other profiles.
    TeamServerDialog(const Profile *profile, QStringList takenNames, QWidget *parent = nullptr);
    ~TeamServerDialog() override;

Q_SIGNALS:
    void saved(const desk::Profile &profile, const QByteArray &token); // an empty token: keep the stored one, or there is none

protected:
    void accept() override;

private:
    void fillChoices();
    void updateFields();
    [[nodiscard]] SignInWay way() const;
    [[nodiscard]] Result<Profile> entered() const;

    std::unique_ptr<Ui::TeamServerDialog> m_ui;
    QStringList m_takenNames;
    QString m_id;
};

} // namespace desk
