#pragma once

#include "api/endpoints/chapter.h"
#include "domain/statistics.h"

namespace desk {

// For administrators; others get Kind::Forbidden (contract 3.18).
class AdminApi : public Chapter
{
public:
    using Chapter::Chapter;

    ApiCall<UsageStatistics> *usage(int days = 30);
    ApiCall<SystemStatistics> *system();
};

} // namespace desk
