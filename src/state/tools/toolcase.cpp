#include "state/tools/toolcase.h"

#include "state/definitions/files/definitionsecrets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isTooLong(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).size() > ToolCase::maxBytes;
}

// A text with the names in it, as it was before they stood there.
bool isFilledText(const QString &kept, const QString &text, const QStringList &names)
{
    QString parts = kept;
    for (const QString &name : names)
        parts.replace(u"${%1}"_s.arg(name), QString(QChar::Null));
    const QStringList between = parts.split(QChar::Null);
    const QString &last = between.constLast();
    if (between.size() < 2 || !text.startsWith(between.constFirst()))
        return false;
    qsizetype place = between.constFirst().size();
    for (qsizetype i = 1; i < between.size() - 1; ++i) {
        place = text.indexOf(between.at(i), place);
        if (place < 0)
            return false;
        place += between.at(i).size();
    }
    return text.size() - last.size() >= place && text.endsWith(last);
}

bool isFilled(const QJsonValue &kept, const QJsonValue &value, const QStringList &names)
{
    if (kept == value)
        return true;
    if (kept.isString()) { // a number or a switch may have been the secret
        const bool isWhole = std::any_of(names.begin(), names.end(), [&](const QString &name) { return kept == u"${%1}"_s.arg(name); });
        return isWhole || (value.isString() && isFilledText(kept.toString(), value.toString(), names));
    }
    if (kept.isArray() && value.isArray()) {
        const QJsonArray before = kept.toArray();
        const QJsonArray after = value.toArray();
        return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                          [&names](const QJsonValue &a, const QJsonValue &b) { return isFilled(a, b, names); });
    }
    const QJsonObject before = kept.toObject();
    const QJsonObject after = value.toObject();
    if (!kept.isObject() || before.keys() != after.keys())
        return false;
    const QStringList keys = before.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return isFilled(before[key], after[key], names); });
}

} // namespace

QJsonObject outcomeOf(const ToolTestResult &result)
{
    QJsonObject out{{u"success"_s, result.success}, {u"output"_s, result.output.isUndefined() ? QJsonValue() : result.output}};
    if (!result.success)
        out.insert("error"_L1, result.error);
    return out;
}

QJsonObject comparable(const ToolTestResult &result)
{
    QList<OmittedSecret> omitted;
    return withoutSecrets(outcomeOf(result), omitted);
}

ToolCase caseOf(const QString &tool, const QJsonObject &input, const ToolTestResult &result)
{
    if (tool.isEmpty() || isTooLong(input) || isTooLong(outcomeOf(result)))
        return {};
    QList<OmittedSecret> omitted;
    ToolCase made;
    made.tool = tool;
    made.input = withoutSecrets(input, omitted);
    made.expected = comparable(result);
    for (const OmittedSecret &one : std::as_const(omitted)) {
        if (!made.secrets.contains(one.placeholder))
            made.secrets.append(one.placeholder);
    }
    return made;
}

bool isInputOf(const ToolCase &known, const QJsonObject &input)
{
    return isFilled(known.input, input, known.secrets);
}

} // namespace desk
