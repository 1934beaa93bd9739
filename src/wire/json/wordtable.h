#pragma once

#include <QLatin1StringView>
#include <QString>

#include <algorithm>

namespace desk::wire {

// A closed set of values and their words, as an array of pairs. What the table does not have becomes the fallback; a set that servers
// extend and that has to keep foreign words is an OpenEnum.
template <typename Table, typename Value>
[[nodiscard]] Value valueOf(const Table &table, const QString &text, Value fallback)
{
    const auto hit = std::find_if(table.begin(), table.end(), [&](const auto &row) { return text == row.second; });
    return hit == table.end() ? fallback : hit->first;
}

template <typename Table, typename Value>
[[nodiscard]] QString nameOf(const Table &table, Value value, QLatin1StringView fallback = {})
{
    const auto hit = std::find_if(table.begin(), table.end(), [&](const auto &row) { return value == row.first; });
    return QString(hit == table.end() ? fallback : hit->second);
}

} // namespace desk::wire
