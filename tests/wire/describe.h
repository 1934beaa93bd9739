#pragma once

#include "domain/chatevent.h"

#include <QJsonDocument>
#include <QStringList>

// Every field of a chat event as text, written without the code under test, so that two events can be compared.
namespace describe {

inline QString json(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

inline QString flag(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

struct Visitor {
    using Words = QStringList;

    Words operator()(const desk::RunCreated &e) const
    {
        return {QStringLiteral("RunCreated"), e.runId.value(), e.conversationId.value(), e.messageId.value()};
    }
    Words operator()(const desk::ConversationCreated &e) const { return {QStringLiteral("ConversationCreated"), e.id.value(), e.title}; }
    Words operator()(const desk::TitleChanged &e) const { return {QStringLiteral("TitleChanged"), e.id.value(), e.title}; }
    Words operator()(const desk::Thought &e) const { return {QStringLiteral("Thought"), e.source, e.text, e.phase, flag(e.partial)}; }
    Words operator()(const desk::RoutingDecision &e) const
    {
        return {QStringLiteral("RoutingDecision"), e.agents.join(u'|'), e.tools.join(u'|'),
                QString::number(e.confidence),     e.reasoning,         e.alternatives.join(u'|'),
                flag(e.needsDisambiguation)};
    }
    Words operator()(const desk::Plan &e) const
    {
        Words words{QStringLiteral("Plan"), e.summary};
        for (const desk::PlanStep &step : e.steps)
            words << step.id << step.tool << step.objective;
        return words;
    }
    Words operator()(const desk::Progress &e) const
    {
        return {QStringLiteral("Progress"), QString::number(e.completed), QString::number(e.total), e.text};
    }
    Words operator()(const desk::Interim &e) const { return {QStringLiteral("Interim"), e.source, e.text}; }
    Words operator()(const desk::ToolStarted &e) const
    {
        return {QStringLiteral("ToolStarted"), e.callId, e.tool, e.source, e.title, json(e.input)};
    }
    Words operator()(const desk::ToolFinished &e) const
    {
        return {QStringLiteral("ToolFinished"), e.callId, e.tool, e.source, e.title, json(e.output), flag(e.success), e.error,
                QString::number(e.durationMs)};
    }
    Words operator()(const desk::ContentDelta &e) const
    {
        return {QStringLiteral("ContentDelta"), QString::number(static_cast<int>(e.kind)), e.source, e.text};
    }
    Words operator()(const desk::Prompt &e) const
    {
        return {QStringLiteral("Prompt"), QString::number(static_cast<int>(e.type)), e.source, e.text, e.options.join(u'|'),
                e.defaultOption};
    }
    Words operator()(const desk::AgentFinished &e) const
    {
        return {QStringLiteral("AgentFinished"), e.source, QString::number(e.elapsedSeconds)};
    }
    Words operator()(const desk::Warning &e) const { return {QStringLiteral("Warning"), e.source, e.text}; }
    Words operator()(const desk::TurnCompleted &e) const
    {
        Words words{QStringLiteral("TurnCompleted"), e.messageId.value(), e.conversationId.value()};
        for (const desk::Citation &c : e.citations)
            words << c.fileId.value() << c.filename << QString::number(c.page) << c.quote;
        if (!e.facts.isEmpty())
            words << e.facts.model << QString::number(e.facts.promptTokens) << QString::number(e.facts.completionTokens)
                  << QString::number(e.facts.writingMs) << QString::number(e.facts.totalTokens)
                  << QString::number(e.facts.costDollars.value_or(-1));
        return words;
    }
    Words operator()(const desk::TurnFailed &e) const { return {QStringLiteral("TurnFailed"), e.text, e.type}; }
    Words operator()(const desk::UnknownEvent &e) const { return {QStringLiteral("UnknownEvent"), e.name, json(e.data)}; }
};

inline QStringList event(const desk::ChatEvent &event)
{
    return std::visit(Visitor(), event);
}

} // namespace describe
