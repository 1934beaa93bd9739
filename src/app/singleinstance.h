#pragma once

#include "app/filehandover.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QLocalSocket;

namespace desk {

// One window for each person and set of folders (IPC-01, DATA-17): the second start hands over what it was started for and ends. A lock
// file says who is first, also after a crash; a socket that only this person can reach carries the message. Messages are typed, short,
// and never more than a wish to come forward, to go somewhere or to look at a note in the same folder (IPC-02). GUI thread.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    enum class Role {
        First,      // this is the window
        HandedOver, // another one took the message: end
        Stuck       // another one holds the folders and does not answer
    };

    // what: the folders in use; two different sets may run side by side. runtimeDir is made with 0700 where it is missing.
    SingleInstance(const QString &runtimeDir, const QString &what, QObject *parent = nullptr);
    ~SingleInstance() override;

    [[nodiscard]] static QString defaultRuntimeDir();
    void setQuickAsk(bool on) { m_quickAsk = on; }               // what a second start wishes, when it has no link
    void setFiles(const QStringList &files) { m_files = files; } // to be opened; when it has no link
    // Blocks for up to answerMs: call it before there is a window. link: empty, or an address that was checked.
    [[nodiscard]] Role start(const QString &link, int answerMs = 3000);

    static constexpr qint64 maxMessage = 512; // bytes

Q_SIGNALS:
    void activated();
    void linkReceived(const QString &link);       // not checked
    void quickAskRequested();                     // not activated(): the window stays where it is
    void filesReceived(const QStringList &files); // absolute, and files; nobody has said yet that they may go anywhere

private:
    void listen();
    [[nodiscard]] bool handOver(const QString &link, int answerMs) const;
    [[nodiscard]] QByteArray wish(const QString &link) const;
    void takeFiles(const QByteArray &note);
    void onConnection();
    void read(QLocalSocket &socket);

    QString m_socketPath;
    QLockFile m_lock;
    QLocalServer m_server;
    bool m_quickAsk = false;
    QStringList m_files;
    FileHandover m_handover;
    QString m_note; // left in the runtime folder
};

} // namespace desk
