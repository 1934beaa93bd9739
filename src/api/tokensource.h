#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QObject>

namespace desk {

// What the transport needs from authentication, and nothing more.
class TokenSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual QByteArray bearer() const = 0; // empty: send no Authorization header
};

} // namespace desk
