#include "gui/schemaform/schemanumberfield.h"

#include "wire/json/jsonnumber.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

SchemaNumberField::SchemaNumberField(QWidget *parent)
    : SchemaField(parent)
    , m_line(new QLineEdit(this))
{
    m_line->setObjectName(u"schemaNumber"_s);
    m_line->setPlaceholderText(tr("Not given"));
    m_line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_line->setMaxLength(wire::JsonNumber::maxCharacters);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &SchemaNumberField::takeEdit);
}

QWidget *SchemaNumberField::control() const
{
    return m_line;
}

void SchemaNumberField::addStops(QList<QWidget *> &stops) const
{
    stops.append(m_line);
}

bool SchemaNumberField::takes(const wire::JsonNode &value) const
{
    return value.kind() == wire::JsonNode::Kind::Number && value.text().size() <= wire::JsonNumber::maxCharacters;
}

void SchemaNumberField::setValue(const Value &value)
{
    m_isSetting = true;
    m_line->setText(value ? value->text() : QString());
    m_isSetting = false;
    m_value = value;
    m_isFaulty = false;
}

void SchemaNumberField::takeEdit()
{
    if (m_isSetting)
        return;
    const QString text = m_line->text().trimmed();
    const bool isNumber = wire::JsonNumber::of(text).has_value();
    m_isFaulty = !isNumber && !text.isEmpty();
    m_value = isNumber ? Value(wire::JsonNode::number(text)) : std::nullopt;
    Q_EMIT changed();
}

QString SchemaNumberField::fault() const
{
    return m_isFaulty ? tr("This is not a number yet. Numbers are written with digits and a point, such as 12.5.") : QString();
}

void SchemaNumberField::setNames(const QString &name, const QString &description)
{
    m_line->setAccessibleName(name);
    m_line->setAccessibleDescription(description);
}

} // namespace desk
