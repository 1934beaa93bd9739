#include "gui/schemaform/schemachoicefield.h"

#include "gui/schemaform/quietcombobox.h"
#include "gui/text/textlimiter.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

QString schemaValueText(const wire::JsonNode &value)
{
    constexpr qsizetype longest = 120;
    if (value.isString())
        return value.text().isEmpty() ? SchemaChoiceField::tr("Empty text") : displayLine(value.text(), longest);
    if (value.kind() == wire::JsonNode::Kind::Boolean)
        return value.isTrue() ? SchemaChoiceField::tr("Yes") : SchemaChoiceField::tr("No");
    return displayLine(value.toJson(false), longest);
}

SchemaChoiceField::SchemaChoiceField(const QList<wire::JsonNode> &choices, SchemaNeed need, QWidget *parent)
    : SchemaField(parent)
    , m_choices(choices)
    , m_combo(new QuietComboBox(this))
{
    m_combo->setObjectName(u"schemaChoice"_s);
    m_combo->setPlaceholderText(tr("Choose\u2026"));
    if (need == SchemaNeed::Optional)
        m_combo->addItem(tr("Not given"));
    m_before = m_combo->count();
    for (const wire::JsonNode &choice : choices)
        m_combo->addItem(schemaValueText(choice));
    m_combo->setCurrentIndex(m_before - 1);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_combo);
    connect(m_combo, &QComboBox::activated, this, &SchemaChoiceField::choose);
}

QWidget *SchemaChoiceField::control() const
{
    return m_combo;
}

void SchemaChoiceField::addStops(QList<QWidget *> &stops) const
{
    stops.append(m_combo);
}

qsizetype SchemaChoiceField::placeOf(const wire::JsonNode &value) const
{
    const auto found = std::find_if(m_choices.begin(), m_choices.end(), [&value](const auto &choice) { return choice.isSame(value); });
    return found == m_choices.end() ? -1 : found - m_choices.begin();
}

bool SchemaChoiceField::takes(const wire::JsonNode &value) const
{
    return placeOf(value) >= 0;
}

void SchemaChoiceField::setValue(const Value &value)
{
    m_value = value;
    m_combo->setCurrentIndex(m_before + static_cast<int>(value ? placeOf(*value) : -1)); // "Not given", or none of them
}

void SchemaChoiceField::choose()
{
    const int place = m_combo->currentIndex() - m_before;
    m_value = place < 0 ? std::nullopt : Value(m_choices.at(place));
    Q_EMIT changed();
}

void SchemaChoiceField::setNames(const QString &name, const QString &description)
{
    m_combo->setAccessibleName(name);
    m_combo->setAccessibleDescription(description);
}

} // namespace desk
