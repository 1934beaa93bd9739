#pragma once

#include "domain/error.h"
#include "domain/mcpserver.h"

#include <QByteArray>
#include <QObject>

class QProcess;

namespace desk::server {

// The child process of one tool server and the lines of its standard output. No shell: the program and its arguments are handed over
// as they are. It gets PATH, HOME, LANG and what the server's `env` names, nothing else of ours. Main thread.
class McpProcess : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxLineBytes = 8 * 1024 * 1024;

    explicit McpProcess(McpServer server, QObject *parent = nullptr);
    ~McpProcess() override; // as stop()

    void start();
    void write(const QByteArray &line);       // without its end
    [[nodiscard]] qint64 unreadBytes() const; // written, and not yet taken by the program
    // Closes its standard input and asks it to end; kills it, and what it started, a moment later or when the server ends. Nothing is
    // emitted from here on.
    void stop();

Q_SIGNALS:
    void line(const QByteArray &line);
    // Once, and nothing after it: it does not start, it ended, or a line has no end. A copy, since what stops it may delete it.
    void failed(desk::Error error);

private:
    void onOutput();
    void onEnded();
    void fail(Error::Kind kind, const QString &message, const QString &detail);

    McpServer m_server;
    QProcess *m_process = nullptr; // lives on until its program has ended
    qint64 m_pid = 0;
    QByteArray m_buffer;
    qint64 m_errorBytes = 0;
};

} // namespace desk::server
