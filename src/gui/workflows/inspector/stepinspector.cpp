#include "gui/workflows/inspector/stepinspector.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/workflows/inspector/agentstepsection.h"
#include "gui/workflows/inspector/commonsection.h"
#include "gui/workflows/inspector/conditionstepsection.h"
#include "gui/workflows/inspector/foldsection.h"
#include "gui/workflows/inspector/guardrailssection.h"
#include "gui/workflows/inspector/humanstepsection.h"
#include "gui/workflows/inspector/inspectorwords.h"
#include "gui/workflows/inspector/nestedstepssection.h"
#include "gui/workflows/inspector/rawstepsection.h"
#include "gui/workflows/inspector/schemasection.h"
#include "gui/workflows/inspector/stepfacts.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "gui/workflows/inspector/toolstepsection.h"
#include "gui/workflows/inspector/valuestepsection.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QFocusEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

StepInspector::StepInspector(WorkflowEditing &editing, QWidget *parent)
    : QWidget(parent)
    , m_editing(editing)
    , m_source(editing.graph())
    , m_scroll(new QScrollArea(this))
    , m_page(new QWidget)
    , m_column(new QVBoxLayout(m_page))
    , m_kind(new PlainLabel(m_page))
    , m_empty(new PlainLabel(tr("Choose a step to see its fields."), this))
{
    setObjectName(u"stepInspector"_s);
    setAccessibleName(tr("Fields of the step"));
    build();
    follow();
    reload();
}

// Fields tell what they hold when they lose the focus, which they do while they go.
StepInspector::~StepInspector()
{
    hide();
    for (const Part &part : std::as_const(m_parts))
        part.section->disconnect(this);
}

void StepInspector::build()
{
    const int gap = Theme::space(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_page);
    m_kind->setObjectName(u"stepKind"_s);
    m_kind->setFont(Theme::heading(font()));
    m_kind->setWordWrap(true);
    m_empty->setObjectName(u"inspectorEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_column->setContentsMargins(gap, gap, gap, gap);
    m_column->setSpacing(Theme::space(this, 1.5));
    m_column->addWidget(m_kind);
    m_common = new CommonSection(m_source, m_page);
    m_unknown = new StepFacts(m_source, m_page);
    add(m_common, {});
    add(new AgentStepSection(m_source, m_page), {u"agent"_s});
    add(new ToolStepSection(m_source, m_page), {u"tool"_s});
    add(new ConditionStepSection(m_source, m_page), {u"condition"_s});
    add(new HumanStepSection(m_source, m_page), {u"human"_s});
    add(new NestedStepsSection(m_source, m_page), {u"parallel"_s, u"loop"_s});
    add(new SchemaSection(u"schema"_s, tr("Schema of the input (JSON)"), u"inputSchema"_s, m_page), {u"input"_s});
    add(new ValueStepSection(m_source, m_page), {u"output"_s, u"transform"_s});
    add(m_unknown, {u"?"_s});
    auto *guardrails = new GuardrailsSection(m_source, GuardrailsSection::Of::Step, m_page);
    auto *raw = new RawStepSection(m_source, m_page);
    m_guardrails = new FoldSection(tr("Guardrails of the step"), u"stepGuardrails"_s, guardrails, m_page);
    m_raw = new FoldSection(tr("JSON"), u"stepRaw"_s, raw, m_page);
    for (StepSection *section : std::initializer_list<StepSection *>{guardrails, raw}) {
        m_parts.append(Part{section, QStringList()});
        connectSection(section);
    }
    m_column->addWidget(m_guardrails);
    m_column->addWidget(m_raw);
    m_column->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_scroll);
    column->addWidget(m_empty, 1);
    const QList<QWidget *> fields = m_page->findChildren<QWidget *>();
    for (QWidget *field : fields)
        field->installEventFilter(this);
}

void StepInspector::add(StepSection *section, const QStringList &kinds)
{
    m_parts.append(Part{section, kinds});
    m_column->addWidget(section);
    connectSection(section);
}

void StepInspector::connectSection(StepSection *section)
{
    connect(section, &StepSection::edited, this, &StepInspector::change);
    connect(section, &StepSection::replaced, this, [this](const QJsonObject &step) { m_editing.change(node(), step); });
    connect(section, &StepSection::renameAsked, this, [this](const QString &id) {
        if (!m_editing.rename(node(), id))
            reload(); // to what it is
    });
    connect(section, &StepSection::jumpAsked, this, &StepInspector::nodeAsked);
}

// Once for each entry and each undo, when all of it is done: edits of others change what references and targets mean.
void StepInspector::follow()
{
    const WorkflowGraph &graph = m_editing.graph();
    connect(&m_editing, &WorkflowEditing::changed, this, &StepInspector::reload);
    connect(&graph, &WorkflowGraph::reset, this, &StepInspector::reload);
    connect(&graph, &WorkflowGraph::stepRemoved, this, [this] {
        if (!m_editing.graph().contains(node()))
            reload();
    });
}

void StepInspector::setSurroundings(const InspectorSurroundings &known)
{
    m_source.setSurroundings(known);
    reload();
}

void StepInspector::setNode(NodeId node)
{
    ++m_visit;
    if (node == m_source.node())
        return;
    m_source.setNode(node);
    m_scroll->ensureVisible(0, 0);
    reload();
}

void StepInspector::reload()
{
    const WorkflowGraph &graph = m_editing.graph();
    const bool isThere = node() != NodeId::Root && graph.contains(node());
    m_scroll->setVisible(isThere);
    m_empty->setVisible(!isThere);
    if (!isThere) {
        m_source.setNode(NodeId::Root);
        return;
    }
    const QScopedValueRollback reloading(m_isReloading, true);
    const QJsonObject step = graph.ownStep(node());
    showKind(step.value("type"_L1).toString());
    for (const Part &part : std::as_const(m_parts)) {
        if (part.kinds.isEmpty() || !part.section->isHidden())
            part.section->load(step);
    }
}

void StepInspector::showKind(const QString &type)
{
    const bool isStep = m_editing.graph().foreign(node()).isUndefined();
    bool isKnown = false;
    for (const Part &part : std::as_const(m_parts)) {
        const bool isShown = part.kinds.isEmpty() || (isStep && part.kinds.contains(type));
        isKnown = isKnown || (isShown && !part.kinds.isEmpty());
        if (!part.kinds.isEmpty())
            part.section->setVisible(isShown);
    }
    m_unknown->setVisible(!isKnown);
    m_common->setVisible(isStep);
    m_guardrails->setVisible(isStep && isKnown);
    m_raw->setVisible(isStep);
    m_kind->setText(isStep ? InspectorWords::kind(type) : tr("No step"));
}

void StepInspector::change(const QStringList &path, const QJsonValue &value, bool isTyping)
{
    if (m_isReloading)
        return; // nobody typed that
    const QJsonObject step = stepmembers::with(m_editing.graph().ownStep(node()), path, value);
    const QString key = u"inspector/%1/%2/%3"_s.arg(static_cast<quint64>(node())).arg(m_visit).arg(path.join(u'/'));
    m_editing.change(node(), step, isTyping ? key : QString());
}

void StepInspector::focusFirst()
{
    for (const Part &part : std::as_const(m_parts)) {
        if (part.kinds.isEmpty() || part.section->isHidden())
            continue;
        const QList<QWidget *> fields = part.section->findChildren<QWidget *>();
        for (QWidget *field : fields) {
            if (field->focusPolicy() & Qt::TabFocus && field->isVisibleTo(this)) {
                field->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }
}

bool StepInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        ++m_visit;
    if (event->type() == QEvent::FocusIn)
        m_scroll->ensureWidgetVisible(static_cast<QWidget *>(watched), 0, Theme::space(this));
    return QWidget::eventFilter(watched, event);
}

} // namespace desk
