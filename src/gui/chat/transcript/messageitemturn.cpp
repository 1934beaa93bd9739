// The part of MessageItem for what a turn tells beside its text: who answers, the plan and how far it is, side notes, warnings.
#include "gui/chat/transcript/messageitem.h"
#include "gui/chat/transcript/turntexts.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "state/chat/turnphase.h"

#include <QFontMetrics>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

namespace {

constexpr int shownSteps = 40;
constexpr int shownNotes = 3;
constexpr int shownWarnings = 20;

} // namespace

// In `part.text`, after an icon, on as many lines as it needs.
void MessageItem::placeWrapped(Place &at, MessagePart part, int gap)
{
    const QFontMetrics metrics(Theme::small(m_font));
    const int line = qRound(metrics.height() * 1.5);
    const int room = at.width - Theme::iconSize(m_font) - m_unit;
    const int height = metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, part.text).height() + m_unit / 2;
    place(at, std::move(part), qMax(line, height), gap);
}

QString MessageItem::routingText() const
{
    const RoutingDecision &routing = *m_message.routing;
    QStringList names;
    for (const QString &agent : routing.agents)
        names << agentName(agent);
    const QString agents = displayLine(names.join(u", "_s), 60);
    const QString sure = confidenceText(routing.confidence);
    if (agents.isEmpty())
        return sure.isEmpty() ? tr("How this was decided") : sure;
    //: The agents that answer, and how sure the server is of its choice
    return sure.isEmpty() ? agents : tr("%1 \u00B7 %2").arg(agents, sure);
}

void MessageItem::placeRouting(Place &at)
{
    if (!m_message.routing)
        return;
    const RoutingDecision &routing = *m_message.routing;
    if (routing.agents.isEmpty() && routing.tools.isEmpty() && routing.reasoning.isEmpty() && routing.confidence <= 0)
        return; // nothing was said
    const QFontMetrics metrics(Theme::small(m_font));
    const int height = qRound(metrics.height() * 1.6);
    const int icons = 2 * Theme::iconSize(m_font) + m_unit * 3;
    const QString text = routingText();
    const int width = qMin(at.width, metrics.horizontalAdvance(text) + icons + 2);
    m_parts << MessagePart{Kind::Routing, 0, QRect(at.left, at.y, width, height), text, true};
    const QString reason = displayLine(m_message.routing->reasoning, 400);
    const int room = at.width - width - m_unit;
    const bool beside = room >= qMin(metrics.averageCharWidth() * 24, metrics.horizontalAdvance(reason));
    if (!reason.isEmpty() && beside) {
        m_parts << MessagePart{Kind::RoutingReason, 0, QRect(at.left + width + m_unit, at.y, room, height), reason, false};
    } else if (!reason.isEmpty()) {
        at.y += height;
        m_parts << MessagePart{Kind::RoutingReason, 0, QRect(at.left, at.y, at.width, height), reason, false};
    }
    at.y += height + m_unit / 2;
}

QString MessageItem::stepText(int step) const
{
    const PlanStep &planned = m_message.plan->steps.at(step);
    const QString words = stepWords(planned);
    const QString text = planned.group < 0 ? words : tr("%1 (at the same time as others)").arg(words);
    switch (m_steps.at(step)) {
    case StepState::Running:
        return tr("Running: %1", "a step of a plan").arg(text);
    case StepState::Done:
        return tr("Done: %1", "a step of a plan").arg(text);
    case StepState::Failed:
        return tr("Failed: %1", "a step of a plan").arg(text);
    case StepState::Open:
        break;
    }
    return m_message.state == MessageState::Streaming ? tr("Still to come: %1", "a step of a plan").arg(text)
                                                      : tr("Not seen to run: %1", "a step of a plan").arg(text);
}

void MessageItem::placePlan(Place &at)
{
    if (!m_message.plan)
        return;
    m_steps = stepStates(*m_message.plan, m_message.toolCalls);
    const qsizetype done = m_steps.count(StepState::Done);
    const QString summary = displayLine(m_message.plan->summary, 160);
    QString text = summary.isEmpty() ? tr("Plan") : tr("Plan: %1").arg(summary);
    const bool open = !m_expansion.planClosed && !m_steps.isEmpty();
    if (!m_steps.isEmpty())
        //: The plan of an answer, and how many of its steps are done
        text = tr("%1 \u2014 %2 of %3 done").arg(text, QString::number(done), QString::number(m_steps.size()));
    const int line = qRound(QFontMetrics(m_font).height() * 1.9);
    place(at, {Kind::Plan, 0, {}, text, !m_steps.isEmpty()}, line, open ? 0 : m_unit / 2);
    if (!open)
        return;
    QStringList words;
    for (int i = 0; i < qMin(static_cast<int>(m_steps.size()), shownSteps); ++i)
        words << stepText(i);
    placePlanSteps(at, words);
}

void MessageItem::placePlanSteps(Place &at, const QStringList &words)
{
    const QFontMetrics metrics(Theme::small(m_font));
    const int indent = m_unit * 3 / 2;
    Place inner{at.left + indent, at.width - 2 * indent, at.y};
    const int room = inner.width - Theme::iconSize(m_font) - m_unit * 2;
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        const QString shown = stepWords(m_message.plan->steps.at(i));
        const int height = metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, shown).height() + m_unit / 2;
        place(inner, {Kind::PlanStep, i, {}, words.at(i), false}, qMax(qRound(metrics.height() * 1.5), height), 0);
    }
    if (const auto more = static_cast<int>(m_steps.size() - words.size()); more > 0)
        place(inner, {Kind::PlanRest, 0, {}, tr("%n more steps", nullptr, more), false}, qRound(metrics.height() * 1.5), 0);
    at.y = inner.y + m_unit * 3 / 2;
}

void MessageItem::placeProgress(Place &at)
{
    if (!m_message.progress || m_message.state != MessageState::Streaming)
        return;
    const QString text = displayLine(TurnPhase::of(*m_message.progress), 200);
    if (text.isEmpty())
        return;
    const int line = QFontMetrics(Theme::small(m_font)).height();
    const int bar = m_message.progress->total > 0 ? m_unit : 0;
    place(at, {Kind::Progress, 0, {}, text, false}, line + m_unit / 2 + bar, m_unit / 2);
}

void MessageItem::placeNotes(Place &at)
{
    if (m_message.state != MessageState::Streaming)
        return;
    const QStringList notes = interimNotes(m_message);
    for (qsizetype i = qMax<qsizetype>(0, notes.size() - shownNotes); i < notes.size(); ++i)
        placeWrapped(at, {Kind::Interim, static_cast<int>(i), {}, displayLine(notes.at(i), 400), false}, m_unit / 4);
}

void MessageItem::placeWarnings(Place &at)
{
    const QList<Thought> warnings = warningsOf(m_message);
    for (int i = 0; i < qMin(static_cast<int>(warnings.size()), shownWarnings); ++i)
        placeWrapped(at, {Kind::Warning, i, {}, tr("Warning \u2014 %1").arg(warningText(warnings.at(i))), false}, m_unit / 2);
}

} // namespace desk
