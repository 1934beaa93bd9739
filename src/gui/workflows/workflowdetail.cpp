#include "gui/workflows/workflowdetail.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/workflows/stepdelegate.h"
#include "gui/workflows/stepmodel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

WorkflowDetail::WorkflowDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(this))
    , m_versions(new QPushButton(Theme::icon(u"clock"_s), tr("Versions\u2026"), this))
    , m_actions(new QWidget(this))
    , m_open(new QPushButton(Theme::icon(u"edit"_s), tr("Open in the studio"), m_actions))
    , m_run(new QPushButton(Theme::icon(u"play"_s), tr("Run\u2026"), m_actions))
    , m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Make a copy"), m_actions))
    , m_remove(new QPushButton(Theme::icon(u"delete"_s), tr("Delete\u2026"), m_actions))
    , m_description(new PlainLabel(this))
    , m_facts(new FactView(this))
    , m_stepsLabel(new PlainLabel(tr("&Steps"), this))
    , m_steps(new StepModel(this))
    , m_outline(new QTreeView(this))
{
    for (QLabel *label : {m_title, m_description}) {
        label->setWordWrap(true);
    }
    m_title->setFont(Theme::heading(font()));
    m_versions->setObjectName(u"workflowVersions"_s);
    m_versions->hide();
    connect(m_versions, &QPushButton::clicked, this, &WorkflowDetail::versionsRequested);
    m_outline->setObjectName(u"workflowOutline"_s);
    m_outline->setAccessibleName(tr("Steps of the workflow"));
    m_outline->setModel(m_steps);
    m_outline->setItemDelegate(new StepDelegate(m_outline));
    m_outline->setHeaderHidden(true);
    m_outline->setUniformRowHeights(true);
    m_outline->setIndentation(Theme::space(this, 3));
    m_outline->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_stepsLabel->setBuddy(m_outline);
    new EmptyHint(*m_outline, tr("This workflow has no steps."));

    buildActions();
    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this);
    column->setContentsMargins(gap * 2, 0, 0, 0);
    column->setSpacing(gap);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_versions, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(m_actions);
    column->addWidget(m_description);
    column->addWidget(m_facts);
    column->addSpacing(gap);
    column->addWidget(m_stepsLabel);
    column->addWidget(m_outline, 1);
}

void WorkflowDetail::buildActions()
{
    auto *flow = new FlowLayout(m_actions);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    m_open->setObjectName(u"workflowOpen"_s);
    m_run->setObjectName(u"workflowRun"_s);
    m_copy->setObjectName(u"workflowCopy"_s);
    m_remove->setObjectName(u"workflowRemove"_s);
    for (QPushButton *button : {m_open, m_run, m_copy, m_remove}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    m_actions->hide();
    connect(m_open, &QPushButton::clicked, this, &WorkflowDetail::openRequested);
    connect(m_run, &QPushButton::clicked, this, &WorkflowDetail::runRequested);
    connect(m_copy, &QPushButton::clicked, this, &WorkflowDetail::copyRequested);
    connect(m_remove, &QPushButton::clicked, this, &WorkflowDetail::removeRequested);
}

void WorkflowDetail::setStudio(bool offered)
{
    m_actions->setVisible(offered);
}

void WorkflowDetail::setVersions(bool offered)
{
    m_versions->setVisible(offered);
}

void WorkflowDetail::setWorkflow(const Workflow &workflow)
{
    m_title->setText(displayLine(workflow.name));
    m_remove->setEnabled(!workflow.isBuiltin);
    m_remove->setToolTip(workflow.isBuiltin ? tr("It comes with the server.") : QString());
    m_description->setText(displayText(workflow.description.left(2000), TextUse::Prose));
    m_description->setVisible(!workflow.description.isEmpty());
    m_facts->setFact(tr("Origin"), workflow.isBuiltin ? tr("Comes with the server") : tr("Made by a person"));
    m_facts->setFact(tr("Version"), workflow.version > 0 ? QLocale().toString(workflow.version) : QString());
    // As with agents, a built-in's date is the time of the request (contract 1.5).
    const bool dated = workflow.updatedAt.isValid() && !workflow.isBuiltin;
    m_facts->setFact(tr("Changed"), dated ? QLocale().toString(workflow.updatedAt.toLocalTime(), QLocale::ShortFormat) : QString());
    m_steps->setWorkflow(workflow);
    m_outline->expandAll();
    m_outline->setCurrentIndex(m_steps->index(0, 0));
}

} // namespace desk
