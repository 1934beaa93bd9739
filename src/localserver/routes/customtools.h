#pragma once

#include "domain/result.h"
#include "localserver/engine/customtool.h"

#include <QJsonObject>

namespace desk::server {

// The program behind a custom tool of the catalogue, looked for in PATH where it is named without a folder: what is shown is what is
// started. Fails with Invalid where the tool names none, or one that cannot be used.
[[nodiscard]] Result<CustomTool> customToolFrom(const QJsonObject &definition);

} // namespace desk::server
