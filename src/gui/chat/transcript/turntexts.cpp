#include "gui/chat/transcript/turntexts.h"

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

} // namespace

QStringList shownThoughts(const Message &message)
{
    QStringList texts;
    for (const Thought &thought : message.thoughts) {
        if (thought.phase != warningPhase)
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
