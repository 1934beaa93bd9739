#include "state/chat/messagemerge.h"

#include "domain/citations.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

template <typename Part>
void complete(Part &heard, const Part &known)
{
    if (heard.isEmpty())
        heard = known;
}

template <typename Part>
void complete(std::optional<Part> &heard, const std::optional<Part> &known)
{
    if (!heard)
        heard = known;
}

// Our warnings and side notes, which no server keeps.
QList<Thought> withNotes(QList<Thought> heard, const QList<Thought> &known)
{
    const auto isApart = [](const Thought &thought) { return thought.phase == warningPhase || thought.phase == interimPhase; };
    if (std::none_of(heard.cbegin(), heard.cend(), isApart))
        std::copy_if(known.cbegin(), known.cend(), std::back_inserter(heard), isApart);
    return heard;
}

// Of the same writing alone: another model's tokens, or the time and cost of others, would be taken for these.
AnswerFacts withMoreFacts(AnswerFacts heard, const AnswerFacts &known)
{
    const bool isOtherModel = !heard.model.isEmpty() && !known.model.isEmpty() && heard.model != known.model;
    const bool isOtherCount = heard.tokens() && known.tokens() && heard.tokens() != known.tokens();
    if (isOtherModel || isOtherCount)
        return heard;
    complete(heard.model, known.model);
    if (!heard.tokens() && known.tokens()) {
        heard.promptTokens = known.promptTokens;
        heard.completionTokens = known.completionTokens;
        heard.totalTokens = known.totalTokens;
    }
    heard.writingMs = heard.writingMs < 0 ? known.writingMs : heard.writingMs;
    complete(heard.costDollars, known.costDollars);
    return heard;
}

} // namespace

bool isLostText(const QString &text)
{
    return text.isEmpty() || text == "No response generated."_L1;
}

Message withWhatIsKnown(Message heard, const Message &known)
{
    if (isLostText(heard.content) && !known.content.isEmpty())
        heard.content = known.content;
    complete(heard.toolCalls, known.toolCalls);
    heard.thoughts = heard.thoughts.isEmpty() ? known.thoughts : withNotes(std::move(heard.thoughts), known.thoughts);
    complete(heard.plan, known.plan);
    heard.citations = mergedCitations(heard.citations, known.citations);
    heard.facts = withMoreFacts(std::move(heard.facts), known.facts);
    complete(heard.attachments, known.attachments);
    if (heard.routing && known.routing && known.routing->isTaken && !known.routing->needsDisambiguation)
        heard.routing->needsDisambiguation = false; // the person has settled it, and the server does not know
    complete(heard.routing, known.routing);
    complete(heard.prompts, known.prompts);
    complete(heard.agent, known.agent);
    complete(heard.runId, known.runId);
    heard.elapsedMs = std::max(heard.elapsedMs, known.elapsedMs);
    return heard;
}

} // namespace desk
