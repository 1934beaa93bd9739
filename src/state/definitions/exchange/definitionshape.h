#pragma once

#include "domain/definition.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QStringList>

namespace desk {

// How definitions of one kind are told apart and sent, on their JSON: the members their server takes, whatever the kind (contract 3.1,
// 3.3, 3.4). Pure, any thread.
struct DefinitionShape {
    // As its kind reads it, all members kept; Kind::Protocol for what it cannot be.
    Result<QJsonObject> (*read)(const QJsonObject &definition);
    QJsonObject (*creation)(const QJsonObject &definition);
    QJsonObject (*changes)(const QJsonObject &before, const QJsonObject &after); // only what a server is told

    // The definition after such changes, or as it was where that can be none.
    [[nodiscard]] QJsonObject with(const QJsonObject &definition, const QJsonObject &members) const;
    // Whether a server would say the same of both: but for what changes by itself.
    [[nodiscard]] bool isSame(const QJsonObject &one, const QJsonObject &other) const;
};

// Members that are of one server: it alone sets them.
[[nodiscard]] const QStringList &serverOwnedMembers();

// Of DefinitionKind::Unknown nothing is ever sent.
[[nodiscard]] const DefinitionShape &definitionShape(DefinitionKind kind);

} // namespace desk
