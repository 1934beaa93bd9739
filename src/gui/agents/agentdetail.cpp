#include "gui/agents/agentdetail.h"

#include "gui/agents/agentactions.h"
#include "gui/agents/agentfacts.h"
#include "gui/agents/agentrunsview.h"
#include "gui/agents/agentscoresview.h"
#include "gui/agents/agenttools.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "state/agents/agentfigures.h"
#include "state/models/agentlistmodel.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

AgentDetail::AgentDetail(AgentFigures *figures, QWidget *parent)
    : QWidget(parent)
    , m_figures(figures)
    , m_title(new PlainLabel(this))
    , m_description(new PlainLabel(this))
    , m_state(new PlainLabel(this))
    , m_chat(new QPushButton(Theme::icon(u"chat"_s, QColor(Qt::white)), tr("Chat with this agent"), this))
    , m_edit(new QPushButton(Theme::icon(u"edit"_s), tr("Edit"), this))
    , m_clone(new QPushButton(Theme::icon(u"copy"_s), tr("Clone to personal"), this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(m_more))
    , m_tabs(new QTabWidget(this))
    , m_facts(new AgentFacts(this))
{
    for (QLabel *label : {m_title, m_description, m_state})
        label->setWordWrap(true);
    m_title->setFont(Theme::heading(font()));
    m_state->setObjectName(u"agentState"_s);
    m_chat->setObjectName(u"chatWithAgent"_s);
    m_chat->setDefault(true);
    m_edit->setObjectName(u"editAgent"_s);
    m_clone->setObjectName(u"cloneAgent"_s);
    m_more->setObjectName(u"agentMore"_s);
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More to do with this agent"));
    m_more->setToolTip(tr("More to do with this agent"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setMenu(m_menu);
    m_menu->setObjectName(u"agentMoreMenu"_s);
    build();
    connect(m_chat, &QPushButton::clicked, this, [this] { Q_EMIT chatRequested(m_agent.id); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_agent.id); });
    connect(m_clone, &QPushButton::clicked, this, [this] { Q_EMIT cloneRequested(m_agent.id); });
    connect(&m_facts->tools(), &AgentTools::toolRequested, this, &AgentDetail::toolRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, &AgentDetail::openFigures);
}

void AgentDetail::build()
{
    const int gap = Theme::space(this);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(gap);
    for (QWidget *button : QList<QWidget *>{m_chat, m_edit, m_clone, m_more})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap * 2, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_title);
    column->addWidget(m_description);
    column->addWidget(m_state);
    column->addLayout(buttons);
    buildTabs();
    column->addWidget(m_tabs, 1);
}

void AgentDetail::buildTabs()
{
    m_tabs->setObjectName(u"agentTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the agent"));
    m_tabs->setUsesScrollButtons(true);
    m_tabs->addTab(m_facts, tr("Details"));
    if (!m_figures)
        return;
    auto *runs = new AgentRunsView(m_figures->runs(), m_tabs);
    runs->setAutoFillBackground(true); // as what is scrolled: quiet words are readable on the ground of the window
    m_runs = runs;
    auto *scores = new QScrollArea(m_tabs);
    scores->setWidgetResizable(true);
    scores->setFrameShape(QFrame::NoFrame);
    scores->setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
    scores->setWidget(new AgentScoresView(m_figures->scoring(), scores));
    m_scores = scores;
    m_tabs->addTab(m_runs, tr("Runs"));
    m_tabs->addTab(m_scores, tr("Scores"));
    connect(runs, &AgentRunsView::runRequested, this, &AgentDetail::runRequested);
}

void AgentDetail::setEditing(bool offered)
{
    m_editing = offered;
}

void AgentDetail::setAgent(const AgentRow &row, bool isCopy)
{
    const Agent &agent = row.agent;
    m_agent = agent;
    m_title->setText(agent.title());
    m_description->setText(agent.description);
    m_description->setVisible(!agent.description.isEmpty());
    m_state->setText(isCopy ? tr("Inactive: the server lists it no more. This is the copy kept on this computer.")
                            : tr("Inactive: nobody can chat with it until it is reactivated."));
    m_state->setVisible(!agent.isActive);
    setButtons(agent, isCopy);
    m_facts->setAgent(row);
    openFigures();
}

void AgentDetail::setButtons(const Agent &agent, bool isCopy)
{
    const QString why = isCopy ? tr("The server has it no more.") : AgentActions::whyFixed(agent);
    m_chat->setEnabled(agent.isActive);
    m_edit->setVisible(m_editing);
    m_edit->setEnabled(why.isEmpty());
    m_edit->setToolTip(why);
    m_clone->setVisible(m_editing);
}

void AgentDetail::setToolTexts(const QHash<QString, QString> &texts, bool areAll)
{
    m_facts->tools().setKnown(texts, areAll);
}

void AgentDetail::clear()
{
    m_agent = {};
    closeFigures();
}

void AgentDetail::closeFigures()
{
    if (!m_figures)
        return;
    m_figures->runs().close();
    m_figures->scoring().close();
}

// Those of another agent are closed even when nobody looks at the new one's.
void AgentDetail::openFigures()
{
    if (!m_figures)
        return;
    const QWidget *shown = isVisible() ? m_tabs->currentWidget() : nullptr;
    if (shown && shown == m_runs)
        m_figures->runs().open(m_agent);
    else if (m_figures->runs().agent() != m_agent.id)
        m_figures->runs().close();
    if (shown && shown == m_scores)
        m_figures->scoring().open(m_agent);
    else if (m_figures->scoring().agent() != m_agent.id)
        m_figures->scoring().close();
}

void AgentDetail::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    openFigures();
}

// Whoever comes back gets them anew: they are not kept up to date meanwhile.
void AgentDetail::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        closeFigures();
}

} // namespace desk
