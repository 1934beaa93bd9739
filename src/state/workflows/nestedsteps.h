#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

// Where the steps within a step are (contract 5.4): `parallel_steps` of a parallel, `loop_config.steps` of a loop. Pure; any thread.
namespace desk::nested {

constexpr int mostDepth = 64; // of steps in steps; what lies deeper stays in its step as it is

[[nodiscard]] bool isContainerType(const QString &type);
[[nodiscard]] QJsonValue in(const QJsonObject &step); // undefined: there is no such place, or nothing in it
[[nodiscard]] QJsonObject with(QJsonObject step, const QJsonValue &nested);
[[nodiscard]] QJsonObject stripped(const QJsonObject &step);            // with an empty list where there was a list
[[nodiscard]] qsizetype count(const QJsonValue &step, int atDepth);     // of all the steps in it, as far as mostDepth
[[nodiscard]] int height(const QJsonValue &step, int most = mostDepth); // 1: nothing is nested in it
[[nodiscard]] bool isWithin(const QJsonValue &json, int depth);         // of JSON in JSON

} // namespace desk::nested
