#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

// One member of a step by its path ("condition", "operator"), with everything beside it as it was (BUG-64). Pure; any thread.
namespace desk::stepmembers {

[[nodiscard]] QJsonValue at(const QJsonObject &object, const QStringList &path); // undefined: it is not there
// Undefined takes it out; an object on the way that is empty then stays. What is no object on the way is replaced by one.
[[nodiscard]] QJsonObject with(QJsonObject object, const QStringList &path, const QJsonValue &value);
[[nodiscard]] QString compactJson(const QJsonValue &value);
[[nodiscard]] QString indentedJson(const QJsonValue &value);

} // namespace desk::stepmembers
