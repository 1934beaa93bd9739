#include "gui/definitions/definitiondiff.h"

#include "gui/agents/editor/agentwords.h"
#include "gui/text/textlimiter.h"
#include "state/definitions/definitioncontent.h"
#include "state/definitions/keptsecrets.h"
#include "wire/json/jsondiff.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using wire::JsonChange;
using wire::JsonStep;

constexpr qsizetype longText = 80; // letters

bool isScalar(const QJsonValue &value)
{
    return !value.isObject() && !value.isArray();
}

QString stepText(const JsonStep &step)
{
    if (!step.isItem())
        return displayLine(step.key, 80);
    return step.label.isEmpty() ? QLocale().toString(step.index + 1) : displayLine(step.label, 80);
}

QString fieldText(const JsonChange &change)
{
    wire::JsonPath path = change.path;
    if (path.isEmpty())
        return DefinitionDiff::tr("The whole definition");
    // The place of a word in a list of words says nothing.
    const JsonStep &last = path.constLast();
    if (path.size() > 1 && last.isItem() && last.label.isEmpty() && isScalar(change.before) && isScalar(change.after))
        path.removeLast();
    QStringList words{path.constFirst().isItem() ? stepText(path.constFirst()) : AgentWords::title(path.constFirst().key)};
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (i == 1 && path.constFirst().key == "tools"_L1 && path.at(i).key == "names"_L1)
            continue; // how the contract writes a list of tools
        words.append(stepText(path.at(i)));
    }
    return words.join(u" \u203a "_s);
}

QList<DiffLine> linesOf(const QString &text)
{
    QList<DiffLine> out;
    for (const QString &line : text.split(u'\n'))
        out.append({DiffLine::Kind::Plain, line});
    return out;
}

QList<DiffLine> sideOf(const QJsonValue &value, bool isSecret)
{
    if (value.isUndefined())
        return linesOf(DefinitionDiff::tr("Not there"));
    if (!isSecret)
        return linesOf(AgentWords::value(value));
    const QString hidden = AgentWords::value(QJsonObject{{u"env"_s, value}}); // as what may not be shown is written there
    return linesOf(value.isObject() ? hidden : hidden.section(u": "_s, -1));
}

bool isLong(const QJsonValue &value)
{
    return value.isString() && (value.toString().size() > longText || value.toString().contains(u'\n'));
}

DiffRow rowOf(const JsonChange &change)
{
    const bool isSecret = std::any_of(change.path.begin(), change.path.end(),
                                      [](const JsonStep &step) { return !step.isItem() && AgentWords::holdsSecrets(step.key); });
    DiffRow row{fieldText(change), {}, {}};
    if (change.kind == JsonChange::Kind::Moved) {
        row.before = linesOf(DefinitionDiff::tr("Place %1").arg(QLocale().toString(change.before.toInteger() + 1)));
        row.after = linesOf(DefinitionDiff::tr("Place %1").arg(QLocale().toString(change.after.toInteger() + 1)));
    } else if (!isSecret && (isLong(change.before) || isLong(change.after)) && change.before.isString() && change.after.isString()) {
        const LineDiff lines = lineDiff(change.before.toString(), change.after.toString());
        row.before = lines.before;
        row.after = lines.after;
    } else {
        row.before = sideOf(change.before, isSecret);
        row.after = sideOf(change.after, isSecret);
    }
    return row;
}

} // namespace

QList<DiffRow> DefinitionDiff::rows(const QJsonObject &before, const QJsonObject &after)
{
    const bool isKept = hasKeptMarks(before) || hasKeptMarks(after); // of what one side does not know nothing can be said
    const QList<JsonChange> changes =
        isKept ? wire::jsonDiff(definitionContent(withoutServerSecrets(before)), definitionContent(withoutServerSecrets(after)))
               : wire::jsonDiff(definitionContent(before), definitionContent(after));
    QList<DiffRow> out;
    for (const JsonChange &change : changes) {
        if (out.size() == mostRows - 1 && changes.size() > mostRows) {
            out.append({tr("%n more differences are not shown", nullptr, static_cast<int>(changes.size() - out.size())), {}, {}});
            break;
        }
        out.append(rowOf(change));
    }
    return out;
}

QString DefinitionDiff::text(const DiffRow &row)
{
    if (row.before.isEmpty() && row.after.isEmpty())
        return row.field;
    return tr("%1\nBefore:\n%2\nAfter:\n%3").arg(row.field, withSigns(row.before), withSigns(row.after));
}

} // namespace desk
