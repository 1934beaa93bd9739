#include "localserver/mcp/mcpprocess.h"

#include "domain/log.h"
#include "localserver/texts.h"

#include <QDir>
#include <QPointer>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int killAfterMs = 2000;
constexpr int lastWaitMs = 1000;

QProcessEnvironment environmentFor(const McpServer &server)
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment out;
    for (const QString &name : {u"PATH"_s, u"HOME"_s, u"LANG"_s}) {
        if (own.contains(name))
            out.insert(name, own.value(name));
    }
    for (auto it = server.environment.begin(); it != server.environment.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

// In the child, before the program: a group of its own, so that what it starts ends with it, and an end when we are killed.
void prepareChild()
{
    ::setpgid(0, 0);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

void signalGroup(qint64 pid, int signal)
{
    if (pid > 0 && ::kill(static_cast<pid_t>(-pid), signal) != 0)
        ::kill(static_cast<pid_t>(pid), signal); // it has no group yet
}

// What the program started and left behind.
void killOrphans(qint64 pid)
{
    if (pid > 0)
        ::kill(static_cast<pid_t>(-pid), SIGKILL);
}

void endInBackground(QProcess *process, qint64 pid)
{
    if (process->state() == QProcess::NotRunning) {
        killOrphans(pid);
        process->deleteLater();
        return;
    }
    process->closeReadChannel(QProcess::StandardOutput);
    process->closeReadChannel(QProcess::StandardError);
    process->closeWriteChannel();
    QObject::connect(process, &QProcess::finished, process, [process, pid] {
        killOrphans(pid);
        process->deleteLater();
    });
    QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, process, [process, pid] {
        signalGroup(pid, SIGKILL);
        process->waitForFinished(lastWaitMs);
    });
    QTimer::singleShot(killAfterMs, process, [pid] { signalGroup(pid, SIGKILL); });
    signalGroup(pid, SIGTERM);
}

} // namespace

McpProcess::McpProcess(McpServer server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
{
}

McpProcess::~McpProcess()
{
    stop();
}

void McpProcess::start()
{
    if (m_process != nullptr)
        return;
    auto *process = new QProcess(QCoreApplication::instance());
    m_process = process;
    process->setProgram(m_server.command);
    process->setArguments(m_server.arguments);
    process->setProcessEnvironment(environmentFor(m_server));
    process->setWorkingDirectory(QDir::home().exists() ? QDir::homePath() : QDir::rootPath());
    process->setChildProcessModifier(prepareChild);
    connect(process, &QProcess::readyReadStandardOutput, this, &McpProcess::onOutput);
    connect(process, &QProcess::readyReadStandardError, this,
            [this, process] { m_errorBytes += process->readAllStandardError().size(); }); // its text may hold anything
    connect(process, &QProcess::finished, this, &McpProcess::onEnded);
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError code) {
        if (code == QProcess::FailedToStart)
            fail(Error::Kind::Unavailable, LocalServer::tr("The program \"%1\" cannot be started.").arg(m_server.command),
                 process->errorString());
    });
    process->start();
    if (m_process != nullptr) // a program that cannot be started has failed by now
        m_pid = process->processId();
}

void McpProcess::write(const QByteArray &line)
{
    if (m_process)
        m_process->write(line + '\n');
}

qint64 McpProcess::unreadBytes() const
{
    return m_process ? m_process->bytesToWrite() : 0;
}

void McpProcess::stop()
{
    QProcess *process = std::exchange(m_process, nullptr);
    if (!process)
        return;
    process->disconnect(this);
    if (m_errorBytes > 0)
        qCInfo(logServer) << "a tool server wrote" << m_errorBytes << "bytes to standard error";
    endInBackground(process, m_pid);
}

void McpProcess::onOutput()
{
    qsizetype looked = m_buffer.size(); // no end of a line before it
    m_buffer += m_process->readAllStandardOutput();
    const QPointer<McpProcess> alive(this);
    for (qsizetype end = m_buffer.indexOf('\n', looked); end >= 0 && end <= maxLineBytes; end = m_buffer.indexOf('\n')) {
        const QByteArray whole = m_buffer.left(end);
        m_buffer.remove(0, end + 1);
        Q_EMIT line(whole);
        if (!alive || !m_process)
            return;
    }
    if (m_buffer.size() > maxLineBytes)
        fail(Error::Kind::Protocol, LocalServer::tr("The tool server sends more than 8 MB in one line."), u"line too long"_s);
}

void McpProcess::onEnded()
{
    const QPointer<McpProcess> alive(this);
    onOutput(); // its last words
    if (!alive || !m_process)
        return;
    const bool crashed = m_process->exitStatus() == QProcess::CrashExit;
    fail(Error::Kind::Interrupted, LocalServer::tr("The program \"%1\" ended before it had answered.").arg(m_server.command),
         crashed ? u"crashed"_s : u"exit code %1"_s.arg(m_process->exitCode()));
}

void McpProcess::fail(Error::Kind kind, const QString &message, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.nextStep = LocalServer::tr("Look at the tool's \"mcp_server\".");
    error.detail = detail;
    stop();
    Q_EMIT failed(error);
}

} // namespace desk::server
