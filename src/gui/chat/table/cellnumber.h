#pragma once

#include <QStringView>

#include <optional>

namespace desk {

// The number a cell means: "1,234.50", "1.234,50", "12 %", "€ 3", "(5)" and "−4" are numbers, "Q3" and "1.2.3" are not. Pure.
[[nodiscard]] std::optional<double> cellNumber(QStringView cell);

} // namespace desk
