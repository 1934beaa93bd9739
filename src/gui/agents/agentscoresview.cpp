#include "gui/agents/agentscoresview.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/agents/agentscoring.h"

#include <QComboBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString number(double score)
{
    return QLocale().toString(score, 'f', 2);
}

QString percent(double rate)
{
    return AgentScoresView::tr("%1 %", "percent").arg(QLocale().toString(rate * 100, 'f', 0));
}

} // namespace

AgentScoresView::AgentScoresView(AgentScoring &scoring, QWidget *parent)
    : QWidget(parent)
    , m_scoring(scoring)
    , m_period(new QComboBox(this))
    , m_note(new PlainLabel(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"agentScoresProblem"_s, this))
    , m_facts(new FactView(this))
    , m_metrics(new RemarkLabel(RemarkLabel::Tone::Hint, u"agentScoresMetrics"_s, this))
    , m_again(new QPushButton(Theme::icon(u"refresh"_s), tr("Load the scores again"), this))
{
    setObjectName(u"agentScores"_s);
    m_period->setObjectName(u"agentScoresPeriod"_s);
    m_period->setAccessibleName(tr("Period of the scores"));
    for (const int days : {7, 30, 90})
        m_period->addItem(tr("Last %n day(s)", nullptr, days), days);
    m_note->setObjectName(u"agentScoresNote"_s);
    m_again->setObjectName(u"agentScoresAgain"_s);
    m_again->setAutoDefault(false);
    for (QLabel *label : QList<QLabel *>{m_note, m_problem, m_metrics})
        label->setWordWrap(true);
    build();
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] { m_scoring.setDays(m_period->currentData().toInt()); });
    connect(m_again, &QPushButton::clicked, &m_scoring, &AgentScoring::reload);
    connect(&m_scoring, &AgentScoring::changed, this, &AgentScoresView::updateState);
    updateState();
}

void AgentScoresView::build()
{
    const int gap = Theme::space(this);
    auto *head = new FlowLayout;
    head->setContentsMargins({});
    head->setSpacing(gap);
    head->addWidget(m_period);
    head->addWidget(m_again);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addLayout(head);
    column->addWidget(m_note);
    column->addWidget(m_problem);
    column->addWidget(m_facts);
    column->addWidget(m_metrics);
    column->addStretch(1);
}

void AgentScoresView::updateState()
{
    using State = AgentScoring::State;
    const State state = m_scoring.state();
    const bool isOffered = state != State::Missing && state != State::Refused;
    m_period->setEnabled(isOffered);
    m_again->setEnabled(!m_scoring.isLoading());
    const bool hasFailed = state == State::Failed && !m_scoring.isLoading() && m_scoring.error();
    m_problem->say(hasFailed ? displayText(m_scoring.error()->userText(), TextUse::Prose) : QString());
    const QString note = noteText();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    showFigures();
    m_metrics->say(metricsText());
}

QString AgentScoresView::noteText() const
{
    const bool isEmpty = m_scoring.scorers().isEmpty() && !m_scoring.summary();
    if (m_scoring.isLoading())
        return isEmpty ? tr("Loading…") : QString();
    switch (m_scoring.state()) {
    case AgentScoring::State::Missing:
        return tr("This server keeps no scores of agents.");
    case AgentScoring::State::Refused:
        return tr("The server does not show the scores of this agent to this account.");
    case AgentScoring::State::Failed:
        return isEmpty ? tr("The scores could not be loaded.") : tr("Perhaps out of date: these are the scores that were seen before.");
    case AgentScoring::State::Loaded:
        break;
    case AgentScoring::State::Closed:
    case AgentScoring::State::Loading:
        return {};
    }
    if (isEmpty)
        return tr("No run of this agent was graded in the last %n day(s).", nullptr, m_scoring.days());
    if (m_scoring.summary())
        return tr("This server tells no scores by scorer and period. Over all time:");
    const QString period = tr("Scores from 0 to 1, of the last %n day(s).", nullptr, m_scoring.days());
    if (!m_scoring.isPutTogether())
        return period;
    const QString how = tr("Averages are computed here from two lists of the server, weighted by their numbers of scores.");
    return tr("%1 %2", "two sentences").arg(period, how);
}

void AgentScoresView::setFact(QStringList &shown, const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    m_facts->setFact(name, value);
    shown.append(name);
}

void AgentScoresView::showFigures()
{
    QStringList shown;
    for (const ScorerFigures &figures : m_scoring.scorers())
        setFact(shown, scorerText(figures.scorer), figuresText(figures));
    if (m_scoring.summary())
        setFact(shown, tr("All scorers"), summaryText(*m_scoring.summary()));
    for (const QString &name : std::as_const(m_shown)) {
        if (!shown.contains(name))
            m_facts->setFact(name, {});
    }
    m_shown = shown;
    m_facts->setVisible(!shown.isEmpty());
}

QString AgentScoresView::scorerText(const ScorerName &scorer)
{
    switch (scorer.value()) {
    case Scorer::Success:
        return tr("Success");
    case Scorer::Latency:
        return tr("Speed");
    case Scorer::ToolUsage:
        return tr("Expected tools used");
    case Scorer::LlmQuality:
        return tr("Quality, graded by a language model");
    case Scorer::ToolSelection:
        return tr("Choice of tools");
    case Scorer::RoutingAccuracy:
        return tr("Choice of the agent");
    case Scorer::OutputContains:
        return tr("Expected words in the answer");
    case Scorer::Unknown:
        break;
    }
    return displayLine(scorer.wire(), 60).replace(u'&', u"&&"_s); // it stands beside what has no letter of its own
}

QString AgentScoresView::figuresText(const ScorerFigures &figures)
{
    QString text = tr("The server told no average.");
    if (figures.average && figures.count)
        text = tr("%1 on average, of %n score(s)", nullptr, *figures.count).arg(number(*figures.average));
    else if (figures.average)
        text = tr("%1 on average").arg(number(*figures.average));
    else if (figures.count && *figures.count > 0)
        text = tr("%n score(s); the server told no average.", nullptr, *figures.count);
    const QString whole = figures.whole ? wholeText(*figures.whole) : QString();
    return whole.isEmpty() ? text : text + u'\n' + whole;
}

QString AgentScoresView::wholeText(const ScoreAggregate &whole)
{
    QStringList parts;
    const auto add = [&parts](const std::optional<double> &value, const QString &words) {
        if (value)
            parts << words.arg(number(*value));
    };
    add(whole.minimum, tr("lowest %1"));
    add(whole.p50, tr("half up to %1"));
    add(whole.p90, tr("90 of 100 up to %1"));
    add(whole.p95, tr("95 of 100 up to %1"));
    add(whole.maximum, tr("highest %1"));
    if (parts.isEmpty())
        return {};
    const QString spread = parts.join(u", "_s);
    return whole.totalScores ? tr("Of all %n score(s) kept: %1", nullptr, *whole.totalScores).arg(spread)
                             : tr("Of all scores kept: %1").arg(spread);
}

QString AgentScoresView::summaryText(const ScoreAggregate &summary)
{
    QStringList lines;
    const bool hasScores = summary.totalScores.value_or(0) > 0;
    if (hasScores && summary.averageScore)
        lines << tr("%1 on average, of %n score(s)", nullptr, *summary.totalScores).arg(number(*summary.averageScore));
    if (hasScores && summary.passRate)
        lines << tr("%1 of the scores passed").arg(percent(*summary.passRate));
    if (summary.totalRuns && summary.successRate)
        lines << tr("%1 of %n run(s) succeeded, as the server counts", nullptr, *summary.totalRuns).arg(percent(*summary.successRate));
    const QString whole = wholeText(summary);
    if (!whole.isEmpty())
        lines << whole;
    return lines.isEmpty() ? tr("The server told no figures.") : lines.join(u'\n');
}

QString AgentScoresView::metricsText() const
{
    if (!m_scoring.metrics() || !m_scoring.metrics()->totalRuns)
        return {};
    const AgentMetrics &metrics = *m_scoring.metrics();
    const int hours = metrics.windowHours.value_or(AgentScoring::metricsHours);
    QStringList parts{tr("%n run(s)", nullptr, *metrics.totalRuns)};
    if (metrics.successRate && *metrics.totalRuns > 0)
        parts << tr("%1 succeeded").arg(percent(*metrics.successRate));
    if (metrics.averageScore && metrics.sampleCount)
        parts << tr("quality %1 of %n score(s)", nullptr, *metrics.sampleCount).arg(number(*metrics.averageScore));
    return tr("In the last %n hour(s), over all people, as the server counts: %1.", nullptr, hours).arg(parts.join(u", "_s));
}

} // namespace desk
