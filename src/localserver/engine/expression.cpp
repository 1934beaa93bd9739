#include "localserver/engine/expression.h"

#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>

#include <cmath>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {
struct ExpressionText {
    Q_DECLARE_TR_FUNCTIONS(ExpressionText)
};
} // namespace

Expression::Expression(QString text)
    : m_text(std::move(text))
{
}

Result<long double> Expression::evaluate()
{
    long double value = 0;
    if (m_text.trimmed().isEmpty()) {
        failForm(ExpressionText::tr("There is nothing to compute."));
    } else if (m_text.size() > maxLength) {
        failForm(ExpressionText::tr("The expression is longer than %n character(s).", nullptr, static_cast<int>(maxLength)));
    } else {
        const Operand operand = sum();
        value = operand.value;
        skipSpace();
        if (!m_failed && m_at < m_text.size())
            failForm(ExpressionText::tr("“%1” at position %2 cannot be understood.").arg(wordHere()).arg(m_at + 1));
        if (!m_failed)
            value = checked(value);
    }
    if (!m_failed)
        return value;
    Error error;
    error.kind = Error::Kind::Invalid;
    error.message = m_message;
    return Unexpected{error};
}

Expression::Operand Expression::sum()
{
    if (++m_depth > maxDepth) {
        failForm(ExpressionText::tr("The expression is nested too deeply."));
        return {};
    }
    Operand left = product();
    while (!m_failed) {
        const bool plus = take(u"+");
        if (!plus && !take(u"-"))
            break;
        m_hasOperation = true;
        const Operand right = product();
        const long double amount = right.percent ? left.value * right.value : right.value;
        left = {checked(plus ? left.value + amount : left.value - amount), false};
    }
    --m_depth;
    return left;
}

Expression::Operand Expression::product()
{
    Operand left = unary();
    while (!m_failed) {
        if (take(u"*") || takeWord(u"of")) {
            m_hasOperation = true;
            left = {checked(left.value * unary().value), false};
        } else if (take(u"/")) {
            m_hasOperation = true;
            const long double divisor = unary().value;
            if (!m_failed && divisor == 0)
                failValue(ExpressionText::tr("Division by zero."));
            left = {m_failed ? 0 : checked(left.value / divisor), false};
        } else if (take(u"%") || takeWord(u"mod")) {
            m_hasOperation = true;
            const long double divisor = unary().value;
            if (!m_failed && divisor == 0)
                failValue(ExpressionText::tr("Division by zero."));
            left = {m_failed ? 0 : checked(std::fmod(left.value, divisor)), false};
        } else {
            break;
        }
    }
    return left;
}

Expression::Operand Expression::unary()
{
    int signs = 0;
    bool negative = false;
    while (!m_failed && ++signs < maxDepth) {
        if (take(u"-"))
            negative = !negative;
        else if (!take(u"+"))
            break;
    }
    const Operand operand = power();
    return {negative ? -operand.value : operand.value, operand.percent};
}

Expression::Operand Expression::power()
{
    const Operand base = postfix();
    if (m_failed || !(take(u"^") || take(u"**")))
        return base;
    m_hasOperation = true;
    if (++m_depth > maxDepth) {
        failForm(ExpressionText::tr("The expression is nested too deeply."));
        return {};
    }
    const Operand exponent = unary(); // right-associative: 2^3^2 is 2^9
    --m_depth;
    if (m_failed)
        return {};
    const long double value = std::pow(base.value, exponent.value);
    if (std::isnan(value))
        failValue(ExpressionText::tr("A root of a negative number has no real value."));
    else if (base.value == 0 && exponent.value < 0)
        failValue(ExpressionText::tr("Division by zero."));
    return {m_failed ? 0 : checked(value), false};
}

Expression::Operand Expression::postfix()
{
    Operand operand = primary();
    for (;;) {
        const qsizetype before = m_at;
        if (m_failed)
            return operand;
        if (take(u"!")) {
            m_hasOperation = true;
            if (operand.value < 0 || operand.value > 1000 || operand.value != std::floor(operand.value))
                failValue(ExpressionText::tr("The factorial needs a whole number from 0 to 1000."));
            else
                operand = {checked(std::round(std::tgamma(operand.value + 1))), false};
        } else if (take(u"%")) {
            if (startsOperand()) { // "17 % 5" is the remainder, "15 % of 240" a share
                m_at = before;
                return operand;
            }
            m_hasOperation = true;
            operand = {operand.value / 100, true};
        } else {
            return operand;
        }
    }
}

Expression::Operand Expression::primary()
{
    skipSpace();
    if (m_failed)
        return {};
    if (m_at >= m_text.size()) {
        failForm(ExpressionText::tr("The expression ends too early."));
        return {};
    }
    if (take(u"(")) {
        const int outer = std::exchange(m_functionDepth, 0);
        const Operand inner = sum();
        m_functionDepth = outer;
        if (!m_failed && !take(u")"))
            failForm(ExpressionText::tr("A closing parenthesis is missing."));
        return {inner.value, false};
    }
    const QChar c = m_text[m_at];
    if (c.isDigit() || c == u'.' || c == u',')
        return number();
    if (c.isLetter()) {
        const QString name = wordHere();
        return function(name);
    }
    failForm(ExpressionText::tr("“%1” at position %2 cannot be understood.").arg(c).arg(m_at + 1));
    return {};
}

Expression::Operand Expression::function(const QString &name)
{
    if (name == "pi"_L1 || name == "e"_L1) {
        m_at += name.size();
        return {name == "e"_L1 ? std::exp(1.0L) : std::acos(-1.0L), false};
    }
    static const QStringList known{u"sqrt"_s, u"min"_s, u"max"_s, u"round"_s, u"abs"_s, u"floor"_s,
                                   u"ceil"_s, u"ln"_s,  u"log"_s, u"log10"_s, u"exp"_s};
    if (!known.contains(name)) {
        failForm(ExpressionText::tr("“%1” at position %2 cannot be understood.").arg(name).arg(m_at + 1));
        return {};
    }
    m_at += name.size();
    m_hasOperation = true;
    QList<long double> arguments;
    if (take(u"(")) {
        ++m_functionDepth;
        do {
            arguments.append(sum().value);
        } while (!m_failed && (take(u",") || take(u";")));
        --m_functionDepth;
        if (!m_failed && !take(u")"))
            failForm(ExpressionText::tr("A closing parenthesis is missing."));
    } else if (++m_depth > maxDepth) {
        failForm(ExpressionText::tr("The expression is nested too deeply."));
    } else {
        arguments.append(unary().value); // "sqrt 16"
        --m_depth;
    }
    return {m_failed ? 0 : checked(apply(name, arguments)), false};
}

long double Expression::apply(const QString &name, const QList<long double> &arguments)
{
    const long double x = arguments.value(0);
    if (name == "min"_L1 || name == "max"_L1) {
        long double best = x;
        for (const long double value : arguments)
            best = name == "min"_L1 ? std::fmin(best, value) : std::fmax(best, value);
        return best;
    }
    if (name == "round"_L1 && arguments.size() <= 2) {
        const long double places = std::trunc(arguments.value(1, 0));
        if (std::fabs(places) > 15) {
            failValue(ExpressionText::tr("round() takes at most 15 decimal places."));
            return 0;
        }
        const long double scale = std::pow(10.0L, places);
        return std::round(x * scale) / scale;
    }
    if (arguments.size() != 1) {
        failForm(ExpressionText::tr("%1() takes another number of arguments.").arg(name));
        return 0;
    }
    if (name == "sqrt"_L1 && x < 0)
        failValue(ExpressionText::tr("A root of a negative number has no real value."));
    if ((name == "ln"_L1 || name.startsWith("log"_L1)) && x <= 0)
        failValue(ExpressionText::tr("A logarithm needs a number above zero."));
    if (m_failed)
        return 0;
    if (name == "sqrt"_L1)
        return std::sqrt(x);
    if (name == "abs"_L1)
        return std::fabs(x);
    if (name == "floor"_L1)
        return std::floor(x);
    if (name == "ceil"_L1)
        return std::ceil(x);
    if (name == "exp"_L1)
        return std::exp(x);
    return name == "ln"_L1 ? std::log(x) : std::log10(x);
}

// Inside a function call a comma separates arguments. Elsewhere groups of three digits are grouping ("1,234.5", "1.234,5"), any other comma
// is the decimal one.
Expression::Operand Expression::number()
{
    static const QRegularExpression inFunction(uR"(\G(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)"_s);
    static const QRegularExpression grouped(uR"(\G\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,.]))"_s);
    static const QRegularExpression germanGrouped(uR"(\G\d{1,3}(?:\.\d{3})+,\d+(?![\d,.])|\G\d{1,3}(?:\.\d{3}){2,}(?![\d,.]))"_s);
    static const QRegularExpression plain(uR"(\G(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?)"_s);
    const auto match = [this](const QRegularExpression &pattern) { return pattern.match(m_text, m_at).captured(); };
    QString digits;
    qsizetype length = 0;
    if (m_functionDepth > 0) {
        digits = match(inFunction);
        length = digits.size();
    } else if (digits = match(grouped); !digits.isEmpty()) {
        length = digits.size();
        digits.remove(u',');
    } else if (digits = match(germanGrouped); !digits.isEmpty()) {
        length = digits.size();
        digits.remove(u'.').replace(u',', u'.');
    } else {
        digits = match(plain);
        length = digits.size();
        digits.replace(u',', u'.');
    }
    if (length == 0) {
        failForm(ExpressionText::tr("“%1” at position %2 cannot be understood.").arg(m_text[m_at]).arg(m_at + 1));
        return {};
    }
    m_at += length;
    return {checked(static_cast<long double>(digits.toDouble())), false};
}

long double Expression::checked(long double value)
{
    if (m_failed)
        return 0;
    if (!std::isfinite(value) || std::fabs(value) > 1e300L) {
        failValue(ExpressionText::tr("The result is too large to compute."));
        return 0;
    }
    return value;
}

void Expression::failForm(const QString &message)
{
    if (m_failed)
        return;
    m_failed = true;
    m_wellFormed = false;
    m_message = message;
}

void Expression::failValue(const QString &message)
{
    if (m_failed)
        return;
    m_failed = true;
    m_message = message;
}

void Expression::skipSpace()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

bool Expression::take(QStringView token)
{
    skipSpace();
    if (token == u"*" && QStringView(m_text).sliced(qMin(m_at, m_text.size())).startsWith(u"**"))
        return false;
    if (!QStringView(m_text).sliced(qMin(m_at, m_text.size())).startsWith(token))
        return false;
    m_at += token.size();
    return true;
}

bool Expression::takeWord(QStringView word)
{
    skipSpace();
    if (wordHere() != word)
        return false;
    m_at += word.size();
    return true;
}

bool Expression::startsOperand()
{
    skipSpace();
    if (m_at >= m_text.size())
        return false;
    const QChar c = m_text[m_at];
    if (c.isDigit() || c == u'(' || c == u'.')
        return true;
    return c.isLetter() && wordHere() != "of"_L1 && wordHere() != "mod"_L1;
}

QString Expression::wordHere() const
{
    qsizetype end = m_at;
    while (end < m_text.size() && (m_text[end].isLetterOrNumber() || m_text[end] == u'_'))
        ++end;
    if (end == m_at && end < m_text.size())
        ++end;
    return m_text.sliced(m_at, end - m_at);
}

} // namespace desk::server
