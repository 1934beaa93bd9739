#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>

namespace desk::wire {

// Writes typed fields over an object that came from a server, and leaves alone what they do not change: a null that reads as an
// empty string stays null, a date keeps its microseconds. So an edit sends back what the server said, plus the edit.
class Overlay
{
public:
    explicit Overlay(QJsonObject base);

    void string(QLatin1StringView key, const QString &value);   // always present afterwards
    void optional(QLatin1StringView key, const QString &value); // "" ↔ null
    void known(QLatin1StringView key, const QString &value);    // as optional, but an empty one is not added
    void id(QLatin1StringView key, const QString &value);       // left out when empty
    void boolean(QLatin1StringView key, bool value);
    void integer(QLatin1StringView key, qint64 value);
    void time(QLatin1StringView key, const QDateTime &value); // left out when invalid
    void value(QLatin1StringView key, const QJsonValue &value);

    [[nodiscard]] QJsonObject json() const { return m_object; }

private:
    QJsonObject m_object;
};

} // namespace desk::wire
