#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace desk::server {

// Hands out a finished text in pieces of a few words, so that it appears like any streamed answer; at most about 1.5 seconds in all.
class AnswerStream : public QObject
{
    Q_OBJECT
public:
    // delayMs 0: all pieces at once, in one turn of the event loop.
    AnswerStream(const QString &text, int delayMs, QObject *parent);

    void start();
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    void piece(const QString &text);
    void done();

private:
    void emitNext();

    QStringList m_pieces;
    qsizetype m_next = 0;
    QTimer m_timer;
};

} // namespace desk::server
