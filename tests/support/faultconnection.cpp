#include "support/faultconnection.h"

#include "support/answerwriter.h"
#include "support/rawsocket.h"

namespace desk::test {

FaultConnection::FaultConnection(QTcpSocket *socket, Owner owner, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_owner(std::move(owner))
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &FaultConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(socket, &QTcpSocket::errorOccurred, this, [this] {
        if (!isOpen())
            deleteLater();
    });
}

void FaultConnection::write(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->write(bytes);
}

void FaultConnection::close()
{
    if (m_socket)
        m_socket->disconnectFromHost();
}

void FaultConnection::reset()
{
    if (m_socket)
        resetConnection(*m_socket);
}

void FaultConnection::setReading(bool on)
{
    m_reading = on;
    m_socket->setReadBufferSize(on ? 0 : 1); // 0: without limit
    if (on)
        read();
}

void FaultConnection::read()
{
    if (!m_reading || !m_socket)
        return;
    m_reader.feed(m_socket->readAll());
    while (std::optional<Received> request = m_reader.next()) {
        m_owner.record(*request);
        m_waiting.enqueue(*std::move(request));
    }
    answerNext();
}

void FaultConnection::answerNext()
{
    if (m_writer || m_held || m_waiting.isEmpty() || !isOpen())
        return;
    const Received request = m_waiting.dequeue();
    m_writer = new AnswerWriter(*m_socket, m_owner.answerTo(request), this);
    connect(m_writer, &AnswerWriter::finished, this, &FaultConnection::endAnswer);
    m_writer->start();
}

void FaultConnection::endAnswer()
{
    const Scripted::End end = m_writer->end();
    m_writer->deleteLater();
    m_writer.clear();
    if (end == Scripted::End::Hold)
        m_held = true;
    else if (end == Scripted::End::Close)
        close();
    else if (end == Scripted::End::Reset)
        reset();
    else
        QMetaObject::invokeMethod(this, &FaultConnection::answerNext, Qt::QueuedConnection);
}

} // namespace desk::test
