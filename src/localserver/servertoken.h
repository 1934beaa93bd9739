#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace desk::server {

class LineReader;

// The token from a file that only its owner can read; fails with Invalid, detail "token".
[[nodiscard]] Result<QByteArray> tokenFromFile(const QString &path);
// The first line of standard input, waited for at most ten seconds.
[[nodiscard]] Result<QByteArray> tokenFromInput(LineReader &input);

} // namespace desk::server
