#include "state/insights/insightexport.h"

#include "state/insights/insighttexts.h"
#include "wire/json/insightjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk {

QByteArray insightsAsMarkdown(const QList<Insight> &insights)
{
    QStringList titles; // in the order of their first insight
    QHash<QString, QString> sections;
    for (const Insight &insight : insights) {
        const QString title = InsightTexts::title(insight.category);
        if (!sections.contains(title))
            titles.append(title);
        QString item = insight.content.trimmed();
        item.replace(u'\n', "\n  "_L1); // stays one item
        if (insight.createdOn.isValid())
            item += " ("_L1 + insight.createdOn.toString(Qt::ISODate) + u')';
        sections[title] += "- "_L1 + item + u'\n';
    }
    QString out = "# "_L1 + InsightTexts::tr("Insights") + u'\n';
    for (const QString &title : std::as_const(titles))
        out += "\n## "_L1 + title + "\n\n"_L1 + sections.value(title);
    return out.toUtf8();
}

QByteArray insightsAsJson(const QList<Insight> &insights)
{
    QJsonArray list;
    for (const Insight &insight : insights) {
        QJsonObject one = wire::toJson(insight);
        if (insight.createdOn.isValid() && !one.contains("createdAt"_L1) && !one.contains("created_at"_L1))
            one.insert("createdAt"_L1, insight.createdOn.toString(Qt::ISODate));
        list.append(one);
    }
    return QJsonDocument(QJsonObject{{u"format"_s, u"agentdesk-insights"_s}, {u"version"_s, 1}, {u"insights"_s, list}}).toJson();
}

} // namespace desk
