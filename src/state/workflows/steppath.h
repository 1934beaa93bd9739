#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace desk {

// Where a step is in the JSON of a workflow: indices through its `steps` and through what is nested in them; empty: the workflow itself.
using StepPath = QList<int>;

// Pure; a path that leads nowhere gives nothing and changes nothing. What is asked for by a JSON pointer goes through objects and arrays.
namespace steppath {

inline constexpr int mostDepth = 64; // of steps in steps, and of a pointer

[[nodiscard]] bool exists(const QJsonObject &definition, const StepPath &path);           // a step, or the workflow
[[nodiscard]] QJsonArray steps(const QJsonObject &definition, const StepPath &container); // in a step, or of the workflow
[[nodiscard]] QJsonObject withSteps(const QJsonObject &definition, const StepPath &container, const QJsonArray &steps);
[[nodiscard]] QJsonObject step(const QJsonObject &definition, const StepPath &path); // of an empty path the definition itself
[[nodiscard]] QJsonObject withStep(const QJsonObject &definition, const StepPath &path, const QJsonObject &step);

[[nodiscard]] QJsonValue member(const QJsonValue &value, const QString &pointer); // RFC 6901; undefined: there is none
// Undefined removes it. Objects on the way are made where there are none; another value in the way is left as it is.
[[nodiscard]] QJsonValue withMember(const QJsonValue &value, const QString &pointer, const QJsonValue &member);

} // namespace steppath

} // namespace desk
