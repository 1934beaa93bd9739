#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace desk {

class ChatSessions;
class RunStore;
class SecretKeeper;
class StatusChip;
class Workspace;

// Which server, whether it answers and knows who asks, what answers, and how much is running. A change of the connection is announced to
// assistive technology.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    // secrets: null where nothing is to be said about them.
    StatusLine(Workspace &workspace, ChatSessions &sessions, RunStore &runs, const SecretKeeper *secrets, QWidget *parent = nullptr);

    void update(); // after the language model was changed; everything else it hears by itself

    void setProfileMenu(QMenu *menu); // opens from the profile's name

    void showActivity(const QString &text); // for some seconds; plain text

Q_SIGNALS:
    void modelClicked();
    void secretsClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateState();
    QString showReady(); // what it says
    void updateRunning();
    void updateSecrets();
    void announce(const QString &text);
    [[nodiscard]] QString modelText() const;

    Workspace &m_workspace;
    ChatSessions &m_sessions;
    RunStore &m_runs;
    const SecretKeeper *m_secretKeeper;
    QToolButton *m_profile;
    StatusChip *m_chip;
    QPushButton *m_retry;
    QToolButton *m_model;
    QToolButton *m_secrets; // shown as long as secrets end with the program (KEY-05)
    StatusChip *m_running;
    QLabel *m_activity;
    QTimer m_activityTimer;
    QString m_announced;
};

} // namespace desk
