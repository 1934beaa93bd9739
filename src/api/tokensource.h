#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

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

Q_SIGNALS:
    void refreshFinished(bool gotToken);
    void tokenChanged(); // generation() is another one
};

} // namespace desk
