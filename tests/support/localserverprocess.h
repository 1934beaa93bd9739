#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace desk::test {

// One local server process: token on standard input, start line read back. Killed with the object.
class LocalServerProcess
{
public:
    // program: empty for build/bin/agentdesk-localserver.
    explicit LocalServerProcess(QString dataFolder, QString program = {});
    ~LocalServerProcess();
    Q_DISABLE_COPY_MOVE(LocalServerProcess)

    // Starts with --data and these arguments and waits for the start line. False when it said an error, or nothing.
    bool start(const QStringList &arguments = {});
    void writeLine(const QByteArray &line); // on its standard input, which stays open
    void closeInput();                      // what the death of the parent looks like
    void terminate();                       // SIGTERM
    void kill();                            // SIGKILL, and waits
    bool waitForExit(int milliseconds = 10'000);

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    [[nodiscard]] bool crashed() const { return m_process.exitStatus() == QProcess::CrashExit; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] const QJsonObject &startLine() const { return m_startLine; }
    [[nodiscard]] QString errorCode() const; // of the start line, when it failed
    [[nodiscard]] QString errorMessage() const;
    [[nodiscard]] QByteArray standardError();
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }

private:
    QString m_dataFolder;
    QString m_program;
    QByteArray m_token;
    QJsonObject m_startLine;
    QProcess m_process;
};

} // namespace desk::test
