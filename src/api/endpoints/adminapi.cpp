#include "api/endpoints/adminapi.h"

#include "wire/json/statisticsjson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<UsageStatistics> *AdminApi::usage(int days)
{
    return get<UsageStatistics>(u"/admin/stats/usage"_s, wire::usageStatisticsFromJson, Query().number("days"_L1, days));
}

ApiCall<SystemStatistics> *AdminApi::system()
{
    return get<SystemStatistics>(u"/admin/stats/system"_s, wire::systemStatisticsFromJson);
}

} // namespace desk
