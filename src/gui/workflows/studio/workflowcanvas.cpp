#include "gui/workflows/studio/workflowcanvas.h"

#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/plainlabel.h"
#include "gui/workflows/canvas/canvasactions.h"
#include "gui/workflows/canvas/canvasminimap.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/steppalette.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"
#include "gui/workflows/outline/workflowoutline.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A button that does what the action does, and is there as long as it can be done.
QToolButton *toolOf(QWidget *parent, QAction &action, const QString &icon)
{
    QToolButton *button = iconButton(parent, action.objectName() + u"Tool"_s, icon, action.text());
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    if (!keys.isEmpty())
        button->setToolTip(WorkflowCanvas::tr("%1 (%2)", "what it does, keys").arg(action.text(), keys));
    button->setEnabled(action.isEnabled());
    QObject::connect(button, &QToolButton::clicked, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::changed, button, [button, &action] { button->setEnabled(action.isEnabled()); });
    return button;
}

} // namespace

WorkflowCanvas::WorkflowCanvas(WorkflowEditing &editing, QWidget *parent)
    : QWidget(parent)
    , m_selection(new StepSelection(editing.graph(), this))
    , m_commands(new StepCommands(editing, *m_selection, this))
    , m_scene(new WorkflowScene(editing.graph(), *m_selection, this))
    , m_view(new WorkflowView(*m_scene, *m_commands, this))
    , m_outline(new WorkflowOutline(*m_commands, this))
    , m_palette(new StepPalette(*m_commands, this))
    , m_minimap(new CanvasMinimap(*m_view, m_view))
    , m_side(new QTabWidget(this))
    , m_hint(new PlainLabel(this))
{
    setObjectName(u"workflowCanvas"_s);
    m_side->setObjectName(u"canvasSide"_s);
    m_side->addTab(m_palette, tr("Add steps"));
    m_side->addTab(m_outline, tr("Outline"));
    m_hint->setObjectName(u"canvasHint"_s);
    m_hint->setWordWrap(true);
    m_hint->hide();
    auto *picture = new QWidget(this);
    auto *column = new QVBoxLayout(picture);
    column->setContentsMargins({});
    column->addWidget(buildTools());
    column->addWidget(m_view, 1);
    column->addWidget(m_hint);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_side);
    splitter->addWidget(picture);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 4);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(splitter);
    m_view->installEventFilter(this);
    connect(m_view, &WorkflowView::activated, this, &WorkflowCanvas::activated);
    connect(m_outline, &WorkflowOutline::activatedStep, this, &WorkflowCanvas::activated);
    connect(m_view, &WorkflowView::hinted, this, &WorkflowCanvas::say);
    connect(m_outline, &WorkflowOutline::refused, this, &WorkflowCanvas::say);
    connect(m_commands, &StepCommands::refused, this, &WorkflowCanvas::say);
    connect(m_selection, &StepSelection::selectedChanged, this, [this] { say({}); });
}

// The scene and the view go before what they look at.
WorkflowCanvas::~WorkflowCanvas()
{
    delete m_minimap;
    delete m_view;
    delete m_outline;
    delete m_scene;
}

QWidget *WorkflowCanvas::buildTools()
{
    CanvasActions &looks = m_view->actionsOfCanvas();
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins({});
    row->addWidget(toolOf(tools, *m_commands->undo, u"undo"_s));
    row->addWidget(toolOf(tools, *m_commands->redo, u"redo"_s));
    row->addWidget(toolOf(tools, *m_commands->remove, u"delete"_s));
    row->addWidget(toolOf(tools, *looks.search, u"search"_s));
    row->addStretch(1);
    auto *places = new QToolButton(tools);
    places->setObjectName(u"canvasPlaces"_s);
    places->setText(tr("Arrange"));
    places->setPopupMode(QToolButton::InstantPopup);
    places->setAutoRaise(true);
    places->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(places);
    menu->addActions({looks.arrange, looks.across});
    menu->addSeparator();
    menu->addActions({looks.alignStart, looks.alignTop, looks.alignMiddle, looks.distributeDown, looks.distributeAcross});
    menu->addSeparator();
    menu->addActions({looks.comment, looks.group});
    places->setMenu(menu);
    row->addWidget(places);
    auto *zoom = new QToolButton(tools);
    zoom->setObjectName(u"canvasZoom"_s);
    zoom->setPopupMode(QToolButton::InstantPopup);
    zoom->setAutoRaise(true);
    zoom->setFocusPolicy(Qt::TabFocus);
    auto *levels = new QMenu(zoom);
    levels->addActions({looks.zoomIn, looks.zoomOut, looks.zoomReset, looks.fit});
    zoom->setMenu(levels);
    const auto showZoom = [zoom](qreal factor) {
        const QString percent = tr("%1 %").arg(QLocale().toString(qRound(factor * 100)));
        zoom->setText(percent);
        zoom->setAccessibleName(tr("Zoom: %1").arg(percent));
    };
    connect(m_view, &WorkflowView::zoomChanged, zoom, showZoom);
    showZoom(m_view->zoom());
    row->addWidget(zoom);
    return tools;
}

void WorkflowCanvas::setKinds(const QStringList &kinds)
{
    m_palette->setKinds(kinds);
}

void WorkflowCanvas::setReadOnly(bool readOnly)
{
    m_commands->setReadOnly(readOnly);
    m_side->setTabVisible(0, !readOnly);
    if (readOnly)
        m_side->setCurrentIndex(1);
}

void WorkflowCanvas::reveal(NodeId node)
{
    m_selection->choose(node);
    m_view->reveal(node);
}

void WorkflowCanvas::say(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void WorkflowCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        placeMinimap();
}

void WorkflowCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeMinimap();
}

bool WorkflowCanvas::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize)
        placeMinimap();
    return QWidget::eventFilter(watched, event);
}

// In the corner where the flow ends, never over more than a third of the canvas.
void WorkflowCanvas::placeMinimap()
{
    const QSize size = m_minimap->sizeHint();
    const QSize room = m_view->viewport()->size();
    m_minimap->setVisible(size.width() * 3 <= room.width() && size.height() * 3 <= room.height());
    m_minimap->resize(size);
    const int gap = Theme::space(this);
    const int x = isRightToLeft() ? gap : room.width() - size.width() - gap;
    m_minimap->move(x, room.height() - size.height() - gap);
}

} // namespace desk
