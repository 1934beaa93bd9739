#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

// How deep and how many the steps within a step are; where they are says wire/workflow/workflowsteps.h. Pure; any thread.
namespace desk::nested {

constexpr int mostDepth = 64; // of steps in steps; what lies deeper stays in its step as it is

[[nodiscard]] bool isContainerType(const QString &type);
[[nodiscard]] QJsonObject stripped(const QJsonObject &step);            // with an empty list where there was a list
[[nodiscard]] qsizetype count(const QJsonValue &step, int atDepth);     // of all the steps in it, as far as mostDepth
[[nodiscard]] int height(const QJsonValue &step, int most = mostDepth); // 1: nothing is nested in it
[[nodiscard]] bool isWithin(const QJsonValue &json, int depth);         // of JSON in JSON

} // namespace desk::nested
