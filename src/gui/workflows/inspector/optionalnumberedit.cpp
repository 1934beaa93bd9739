#include "gui/workflows/inspector/optionalnumberedit.h"

#include "gui/text/textlimiter.h"
#include "gui/workflows/inspector/stepmembers.h"

#include <cmath>

namespace desk {

namespace {

constexpr double largest = 9'007'199'254'740'992.0; // what JSON carries to the last digit

bool isFitting(double number, bool isWhole, double least)
{
    return std::isfinite(number) && number >= least && number <= largest && (!isWhole || number == std::floor(number));
}

} // namespace

OptionalNumberEdit::OptionalNumberEdit(Kind kind, double least, QWidget *parent)
    : QLineEdit(parent)
    , m_kind(kind)
    , m_least(least)
{
    setMaxLength(40);
    setPlaceholderText(tr("None"));
    connect(this, &QLineEdit::textEdited, this, &OptionalNumberEdit::take);
}

void OptionalNumberEdit::load(const QJsonValue &value)
{
    bool isGood = false;
    if (hasFocus() && (value == m_value || (typed(&isGood) == value && isGood)))
        return; // what is being typed stays as it is being typed
    m_value = value;
    setText(displayLine(stepmembers::compactJson(value), 40));
    m_isFaulty =
        !value.isUndefined() && !value.isNull() && !(value.isDouble() && isFitting(value.toDouble(), m_kind == Kind::Whole, m_least));
    Q_EMIT checked();
}

// A comma is a point: nobody means a thousand here.
QJsonValue OptionalNumberEdit::typed(bool *isGood) const
{
    const QString words = text().trimmed().replace(u',', u'.');
    *isGood = true;
    if (words.isEmpty())
        return QJsonValue::Undefined;
    const double number = words.toDouble(isGood);
    *isGood = *isGood && isFitting(number, m_kind == Kind::Whole, m_least);
    return m_kind == Kind::Whole ? QJsonValue(static_cast<qint64>(*isGood ? number : 0)) : QJsonValue(number);
}

void OptionalNumberEdit::take()
{
    bool isGood = false;
    const QJsonValue value = typed(&isGood);
    m_isFaulty = !isGood;
    if (isGood && value != m_value) {
        m_value = value;
        Q_EMIT edited(value);
    }
    Q_EMIT checked();
}

QString OptionalNumberEdit::problem() const
{
    if (!m_isFaulty)
        return {};
    const QString least = locale().toString(m_least);
    return m_kind == Kind::Whole ? tr("A whole number of at least %1 is needed.").arg(least)
                                 : tr("A number of at least %1 is needed.").arg(least);
}

} // namespace desk
