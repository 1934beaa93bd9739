#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace desk {

class Dialogs;
class Workspace;

// Files that somebody asked the desktop to open with this program (D-23). They wait until the workspace is ready, and go nowhere before the
// person has said so: to attach a file is to upload it (IPC-03).
class OpenedFiles : public QObject
{
    Q_OBJECT
public:
    OpenedFiles(Workspace &workspace, Dialogs &dialogs, QWidget *window); // a child of the window, which all outlive

    void open(const QStringList &paths);

Q_SIGNALS:
    void accepted(const QStringList &paths);

private:
    void ask();
    [[nodiscard]] QString question(const QStringList &paths) const;

    Workspace &m_workspace;
    Dialogs &m_dialogs;
    QWidget *m_window;
    QStringList m_paths;
};

} // namespace desk
