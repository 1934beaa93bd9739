#include "gui/schemaform/schemarow.h"

#include "gui/schemaform/schemajsonfield.h"
#include "gui/schemaform/schemanotes.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/remarklabel.h"
#include "state/schemawords.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

SchemaRow::SchemaRow(const QString &key, const wire::JsonSchema &schema, SchemaNeed need, int depth, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_schema(schema)
    , m_need(need)
    , m_depth(depth)
    , m_label(new PlainLabel(this))
    , m_head(new QHBoxLayout)
    , m_box(new QVBoxLayout(this))
    , m_help(new RemarkLabel(RemarkLabel::Tone::Hint, u"schemaHelp"_s, this))
    , m_remarks(new RemarkLabel(RemarkLabel::Tone::Hint, u"schemaRemarks"_s, this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"schemaRowProblem"_s, this))
{
    setObjectName(u"schemaRow"_s);
    m_label->setObjectName(u"schemaLabel"_s);
    m_label->setWordWrap(true);
    m_head->addWidget(m_label, 1);
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(Theme::space(this, 0.5));
    m_box->addLayout(m_head);
    for (RemarkLabel *remark : {m_help, m_remarks, m_problem})
        m_box->addWidget(remark);
    setTitle(SchemaNotes::title(key, schema.facts()));
    if (need == SchemaNeed::Optional) {
        m_clear = iconButton(this, u"schemaClear"_s, u"close"_s, tr("Take out"));
        m_clear->setAccessibleName(tr("Take out: %1").arg(m_title)); // no tooltip: it would guess what foreign words are
        connect(m_clear, &QToolButton::clicked, this, &SchemaRow::takeOut);
        m_head->addWidget(m_clear, 0, Qt::AlignTop);
    }
    m_help->say(SchemaNotes::help(schema.facts()));
}

void SchemaRow::setTitle(const QString &title)
{
    m_title = m_need == SchemaNeed::Required ? tr("%1 (required)").arg(title) : title;
    m_label->setText(m_title);
    if (m_field != nullptr)
        showState();
}

void SchemaRow::addTool(QToolButton *button)
{
    m_tools.append(button);
    m_head->addWidget(button, 0, Qt::AlignTop);
}

void SchemaRow::setValue(const SchemaField::Value &value)
{
    if (m_field == nullptr || m_isFallback || (value && !m_field->takes(*value)))
        remake(value);
    m_field->setValue(value);
    showState();
}

void SchemaRow::remake(const SchemaField::Value &value)
{
    constexpr int place = 1; // below the name
    if (m_field != nullptr) {
        m_field->disconnect(this);
        m_field->hide();
        m_box->removeWidget(m_field);
        m_field->deleteLater(); // it may be on its way here
    }
    m_field = newSchemaField(m_schema, m_need, m_depth, value, this);
    m_isFallback = value && qobject_cast<SchemaJsonField *>(m_field) != nullptr;
    m_box->insertWidget(place, m_field);
    m_field->show();
    connect(m_field, &SchemaField::changed, this, [this] {
        showState();
        Q_EMIT changed();
    });
    connect(m_field, &SchemaField::remade, this, &SchemaRow::remade);
}

void SchemaRow::takeOut()
{
    setValue(std::nullopt);
    Q_EMIT remade();
    control()->setFocus(Qt::OtherFocusReason); // the button has nothing more to do
    showState();
    Q_EMIT changed();
}

void SchemaRow::showState()
{
    const SchemaField::Value now = value();
    m_remarks->say(SchemaNotes::remarks(m_schema.facts(), m_need, now));
    if (m_clear != nullptr)
        m_clear->setEnabled(now || m_field->hasFault());
    QStringList description;
    for (const RemarkLabel *remark : {m_problem, m_help, m_remarks}) {
        if (!remark->text().isEmpty())
            description.append(remark->text());
    }
    m_field->setNames(m_title, description.join(u'\n'));
}

QString SchemaRow::ownProblem(const SchemaField::Problems &problems, const QString &pointer) const
{
    constexpr qsizetype longest = 300;
    if (const QString fault = m_field->fault(); !fault.isEmpty())
        return fault;
    for (const wire::SchemaProblem &problem : problems) {
        if (problem.pointer == pointer)
            return displayLine(SchemaWords::sentence(problem), longest);
    }
    // Where no field shows it, here is the nearest place.
    for (const wire::SchemaProblem &problem : problems) {
        if (!m_field->showsInside() && problem.pointer.startsWith(pointer + u'/'))
            return displayLine(tr("%1: %2").arg(problem.pointer.sliced(pointer.size()), SchemaWords::sentence(problem)), longest);
    }
    return {};
}

void SchemaRow::showProblems(const SchemaField::Problems &problems, const QString &pointer)
{
    const QString problem = ownProblem(problems, pointer);
    const bool isNew = m_problem->text() != problem;
    m_problem->say(problem);
    if (isNew)
        showState(); // screen readers read it with the field
    m_field->showProblems(problems, pointer);
}

void SchemaRow::addStops(QList<QWidget *> &stops) const
{
    for (QToolButton *button : m_tools)
        stops.append(button);
    if (m_clear != nullptr)
        stops.append(m_clear);
    m_field->addStops(stops);
}

} // namespace desk
