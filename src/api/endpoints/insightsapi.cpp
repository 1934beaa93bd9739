#include "api/endpoints/insightsapi.h"

#include "wire/json/insightjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

auto countIn(QLatin1StringView key)
{
    return [key](const QJsonValue &value) -> Result<int> {
        const wire::Reader reader(value);
        return reader.failed() ? Result<int>(Unexpected{reader.error()}) : reader.integer(key);
    };
}

Result<QList<InsightHit>> hits(const QJsonValue &value)
{
    return wire::listFromJson<InsightHit>(value.toObject().value("results"_L1), wire::insightHitFromJson);
}

} // namespace

ApiCall<void> *InsightsApi::init()
{
    return write("POST", u"/insights/init"_s);
}

ApiCall<int> *InsightsApi::add(const QList<Insight> &insights)
{
    QJsonArray list;
    for (const Insight &insight : insights)
        list.append(wire::insightCreateJson(insight));
    return write<int>("POST", u"/insights"_s, {{u"insights"_s, list}}, countIn("count"_L1));
}

ApiCall<QList<InsightHit>> *InsightsApi::search(const InsightQuery &query)
{
    return write<QList<InsightHit>>("POST", u"/insights/search"_s, wire::toJson(query), hits);
}

ApiCall<InsightPage> *InsightsApi::list(const InsightFilter &filter, qsizetype offset, qsizetype limit)
{
    Query query;
    query.page(offset, limit).text("category"_L1, filter.category.wire()).text("conversation_id"_L1, filter.conversationId.value());
    return get<InsightPage>(u"/insights/list"_s, wire::insightPageFromJson, query);
}

ApiCall<InsightStats> *InsightsApi::myStats(const ConversationId &conversation)
{
    return get<InsightStats>(u"/insights/stats/me"_s, wire::insightStatsFromJson, Query().text("conversation_id"_L1, conversation.value()));
}

ApiCall<InsightStats> *InsightsApi::stats(const UserId &user)
{
    return get<InsightStats>(path(u"/insights/stats/%1"_s, user.value()), wire::insightStatsFromJson);
}

ApiCall<void> *InsightsApi::update(const Insight &before, const Insight &after)
{
    return write("PATCH", path(u"/insights/%1"_s, before.id.value()), wire::insightChanges(before, after));
}

ApiCall<void> *InsightsApi::remove(const InsightId &id)
{
    return Chapter::remove(path(u"/insights/%1"_s, id.value()));
}

ApiCall<void> *InsightsApi::removeOf(const ConversationId &conversation)
{
    return Chapter::remove(path(u"/insights/conversation/%1"_s, conversation.value()));
}

ApiCall<void> *InsightsApi::removeOf(const UserId &user)
{
    return Chapter::remove(path(u"/insights/user/%1"_s, user.value()));
}

ApiCall<void> *InsightsApi::flush()
{
    return write("POST", u"/insights/flush"_s);
}

ApiCall<int> *InsightsApi::deduplicate()
{
    return write<int>("POST", u"/insights/deduplicate"_s, {}, countIn("removed"_L1));
}

} // namespace desk
