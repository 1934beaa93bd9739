#pragma once

#include <QByteArray>

namespace desk {

// What a successful exchange brought back.
struct Answer {
    int status = 0;
    QByteArray body; // empty where it went to a file
    QByteArray etag; // for If-Match (HTTP-29)
};

} // namespace desk
