#include "state/chat/toolinput.h"

#include "wire/json/jsonchecker.h"
#include "wire/json/jsonparser.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isUnseen(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return c != u'\n';
    case QChar::Separator_Space:
        return c != u' ';
    default:
        return c == QChar(QChar::ObjectReplacementCharacter) || QChar::isNonCharacter(c.unicode());
    }
}

QString escaped(char16_t c)
{
    return u"\\u%1"_s.arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
}

} // namespace

ToolInput::ToolInput(const QString &text)
    : m_problem(jsonProblem(text))
{
    if (!m_problem.isEmpty())
        return;
    const Result<QJsonValue> value = wire::parseJson(text.trimmed().toUtf8(), wire::toolPayloadRules);
    if (!value) // a number beyond all bounds
        m_problem = tr("This is no valid JSON.");
    else if (!value->isObject())
        m_problem = tr("Line 1, column 1: the input is an object, in curly brackets.");
    else
        m_object = value->toObject();
}

QString ToolInput::jsonProblem(const QString &text)
{
    if (text.size() > maxCharacters)
        return tr("The input is longer than %L1 characters.").arg(maxCharacters);
    const qsizetype front = std::distance(text.begin(), std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); }));
    const QByteArray json = text.trimmed().toUtf8();
    if (json.isEmpty())
        return tr("The input is empty. Where nothing is to be said, write {}.");
    const auto fault = wire::JsonChecker::check(json, wire::toolPayloadRules);
    if (!fault)
        return {};
    const qsizetype at = front + QString::fromUtf8(json.first(fault->offset)).size();
    const QString before = text.first(std::min(at, text.size()));
    const qsizetype line = before.count(u'\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf(u'\n');
    const bool isTwice = !wire::JsonChecker::check(json, {wire::toolPayloadRules.maxDepth, false});
    const bool isDeep = !isTwice && !wire::JsonChecker::check(json, {});
    const QString what = isTwice                        ? tr("a name is given twice")
                         : isDeep                       ? tr("this is nested too deep")
                         : fault->offset >= json.size() ? tr("something is missing at the end")
                                                        : tr("this is no valid JSON");
    return tr("Line %L1, column %L2: %3.").arg(line).arg(column).arg(what);
}

QString ToolInput::editable(const QJsonValue &value)
{
    return visible(QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented)).trimmed());
}

QString ToolInput::visible(const QString &json)
{
    constexpr int mostMarks = 16; // on one letter (REND-13)
    QString out;
    out.reserve(json.size());
    int marks = 0;
    bool isTag = false; // second half of a language tag, which nobody sees
    for (const QChar c : json) {
        constexpr char16_t tagPlane = 0xDB40;
        marks = c.isMark() ? marks + 1 : 0;
        const bool wasTag = std::exchange(isTag, c == QChar(tagPlane));
        if (isTag || wasTag || marks > mostMarks || isUnseen(c))
            out += escaped(c.unicode());
        else
            out += c;
    }
    return out;
}

} // namespace desk
