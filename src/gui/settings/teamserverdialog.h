#pragma once

#include "domain/profile.h"
#include "domain/result.h"

#include <QDialog>

#include <memory>
#include <optional>

class QWidget;

namespace Ui {
class TeamServerDialog;
}

namespace desk {

class Dialogs;

// One account on a team server: where it is, how to sign in there, and what it looks like here. Open it, do not execute it; saved() comes
// once, for values that passed every check.
class TeamServerDialog : public QDialog
{
    Q_OBJECT
public:
    struct Entered {
        Profile profile;
        QByteArray token;                              // empty: keep the stored one, or there is none
        std::optional<QByteArray> certificatePassword; // nothing: keep the stored one
    };

    // With a profile it is edited: it keeps its id. takenNames are those of the other profiles. dialogs outlives this.
    TeamServerDialog(const Profile *profile, QStringList takenNames, Dialogs &dialogs, QWidget *parent = nullptr);
    ~TeamServerDialog() override;

Q_SIGNALS:
    void saved(const desk::TeamServerDialog::Entered &entered);

protected:
    void accept() override;

private:
    struct Problem {
        QString text;
        QWidget *field;
    };

    void fillChoices();
    void updateFields();
    void chooseCertificate();
    void setCertificate(const QString &file);
    void proposeProduction();
    [[nodiscard]] SignInWay way() const;
    [[nodiscard]] Expected<Profile, Problem> entered() const;
    [[nodiscard]] Expected<Profile, Problem> withSignIn(Profile profile) const;
    [[nodiscard]] std::optional<Problem> checkCertificate(const Profile &profile) const;
    void show(const Problem &problem);

    std::unique_ptr<Ui::TeamServerDialog> m_ui;
    Dialogs &m_dialogs;
    QStringList m_takenNames;
    QString m_id;
    std::optional<bool> m_production; // as somebody said
    QString m_certificate;            // the file
    QString m_storedCertificate;      // whose password is known, as far as we know
};

} // namespace desk
