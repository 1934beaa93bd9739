#include "gui/workflows/studio/workflowstudio.h"

#include "gui/agents/editor/conflictview.h"
#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowview.h"
#include "gui/workflows/inspector/stepinspector.h"
#include "gui/workflows/inspector/workflowfieldseditor.h"
#include "gui/workflows/run/executionspane.h"
#include "gui/workflows/run/executionview.h"
#include "gui/workflows/run/overlay/executionoverlay.h"
#include "gui/workflows/simulation/simulationpane.h"
#include "gui/workflows/studio/problemspanel.h"
#include "gui/workflows/studio/workflowcanvas.h"
#include "state/executions/executionfollow.h"
#include "state/executions/executionstore.h"
#include "state/workflows/liveproblems.h"
#include "state/workflows/workflowsession.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum Side { StepSide, WorkflowSide, ExecutionsSide, SimulationSide };

} // namespace

WorkflowStudio::WorkflowStudio(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_problems(std::make_unique<LiveProblems>(services.session.editing()))
    , m_canvas(new WorkflowCanvas(services.session.editing(), this))
    , m_step(new StepInspector(services.session.editing(), this))
    , m_fields(new WorkflowFieldsEditor(services.session.editing(), this))
    , m_executions(new ExecutionsPane(services.executions, services.inputs, services.dialogs, this))
    , m_simulation(new SimulationPane(services.session.editing(), this))
    , m_panel(new ProblemsPanel(*m_problems, this))
    , m_overlay(new ExecutionOverlay(services.session.graph(), m_canvas->scene(), this))
    , m_banner(new ErrorBanner(this))
    , m_title(new ElidedLabel(this))
    , m_state(new PlainLabel(this))
    , m_remark(new RemarkLabel(RemarkLabel::Tone::Hint, u"studioRemark"_s, this))
    , m_wrong(new QToolButton(this))
    , m_save(new QPushButton(Theme::icon(u"save"_s), tr("Save"), this))
    , m_discard(new QPushButton(tr("Discard\u2026"), this))
    , m_run(new QPushButton(Theme::icon(u"play"_s), tr("Run\u2026"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_side(new QTabWidget(this))
    , m_conflict(new ConflictView(this))
{
    setObjectName(u"workflowStudio"_s);
    auto *box = new QVBoxLayout(this);
    box->addWidget(buildHead());
    box->addWidget(m_banner);
    box->addWidget(m_remark);
    m_body = buildBody();
    box->addWidget(m_body, 1);
    box->addWidget(m_conflict, 1);
    m_conflict->hide();
    m_panel->hide();
    connectAll();
    updateHead();
}

// What is drawn over the canvas goes before it.
WorkflowStudio::~WorkflowStudio()
{
    delete m_overlay;
}

QWidget *WorkflowStudio::buildHead()
{
    auto *head = new QWidget(this);
    m_title->setObjectName(u"studioTitle"_s);
    m_title->setFont(Theme::heading(font()));
    m_state->setObjectName(u"studioState"_s);
    m_wrong->setObjectName(u"studioProblems"_s);
    m_wrong->setCheckable(true);
    m_wrong->setAutoRaise(true);
    m_wrong->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_wrong->setFocusPolicy(Qt::TabFocus);
    m_save->setObjectName(u"studioSave"_s);
    m_discard->setObjectName(u"studioDiscard"_s);
    m_run->setObjectName(u"studioRun"_s);
    m_close->setObjectName(u"studioClose"_s);
    m_remark->setWordWrap(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->addWidget(m_title, 1);
    row->addWidget(m_state);
    row->addWidget(m_wrong);
    for (QPushButton *button : {m_run, m_save, m_discard, m_close}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    return head;
}

QWidget *WorkflowStudio::buildBody()
{
    m_side->setObjectName(u"studioSide"_s);
    m_side->addTab(m_step, tr("Step"));
    m_side->addTab(m_fields, tr("Workflow"));
    m_side->addTab(m_executions, tr("Executions"));
    m_side->addTab(m_simulation, tr("Simulation"));
    m_side->setMinimumWidth(Theme::space(this, 52));
    m_side->tabBar()->setExpanding(false);
    m_executions->setNarrow();
    auto *middle = new QSplitter(Qt::Vertical, this);
    middle->setChildrenCollapsible(false);
    middle->addWidget(m_canvas);
    middle->addWidget(m_panel);
    middle->setStretchFactor(0, 4);
    middle->setStretchFactor(1, 1);
    auto *body = new QSplitter(Qt::Horizontal, this);
    body->setChildrenCollapsible(false);
    body->addWidget(middle);
    body->addWidget(m_side);
    body->setStretchFactor(0, 3);
    body->setStretchFactor(1, 1);
    return body;
}

void WorkflowStudio::connectAll()
{
    WorkflowSession &session = m_services.session;
    connect(&session, &WorkflowSession::opened, this, &WorkflowStudio::takeWorkflow);
    connect(&session, &WorkflowSession::changed, this, &WorkflowStudio::updateHead);
    connect(&session, &WorkflowSession::stateChanged, this, &WorkflowStudio::updateHead);
    connect(&session, &WorkflowSession::stateChanged, this, &WorkflowStudio::showConflict);
    connect(&session, &WorkflowSession::failed, this, &WorkflowStudio::showFailure);
    connect(&session, &WorkflowSession::saved, this, &WorkflowStudio::onSaved);
    connect(&session, &WorkflowSession::draftTaken, this, &WorkflowStudio::onDraftTaken);
    connect(m_problems.get(), &LiveProblems::changed, this, &WorkflowStudio::updateHead);
    connect(&m_canvas->selection(), &StepSelection::currentChanged, this, &WorkflowStudio::showStep);
    connect(m_canvas, &WorkflowCanvas::activated, this, [this](NodeId node) { goTo(node, {}); });
    connect(m_step, &StepInspector::nodeAsked, m_canvas, &WorkflowCanvas::reveal);
    connect(m_panel, &ProblemsPanel::problemActivated, this, &WorkflowStudio::goTo);
    connect(m_wrong, &QToolButton::toggled, m_panel, &QWidget::setVisible);
    connect(m_save, &QPushButton::clicked, this, &WorkflowStudio::save);
    connect(m_discard, &QPushButton::clicked, this, &WorkflowStudio::discard);
    connect(m_run, &QPushButton::clicked, this, &WorkflowStudio::run);
    connect(m_conflict, &ConflictView::saveRequested, this, [this] { m_services.session.resolve(m_conflict->choices()); });
    connect(m_conflict, &ConflictView::giveUpRequested, &session, &WorkflowSession::giveUp);
    connect(m_conflict, &ConflictView::backRequested, &session, &WorkflowSession::editOn);
    connect(m_close, &QPushButton::clicked, this, &WorkflowStudio::closeRequested);
    connect(m_side, &QTabWidget::currentChanged, this, &WorkflowStudio::showOverlay);
    connect(m_executions, &ExecutionsPane::momentChanged, this, &WorkflowStudio::showOverlay);
    connect(m_executions, &ExecutionsPane::stepChosen, this, [this](const QString &stepId) {
        if (const NodeId node = m_services.session.graph().nodeOfStepId(stepId); node != NodeId::Root)
            m_canvas->reveal(node);
    });
    connect(m_executions, &ExecutionsPane::tableRequested, this, &WorkflowStudio::tableRequested);
    connect(m_executions, &ExecutionsPane::saveRequested, this, &WorkflowStudio::saveRequested);
    connect(m_simulation, &SimulationPane::nodeChosen, m_canvas, &WorkflowCanvas::reveal);
    connect(m_simulation, &SimulationPane::tableRequested, this, &WorkflowStudio::tableRequested);
    connect(m_simulation, &SimulationPane::saveRequested, this, &WorkflowStudio::saveRequested);
    auto *keys = new QShortcut(QKeySequence::Save, this);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, &WorkflowStudio::save);
    takeWorkflow();
}

void WorkflowStudio::takeWorkflow()
{
    const WorkflowSession &session = m_services.session;
    m_banner->clear();
    m_remark->say(session.isReadOnly() ? tr("This workflow belongs to the server and can only be looked at. A copy of it can be changed.")
                                       : QString());
    m_canvas->setReadOnly(session.isReadOnly());
    m_panel->setReadOnly(session.isReadOnly());
    m_step->setEnabled(!session.isReadOnly());
    m_fields->setEnabled(!session.isReadOnly());
    m_executions->setWorkflow(session.isNew() ? Workflow() : session.base());
    showStep(m_canvas->selection().current());
    updateHead();
}

void WorkflowStudio::setSurroundings(const InspectorSurroundings &fields, const WorkflowSurroundings &rules)
{
    m_known = fields;
    showKnown();
    m_problems->setSurroundings(rules);
    m_simulation->setDialect(rules.dialect);
    QStringList kinds{u"agent"_s, u"tool"_s, u"condition"_s, u"human"_s, u"parallel"_s, u"loop"_s};
    if (rules.dialect == WorkflowDialect::Local)
        kinds += QStringList{u"input"_s, u"output"_s, u"transform"_s};
    m_canvas->setKinds(kinds);
}

// With what the last run gave, for the references (WF-08).
void WorkflowStudio::showKnown()
{
    const ExecutionRecord &record = m_executions->view()->follow().record();
    m_known.lastRun = {};
    if (!m_sampled.isEmpty() && record.execution.id == m_sampled) {
        m_known.lastRun.insert("input"_L1, record.execution.input);
        for (const StepExecution &step : record.steps)
            m_known.lastRun.insert(step.stepId, step.output);
    }
    m_step->setSurroundings(m_known);
    m_fields->setSurroundings(m_known);
}

void WorkflowStudio::updateHead()
{
    const WorkflowSession &session = m_services.session;
    const bool isDirty = session.isDirty() || session.isNew();
    const bool isSaving = session.state() == WorkflowSession::State::Saving;
    const bool isConflict = session.state() == WorkflowSession::State::Conflict;
    m_title->setText(displayLine(session.graph().fields().value("name"_L1).toString()));
    m_state->setText(session.isReadOnly() ? tr("Read only")
                     : isSaving           ? tr("Saving\u2026")
                     : isConflict         ? tr("Somebody else has changed it")
                     : isDirty            ? tr("Not saved, kept on this computer")
                                          : tr("Saved"));
    m_wrong->setText(m_panel->summary());
    m_wrong->setIcon(Theme::icon(m_problems->count(WorkflowProblem::Severity::Error) > 0 ? u"error"_s
                                 : m_problems->problems().isEmpty()                      ? u"success"_s
                                                                                         : u"warning"_s));
    updateButtons();
    updateRun();
}

void WorkflowStudio::updateButtons()
{
    const WorkflowSession &session = m_services.session;
    const bool isEditing = session.state() == WorkflowSession::State::Editing;
    const bool isDirty = session.isDirty() || session.isNew();
    m_save->setVisible(!session.isReadOnly());
    m_save->setEnabled(isDirty && isEditing);
    m_discard->setVisible(!session.isReadOnly());
    m_discard->setEnabled(isDirty && isEditing);
}

// What two people made of the same is decided before anything else.
void WorkflowStudio::showConflict()
{
    const bool isConflict = m_services.session.state() == WorkflowSession::State::Conflict;
    if (isConflict != m_conflict->isHidden())
        return;
    if (isConflict)
        m_conflict->setConflict(m_services.session.conflict());
    m_body->setVisible(!isConflict);
    m_conflict->setVisible(isConflict);
    if (isConflict)
        m_conflict->focusFirst();
    else
        focusCanvas();
}

// A field tells what stands in it when it is left.
void WorkflowStudio::save()
{
    QWidget *field = QApplication::focusWidget();
    if (field && m_body->isAncestorOf(field)) {
        const QPointer<QWidget> still = field; // what it tells may take it away
        field->clearFocus();
        if (still)
            still->setFocus();
    }
    if (m_save->isEnabled())
        m_services.session.save();
}

void WorkflowStudio::updateRun()
{
    const WorkflowSession &session = m_services.session;
    QString obstacle;
    if (session.isNew())
        obstacle = tr("The workflow is not saved yet.");
    else if (session.isDirty())
        obstacle = tr("The server runs what was saved last: save first.");
    m_executions->setRunObstacle(obstacle);
    m_run->setEnabled(obstacle.isEmpty());
    m_run->setToolTip(obstacle);
}

void WorkflowStudio::showStep(NodeId node)
{
    m_step->setNode(node);
    if (m_side->currentIndex() == SimulationSide)
        return; // somebody looks through what would run
    if (m_side->currentIndex() == ExecutionsSide && node != NodeId::Root) {
        m_executions->view()->chooseStep(m_services.session.graph().stepId(node));
        return;
    }
    m_side->setCurrentIndex(node == NodeId::Root ? WorkflowSide : StepSide);
}

void WorkflowStudio::goTo(NodeId node, const QString &member)
{
    Q_UNUSED(member) // the inspector shows the step from its top
    if (node == NodeId::Root) {
        m_side->setCurrentIndex(WorkflowSide);
        m_fields->focusFirst();
        return;
    }
    m_canvas->reveal(node);
    m_side->setCurrentIndex(StepSide);
    m_step->focusFirst();
}

void WorkflowStudio::showOverlay()
{
    const ExecutionFollow &follow = m_executions->view()->follow();
    if (m_side->currentIndex() == ExecutionsSide && follow.source() != ExecutionFollow::Source::Nothing)
        m_overlay->show(follow.record(), m_executions->view()->moments());
    else
        m_overlay->clear();
    if (isTerminal(follow.record().execution.status) && follow.id() != m_sampled) {
        m_sampled = follow.id();
        m_simulation->setSamples(follow.record());
        showKnown();
    }
}

void WorkflowStudio::focusCanvas()
{
    m_canvas->view().setFocus();
}

void WorkflowStudio::showExecution(const ExecutionId &id)
{
    m_side->setCurrentIndex(ExecutionsSide);
    m_executions->choose(id);
}

void WorkflowStudio::run()
{
    m_side->setCurrentIndex(ExecutionsSide);
    m_executions->startRun();
}

void WorkflowStudio::discard()
{
    if (m_services.session.isNew()) {
        m_services.dialogs.confirm(this, tr("Discard the new workflow?"), tr("It was never saved. This cannot be undone."), tr("Discard"),
                                   [this] {
                                       m_services.session.abandon();
                                       Q_EMIT closeRequested();
                                   });
        return;
    }
    m_services.dialogs.confirm(this, tr("Discard the changes?"), tr("The workflow becomes what was saved last. This can be undone."),
                               tr("Discard"), [this] { m_services.session.discard(); });
}

void WorkflowStudio::onSaved(const WorkflowId &id, const QStringList &notKept, const QStringList &alsoChanged)
{
    Q_UNUSED(id)
    m_banner->clear();
    QStringList words;
    if (!notKept.isEmpty())
        words.append(tr("Saved, but the server did not keep: %1.").arg(displayLine(QLocale().createSeparatedList(notKept))));
    if (!alsoChanged.isEmpty())
        words.append(tr("Somebody else had changed this meanwhile, and it was kept: %1.")
                         .arg(displayLine(QLocale().createSeparatedList(alsoChanged))));
    m_remark->say(words.join(u' '));
    m_executions->setWorkflow(m_services.session.base());
    updateHead();
}

void WorkflowStudio::onDraftTaken(const QDateTime &at)
{
    const QString time = QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
    m_remark->say(m_services.session.isNew()
                      ? tr("This was begun and never saved, the last change is of %1.").arg(time)
                      : tr("These are changes of %1 that were never saved. “Discard” goes back to what was saved.").arg(time));
}

void WorkflowStudio::showFailure(const Error &error)
{
    m_banner->showError(error, tr("Save again"), [this] { m_services.session.save(); });
    updateHead();
}

} // namespace desk
