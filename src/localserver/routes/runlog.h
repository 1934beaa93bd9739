#pragma once

#include "domain/chatevent.h"
#include "localserver/engine/turn.h"
#include "localserver/store/store.h"

namespace desk::server {

// Writes what happens in a run into its log, in the words of its kind of stream: the agentic events for a chat turn
// (contract 4.6), status, event, output and complete for a plain run (contract 4.2). Call inside a transaction.
class RunLog
{
public:
    explicit RunLog(Store &store)
        : m_store(store)
    {
    }

    void created(const RunRecord &record);
    void running(const RunRecord &record);
    void event(const RunRecord &record, const ChatEvent &event);
    // The terminal event; run.status, output and errors are final. Of the outcome it tells the citations and facts, and those and the
    // message only of chat turns.
    void ended(const RunRecord &record, const MessageId &answer, const TurnOutcome &outcome);

private:
    void status(const RunRecord &record, QLatin1StringView type);
    Store &m_store;
};

} // namespace desk::server
