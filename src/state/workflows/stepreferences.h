#pragma once

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

// Names of steps in what other steps say: "$.name", "$.name.member" in any text, and the targets then_step, else_step and next_step
// (contract 5.4). "$.names" is another name. Names and descriptions are for people and stay. Pure; any thread.
namespace desk::stepreferences {

using Renames = QHash<QString, QString>; // old to new; all at once, so that two may change places

[[nodiscard]] QString renamed(const QString &text, const Renames &renames);
[[nodiscard]] QJsonValue renamed(const QJsonValue &value, const Renames &renames);
[[nodiscard]] QJsonObject renamedStep(const QJsonObject &step, const Renames &renames);     // and what is nested in it; the ids stay
[[nodiscard]] QJsonObject renamedFields(const QJsonObject &fields, const Renames &renames); // of the workflow

} // namespace desk::stepreferences
