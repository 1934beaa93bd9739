#include "gui/agents/agentrunsview.h"

#include "gui/runs/runstatusdelegate.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/models/agentrunmodel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

AgentRunsView::AgentRunsView(AgentRuns &runs, QWidget *parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_model(new AgentRunModel(runs, this))
    , m_note(new PlainLabel(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"agentRunsProblem"_s, this))
    , m_again(new QPushButton(Theme::icon(u"refresh"_s), tr("Load the runs again"), this))
    , m_table(new QTableView(this))
    , m_figures(new RemarkLabel(RemarkLabel::Tone::Hint, u"agentRunsFigures"_s, this))
{
    setObjectName(u"agentRuns"_s);
    m_note->setObjectName(u"agentRunsNote"_s);
    m_note->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_figures->setWordWrap(true);
    m_again->setObjectName(u"agentRunsAgain"_s);
    m_again->setAutoDefault(false);
    buildTable();
    build();
    connect(m_again, &QPushButton::clicked, &m_runs, &AgentRuns::reload);
    connect(m_table, &QTableView::activated, this, &AgentRunsView::request);
    connect(m_table, &QTableView::clicked, this, &AgentRunsView::request);
    connect(&m_runs, &AgentRuns::changed, this, &AgentRunsView::updateState);
    updateState();
}

void AgentRunsView::build()
{
    const int gap = Theme::space(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_note);
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);
    column->addWidget(m_figures);
    column->addWidget(m_again, 0, Qt::AlignLeading);
    column->addStretch(0); // the room of the table while there is none
}

void AgentRunsView::buildTable()
{
    m_table->setObjectName(u"agentRunTable"_s);
    m_table->setAccessibleName(tr("Latest runs of the agent"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(AgentRunModel::StatusColumn, new RunStatusDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::space(this, 4.5));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setMinimumSectionSize(Theme::space(this, 7));
    header->setSectionResizeMode(AgentRunModel::PromptColumn, QHeaderView::Stretch);
    for (const int column :
         {AgentRunModel::StatusColumn, AgentRunModel::StartedColumn, AgentRunModel::DurationColumn, AgentRunModel::TokensColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void AgentRunsView::request(const QModelIndex &index)
{
    const RunId id = m_model->idAt(index);
    if (!id.isEmpty())
        Q_EMIT runRequested(id);
}

void AgentRunsView::updateState()
{
    const bool isEmpty = m_runs.rows().isEmpty();
    const std::optional<Error> error = m_runs.isLoading() ? std::nullopt : m_runs.error();
    m_problem->say(error ? displayText(error->userText(), TextUse::Prose) : QString());
    const QString note = noteText();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_table->setVisible(!isEmpty);
    m_table->setColumnHidden(AgentRunModel::TokensColumn, !m_model->hasTokens());
    m_figures->say(figuresText());
    m_again->setEnabled(!m_runs.isLoading());
}

QString AgentRunsView::noteText() const
{
    const int count = static_cast<int>(m_runs.rows().size());
    if (count == 0 && m_runs.isLoading())
        return tr("Loading…");
    if (m_runs.error() && !m_runs.isLoading()) {
        if (count == 0)
            return tr("The runs could not be loaded.");
        return tr("Perhaps out of date: these are the %n run(s) that were seen before.", nullptr, count);
    }
    if (!m_runs.isLoaded())
        return count > 0 ? tr("Loading… These were seen already.") : QString();
    if (m_runs.chosenAmong() > 0) {
        return tr("The server does not choose runs by agent: %L1 of its latest %L2 runs are of this one.")
            .arg(count)
            .arg(m_runs.chosenAmong());
    }
    if (count == 0)
        return tr("No runs of this agent yet, as far as the server shows them to this account.");
    return m_runs.mayHaveMore() ? tr("The latest %n run(s); there may be older ones.", nullptr, count)
                                : tr("All %n run(s) that the server shows to this account.", nullptr, count);
}

QString AgentRunsView::figuresText() const
{
    const AgentRunFigures figures = m_runs.figures();
    if (figures.ended == 0)
        return {};
    const QString base = tr("Computed on this computer from the %n run(s) above that have ended:", nullptr, figures.ended);
    QStringList parts{tr("%n succeeded", nullptr, figures.succeeded), tr("%n failed", nullptr, figures.failed)};
    if (figures.medianMs)
        parts << tr("half of them took %1 or less").arg(AgentRunModel::durationText(*figures.medianMs));
    return tr("%1 %2.", "computed from how many: figures").arg(base, parts.join(u", "_s));
}

} // namespace desk
