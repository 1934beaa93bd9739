#pragma once

#include "auth/signin/signinattempt.h"

#include <QDialog>
#include <QList>
#include <QPointer>
#include <QTimer>

#include <memory>

class QPushButton;
class QLineEdit;

namespace Ui {
class SignInDialog;
}

namespace desk {

class AuthManager;

// Signing in at the server of one profile, over the window and without stopping it: what was typed there stays. Shows what the attempt
// waits for, in words for people; closes itself when somebody is signed in. Open it, do not execute it.
class SignInDialog : public QDialog
{
    Q_OBJECT
public:
    // session outlives the dialog or takes it along: it closes with it.
    explicit SignInDialog(AuthManager &session, QWidget *parent = nullptr);
    ~SignInDialog() override;

    void begin(); // with the profile's own way

Q_SIGNALS:
    void openRequested(const QUrl &url); // https, or http of a loopback address

protected:
    void reject() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void use(SignInWay way);
    void findOtherWays();
    void connectPages();
    void showStep();
    void showProblem(const QString &text);
    void showPage(QWidget *page, QWidget *focus);
    void updateWaits();
    void goOn();
    [[nodiscard]] QLineEdit *field() const; // what is asked for; nullptr: nothing
    [[nodiscard]] static QString nameOf(SignInWay way);

    QPointer<AuthManager> m_session;
    QPointer<SignInAttempt> m_attempt;
    std::unique_ptr<Ui::SignInDialog> m_ui;
    QPushButton *m_continue;
    QTimer m_second;
};

} // namespace desk
