#pragma once

#include "domain/definition.h"
#include "wire/json/jsonnode.h"

#include <QJsonValue>

namespace desk {

// The order in which members are written: the same for the same members, whoever made them, so that versions of a file can be compared.
// What people look for first stands first, what is long (instructions, steps) last of what is known; unknown members follow by their
// names. Pure.
[[nodiscard]] wire::JsonNode orderedDefinition(DefinitionKind kind, const QJsonObject &definition);

// By the names alone. Texts and numbers are kept to the last digit and half character.
[[nodiscard]] wire::JsonNode orderedNode(const QJsonValue &value);

} // namespace desk
