#pragma once

#include "domain/result.h"

#include <QString>

#include <optional>

namespace desk::server {

// What was computed. value is finite.
struct Calculation {
    QString expression; // as understood, e.g. "15% of 240"
    long double value = 0;

    [[nodiscard]] QString plainText() const; // for JSON and the model: "0.3", "1e+30"
    [[nodiscard]] QString humanText() const; // in the user's number format
};

// Arithmetic with + - * / ^ % ( ), sqrt abs round floor ceil min max ln log10 exp, pi and e, and phrases in English and German ("15 % of
// 240", "12 times 4", "2 hoch 10"). Decimal point or comma; digits may be grouped. Pure, bounded in time and depth; thread-safe. Fails with
// Kind::Invalid; the message names the place.
[[nodiscard]] Result<Calculation> calculate(const QString &text);

// The expression inside a question ("What is 3 * 4?"), or nothing when there is none. Numbers alone are none.
[[nodiscard]] std::optional<QString> findExpression(const QString &question);

} // namespace desk::server
