#pragma once

#include "gui/services.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace desk {

class Actions;
class SignInDialog;

// The dialogs that belong to the main window and to none of its pages. Each is opened, none is waited for.
class ShellDialogs : public QObject
{
    Q_OBJECT
public:
    // The actions of the Help menu open theirs; the window is the parent of all.
    ShellDialogs(const Services &services, Actions &actions, QWidget &window);

    void signIn(); // to the open profile; comes forward when it is open already
    void signInToProxy();

Q_SIGNALS:
    void settingsRequested(int section); // SettingsPage::Section: there is nothing a dialog could ask

private:
    void openShortcuts();
    void openDoctor();
    void openDiagnostics();
    void updateDoctor();

    Services m_services;
    Actions &m_actions;
    QWidget &m_window;
    QPointer<SignInDialog> m_signIn;
};

} // namespace desk
