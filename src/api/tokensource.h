#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace desk {

// What the transport needs from authentication, and nothing more. GUI thread.
class TokenSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual QByteArray bearer() const = 0;            // empty: send no Authorization header
    [[nodiscard]] virtual quint64 generation() const { return 0; }  // another number for each other token (HTTP-13)
    [[nodiscard]] virtual QString account() const { return {}; }    // keeps caches of different people apart
    [[nodiscard]] virtual bool canRefresh() const { return false; } // false: a 401 is final
    virtual void refresh() {}                                       // refreshFinished() follows exactly once
    // Whether the token is good for so long, as far as anybody can tell: asked before work that goes on with it (contract 2.7).
    [[nodiscard]] virtual bool isFreshFor(qint64 /*ms*/) const { return true; }
    // Why the last refresh brought nothing, where that is not the end of the session: a 401 would be the wrong thing to show.
    [[nodiscard]] virtual std::optional<Error> whyNoToken() const { return std::nullopt; }

Q_SIGNALS:
    void refreshFinished(bool gotToken);
    void tokenChanged(); // generation() is another one
};

} // namespace desk
