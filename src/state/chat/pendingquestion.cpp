#include "state/chat/pendingquestion.h"

#include "state/models/transcriptmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostRows = 50; // from the end: nobody waits for an answer to what is asked further up

QStringList agentsOf(const Message &answer)
{
    QStringList agents;
    if (!answer.routing || !answer.routing->needsDisambiguation || answer.routing->isTaken)
        return agents;
    for (const QString &agent : answer.routing->agents + answer.routing->alternatives) {
        if (!agent.isEmpty() && !agents.contains(agent))
            agents.append(agent);
    }
    return agents.size() < 2 ? QStringList() : agents; // else there is nothing to choose
}

// Not of what another program asked: whoever did has seen the answer.
bool isInDoubt(const QString &key, const Message &answer)
{
    return answer.routing && answer.routing->needsDisambiguation && answer.routing->isTaken && answer.state == MessageState::Complete &&
           !answer.content.trimmed().isEmpty() && key.startsWith("a:"_L1);
}

PendingQuestion questionOf(const QString &key, const Message &answer)
{
    PendingQuestion question{key, answer.prompts, {}};
    if (question.prompts.isEmpty())
        question.agents = agentsOf(answer);
    if (!question.prompts.isEmpty() || !question.agents.isEmpty())
        return question;
    if (!isInDoubt(key, answer))
        return {};
    question.isDoubt = true;
    question.agents = answer.routing->alternatives;
    question.answeredBy = answer.routing->agents.value(0);
    return question;
}

} // namespace

PendingQuestion PendingQuestion::of(const TranscriptModel &transcript)
{
    bool isPassedOver = false;
    const int last = transcript.rowCount() - 1;
    for (int row = last; row >= 0 && row > last - mostRows; --row) {
        const Message &message = transcript.messageAt(row);
        const QString key = transcript.keyAt(row);
        if (message.role == Role::User && key.startsWith("q:"_L1))
            return {};
        if (message.role == Role::Assistant) {
            PendingQuestion question = questionOf(key, message);
            if (question.isDoubt && isPassedOver)
                return {};
            question.isExpired = isPassedOver || message.state == MessageState::Failed;
            if (!question.isEmpty())
                return question;
        }
        isPassedOver = true;
    }
    return {};
}

} // namespace desk
