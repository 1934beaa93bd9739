#include "gui/chat/transcript/turntexts.h"

#include "gui/chat/transcript/toolreport.h"
#include "gui/text/textlimiter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::TurnTexts)
};

constexpr double verySure = 0.9;
constexpr double fairlySure = 0.7; // below it the server itself is in doubt
constexpr double notSure = 0.4;

bool isShown(const Thought &thought)
{
    return thought.phase != warningPhase;
}

bool hasPhase(const Message &message, QLatin1StringView phase)
{
    return std::any_of(message.thoughts.cbegin(), message.thoughts.cend(), [phase](const Thought &t) { return t.phase == phase; });
}

} // namespace

QStringList shownThoughts(const Message &message)
{
    QStringList texts;
    for (const Thought &thought : message.thoughts) {
        if (isShown(thought))
            texts << thought.text;
    }
    return texts;
}

QList<Thought> warningsOf(const Message &message)
{
    QList<Thought> warnings;
    for (const Thought &thought : message.thoughts) {
        if (thought.phase == warningPhase)
            warnings << thought;
    }
    return warnings;
}

QString warningText(const Thought &warning)
{
    const QString text = displayLine(warning.text, 600);
    if (warning.source.isEmpty())
        return text;
    //: Who warns (a tool or an agent), and of what
    return Texts::tr("%1: %2").arg(displayLine(warning.source, 80), text);
}

QStringList interimNotes(const Message &message)
{
    QStringList notes;
    for (const Thought &thought : message.thoughts) {
        if (thought.phase == interimPhase && !thought.text.trimmed().isEmpty())
            notes << thought.text;
    }
    return notes;
}

QString stepWords(const PlanStep &step)
{
    const QString words = step.objective.isEmpty() ? step.tool : step.objective;
    return words.isEmpty() ? Texts::tr("A step without a description") : displayLine(words, 300);
}

QString planWords(const Plan &plan)
{
    QStringList words{plan.summary};
    for (const PlanStep &step : plan.steps)
        words << stepWords(step);
    return words.join(u'\n');
}

bool hasSeveralSteps(const Message &message)
{
    const bool hasThoughts = std::any_of(message.thoughts.cbegin(), message.thoughts.cend(), isShown);
    return message.role == Role::Assistant && (message.plan ? 2 : 0) + message.toolCalls.size() + (hasThoughts ? 1 : 0) > 1;
}

QString stepsSummary(const Message &message)
{
    QStringList steps;
    if (message.plan)
        steps << Texts::tr("plan", "a step of an answer");
    if (hasPhase(message, upgradePhase))
        steps << Texts::tr("stronger model", "a step of an answer");
    const auto tools = static_cast<int>(message.toolCalls.size());
    const auto failed = static_cast<int>(std::count_if(message.toolCalls.cbegin(), message.toolCalls.cend(),
                                                       [](const ToolCall &call) { return call.finished && !call.success; }));
    if (tools > 0)
        steps << Texts::tr("%n tools", "steps of an answer", tools);
    if (failed > 0)
        steps << Texts::tr("%n failed", "tools of an answer", failed);
    if (hasPhase(message, reasoningPhase))
        steps << Texts::tr("reasoning", "a step of an answer");
    else if (std::any_of(message.thoughts.cbegin(), message.thoughts.cend(), isShown))
        steps << Texts::tr("thoughts", "a step of an answer");
    constexpr qint64 noticedMs = 100; // less is "0.0 s"
    if (message.elapsedMs >= noticedMs)
        steps << ToolReport::duration(message.elapsedMs);
    //: Above an answer, what it came by: "plan, 3 tools, reasoning, 12.0 s"
    return Texts::tr("Steps: %1").arg(steps.join(u", "_s));
}

QString upgradeText(const Message &message)
{
    for (auto thought = message.thoughts.crbegin(); thought != message.thoughts.crend(); ++thought) {
        if (thought->phase == upgradePhase)
            return Texts::tr("Stronger model: %1").arg(displayLine(thought->model.isEmpty() ? thought->text : thought->model, 120));
    }
    return {};
}

bool isThinking(const Message &message)
{
    return message.state == MessageState::Streaming && message.content.isEmpty() && hasPhase(message, reasoningPhase);
}

QString confidenceText(double confidence)
{
    if (confidence <= 0)
        return {};
    const QString percent = QLocale().toString(qRound(confidence * 100));
    if (confidence >= verySure)
        return Texts::tr("very sure (%1 %)", "how sure the server is of its choice").arg(percent);
    if (confidence >= fairlySure)
        return Texts::tr("fairly sure (%1 %)", "how sure the server is of its choice").arg(percent);
    if (confidence >= notSure)
        return Texts::tr("not sure (%1 %)", "how sure the server is of its choice").arg(percent);
    return Texts::tr("a guess (%1 %)", "how sure the server is of its choice").arg(percent);
}

QString rateText(const AnswerFacts &facts)
{
    const std::optional<double> rate = facts.tokensPerSecond();
    if (!rate)
        return {};
    constexpr double slow = 10; // where the part behind the point still says something
    //: How fast the language model wrote: tokens a second
    return Texts::tr("%1 tokens/s").arg(QLocale().toString(*rate, 'f', *rate < slow ? 1 : 0));
}

QString factsText(const AnswerFacts &facts)
{
    const auto number = [](qint64 count) { return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max())); };
    QStringList counts;
    if (facts.promptTokens >= 0)
        counts << Texts::tr("%Ln tokens read", nullptr, number(facts.promptTokens));
    if (facts.completionTokens >= 0)
        counts << Texts::tr("%Ln tokens written", nullptr, number(facts.completionTokens));
    return QLocale().createSeparatedList(counts);
}

} // namespace desk
