#pragma once

#include "domain/profile.h"

namespace desk {

// Whether what is done there counts for everybody: its name or its server's has a word for it ("prod", "production", "live", …). Nobody
// else says so. Pure.
[[nodiscard]] bool isProduction(const Profile &profile);

} // namespace desk
