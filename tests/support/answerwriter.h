#pragma once

#include "support/scripted.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace desk::test {

// Plays one Scripted on a socket, no faster than the client reads. The socket must outlive it.
class AnswerWriter : public QObject
{
    Q_OBJECT
public:
    AnswerWriter(QTcpSocket &socket, Scripted script, QObject *parent);

    void start();
    [[nodiscard]] Scripted::End end() const { return m_script.end; }

Q_SIGNALS:
    void finished(); // everything was handed to the socket; before a reset: and delivered

private:
    void step();
    [[nodiscard]] bool takeNext();
    [[nodiscard]] qsizetype sliceSize() const;
    void finish();

    QTcpSocket &m_socket;
    Scripted m_script;
    QByteArray m_current; // the piece or block that is being written
    qsizetype m_at = 0;   // in it
    qsizetype m_nextPiece = 0;
    qint64 m_sent = 0;
    QTimer m_timer;
    bool m_waitsForSocket = false;
};

} // namespace desk::test
