#pragma once

#include "gui/desktop/notifier.h"

#include <QList>
#include <QObject>

#include <functional>

class QWidget;

namespace desk {

class ChatSessions;
class Dialogs;
class MainWindow;
class Settings;
class Workspace;

// What closing the last window does while answers are being written (D-08): where there is an icon in the tray the program goes on there
// and says so once; where there is none, it asks, and says what becomes of the answers. Quitting by the menu is no closing. The window
// outlives it.
class AnswerKeeper : public QObject
{
    Q_OBJECT
public:
    struct Context {
        ChatSessions &sessions;
        Settings &settings;
        Workspace &workspace;
        Dialogs &dialogs;
        std::function<bool()> hasTray; // our icon is in it: there is a way back
    };

    AnswerKeeper(Context context, MainWindow &window, QObject *parent = nullptr);
    ~AnswerKeeper() override;

    void addNotifier(Notifier &notifier); // asked in their order, until one can show it
    void withdraw();                      // there is a window again

private:
    [[nodiscard]] bool hides() const;
    [[nodiscard]] bool asks(QWidget *closing);
    [[nodiscard]] QString whatBecomes() const;
    void tellOnce();

    Context m_context;
    MainWindow &m_window;
    QList<Notifier *> m_notifiers;
    bool m_isTold = false;
    bool m_isShown = false; // and not taken back
};

} // namespace desk
