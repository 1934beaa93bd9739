#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace desk {

// One spelling for each JSON value, so that equal values have equal checksums (version 1, which must never change):
//   - UTF-8; no white space at all, or in the laid out form line feeds and two blanks a level, which are not hashed;
//   - members in the order of the Unicode code points of their keys, each key once;
//   - in strings only what must be escaped is: \" \\ and \u00XX with small letters for U+0000 to U+001F and lone surrogates (\udXXX);
//   - true, false, null; whole numbers between -2^63 and 2^63-1 in digits; others as the shortest decimal number that reads back as
//     the same IEEE double, as "%.17g" would write it with fewer digits (1e+22, 0.1, -2.5e-07).
// An undefined value is null. Pure.
enum class JsonLayout { Canonical, LaidOut };
[[nodiscard]] QByteArray canonicalJson(const QJsonValue &value, JsonLayout layout = JsonLayout::Canonical);

// SHA-256 of the canonical form, in small hexadecimal letters.
[[nodiscard]] QString canonicalHash(const QJsonValue &value);

} // namespace desk
