#include "gui/schemaform/schemaarrayfield.h"

#include "gui/schemaform/schemarow.h"
#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/remarklabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void name(QToolButton *button, const QString &text)
{
    button->setToolTip(text);
    button->setAccessibleName(text);
}

} // namespace

SchemaArrayField::SchemaArrayField(const wire::JsonSchema &schema, SchemaNeed need, int depth, QWidget *parent)
    : SchemaField(parent)
    , m_schema(schema)
    , m_need(need)
    , m_depth(depth)
    , m_box(new QVBoxLayout)
    , m_more(new QPushButton(this))
    , m_add(new QPushButton(tr("Add an item"), this))
    , m_hidden(new RemarkLabel(RemarkLabel::Tone::Problem, u"schemaHiddenProblems"_s, this))
{
    m_more->setObjectName(u"schemaMoreItems"_s);
    m_add->setObjectName(u"schemaAdd"_s);
    for (QPushButton *button : {m_more, m_add})
        button->setAutoDefault(false);
    m_more->hide();
    auto *indented = new QHBoxLayout;
    indented->addSpacing(Theme::space(this, 2));
    indented->addLayout(m_box, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(Theme::space(this));
    outer->addLayout(indented);
    outer->addWidget(m_hidden);
    outer->addWidget(m_more, 0, Qt::AlignLeft);
    outer->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] {
        showMore();
        Q_EMIT remade();
        m_add->setFocus(Qt::OtherFocusReason);
    });
    connect(m_add, &QPushButton::clicked, this, &SchemaArrayField::add);
}

QWidget *SchemaArrayField::control() const
{
    return m_add->isEnabled() || m_items.isEmpty() ? m_add : m_items.constFirst().row->control();
}

void SchemaArrayField::setValue(const Value &value)
{
    for (const Item &item : std::as_const(m_items)) {
        item.row->disconnect(this);
        item.row->hide();
        m_box->removeWidget(item.row);
        item.row->deleteLater();
    }
    m_items.clear();
    m_isGiven = value.has_value() || m_need == SchemaNeed::Item;
    m_rest = value ? value->items() : QList<wire::JsonNode>();
    showMore();
}

SchemaField::Value SchemaArrayField::value() const
{
    if (!m_isGiven)
        return {};
    QList<wire::JsonNode> items;
    items.reserve(m_items.size() + m_rest.size());
    for (const Item &item : m_items)
        items.append(item.row->value().value_or(wire::JsonNode()));
    return wire::JsonNode::array(items + m_rest);
}

bool SchemaArrayField::hasFault() const
{
    return std::any_of(m_items.begin(), m_items.end(), [](const Item &item) { return item.row->hasFault(); });
}

void SchemaArrayField::showMore()
{
    const qsizetype count = std::min<qsizetype>(batch, m_rest.size());
    for (qsizetype i = 0; i < count; ++i)
        append(m_rest.at(i));
    m_rest = m_rest.sliced(count);
    renumber();
}

void SchemaArrayField::append(const Value &value)
{
    Item item;
    item.row = new SchemaRow(QString::number(m_items.size()), m_schema.item(m_items.size()), SchemaNeed::Item, m_depth + 1, this);
    SchemaRow *row = item.row;
    if (!isTuple()) {
        item.up = iconButton(row, u"schemaUp"_s, u"chevron-up"_s, {});
        item.down = iconButton(row, u"schemaDown"_s, u"chevron-down"_s, {});
        row->addTool(item.up);
        row->addTool(item.down);
        connect(item.up, &QToolButton::clicked, this, [this, row] { move(row, -1); });
        connect(item.down, &QToolButton::clicked, this, [this, row] { move(row, 1); });
    }
    item.remove = iconButton(row, u"schemaRemove"_s, u"close"_s, {});
    row->addTool(item.remove);
    connect(item.remove, &QToolButton::clicked, this, [this, row] { remove(row); });
    row->setValue(value);
    connect(row, &SchemaRow::changed, this, &SchemaArrayField::tell);
    connect(row, &SchemaRow::remade, this, &SchemaArrayField::remade);
    m_box->addWidget(row);
    m_items.append(item);
}

void SchemaArrayField::add()
{
    append(m_schema.item(m_items.size()).startingValue(true));
    m_items.constLast().row->show(); // at once: it is to have the focus
    renumber();
    Q_EMIT remade();
    m_items.constLast().row->control()->setFocus(Qt::OtherFocusReason);
    tell();
}

void SchemaArrayField::move(const SchemaRow *row, int by)
{
    const qsizetype from = placeOf(row);
    const qsizetype to = from + by;
    if (to < 0 || to >= m_items.size())
        return;
    m_items.move(from, to);
    SchemaRow *moved = m_items.at(to).row;
    m_box->removeWidget(moved);
    m_box->insertWidget(static_cast<int>(to), moved);
    const bool hadFocus = m_items.at(to).up->hasFocus() || m_items.at(to).down->hasFocus();
    renumber();
    if (hadFocus && !m_items.at(to).up->isEnabled())
        m_items.at(to).down->setFocus(Qt::OtherFocusReason);
    else if (hadFocus && !m_items.at(to).down->isEnabled())
        m_items.at(to).up->setFocus(Qt::OtherFocusReason);
    Q_EMIT remade();
    tell();
}

void SchemaArrayField::remove(const SchemaRow *row)
{
    const qsizetype place = placeOf(row);
    if (place < 0)
        return;
    SchemaRow *gone = m_items.takeAt(place).row;
    gone->disconnect(this);
    renumber();
    QWidget *next = place < m_items.size() ? static_cast<QWidget *>(m_items.at(place).remove) : m_add;
    (next->isEnabled() ? next : m_add)->setFocus(Qt::OtherFocusReason); // before it hides with the focus
    gone->hide();
    m_box->removeWidget(gone);
    gone->deleteLater(); // its button is at work
    Q_EMIT remade();
    tell();
}

void SchemaArrayField::renumber()
{
    const qsizetype last = m_items.size() - 1;
    for (qsizetype i = 0; i <= last; ++i) {
        const Item &item = m_items.at(i);
        item.row->setTitle(tr("Item %1").arg(i + 1));
        name(item.remove, tr("Remove item %1").arg(i + 1));
        item.remove->setEnabled(!isTuple() || (i == last && m_rest.isEmpty()));
        if (item.up == nullptr)
            continue;
        name(item.up, tr("Move item %1 up").arg(i + 1));
        name(item.down, tr("Move item %1 down").arg(i + 1));
        item.up->setEnabled(i > 0);
        item.down->setEnabled(i < last);
    }
    m_more->setText(tr("Show more of %n further item(s)", nullptr, static_cast<int>(m_rest.size())));
    m_more->setVisible(!m_rest.isEmpty());
    m_add->setEnabled(m_rest.isEmpty()); // it adds at the end
    m_add->setToolTip(m_rest.isEmpty() ? QString() : tr("Items are added at the end, which is not shown yet."));
}

void SchemaArrayField::tell()
{
    m_isGiven = true;
    Q_EMIT changed();
}

qsizetype SchemaArrayField::placeOf(const SchemaRow *row) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [row](const Item &item) { return item.row == row; });
    return found == m_items.end() ? -1 : found - m_items.begin();
}

void SchemaArrayField::showProblems(const Problems &problems, const QString &pointer)
{
    for (qsizetype i = 0; i < m_items.size(); ++i)
        m_items.at(i).row->showProblems(problems, wire::jsonPointer(pointer, QString::number(i)));
    const auto hidden = std::count_if(problems.begin(), problems.end(), [&](const wire::SchemaProblem &problem) {
        const bool isInside = problem.pointer.startsWith(pointer + u'/');
        return isInside && problem.pointer.sliced(pointer.size() + 1).section(u'/', 0, 0).toLongLong() >= m_items.size();
    });
    m_hidden->say(hidden == 0 ? QString() : tr("%n problem(s) in items that are not shown yet.", nullptr, static_cast<int>(hidden)));
}

void SchemaArrayField::setNames(const QString &name, const QString &description)
{
    m_add->setAccessibleName(tr("Add an item: %1").arg(name));
    m_add->setAccessibleDescription(description);
}

void SchemaArrayField::addStops(QList<QWidget *> &stops) const
{
    for (const Item &item : m_items)
        item.row->addStops(stops);
    stops.append(m_more);
    stops.append(m_add);
}

} // namespace desk
