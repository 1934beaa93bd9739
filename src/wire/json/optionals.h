#pragma once

#include "wire/json/reader.h"

#include <QMap>

#include <optional>

namespace desk::wire {

// For figures that must not be shown as 0 where the server said nothing: null, missing and ill-typed members are absent.
[[nodiscard]] std::optional<double> optionalNumber(const Reader &reader, QLatin1StringView key);
[[nodiscard]] std::optional<qint64> optionalBigInteger(const Reader &reader, QLatin1StringView key);
[[nodiscard]] std::optional<int> optionalInteger(const Reader &reader, QLatin1StringView key); // absent also beyond int
[[nodiscard]] std::optional<bool> optionalBoolean(const Reader &reader, QLatin1StringView key);
[[nodiscard]] std::optional<QStringList> optionalStrings(const Reader &reader, QLatin1StringView key);

// {"a": "text", …}; what is no text is left out.
[[nodiscard]] QMap<QString, QString> textMap(const QJsonObject &object);

} // namespace desk::wire
