#pragma once

#include "sqlite/sqlvalues.h"

#include <QUuid>

namespace desk::server {

[[nodiscard]] inline qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}
[[nodiscard]] inline QDateTime now()
{
    return fromMs(nowMs());
}
[[nodiscard]] inline QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace desk::server
