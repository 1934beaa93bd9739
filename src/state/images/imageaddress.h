#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace desk {

// Where a picture of an answer may come from.
struct ImageAddress {
    QUrl url;         // https; empty for data
    QByteArray bytes; // of a data: address
    QString host;     // ASCII; empty for data
};

// https with a host, no user name, at most 2048 characters; or data: with the bytes of a png, jpeg, gif or webp up to 2 MiB (REND-03,
// REND-04). Nothing for everything else. `decode` false leaves the bytes out: asking costs no more than a look. Pure.
[[nodiscard]] std::optional<ImageAddress> imageAddress(const QString &source, bool decode = false);

} // namespace desk
