#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace desk {

// A definition without what changes by itself at its top (version, times, etag): a server that reports the time of the request as the time
// of the change says nothing new with it. Pure; any thread.
[[nodiscard]] QJsonObject definitionContent(const QJsonObject &json);

// SHA-256 of the canonical form of that, withoutServerSecrets(), as hexadecimal digits.
[[nodiscard]] QByteArray definitionDigest(const QJsonObject &json);

} // namespace desk
