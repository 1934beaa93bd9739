#include "localserver/engine/calculator.h"
#include "localserver/engine/expression.h"
#include "localserver/engine/textutil.h"

#include <QList>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct Phrase {
    const char16_t *pattern;
    const char16_t *with;
};

// Longer phrases first; everything is lower case and without diacritics by then.
constexpr Phrase phrases[] = {
    {u"\\bsquare root of\\b", u"sqrt "},
    {u"\\b(quadrat)?wurzel (aus|von)\\b", u"sqrt "},
    {u"\\bto the power of\\b", u"^"},
    {u"\\braised to\\b", u"^"},
    {u"\\bdivided by\\b", u"/"},
    {u"\\b(geteilt|dividiert) durch\\b", u"/"},
    {u"\\bmultiplied (by|with)\\b", u"*"},
    {u"\\bmultipliziert mit\\b", u"*"},
    {u"\\btimes\\b", u"*"},
    {u"\\bmal\\b", u"*"},
    {u"\\bplus\\b", u"+"},
    {u"\\bminus\\b", u"-"},
    {u"\\bhoch\\b", u"^"},
    {u"\\bsquared\\b", u"^2"},
    {u"\\bmodulo\\b", u" mod "},
    {u"\\b(percent|per cent|prozent)\\b", u"%"},
    {u"\\bvon\\b", u" of "},
    {u"\\bhalf of\\b", u"0.5 * "},
    {u"[×·∙⋅]", u"*"},
    {u"[÷]", u"/"},
    {u"[−–]", u"-"},
    {u"√", u"sqrt "},
    {u"(?<=\\d)[\\x{a0}\\x{202f} '’](?=\\d{3}\\b)", u""},
};

QString normalized(const QString &text)
{
    QString out = text.toLower();
    out.replace(u'²', "^2"_L1).replace(u'³', "^3"_L1);
    static const QList<std::pair<QRegularExpression, QString>> rules = [] {
        QList<std::pair<QRegularExpression, QString>> all;
        for (const Phrase &phrase : phrases)
            all.append({QRegularExpression(QString::fromUtf16(phrase.pattern), QRegularExpression::UseUnicodePropertiesOption),
                        QString::fromUtf16(phrase.with)});
        return all;
    }();
    for (const auto &[pattern, with] : rules)
        out.replace(pattern, with);
    return out.simplified();
}

QString withoutQuestion(const QString &text)
{
    static const QRegularExpression lead(
        uR"(^\s*(?:(?:hi|hello|hey|please|bitte|can you|could you|kannst du|and|und|so)[,\s]+)*(?:(?:what(?:'s|’s| is| are)?|how much (?:is|are)|calculate|compute|evaluate|solve|work out|tell me|was (?:ist|sind|ergibt|macht)|wie ?viel (?:ist|sind|ergibt)|berechne|rechne(?: aus)?)\b[\s:]*)*(?:the (?:result|value) of )?)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tail(uR"((?:\s*(?:please|bitte))?[\s=?.]*$)"_s, QRegularExpression::CaseInsensitiveOption);
    QString out = text;
    out.remove(lead);
    out.remove(tail);
    return out.trimmed();
}

} // namespace

QString Calculation::plainText() const
{
    const auto number = static_cast<double>(value);
    if (std::fabs(value) < 1e15L && value == std::floor(value))
        return QString::number(static_cast<qint64>(value));
    return QString::number(number, 'g', 15);
}

QString Calculation::humanText() const
{
    const QLocale locale;
    if (std::fabs(value) < 1e15L && value == std::floor(value))
        return locale.toString(static_cast<qint64>(value));
    const auto number = static_cast<double>(value);
    if (std::fabs(number) >= 1e15 || std::fabs(number) < 1e-6)
        return locale.toString(number, 'g', 12);
    const int before = number == 0 ? 1 : qMax(1, static_cast<int>(std::floor(std::log10(std::fabs(number)))) + 1);
    QString digits = locale.toString(number, 'f', qBound(0, 12 - before, 10));
    if (digits.contains(locale.decimalPoint())) {
        while (digits.endsWith(locale.zeroDigit()))
            digits.chop(1);
        if (digits.endsWith(locale.decimalPoint()))
            digits.chop(locale.decimalPoint().size());
    }
    return digits;
}

Result<Calculation> calculate(const QString &text)
{
    if (text.size() > 10 * Expression::maxLength) // words around it or not: the patterns take too long for it
        return Unexpected{Expression(text).evaluate().error()};
    const QString source = withoutQuestion(cleanText(text));
    Expression expression(normalized(source));
    const Result<long double> value = expression.evaluate();
    if (!value)
        return Unexpected{value.error()};
    return Calculation{source.simplified(), *value};
}

std::optional<QString> findExpression(const QString &question)
{
    const QString source = withoutQuestion(cleanText(question));
    if (source.isEmpty() || source.size() > Expression::maxLength)
        return std::nullopt;
    const QString text = normalized(source);
    static const QRegularExpression date(uR"(^\d{4}-\d{1,2}-\d{1,2}$)"_s);
    if (date.match(text).hasMatch())
        return std::nullopt;
    Expression expression(text);
    const Result<long double> value = expression.evaluate();
    // Division by zero and overflow are expressions too: the answer to them is the reason.
    if (!expression.hasOperation() || (!value && !expression.wellFormed()))
        return std::nullopt;
    return source.simplified();
}

} // namespace desk::server
