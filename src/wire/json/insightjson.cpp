#include "wire/json/insightjson.h"

#include "wire/json/overlay.h"
#include "wire/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

QMap<QString, int> countsFrom(const QJsonObject &object)
{
    QMap<QString, int> out;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.value().isDouble())
            out.insert(member.key(), member.value().toInt());
    }
    return out;
}

QString eitherSpelling(const Reader &reader, QLatin1StringView camel, QLatin1StringView snake)
{
    return reader.json().contains(camel) ? reader.string(camel) : reader.string(snake);
}

} // namespace

Result<Insight> insightFromJson(const QJsonValue &value)
{
    const QJsonValue inner = value.toObject().value("insight"_L1);
    Reader reader(inner.isObject() ? inner : value, u"insight"_s);
    Insight insight;
    insight.id = InsightId(reader.requiredId("id"_L1));
    insight.content = reader.string("content"_L1);
    insight.category = OpenEnum<InsightCategory>::fromWire(reader.string("category"_L1));
    insight.importance = reader.number("importance"_L1, insight.importance);
    insight.source = reader.string("source"_L1);
    insight.conversationId = ConversationId(eitherSpelling(reader, "conversationId"_L1, "conversation_id"_L1));
    insight.createdOn = parseTime(eitherSpelling(reader, "createdAt"_L1, "created_at"_L1)).date();
    insight.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return insight;
}

QJsonObject toJson(const Insight &insight)
{
    Overlay out(insight.raw);
    out.id("id"_L1, insight.id.value());
    out.string("content"_L1, insight.content);
    out.string("category"_L1, insight.category.wire());
    out.value("importance"_L1, insight.importance);
    out.known("source"_L1, insight.source);
    if (!insight.raw.contains("conversation_id"_L1))
        out.known("conversationId"_L1, insight.conversationId.value());
    return out.json();
}

QJsonObject insightCreateJson(const Insight &insight)
{
    QJsonObject out{{u"content"_s, insight.content}, {u"category"_s, insight.category.wire()}, {u"importance"_s, insight.importance}};
    Overlay body(out);
    body.id("id"_L1, insight.id.value());
    body.id("source"_L1, insight.source);
    body.id("conversationId"_L1, insight.conversationId.value());
    if (insight.raw.contains("metadata"_L1))
        body.value("metadata"_L1, insight.raw.value("metadata"_L1));
    return body.json();
}

QJsonObject insightChanges(const Insight &before, const Insight &after)
{
    QJsonObject out;
    if (before.content != after.content)
        out.insert("content"_L1, after.content);
    if (before.category != after.category)
        out.insert("category"_L1, after.category.wire());
    return out;
}

QJsonObject toJson(const InsightQuery &query)
{
    return {{u"query"_s, query.text}, {u"limit"_s, query.limit}, {u"scoreThreshold"_s, query.maxDistance}};
}

Result<InsightHit> insightHitFromJson(const QJsonValue &value)
{
    Result<Insight> insight = insightFromJson(value);
    if (!insight)
        return Unexpected{insight.error()};
    const Reader reader(value);
    return InsightHit{*std::move(insight), reader.number("score"_L1), reader.number("distance"_L1)};
}

Result<InsightPage> insightPageFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    Result<QList<Insight>> list = listFromJson<Insight>(reader.value("results"_L1), insightFromJson);
    if (!list)
        return Unexpected{list.error()};
    InsightPage out;
    out.page = {*std::move(list), reader.integer("total"_L1, -1), std::max(0, reader.integer("offset"_L1)),
                std::max(0, reader.integer("limit"_L1))};
    out.byCategory = countsFrom(reader.object("by_category"_L1));
    return out;
}

Result<InsightStats> insightStatsFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"insight stats"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    InsightStats out;
    out.userId = UserId(reader.string("userId"_L1));
    out.total = reader.integer("total"_L1, reader.integer("count"_L1));
    out.byCategory = countsFrom(reader.object("by_category"_L1));
    out.collection = reader.string("collectionName"_L1);
    return out;
}

} // namespace desk::wire
