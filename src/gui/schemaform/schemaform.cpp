#include "gui/schemaform/schemaform.h"

#include "gui/schemaform/schemajsonfield.h"
#include "gui/schemaform/schemanotes.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "state/schemawords.h"

#include <QApplication>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

SchemaForm::SchemaForm(const wire::JsonSchema &schema, QWidget *parent)
    : QScrollArea(parent)
    , m_schema(schema)
    , m_page(new QWidget)
    , m_box(new QVBoxLayout(m_page))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"schemaFormProblem"_s, m_page))
{
    setObjectName(u"schemaForm"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its fields take it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(m_page);
    auto *help = new RemarkLabel(RemarkLabel::Tone::Hint, u"schemaFormHelp"_s, m_page);
    help->say(SchemaNotes::help(schema.facts()));
    auto *remarks = new RemarkLabel(RemarkLabel::Tone::Hint, u"schemaFormRemarks"_s, m_page);
    const QStringList &notChecked = schema.facts().notUnderstood;
    remarks->say(notChecked.isEmpty() ? QString()
                                      : tr("Not checked here, only by the server: %1").arg(displayLine(notChecked.join(u", "_s))));
    m_box->setSpacing(Theme::space(this));
    m_box->addWidget(help);
    m_box->addWidget(remarks);
    m_box->addWidget(m_problem);
    m_box->addStretch();
    setValue(wire::JsonNode::object());
}

bool SchemaForm::canShow(const wire::JsonSchema &schema)
{
    const wire::SchemaFacts &facts = schema.facts();
    const bool hasFields = !facts.properties.isEmpty() || (facts.alternatives.size() == 1 && facts.alternatives.constFirst() > 0);
    return !facts.isNever && facts.types.testFlag(wire::JsonType::Object) && !facts.choices && hasFields;
}

void SchemaForm::setValue(const wire::JsonNode &value)
{
    if (m_root == nullptr || !m_root->takes(value) || qobject_cast<SchemaJsonField *>(m_root) != nullptr)
        remakeRoot(value);
    m_root->setValue(value);
    check();
    orderTabs();
}

void SchemaForm::remakeRoot(const SchemaField::Value &value)
{
    if (m_root != nullptr) {
        m_root->disconnect(this);
        m_root->hide();
        m_box->removeWidget(m_root);
        m_root->deleteLater();
    }
    wire::JsonSchema schema = m_schema;
    if (schema.facts().alternatives.isEmpty())
        schema = schema.only(wire::JsonType::Object);
    m_root = newSchemaField(schema, SchemaNeed::Required, 0, value, m_page);
    m_root->setNames(tr("Input"), {});
    m_box->insertWidget(m_box->count() - 1, m_root); // the last is what stretches
    m_root->show();
    connect(m_root, &SchemaField::changed, this, [this] {
        check();
        Q_EMIT changed();
    });
    connect(m_root, &SchemaField::remade, this, [this] {
        check();
        orderTabs();
    });
}

wire::JsonNode SchemaForm::value() const
{
    return m_root->value().value_or(wire::JsonNode::object());
}

void SchemaForm::check()
{
    const wire::SchemaCheck check = m_schema.validate(value());
    m_root->showProblems(check.problems, {});
    QString whole = m_root->fault();
    for (const wire::SchemaProblem &problem : check.problems) {
        if (whole.isEmpty() && problem.pointer.isEmpty())
            whole = displayLine(SchemaWords::sentence(problem), 300);
    }
    m_problem->say(whole);
    m_problems = static_cast<int>(check.problems.size()) + (check.problems.isEmpty() && m_root->hasFault() ? 1 : 0);
}

void SchemaForm::focusFirst()
{
    m_root->control()->setFocus(Qt::OtherFocusReason);
}

void SchemaForm::setTabStart(QWidget *before)
{
    m_before = before;
    orderTabs();
}

void SchemaForm::orderTabs()
{
    QList<QWidget *> stops;
    m_root->addStops(stops);
    QWidget *previous = m_before;
    for (QWidget *stop : std::as_const(stops)) {
        if (previous != nullptr)
            setTabOrder(previous, stop);
        previous = stop;
    }
    QTimer::singleShot(0, this, [this] { // when the layout is done
        QWidget *focus = QApplication::focusWidget();
        if (focus != nullptr && m_page->isAncestorOf(focus))
            ensureWidgetVisible(focus);
    });
}

} // namespace desk
