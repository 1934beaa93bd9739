// What each event of a turn does to the session and its transcript (contract 4.6).
#include "state/chatsession.h"

#include "domain/log.h"
#include "state/conversationstore.h"
#include "wire/json/filejson.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The team server sends no citations of their own: what its document search found is what the answer rests on.
QList<Citation> citationsFromTools(const QList<ToolCall> &calls)
{
    QList<Citation> citations;
    for (const ToolCall &call : calls) {
        if (call.tool != "document_search"_L1)
            continue;
        const QJsonArray results = call.output.toObject().value("results"_L1).toArray();
        for (const QJsonValue &result : results) {
            if (Result<Citation> citation = wire::citationFromJson(result))
                citations.append(*std::move(citation));
        }
    }
    return citations;
}

MessageState stateForFailure(const QString &type)
{
    if (type == "cancelled"_L1)
        return MessageState::Stopped;
    return type == "interrupted"_L1 ? MessageState::Interrupted : MessageState::Failed;
}

} // namespace

void ChatSession::on(const RunCreated &event)
{
    m_runId = event.runId;
    const int question = questionRow();
    if (question >= 0) {
        m_transcript.setServerId(question, event.messageId);
        m_transcript.setState(question, MessageState::Complete);
    }
    if (const int answer = answerRow(); answer >= 0)
        m_transcript.setRunId(answer, event.runId);
    if (m_conversationId.isEmpty() && !event.conversationId.isEmpty()) {
        m_conversationId = event.conversationId;
        Q_EMIT conversationIdChanged(m_conversationId);
    }
    touchConversation(true);
    if (m_stopping) // Stop was pressed before the run had a name
        restartStop();
}

void ChatSession::on(const ConversationCreated &event)
{
    const bool isNew = m_conversationId != event.id;
    m_conversationId = event.id;
    m_title = event.title;
    touchConversation(true);
    if (isNew)
        Q_EMIT conversationIdChanged(m_conversationId);
    Q_EMIT titleChanged(m_title);
}

void ChatSession::on(const TitleChanged &event)
{
    if (!event.id.isEmpty() && event.id != m_conversationId)
        return;
    m_title = event.title;
    touchConversation(true);
    Q_EMIT titleChanged(m_title);
}

void ChatSession::on(const Thought &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.addThought(row, event);
    Q_EMIT activity(event.text);
}

void ChatSession::on(const RoutingDecision &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.setRouting(row, event);
}

void ChatSession::on(const Plan &event)
{
    QStringList lines{event.summary};
    for (const PlanStep &step : event.steps)
        lines.append(tr("• %1", "one step of a plan").arg(step.objective.isEmpty() ? step.tool : step.objective));
    if (const int row = answerRow(); row >= 0)
        m_transcript.addThought(row, {QString(), lines.join(u'\n'), u"plan"_s, false});
}

void ChatSession::on(const Progress &event)
{
    Q_EMIT activity(event.total > 0 ? tr("Step %1 of %2").arg(event.completed).arg(event.total) : event.text);
}

void ChatSession::on(const Interim &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.addThought(row, {event.source, event.text, u"interim"_s, false});
}

void ChatSession::on(const ToolStarted &event)
{
    ToolCall call;
    call.callId = event.callId;
    call.tool = event.tool;
    call.source = event.source;
    call.title = event.title;
    call.input = event.input;
    if (const int row = answerRow(); row >= 0)
        m_transcript.startTool(row, call);
    Q_EMIT activity(event.title.isEmpty() ? tr("Using %1…").arg(event.tool) : event.title);
}

void ChatSession::on(const ToolFinished &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.finishTool(row, event);
}

void ChatSession::on(const ContentDelta &event)
{
    const int row = answerRow();
    if (row < 0)
        return;
    const bool isReal =
        event.kind != ContentDelta::Kind::Ack && event.kind != ContentDelta::Kind::Interim && event.kind != ContentDelta::Kind::End;
    if (isReal && m_provisional) {
        m_transcript.setText(row, {});
        m_provisional = false;
    }
    switch (event.kind) {
    case ContentDelta::Kind::Append:
        m_pendingText += event.text;
        if (!m_flushTimer.isActive())
            m_flushTimer.start();
        break;
    case ContentDelta::Kind::Ack:
        if (m_transcript.messageAt(row).content.isEmpty() && m_pendingText.isEmpty()) {
            m_transcript.setText(row, event.text);
            m_provisional = true;
        }
        break;
    case ContentDelta::Kind::Interim:
        Q_EMIT activity(event.text);
        break;
    case ContentDelta::Kind::Clarify:
        flushText();
        m_transcript.appendText(row, (m_transcript.messageAt(row).content.isEmpty() ? QString() : u"\n\n"_s) + event.text);
        break;
    case ContentDelta::Kind::Replace:
        m_pendingText.clear();
        m_transcript.setText(row, event.text);
        break;
    case ContentDelta::Kind::End:
        flushText();
        break;
    }
}

void ChatSession::on(const Prompt &event)
{
    on(ContentDelta{ContentDelta::Kind::Clarify, event.source, event.text});
    Q_EMIT prompted(event);
}

void ChatSession::on(const AgentFinished &) {}

void ChatSession::on(const Warning &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.addThought(row, {event.source, event.text, u"warning"_s, false});
    Q_EMIT activity(event.text);
}

void ChatSession::on(const TurnCompleted &event)
{
    flushText();
    const int row = answerRow();
    if (row >= 0) {
        m_transcript.setServerId(row, event.messageId);
        const QList<Citation> citations =
            event.citations.isEmpty() ? citationsFromTools(m_transcript.messageAt(row).toolCalls) : event.citations;
        if (!citations.isEmpty())
            m_transcript.setCitations(row, citations);
    }
    if (m_conversationId.isEmpty() && !event.conversationId.isEmpty()) {
        m_conversationId = event.conversationId;
        Q_EMIT conversationIdChanged(m_conversationId);
    }
    finishTurn(MessageState::Complete, {});
}

void ChatSession::on(const TurnFailed &event)
{
    const MessageState state = stateForFailure(event.type);
    finishTurn(state, state == MessageState::Stopped ? QString() : event.text);
}

void ChatSession::on(const UnknownEvent &event)
{
    qCInfo(logState) << "event of unknown kind ignored:" << event.name;
}

} // namespace desk
