#pragma once

#include <QJsonObject>
#include <QLatin1StringView>

#include <span>

namespace desk::wire {

// The body of a partial PUT: of the members `keys` those that `after` holds otherwise than `before`. What is gone or null in `after`
// becomes null; a missing member and a null are the same.
[[nodiscard]] QJsonObject changedMembers(const QJsonObject &before, const QJsonObject &after, std::span<const QLatin1StringView> keys);

// The body of a creation: the members `keys` of `object` that are there and not null.
[[nodiscard]] QJsonObject presentMembers(const QJsonObject &object, std::span<const QLatin1StringView> keys);

} // namespace desk::wire
