#include "app/singleinstance.h"

#include "domain/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QLocalSocket>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QThread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QByteArrayView activate("activate");
constexpr QByteArrayView openLink("open-url ");
constexpr QByteArrayView quickAsk("quick-ask");
constexpr QByteArrayView openFiles("open-files ");
constexpr QByteArrayView taken("taken\n");

// The socket may have been put there by somebody else, and so may the message.
bool isOurs(const QLocalSocket &socket)
{
#ifdef Q_OS_LINUX
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == getuid();
#else
    Q_UNUSED(socket)
    return true; // the folder's rights, or the pipe's, are what there is
#endif
}

bool isPrivate(const QString &folder)
{
#ifdef Q_OS_UNIX
    struct stat info {
    };
    return lstat(QFile::encodeName(folder).constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == getuid() &&
           (info.st_mode & 077) == 0;
#else
    return QDir(folder).exists();
#endif
}

QString nameFor(const QString &what)
{
    return QString::fromLatin1(QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex().left(24));
}

} // namespace

QString SingleInstance::defaultRuntimeDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/agentdesk"_s;
}

SingleInstance::SingleInstance(const QString &runtimeDir, const QString &what, QObject *parent)
    : QObject(parent)
    , m_socketPath(runtimeDir + u'/' + nameFor(what) + u".sock"_s)
    , m_lock(runtimeDir + u'/' + nameFor(what) + u".lock"_s)
    , m_handover(runtimeDir)
{
    QDir().mkpath(runtimeDir);
    QFile::setPermissions(runtimeDir, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    m_lock.setStaleLockTime(0); // as long as its owner lives; a dead one's is taken at once
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Role SingleInstance::start(const QString &link, int answerMs)
{
    if (!isPrivate(QFileInfo(m_socketPath).path())) {
        qCWarning(logGui) << "the runtime folder is not this person's alone:" << QFileInfo(m_socketPath).path();
        return Role::First; // a second window is a nuisance, a stranger's socket a danger
    }
    QElapsedTimer clock;
    clock.start();
    const auto removeNote = qScopeGuard([this] { m_handover.remove(m_note); }); // if nobody took it
    do { // the other one may be starting, or ending: either does not answer yet, and soon another can
        if (m_lock.tryLock(0) || m_lock.error() != QLockFile::LockFailedError) {
            listen();
            return Role::First;
        }
        if (!m_files.isEmpty() && m_note.isEmpty())
            m_note = m_handover.leave(m_files);
        if (handOver(link, static_cast<int>(answerMs - clock.elapsed())))
            return Role::HandedOver;
        QThread::msleep(50);
    } while (clock.elapsed() < answerMs);
    return Role::Stuck;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socketPath); // of one that crashed: the lock is ours
    if (!m_server.listen(m_socketPath))
        qCWarning(logGui) << "a second start cannot reach this one:" << m_server.errorString();
}

QByteArray SingleInstance::wish(const QString &link) const
{
    if (!link.isEmpty())
        return openLink.toByteArray() + link.toUtf8();
    if (!m_note.isEmpty())
        return openFiles.toByteArray() + m_note.toLatin1();
    return (m_quickAsk ? quickAsk : activate).toByteArray();
}

// One connection, as long as it stands.
bool SingleInstance::handOver(const QString &link, int answerMs) const
{
    QElapsedTimer clock;
    clock.start();
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(200) || !isOurs(socket))
        return false;
    socket.write(wish(link) + '\n');
    while (!socket.canReadLine() && socket.state() == QLocalSocket::ConnectedState && clock.elapsed() < answerMs)
        socket.waitForReadyRead(100);
    return socket.readLine() == taken.toByteArray();
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOurs(*socket)) {
            qCWarning(logGui) << "a message of somebody else was not taken";
            socket->abort();
            socket->deleteLater();
            continue;
        }
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        read(*socket);
    }
}

void SingleInstance::takeFiles(const QByteArray &note)
{
    const QStringList files = m_handover.take(QString::fromLatin1(note));
    if (!files.isEmpty())
        Q_EMIT filesReceived(files);
    else
        qCInfo(logGui) << "a note about files was not there, or named none";
}

void SingleInstance::read(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() > maxMessage)
            socket.abort();
        return;
    }
    const QByteArray line = socket.readLine(maxMessage).trimmed();
    if (line == activate) {
        Q_EMIT activated();
    } else if (line == quickAsk) {
        Q_EMIT quickAskRequested();
    } else if (line.startsWith(openLink)) {
        Q_EMIT activated();
        Q_EMIT linkReceived(QString::fromUtf8(line.sliced(openLink.size())));
    } else if (line.startsWith(openFiles) && FileHandover::isName(QString::fromLatin1(line.sliced(openFiles.size())))) {
        Q_EMIT activated();
        takeFiles(line.sliced(openFiles.size()));
    } else {
        qCInfo(logGui) << "a message of an unknown kind was not taken";
        socket.abort();
        return;
    }
    socket.write(taken.toByteArray());
    socket.flush();
    socket.disconnectFromServer();
}

} // namespace desk
