#pragma once

#include "domain/chatevent.h"
#include "wire/sseparser.h"

namespace desk::wire {

// Writes each kind of chat event in the contract's shape (4.6): a visitor for ChatEvent. Used by toServerEvent only.
class ChatEventWriter
{
public:
    ServerEvent operator()(const RunCreated &event) const;
    ServerEvent operator()(const ConversationCreated &event) const;
    ServerEvent operator()(const TitleChanged &event) const;
    ServerEvent operator()(const Thought &event) const;
    ServerEvent operator()(const RoutingDecision &event) const;
    ServerEvent operator()(const Plan &event) const;
    ServerEvent operator()(const Progress &event) const;
    ServerEvent operator()(const Interim &event) const;
    ServerEvent operator()(const ToolStarted &event) const;
    ServerEvent operator()(const ToolFinished &event) const;
    ServerEvent operator()(const ContentDelta &event) const;
    ServerEvent operator()(const Prompt &event) const;
    ServerEvent operator()(const AgentFinished &event) const;
    ServerEvent operator()(const Warning &event) const;
    ServerEvent operator()(const TurnCompleted &event) const;
    ServerEvent operator()(const TurnFailed &event) const;
    ServerEvent operator()(const UnknownEvent &event) const;
};

} // namespace desk::wire
