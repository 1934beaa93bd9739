#include "support/answerwriter.h"

#include "support/rawsocket.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace desk::test {

namespace {
constexpr qint64 maxUnsentBytes = 256 * 1024;
}

AnswerWriter::AnswerWriter(QTcpSocket &socket, Scripted script, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_script(std::move(script))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AnswerWriter::step);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (std::exchange(m_waitsForSocket, false))
            step();
    });
}

void AnswerWriter::start()
{
    if (m_script.delayMs > 0)
        m_timer.start(m_script.delayMs);
    else
        step();
}

bool AnswerWriter::takeNext()
{
    m_at = 0;
    if (m_nextPiece < m_script.pieces.size()) {
        if (m_script.onPiece)
            m_script.onPiece(m_nextPiece);
        m_current = m_script.pieces.at(m_nextPiece++);
    } else
        m_current = m_script.nextBlock ? m_script.nextBlock() : QByteArray();
    return !m_current.isEmpty() || m_nextPiece < m_script.pieces.size();
}

qsizetype AnswerWriter::sliceSize() const
{
    qint64 size = m_current.size() - m_at;
    if (m_script.cutAfter >= 0)
        size = std::min(size, m_script.cutAfter - m_sent);
    if (m_script.dripBytes > 0)
        size = std::min(size, m_sent < m_script.dripFrom ? m_script.dripFrom - m_sent : qint64(m_script.dripBytes));
    return static_cast<qsizetype>(size);
}

// Writes until there is a reason to wait: the pace of the script, or a client that does not read.
void AnswerWriter::step()
{
    while (m_socket.state() == QAbstractSocket::ConnectedState) {
        if (m_script.cutAfter >= 0 && m_sent >= m_script.cutAfter)
            return finish();
        if (m_at == m_current.size() && !takeNext())
            return finish();
        if (m_socket.bytesToWrite() > maxUnsentBytes) {
            m_waitsForSocket = true;
            return;
        }
        const qsizetype size = sliceSize();
        if (m_at == 0 && size == m_current.size())
            m_socket.write(m_current); // shared, not copied
        else
            m_socket.write(m_current.constData() + m_at, size);
        m_at += size;
        m_sent += size;
        m_socket.flush();
        const bool dripping = m_script.dripBytes > 0 && m_sent >= m_script.dripFrom;
        const bool betweenPieces = m_at == m_current.size() && m_nextPiece > 0 && m_nextPiece < m_script.pieces.size();
        if (dripping || betweenPieces)
            return m_timer.start(dripping ? m_script.dripMs : m_script.pieceDelayMs);
    }
}

void AnswerWriter::finish()
{
    m_script.cutAfter = 0; // nothing more, whoever calls step()
    if (m_script.end == Scripted::End::Reset && undelivered(m_socket) > 0)
        return m_timer.start(1);
    Q_EMIT finished();
}

} // namespace desk::test
