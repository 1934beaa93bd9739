#include "wire/json/jsondiff.h"

#include "wire/json/listalignment.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

using Kind = JsonChange::Kind;

const QJsonValue nothing(QJsonValue::Undefined);

// What every item of a list is called by this member; empty where one has no name of its own.
QStringList labels(const QJsonArray &items, QLatin1StringView member)
{
    QStringList names;
    QSet<QString> seen;
    for (const QJsonValue item : items) {
        const QString name = item.toObject().value(member).toString();
        if (name.isEmpty() || seen.contains(name))
            return {};
        seen.insert(name);
        names.append(name);
    }
    return names;
}

class Comparison
{
public:
    explicit Comparison(const JsonDiffLimits &limits)
        : m_limits(limits)
        , m_stepsLeft(limits.maxSteps)
    {
    }

    QList<JsonChange> run(const QJsonValue &before, const QJsonValue &after)
    {
        value(before, after);
        if (m_changes.size() > m_limits.maxChanges)
            return {{Kind::Changed, {}, before, after}};
        return m_changes;
    }

private:
    void note(Kind kind, const QJsonValue &before, const QJsonValue &after) { m_changes.append({kind, m_path, before, after}); }

    void noteAt(Kind kind, qsizetype index, const QString &label, const QJsonValue &before, const QJsonValue &after)
    {
        m_path.append({{}, index, label});
        note(kind, before, after);
        m_path.removeLast();
    }

    void inside(const JsonStep &step, const QJsonValue &before, const QJsonValue &after)
    {
        m_path.append(step);
        value(before, after);
        m_path.removeLast();
    }

    void value(const QJsonValue &before, const QJsonValue &after)
    {
        if (m_changes.size() > m_limits.maxChanges || before == after)
            return;
        if (before.isUndefined())
            return note(Kind::Added, before, after);
        if (after.isUndefined())
            return note(Kind::Removed, before, after);
        const bool isDeep = m_path.size() >= m_limits.maxDepth;
        if (!isDeep && before.isObject() && after.isObject())
            return object(before.toObject(), after.toObject());
        if (!isDeep && before.isArray() && after.isArray())
            return list(before.toArray(), after.toArray());
        note(Kind::Changed, before, after);
    }

    void object(const QJsonObject &before, const QJsonObject &after)
    {
        QStringList keys = before.keys();
        for (const QString &key : after.keys()) {
            if (!before.contains(key))
                keys.append(key);
        }
        std::sort(keys.begin(), keys.end());
        for (const QString &key : std::as_const(keys))
            inside({key, -1, {}}, before.value(key), after.value(key));
    }

    void list(const QJsonArray &before, const QJsonArray &after)
    {
        if (!before.isEmpty() && !after.isEmpty() && std::max(before.size(), after.size()) <= m_limits.maxItems) {
            for (const QLatin1StringView member : {"id"_L1, "name"_L1}) {
                const QStringList namesBefore = labels(before, member);
                const QStringList namesAfter = labels(after, member);
                if (!namesBefore.isEmpty() && !namesAfter.isEmpty())
                    return named(before, namesBefore, after, namesAfter);
            }
        }
        unnamed(before, after);
    }

    // First what goes, then what moves, then what comes, then what changed inside: each place is then the one it has at that moment.
    void named(const QJsonArray &before, const QStringList &namesBefore, const QJsonArray &after, const QStringList &namesAfter)
    {
        QHash<QString, qsizetype> placesBefore;
        QHash<QString, qsizetype> placesAfter;
        for (qsizetype i = 0; i < namesBefore.size(); ++i)
            placesBefore.insert(namesBefore[i], i);
        for (qsizetype i = 0; i < namesAfter.size(); ++i)
            placesAfter.insert(namesAfter[i], i);

        QList<qsizetype> targets; // of what stays, in its order before
        for (qsizetype i = namesBefore.size() - 1; i >= 0; --i) {
            if (placesAfter.contains(namesBefore[i]))
                targets.prepend(placesAfter.value(namesBefore[i]));
            else
                noteAt(Kind::Removed, i, namesBefore[i], before.at(i), nothing);
        }
        for (const ListMove &move : listMoves(targets))
            noteAt(Kind::Moved, move.from, namesAfter[move.item], move.from, move.to);
        for (qsizetype i = 0; i < namesAfter.size(); ++i) {
            if (!placesBefore.contains(namesAfter[i]))
                noteAt(Kind::Added, i, namesAfter[i], nothing, after.at(i));
        }
        for (qsizetype i = 0; i < namesAfter.size(); ++i) {
            if (placesBefore.contains(namesAfter[i]))
                inside({{}, i, namesAfter[i]}, before.at(placesBefore.value(namesAfter[i])), after.at(i));
        }
    }

    void unnamed(const QJsonArray &before, const QJsonArray &after)
    {
        const std::optional<QList<ListGap>> gaps = listGaps(before, after, m_stepsLeft);
        if (!gaps)
            return note(Kind::Changed, before, after);
        for (const ListGap &gap : *gaps) {
            const qsizetype both = std::min(gap.removed, gap.added);
            for (qsizetype i = 0; i < both; ++i)
                inside({{}, gap.after + i, {}}, before.at(gap.before + i), after.at(gap.after + i));
            for (qsizetype i = both; i < gap.removed; ++i)
                noteAt(Kind::Removed, gap.after + both, {}, before.at(gap.before + i), nothing);
            for (qsizetype i = both; i < gap.added; ++i)
                noteAt(Kind::Added, gap.after + i, {}, nothing, after.at(gap.after + i));
        }
    }

    JsonDiffLimits m_limits;
    qsizetype m_stepsLeft;
    JsonPath m_path;
    QList<JsonChange> m_changes;
};

} // namespace

QString pathText(const JsonPath &path)
{
    QString text;
    for (const JsonStep &step : path) {
        if (step.isItem())
            text += u'[' + (step.label.isEmpty() ? QString::number(step.index) : step.label) + u']';
        else
            text += (text.isEmpty() ? QString() : u"."_s) + step.key;
    }
    return text;
}

QList<JsonChange> jsonDiff(const QJsonValue &before, const QJsonValue &after, const JsonDiffLimits &limits)
{
    return Comparison(limits).run(before, after);
}

} // namespace desk::wire
