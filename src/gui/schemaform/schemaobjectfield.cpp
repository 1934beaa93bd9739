#include "gui/schemaform/schemaobjectfield.h"

#include "gui/schemaform/schemarow.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "state/schemawords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int openDepth = 3; // schemas go in circles

} // namespace

SchemaObjectField::SchemaObjectField(const wire::JsonSchema &schema, SchemaNeed need, int depth, QWidget *parent)
    : SchemaField(parent)
    , m_schema(schema)
    , m_need(need)
    , m_depth(depth)
    , m_body(new QWidget(this))
    , m_box(new QVBoxLayout(m_body))
    , m_more(new QPushButton(m_body))
    , m_others(new RemarkLabel(RemarkLabel::Tone::Hint, u"schemaOthers"_s, m_body))
    , m_problems(new RemarkLabel(RemarkLabel::Tone::Problem, u"schemaProblemsInside"_s, m_body))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *indented = new QHBoxLayout;
    if (depth > 0) {
        m_fold = new QToolButton(this);
        m_fold->setObjectName(u"schemaFold"_s);
        m_fold->setCheckable(true);
        m_fold->setAutoRaise(true);
        m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_fold->setFocusPolicy(Qt::StrongFocus);
        connect(m_fold, &QToolButton::clicked, this, &SchemaObjectField::unfold);
        outer->addWidget(m_fold);
        indented->addSpacing(Theme::space(this, 2));
    }
    indented->addWidget(m_body, 1);
    outer->addLayout(indented);
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(Theme::space(this, 1.5));
    m_more->setObjectName(u"schemaMore"_s);
    m_more->setAutoDefault(false);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, &SchemaObjectField::showMore);
    m_box->addWidget(m_more, 0, Qt::AlignLeft);
    m_box->addWidget(m_others);
    m_box->addWidget(m_problems);
    m_body->hide();
}

QWidget *SchemaObjectField::control() const
{
    if (m_fold != nullptr)
        return m_fold;
    return m_rows.isEmpty() ? static_cast<QWidget *>(m_more) : m_rows.constFirst()->control();
}

SchemaField::Value SchemaObjectField::memberOf(const QString &key) const
{
    const wire::JsonNode *member = m_value ? m_value->member(key) : nullptr;
    return member != nullptr ? Value(*member) : std::nullopt;
}

void SchemaObjectField::setValue(const Value &value)
{
    m_value = m_loaded = value;
    for (SchemaRow *row : std::as_const(m_rows))
        row->setValue(memberOf(row->key()));
    const bool isWanted = value ? m_depth < openDepth : m_need == SchemaNeed::Item && m_depth < openDepth;
    if (m_depth == 0 || isWanted || !m_rows.isEmpty())
        setOpen(m_depth == 0 || isWanted || m_fold->isChecked());
    else
        setOpen(false);
    showOthers();
}

void SchemaObjectField::setOpen(bool isOpen)
{
    if (isOpen && m_rows.isEmpty())
        addRows();
    m_body->setVisible(isOpen);
    if (m_fold == nullptr)
        return;
    m_fold->setChecked(isOpen);
    m_fold->setArrowType(isOpen ? Qt::DownArrow : layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow);
    showProblems(m_shown, m_pointer);
}

void SchemaObjectField::unfold(bool isOpen)
{
    setOpen(isOpen);
    Q_EMIT remade();
    if (!isOpen || m_value || m_need == SchemaNeed::Optional)
        return;
    m_value = wire::JsonNode::object(); // required, and all it holds may be left out
    Q_EMIT changed();
}

void SchemaObjectField::addRows()
{
    const wire::SchemaFacts &facts = m_schema.facts();
    const qsizetype first = m_rows.size();
    const qsizetype end = std::min<qsizetype>(first + batch, facts.properties.size());
    for (qsizetype i = first; i < end; ++i) {
        const QString &key = facts.properties.at(i);
        const SchemaNeed need = facts.required.contains(key) ? SchemaNeed::Required : SchemaNeed::Optional;
        auto *row = new SchemaRow(key, m_schema.property(key), need, m_depth + 1, m_body);
        row->setValue(memberOf(key));
        connect(row, &SchemaRow::changed, this, [this, row] { takeRow(row); });
        connect(row, &SchemaRow::remade, this, &SchemaObjectField::remade);
        m_box->insertWidget(static_cast<int>(i), row);
        m_rows.append(row);
    }
    const auto rest = static_cast<int>(facts.properties.size() - end);
    m_more->setText(tr("Show %n more field(s)", nullptr, rest));
    m_more->setVisible(rest > 0);
    showProblems(m_shown, m_pointer);
}

void SchemaObjectField::showMore()
{
    const qsizetype first = m_rows.size();
    m_body->hide(); // or the layout would be done again for every row
    addRows();
    m_body->show();
    Q_EMIT remade();
    if (first < m_rows.size())
        m_rows.at(first)->control()->setFocus(Qt::OtherFocusReason);
}

void SchemaObjectField::takeRow(SchemaRow *row)
{
    const Value member = row->value();
    if (member)
        put(row->key(), *member);
    else if (!row->hasFault() && m_value) // what is being typed keeps its place
        m_value->removeMember(row->key());
    if (m_value && m_value->keys().isEmpty() && !m_loaded && m_need == SchemaNeed::Optional)
        m_value.reset();
    Q_EMIT changed();
}

// Where it was when the form was filled; else behind all others.
void SchemaObjectField::put(const QString &key, const wire::JsonNode &value)
{
    if (!m_value)
        m_value = wire::JsonNode::object();
    const bool isBack = m_loaded && m_loaded->member(key) != nullptr && m_value->member(key) == nullptr;
    m_value->setMember(key, value);
    if (!isBack)
        return;
    wire::JsonNode ordered = wire::JsonNode::object();
    for (const QStringList &keys : {m_loaded->keys(), m_value->keys()}) {
        for (const QString &name : keys) {
            if (const wire::JsonNode *member = m_value->member(name); member != nullptr)
                ordered.setMember(name, *member);
        }
    }
    m_value = ordered;
}

void SchemaObjectField::showOthers()
{
    const QStringList keys = m_value ? m_value->keys() : QStringList();
    const QStringList &known = m_schema.facts().properties;
    const auto others = std::count_if(keys.begin(), keys.end(), [&known](const QString &key) { return !known.contains(key); });
    m_others->say(others == 0 ? QString()
                              : tr("%n more value(s) that the form does not know are kept. They are seen in the JSON view.", nullptr,
                                   static_cast<int>(others)));
}

bool SchemaObjectField::hasFault() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const SchemaRow *row) { return row->hasFault(); });
}

void SchemaObjectField::showProblems(const Problems &problems, const QString &pointer)
{
    constexpr qsizetype longest = 300;
    constexpr qsizetype mostLines = 5;
    m_shown = problems;
    m_pointer = pointer;
    QStringList places;
    for (SchemaRow *row : std::as_const(m_rows)) {
        places.append(wire::jsonPointer(pointer, row->key()));
        row->showProblems(problems, places.constLast());
    }
    int inside = 0;
    QStringList left;
    for (const wire::SchemaProblem &problem : problems) {
        if (!problem.pointer.startsWith(pointer + u'/'))
            continue;
        ++inside;
        const qsizetype end = problem.pointer.indexOf(u'/', pointer.size() + 1);
        if (!places.contains(end < 0 ? problem.pointer : problem.pointer.first(end)) && left.size() < mostLines)
            left.append(displayLine(tr("%1: %2").arg(problem.pointer.sliced(pointer.size()), SchemaWords::sentence(problem)), longest));
    }
    m_problems->say(left.join(u'\n'));
    if (m_fold != nullptr)
        m_fold->setText(inside > 0 && !m_fold->isChecked() ? tr("Fields: %n problem(s) inside", nullptr, inside) : tr("Fields"));
}

void SchemaObjectField::setNames(const QString &name, const QString &description)
{
    if (m_fold == nullptr)
        return;
    m_fold->setAccessibleName(tr("Fields of %1").arg(name));
    m_fold->setAccessibleDescription(description);
}

void SchemaObjectField::addStops(QList<QWidget *> &stops) const
{
    if (m_fold != nullptr)
        stops.append(m_fold);
    for (const SchemaRow *row : m_rows)
        row->addStops(stops);
    stops.append(m_more);
}

} // namespace desk
