#include "localserver/engine/answerstream.h"

#include <QRegularExpression>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestMs = 1500;
constexpr qsizetype wordsAPiece = 3;
} // namespace

AnswerStream::AnswerStream(const QString &text, int delayMs, QObject *parent)
    : QObject(parent)
{
    static const QRegularExpression wordWithSpace(u"\\S+\\s*|\\s+"_s);
    QStringList words;
    auto matches = wordWithSpace.globalMatch(text);
    while (matches.hasNext())
        words.append(matches.next().captured());
    const qsizetype most = delayMs > 0 ? longestMs / delayMs : words.size() + 1;
    const qsizetype size = qMax(wordsAPiece, words.size() / qMax<qsizetype>(1, most) + 1);
    for (qsizetype i = 0; i < words.size(); i += size)
        m_pieces.append(words.mid(i, size).join(QString()));
    m_timer.setInterval(delayMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AnswerStream::emitNext);
}

void AnswerStream::start()
{
    m_timer.start();
}

void AnswerStream::emitNext()
{
    do {
        if (m_next >= m_pieces.size()) {
            m_timer.stop();
            Q_EMIT done();
            return;
        }
        Q_EMIT piece(m_pieces[m_next++]);
    } while (m_timer.interval() == 0 && m_timer.isActive());
}

} // namespace desk::server
