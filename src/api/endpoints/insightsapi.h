#pragma once

#include "api/endpoints/chapter.h"
#include "domain/insight.h"

namespace desk {

// What is left empty does not filter.
struct InsightFilter {
    OpenEnum<InsightCategory> category;
    ConversationId conversationId;
};

// Contract 3.16: what the server remembers of its user. The whole chapter is optional; without a memory the server answers 500.
class InsightsApi : public Chapter
{
public:
    using Chapter::Chapter;

    [[nodiscard]] ApiCall<void> *init();
    [[nodiscard]] ApiCall<int> *add(const QList<Insight> &insights); // how many were taken; 403 where an administrator forbids it
    [[nodiscard]] ApiCall<QList<InsightHit>> *search(const InsightQuery &query);
    [[nodiscard]] ApiCall<InsightPage> *list(const InsightFilter &filter, qsizetype offset, qsizetype limit);
    [[nodiscard]] ApiCall<InsightStats> *myStats(const ConversationId &conversation = {});
    [[nodiscard]] ApiCall<InsightStats> *stats(const UserId &user); // 403 for anybody else
    [[nodiscard]] ApiCall<void> *update(const Insight &before, const Insight &after);
    [[nodiscard]] ApiCall<void> *remove(const InsightId &id);
    [[nodiscard]] ApiCall<void> *removeOf(const ConversationId &conversation);
    [[nodiscard]] ApiCall<void> *removeOf(const UserId &user);
    [[nodiscard]] ApiCall<void> *flush();
    [[nodiscard]] ApiCall<int> *deduplicate(); // how many were removed
};

} // namespace desk
