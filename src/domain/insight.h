#pragma once

#include "domain/ids.h"
#include "domain/openenum.h"
#include "domain/page.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace desk {

enum class InsightCategory { Preference, Fact, Goal, Context, Other, PendingQuestion, Unknown };

constexpr std::array<EnumWord<InsightCategory>, 6> enumWords(InsightCategory /*tag*/)
{
    return {{{InsightCategory::Preference, QLatin1StringView("preference")},
             {InsightCategory::Fact, QLatin1StringView("fact")},
             {InsightCategory::Goal, QLatin1StringView("goal")},
             {InsightCategory::Context, QLatin1StringView("context")},
             {InsightCategory::Other, QLatin1StringView("other")},
             {InsightCategory::PendingQuestion, QLatin1StringView("pending_question")}}};
}

// Something the server remembers about its user (contract 3.16).
struct Insight {
    InsightId id;
    QString content;
    OpenEnum<InsightCategory> category = InsightCategory::Other;
    double importance = 0.5; // 0 … 1; the server drops it, the source and the date of a new insight
    QString source;
    ConversationId conversationId;
    QDate createdOn; // in the server's own zone, which it does not tell (contract 1.5)
    QJsonObject raw;
};

struct InsightHit {
    Insight insight;
    double score = 0;
    double distance = 0; // smaller is nearer
};

struct InsightQuery {
    QString text;             // 1 … 500 characters
    int limit = 3;            // 1 … 20
    double maxDistance = 0.7; // 0 … 2; "scoreThreshold" on the wire
};

struct InsightPage {
    Page<Insight> page;
    QMap<QString, int> byCategory; // of all, not of the page; the words of the wire
};

struct InsightStats {
    UserId userId;
    qsizetype total = 0;
    QMap<QString, int> byCategory; // empty when asked for by user
    QString collection;
};

} // namespace desk
