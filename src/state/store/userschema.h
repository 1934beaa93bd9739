#pragma once

#include "sqlite/migrations.h"

namespace desk {

// What user.db holds: everything that exists nowhere else.
[[nodiscard]] const Schema &userSchema();

} // namespace desk
