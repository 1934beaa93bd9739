#pragma once

#include "support/scripted.h"

#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QTcpSocket>

#include <functional>

namespace desk::test {

class AnswerWriter;

// One accepted connection of a FaultServer: reads requests, and answers them one after the other in their order.
class FaultConnection : public QObject
{
    Q_OBJECT
public:
    struct Owner {
        std::function<void(Received &)> record;             // on arrival
        std::function<Scripted(const Received &)> answerTo; // when it is its turn
    };

    // Takes the socket.
    FaultConnection(QTcpSocket *socket, Owner owner, QObject *parent);

    [[nodiscard]] bool isOpen() const { return m_socket && m_socket->state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isHeld() const { return m_held && isOpen(); }
    void write(const QByteArray &bytes);
    void close();
    void reset();
    void setReading(bool on);

private:
    void read();
    void answerNext();
    void endAnswer();

    QPointer<QTcpSocket> m_socket;
    Owner m_owner;
    RequestReader m_reader;
    QQueue<Received> m_waiting;
    QPointer<AnswerWriter> m_writer; // while an answer is being written
    bool m_held = false;
    bool m_reading = true;
};

} // namespace desk::test
