#pragma once

#include "api/tokensource.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>

namespace desk {

// Where requests wait that were answered 401: one refresh for all of them, then each is sent once more (HTTP-12). A request that used
// an older token than the one there is now does not wait (HTTP-13).
class TokenGate : public QObject
{
    Q_OBJECT
public:
    // A refresh that failed speaks so long for whoever comes with the same token: of many calls the last leave when it is over.
    static constexpr qint64 failureHoldsMs = 10'000;

    explicit TokenGate(TokenSource &tokens, QObject *parent = nullptr);

    // Calls retry(true) when there is another token than generation `used`, at once or after the refresh; retry(false) when there
    // will be none. Never before this function returns, and never after context is gone.
    void wait(quint64 used, const QObject *context, std::function<void(bool)> retry);

    // What the tools of a long piece of work go on with for minutes: a token with so much left (contract 2.7). Calls go(), before this
    // returns or after one renewal, whatever came of it: the token there is may still do.
    static constexpr qint64 longWorkMs = 5 * 60'000;
    void beforeLongWork(const QObject *context, std::function<void()> go);

Q_SIGNALS:
    void passed(bool gotToken, QPrivateSignal);

private:
    [[nodiscard]] bool hasJustFailed() const;

    TokenSource &m_tokens;
    QElapsedTimer m_sinceFailure; // invalid: none, or none yet
    quint64 m_failedGeneration = 0;
    bool m_refreshing = false;
};

} // namespace desk
