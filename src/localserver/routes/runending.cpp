#include "localserver/routes/runending.h"

#include "localserver/routes/runlog.h"
#include "localserver/routes/transcript.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "sqlite/transaction.h"
#include "wire/json/answerfactsjson.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

MessageState stateOf(const TurnOutcome &outcome)
{
    if (outcome.status.isSuccess())
        return MessageState::Complete;
    if (outcome.status == RunStatus::Cancelled)
        return MessageState::Stopped;
    return outcome.errorType == "interrupted"_L1 ? MessageState::Interrupted : MessageState::Failed;
}

Message answerOf(const RunRecord &record, const TurnOutcome &outcome)
{
    Message message;
    message.id = MessageId(newId());
    message.conversationId = record.run.conversationId;
    message.role = Role::Assistant;
    message.content = outcome.text;
    message.state = stateOf(outcome);
    message.runId = record.run.id;
    message.toolCalls = outcome.toolCalls;
    message.thoughts = outcome.thoughts;
    message.citations = outcome.citations;
    message.facts = outcome.facts;
    message.routing = outcome.routing;
    message.errorText = outcome.error;
    message.createdAt = now();
    return message;
}

// The runs this one retries, nearest first: the first that left a cut answer has it replaced.
QList<RunId> retriedRuns(const Store &store, const RunRecord &record)
{
    QList<RunId> out;
    RunId next = record.run.retryOf;
    while (!next.isEmpty() && !out.contains(next)) {
        out.append(next);
        const auto older = store.runs.find(next);
        next = older ? older->run.retryOf : RunId();
    }
    return out;
}

MessageId storeAnswer(Store &store, const RunRecord &record, const TurnOutcome &outcome)
{
    if (!record.isChat() || (outcome.text.isEmpty() && !outcome.status.isSuccess()))
        return {};
    const Message message = answerOf(record, outcome);
    store.messages.replaceAnswer(retriedRuns(store, record), message);
    store.conversations.touch(record.run.conversationId);
    return message.id;
}

QJsonObject outputOf(const TurnOutcome &outcome)
{
    QJsonObject output;
    if (!outcome.text.isEmpty() || outcome.status.isSuccess())
        output.insert("result"_L1, outcome.text);
    wire::insertFacts(output, outcome.facts);
    if (!outcome.status.isSuccess()) {
        output.insert("error"_L1, outcome.error);
        output.insert("error_type"_L1, outcome.errorType);
    }
    return output;
}

} // namespace

bool endRun(Store &store, RunRecord record, const TurnOutcome &outcome)
{
    Transaction transaction(store.database());
    record.run.status = outcome.status;
    if (!outcome.agentName.isEmpty())
        record.run.agentName = outcome.agentName;
    record.run.output = outputOf(outcome);
    record.run.errorText = outcome.error;
    record.run.errorType = outcome.errorType;
    if (store.runs.update(record.run)) {
        const MessageId answer = storeAnswer(store, record, outcome);
        RunLog(store).ended(record, answer, outcome);
    }
    return transaction.commit();
}

bool endInterrupted(Store &store, const RunId &id)
{
    const auto record = store.runs.find(id);
    if (!record || record->run.status.isTerminal())
        return !store.database().hasFailed();
    const Transcript transcript = transcriptOf(store.events, id);
    TurnOutcome outcome;
    outcome.status = RunStatus::Failed;
    outcome.text = transcript.text;
    outcome.agentName = record->run.agentName;
    outcome.toolCalls = transcript.toolCalls;
    outcome.thoughts = transcript.thoughts;
    outcome.routing = transcript.routing;
    outcome.error =
        LocalServer::tr("The server stopped before the answer was complete. What it had said is kept; retry to get a full answer.");
    outcome.errorType = u"interrupted"_s;
    return endRun(store, *record, outcome);
}

QList<RunId> endRunsOfTheDead(Store &store)
{
    QList<RunId> ended;
    const QStringList instances = store.runs.instancesWithUnfinished();
    for (const QString &instance : instances) {
        const auto lock = store.instances().claim(instance);
        if (!lock)
            continue;
        const QList<RunId> runs = store.runs.unfinishedOf(instance);
        for (const RunId &id : runs) {
            if (endInterrupted(store, id))
                ended.append(id);
        }
    }
    return ended;
}

} // namespace desk::server
