#include "state/chat/turnphase.h"

using namespace Qt::StringLiterals;

namespace desk {

QString TurnPhase::of(const Thought &thought)
{
    const QString &phase = thought.phase;
    if (phase == "intent_routing"_L1)
        return tr("Choosing an agent…");
    if (phase == "background_search"_L1)
        return tr("Searching…");
    if (phase == "model_reasoning"_L1 || phase == "deep_start"_L1 || phase == "model_upgrade"_L1)
        return tr("Thinking…");
    return {};
}

QString TurnPhase::of(const Progress &progress)
{
    if (progress.total <= 0)
        return progress.text;
    const QString count = tr("%1 of %2 steps done").arg(progress.completed).arg(progress.total);
    //: How many steps are done, and what the server says to it
    return progress.text.isEmpty() ? count : tr("%1: %2").arg(count, progress.text);
}

QString TurnPhase::of(const Message &answer)
{
    if (answer.isStopping)
        return tr("Stopping…");
    for (auto call = answer.toolCalls.crbegin(); call != answer.toolCalls.crend(); ++call) {
        if (!call->finished)
            return call->title.isEmpty() ? tr("Using %1…").arg(call->tool) : call->title;
    }
    if (!answer.content.isEmpty())
        return tr("Writing the answer…");
    if (!answer.toolCalls.isEmpty()) // what was thought may be older
        return tr("Working on the answer…");
    for (auto thought = answer.thoughts.crbegin(); thought != answer.thoughts.crend(); ++thought) {
        if (const QString text = of(*thought); !text.isEmpty())
            return text;
    }
    return answer.thoughts.isEmpty() ? tr("Waiting for the answer…") : tr("Working on the answer…");
}

} // namespace desk
