#pragma once

#include "sqlite/migrations.h"

namespace desk::server {

// What the local server's database holds.
[[nodiscard]] const Schema &serverSchema();

} // namespace desk::server
