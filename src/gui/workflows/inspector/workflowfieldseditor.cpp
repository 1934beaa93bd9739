#include "gui/workflows/inspector/workflowfieldseditor.h"

#include "gui/text/exacttext.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/workflows/inspector/guardrailssection.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/schemasection.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "gui/workflows/inspector/triggersection.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QCheckBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 100; // contract 3.4

QLabel *heading(const QString &words, QWidget *parent)
{
    auto *label = new PlainLabel(words, parent);
    label->setFont(Theme::heading(parent->font()));
    label->setWordWrap(true);
    return label;
}

} // namespace

WorkflowFieldsEditor::WorkflowFieldsEditor(WorkflowEditing &editing, QWidget *parent)
    : QWidget(parent)
    , m_editing(editing)
    , m_source(editing.graph())
    , m_scroll(new QScrollArea(this))
    , m_name(new QLineEdit)
    , m_description(new QPlainTextEdit)
    , m_active(new QCheckBox(tr("In use")))
{
    setObjectName(u"workflowFields"_s);
    setAccessibleName(tr("Fields of the workflow"));
    build();
    connectParts();
    reload();
}

// Fields tell what they hold when they lose the focus, which they do while they go.
WorkflowFieldsEditor::~WorkflowFieldsEditor()
{
    hide();
    for (StepSection *section : std::as_const(m_sections))
        section->disconnect(this);
}

void WorkflowFieldsEditor::build()
{
    constexpr int lines = 4;
    auto *page = new QWidget;
    const int gap = Theme::space(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(page);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(fontMetrics().lineSpacing() * lines);
    m_active->setObjectName(u"workflowActive"_s);
    m_nameField = new InspectorField(tr("Name"), u"workflowName"_s, m_name, page);
    auto *trigger = new TriggerSection(m_source, page);
    auto *guardrails = new GuardrailsSection(m_source, GuardrailsSection::Of::Workflow, page);
    auto *schema = new SchemaSection(u"input_schema"_s, tr("Schema of the input (JSON)"), u"workflowSchema"_s, page);
    m_sections = {trigger, guardrails, schema};
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(Theme::space(this, 1.5));
    for (QWidget *part : std::initializer_list<QWidget *>{
             heading(tr("Workflow"), page), m_nameField,
             new InspectorField(tr("Description"), u"workflowDescription"_s, m_description, page), m_active, heading(tr("Trigger"), page),
             trigger, heading(tr("Guardrails"), page), guardrails, heading(tr("Input"), page), schema})
        column->addWidget(part);
    column->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_scroll);
    const QList<QWidget *> fields = page->findChildren<QWidget *>();
    for (QWidget *field : fields)
        field->installEventFilter(this);
}

void WorkflowFieldsEditor::connectParts()
{
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { change({u"name"_s}, text, true); });
    connect(m_description, &QPlainTextEdit::textChanged, this, [this] { change({u"description"_s}, exactText(m_description), true); });
    connect(m_active, &QCheckBox::clicked, this, [this](bool isActive) { change({u"is_active"_s}, isActive, false); });
    for (StepSection *section : std::as_const(m_sections))
        connect(section, &StepSection::edited, this, &WorkflowFieldsEditor::change);
    connect(&m_editing, &WorkflowEditing::changed, this, &WorkflowFieldsEditor::reload);
    connect(&m_editing.graph(), &WorkflowGraph::reset, this, &WorkflowFieldsEditor::reload);
}

void WorkflowFieldsEditor::setSurroundings(const InspectorSurroundings &known)
{
    m_source.setSurroundings(known);
    reload();
}

void WorkflowFieldsEditor::reload()
{
    const QScopedValueRollback reloading(m_isReloading, true);
    const QJsonObject fields = m_editing.graph().fields();
    const QString name = fields.value("name"_L1).toString();
    if (m_name->text() != name)
        m_name->setText(name);
    m_nameField->setProblem(name.isEmpty()              ? tr("Every workflow needs a name.")
                            : name.size() > longestName ? tr("At most %n character(s).", nullptr, longestName)
                                                        : QString());
    const QString description = fields.value("description"_L1).toString();
    if (exactText(m_description) != description)
        m_description->setPlainText(description);
    m_active->setChecked(fields.value("is_active"_L1).toBool(true));
    for (StepSection *section : std::as_const(m_sections))
        section->load(fields);
}

void WorkflowFieldsEditor::change(const QStringList &path, const QJsonValue &value, bool isTyping)
{
    if (m_isReloading)
        return; // nobody typed that
    const QJsonObject fields = stepmembers::with(m_editing.graph().fields(), path, value);
    const QString key = u"fields/%1/%2"_s.arg(m_visit).arg(path.join(u'/'));
    m_editing.setFields(fields, isTyping ? key : QString());
}

void WorkflowFieldsEditor::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

bool WorkflowFieldsEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        ++m_visit;
        m_scroll->ensureWidgetVisible(static_cast<QWidget *>(watched), 0, Theme::space(this));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desk
