#pragma once

#include "domain/profile.h"

namespace desk {

// Whether what is done there counts for everybody: what was said of the profile, else the guess. Pure.
[[nodiscard]] bool isProduction(const Profile &profile);

// Its name or its server's has a word for it ("prod", "production", "live", …), whatever was said. Pure.
[[nodiscard]] bool seemsProduction(const Profile &profile);

} // namespace desk
