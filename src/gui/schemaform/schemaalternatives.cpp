#include "gui/schemaform/schemaalternatives.h"

#include "gui/schemaform/quietcombobox.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using wire::JsonType;
using wire::JsonTypes;

QString kindName(JsonTypes types)
{
    if (types == JsonTypes(JsonType::Null))
        return SchemaAlternatives::tr("Nothing (null)");
    if (types == JsonTypes(JsonType::Boolean))
        return SchemaAlternatives::tr("Yes or no");
    if (types == JsonTypes(JsonType::Integer))
        return SchemaAlternatives::tr("Whole number");
    if (types == wire::jsonNumberTypes)
        return SchemaAlternatives::tr("Number");
    if (types == JsonTypes(JsonType::String))
        return SchemaAlternatives::tr("Text");
    if (types == JsonTypes(JsonType::Array))
        return SchemaAlternatives::tr("List");
    return types == JsonTypes(JsonType::Object) ? SchemaAlternatives::tr("Object") : QString();
}

} // namespace

QList<SchemaAlternatives::Entry> SchemaAlternatives::ofGroup(const wire::JsonSchema &schema)
{
    constexpr qsizetype longest = 80;
    QList<Entry> out;
    for (qsizetype i = 0; i < schema.facts().alternatives.constFirst(); ++i) {
        const wire::JsonSchema alone = schema.alternativeAlone(0, i);
        QString title = displayLine(alone.facts().title, longest);
        if (title.isEmpty() && !kindName(alone.facts().types).isEmpty())
            title = tr("%1. %2", "alternative: its number and kind").arg(i + 1).arg(kindName(alone.facts().types));
        if (title.isEmpty())
            title = tr("Alternative %1").arg(i + 1);
        out.append({title, schema.alternative(0, i)});
    }
    return out;
}

QList<SchemaAlternatives::Entry> SchemaAlternatives::ofKinds(const wire::JsonSchema &schema, JsonTypes kinds)
{
    QList<Entry> out;
    for (const JsonTypes kind : {JsonTypes(JsonType::String), wire::jsonNumberTypes, JsonTypes(JsonType::Boolean),
                                 JsonTypes(JsonType::Array), JsonTypes(JsonType::Object), JsonTypes(JsonType::Null)}) {
        if (const JsonTypes some = kinds & kind)
            out.append({kindName(some), schema.only(some)});
    }
    return out;
}

SchemaAlternatives::SchemaAlternatives(const QList<Entry> &entries, SchemaNeed need, int depth, QWidget *parent)
    : SchemaField(parent)
    , m_entries(entries)
    , m_depth(depth)
    , m_before(need == SchemaNeed::Optional ? 1 : 0)
    , m_combo(new QuietComboBox(this))
    , m_box(new QVBoxLayout(this))
{
    m_combo->setObjectName(u"schemaAlternative"_s);
    m_combo->setPlaceholderText(tr("Choose\u2026"));
    if (m_before > 0)
        m_combo->addItem(tr("Not given"));
    for (const Entry &entry : entries)
        m_combo->addItem(entry.title);
    m_combo->setCurrentIndex(m_before - 1);
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(Theme::space(this, 0.5));
    m_box->addWidget(m_combo);
    connect(m_combo, &QComboBox::activated, this, &SchemaAlternatives::choose);
}

QWidget *SchemaAlternatives::control() const
{
    return m_combo;
}

// The one that it fits, or the first of its kind.
int SchemaAlternatives::entryOf(const wire::JsonNode &value) const
{
    int near = -1;
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
        const wire::JsonSchema &schema = m_entries.at(i).schema;
        if (schema.validate(value).problems.isEmpty())
            return i;
        if (near < 0 && !schema.facts().isNever && schema.facts().types.testFlag(wire::jsonTypeOf(value)))
            near = i;
    }
    return near;
}

bool SchemaAlternatives::takes(const wire::JsonNode &value) const
{
    return entryOf(value) >= 0;
}

void SchemaAlternatives::setValue(const Value &value)
{
    for (Entry &entry : m_entries)
        entry.left.reset();
    showEntry(value ? entryOf(*value) : -1, value);
}

SchemaField::Value SchemaAlternatives::value() const
{
    return m_field != nullptr ? m_field->value() : std::nullopt;
}

QString SchemaAlternatives::fault() const
{
    return m_field != nullptr ? m_field->fault() : QString();
}

bool SchemaAlternatives::hasFault() const
{
    return m_field != nullptr && m_field->hasFault();
}

void SchemaAlternatives::choose()
{
    const int chosen = m_combo->currentIndex() - m_before;
    if (chosen == m_entry)
        return;
    if (m_entry >= 0)
        m_entries[m_entry].left = value();
    const bool isNone = chosen < 0;
    const Value left = isNone ? std::nullopt : m_entries.at(chosen).left;
    showEntry(chosen, isNone || left ? left : m_entries.at(chosen).schema.startingValue(true));
    Q_EMIT remade();
    Q_EMIT changed();
}

void SchemaAlternatives::showEntry(int entry, const Value &value)
{
    if (m_field != nullptr) {
        m_field->disconnect(this);
        m_field->hide();
        m_box->removeWidget(m_field);
        m_field->deleteLater();
        m_field = nullptr;
    }
    m_entry = entry;
    m_combo->setCurrentIndex(entry + m_before);
    if (entry < 0)
        return;
    m_field = newSchemaField(m_entries.at(entry).schema, SchemaNeed::Required, m_depth + 1, value, this);
    m_field->setValue(value);
    m_box->addWidget(m_field);
    m_field->show();
    connect(m_field, &SchemaField::changed, this, &SchemaAlternatives::changed);
    connect(m_field, &SchemaField::remade, this, &SchemaAlternatives::remade);
    setNames(m_name, m_description);
}

void SchemaAlternatives::showProblems(const Problems &problems, const QString &pointer)
{
    if (m_field != nullptr)
        m_field->showProblems(problems, pointer);
}

void SchemaAlternatives::setNames(const QString &name, const QString &description)
{
    m_name = name;
    m_description = description;
    m_combo->setAccessibleName(tr("Kind of %1").arg(name));
    m_combo->setAccessibleDescription(description);
    if (m_field != nullptr)
        m_field->setNames(name, description);
}

void SchemaAlternatives::addStops(QList<QWidget *> &stops) const
{
    stops.append(m_combo);
    if (m_field != nullptr)
        m_field->addStops(stops);
}

} // namespace desk
