#include "state/chat/turnsilence.h"

namespace desk {

TurnSilence::TurnSilence(QObject *parent)
    : QObject(parent)
{
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &TurnSilence::tell);
}

void TurnSilence::begin(int alreadyMs)
{
    m_alreadyMs = alreadyMs;
    m_since.start();
    m_again.start();
    tell();
}

void TurnSilence::end()
{
    m_again.stop();
}

void TurnSilence::tell()
{
    const auto seconds = static_cast<int>((m_alreadyMs + m_since.elapsed()) / 1000);
    Q_EMIT told(tr("Nothing heard from the server for %1 s. Still waiting.").arg(seconds));
}

} // namespace desk
