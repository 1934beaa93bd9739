#include "state/workflows/workflowsurroundings.h"

using namespace Qt::StringLiterals;

namespace desk {

WorkflowDialect workflowDialect(const Capabilities &capabilities)
{
    return capabilities.has("parallel_steps"_L1) ? WorkflowDialect::Local : WorkflowDialect::Team;
}

QStringList teamWorkflowTools()
{
    return {u"search"_s,
            u"rag"_s,
            u"data"_s,
            u"web_search"_s,
            u"web_scraper"_s,
            u"get_weather"_s,
            u"extract_urls_from_agent_result"_s,
            u"extract_urls_from_search_results"_s,
            u"check_urls_in_library"_s,
            u"filter_new_urls"_s};
}

} // namespace desk
