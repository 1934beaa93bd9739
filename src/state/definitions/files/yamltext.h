#pragma once

#include "domain/result.h"
#include "wire/json/jsonnode.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace desk {

// JSON values as YAML that people read and git compares (D-62). Pure, any thread; nothing of the YAML library gets out of here.

// What one file may hold: what is written here can be read here.
struct YamlLimits {
    static constexpr qsizetype bytes = 16 * 1024 * 1024;
    static constexpr qsizetype nodes = 100'000; // what an alias stands for counts each time
    static constexpr qsizetype depth = 64;      // of lists and objects inside each other
};

// Members in their order, one a line, two blanks a level; texts of several lines as literal blocks where a block loses nothing. Any text
// that a reader of YAML 1.1 or 1.2 might take for something else is quoted. Ends with a line break. Kind::Invalid for what YAML cannot say
// (half a character, a surrogate) and for what is beyond the limits.
[[nodiscard]] Result<QString> yamlOf(const wire::JsonNode &value);
[[nodiscard]] Result<QString> yamlOf(const QJsonValue &value); // members in the order of their names

// One document, by the core schema of YAML 1.2: `no` is a text, and so is everything quoted. Aliases are followed within the limits; names
// are texts always. Kind::Protocol with line and column for what is not YAML, beyond the limits, or open to two readings: a name given
// twice, merge keys, tags beyond the core ones, infinity, a second document.
[[nodiscard]] Result<QJsonValue> jsonOfYaml(const QByteArray &bytes);

} // namespace desk
