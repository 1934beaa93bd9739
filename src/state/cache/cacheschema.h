#pragma once

#include "sqlite/migrations.h"
#include "state/store/storeopening.h"

namespace desk {

// What cache.db holds: copies of what servers have, and the index of their words. May be thrown away at any time.
[[nodiscard]] const Schema &cacheSchema();
[[nodiscard]] StoreKind cacheStoreKind(const StoreFolder &folder);

} // namespace desk
