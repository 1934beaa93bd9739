#pragma once

#include "support/scripted.h"

#include <functional>
#include <optional>

namespace desk::test {

// What the team server says to a request whose sign-in is not good (contract 1.7): 422 without an Authorization header, 401 when it is no
// bearer token, or a bad one. Nothing: it is good.
[[nodiscard]] std::optional<Scripted> refusalOf(const Received &request, const std::function<bool(const QByteArray &bearer)> &isGood);

} // namespace desk::test
