#include "support/localserverprocess.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace desk::test {

LocalServerProcess::LocalServerProcess(QString dataFolder, QString program)
    : m_dataFolder(std::move(dataFolder))
    , m_program(program.isEmpty() ? QStringLiteral(DESK_BIN_DIR "/agentdesk-localserver") : std::move(program))
    , m_token(QUuid::createUuid().toByteArray(QUuid::Id128) + QUuid::createUuid().toByteArray(QUuid::Id128))
{
}

LocalServerProcess::~LocalServerProcess()
{
    kill();
}

bool LocalServerProcess::start(const QStringList &arguments)
{
    m_startLine = {};
    m_process.start(m_program, QStringList{u"--data"_s, m_dataFolder} + arguments);
    if (!m_process.waitForStarted())
        return false;
    m_process.write(m_token + '\n');
    const QDeadlineTimer deadline(20'000);
    while (!m_process.canReadLine() && !deadline.hasExpired() && m_process.state() == QProcess::Running)
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    m_startLine = QJsonDocument::fromJson(m_process.readLine()).object();
    return m_startLine.contains("port"_L1);
}

void LocalServerProcess::writeLine(const QByteArray &line)
{
    m_process.write(line + '\n');
    m_process.waitForBytesWritten();
}

void LocalServerProcess::closeInput()
{
    m_process.closeWriteChannel();
}

void LocalServerProcess::terminate()
{
    m_process.terminate();
}

void LocalServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

bool LocalServerProcess::waitForExit(int milliseconds)
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(milliseconds);
}

quint16 LocalServerProcess::port() const
{
    return static_cast<quint16>(m_startLine.value("port"_L1).toInt());
}

QUrl LocalServerProcess::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(port()).arg(path));
}

QString LocalServerProcess::errorCode() const
{
    return m_startLine.value("error"_L1).toObject().value("code"_L1).toString();
}

QString LocalServerProcess::errorMessage() const
{
    return m_startLine.value("error"_L1).toObject().value("message"_L1).toString();
}

QByteArray LocalServerProcess::standardError()
{
    return m_process.readAllStandardError();
}

} // namespace desk::test
