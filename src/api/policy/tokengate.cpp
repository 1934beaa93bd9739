#include "api/policy/tokengate.h"

#include "domain/log.h"

#include <QTimer>

#include <utility>

namespace desk {

TokenGate::TokenGate(TokenSource &tokens, QObject *parent)
    : QObject(parent)
    , m_tokens(tokens)
{
    connect(&m_tokens, &TokenSource::refreshFinished, this, [this](bool gotToken) {
        m_refreshing = false;
        m_sinceFailure.invalidate();
        if (!gotToken) {
            m_failedGeneration = m_tokens.generation();
            m_sinceFailure.start();
        }
        Q_EMIT passed(gotToken, QPrivateSignal());
    });
}

void TokenGate::wait(quint64 used, const QObject *context, std::function<void(bool)> retry)
{
    if (m_tokens.generation() != used) {
        QTimer::singleShot(0, context, [retry = std::move(retry)] { retry(true); });
        return;
    }
    if (!m_tokens.canRefresh() || hasJustFailed()) {
        QTimer::singleShot(0, context, [retry = std::move(retry)] { retry(false); });
        return;
    }
    connect(this, &TokenGate::passed, context, std::move(retry), Qt::SingleShotConnection);
    if (m_refreshing)
        return;
    m_refreshing = true;
    qCInfo(logAuth) << "asking for another access token";
    // Queued: a source that answers at once must not answer before we have returned. It may have got one by itself meanwhile (HTTP-13).
    QTimer::singleShot(0, this, [this, used] {
        if (m_tokens.generation() == used)
            m_tokens.refresh();
        else if (std::exchange(m_refreshing, false))
            Q_EMIT passed(true, QPrivateSignal());
    });
}

void TokenGate::beforeLongWork(const QObject *context, std::function<void()> go)
{
    if (m_tokens.isFreshFor(longWorkMs) || !m_tokens.canRefresh() || hasJustFailed())
        go();
    else
        wait(m_tokens.generation(), context, [go = std::move(go)](bool) { go(); });
}

bool TokenGate::hasJustFailed() const
{
    return m_sinceFailure.isValid() && m_failedGeneration == m_tokens.generation() && m_sinceFailure.elapsed() < failureHoldsMs;
}

} // namespace desk
