#pragma once

#include "domain/error.h"
#include "wire/json/serverjson.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QTimer>

namespace desk {

// The agentdesk-localserver child: starts it with a fresh token on its standard input, waits for its start line, passes provider keys on,
// and tells when it died. The child ends by itself when this process does (--parent-watch), after finishing running answers.
class LocalServer : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString program;
        QString dataDir;
        QString language;
    };

    explicit LocalServer(Options options, QObject *parent = nullptr);
    ~LocalServer() override; // closes the child's input and lets it end by itself

    void start();
    void waitForEnd(int ms);                      // closes the child's input first; blocks, so only at the program's end
    void sendNetwork(const QJsonObject &network); // see localserver/networkrules.h
    void sendProviderKey(const ModelProvider &provider, const QByteArray &key);

    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] const wire::Handshake &handshake() const { return m_handshake; }
    [[nodiscard]] qint64 pid() const { return m_process ? m_process->processId() : 0; }

Q_SIGNALS:
    void ready();                          // handshake() is valid
    void failed(const desk::Error &error); // could not start: what, why, what next
    void died(const desk::Error &error);   // after ready()

private:
    void sendLine(const QJsonObject &line);
    void onOutput();
    void onFinished();
    void fail(const Error &error);

    Options m_options;
    QProcess *m_process = nullptr;
    QTimer m_startTimer;
    QByteArray m_token;
    QByteArray m_output;
    QByteArray m_errorTail;
    wire::Handshake m_handshake;
    bool m_isReady = false;
    bool m_isOver = false;
};

} // namespace desk
