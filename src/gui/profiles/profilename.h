#pragma once

#include <QString>

namespace desk {

struct Profile;

// As it is shown: the local workspace's name is translated, the others' are people's own.
[[nodiscard]] QString displayName(const Profile &profile);

} // namespace desk
