#include "state/chat/turnprojection.h"

#include "domain/citations.h"
#include "domain/log.h"
#include "domain/routinghint.h"
#include "wire/json/chateventjson.h"
#include "wire/json/filejson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The team server sends no citations of their own: what its document search finds is what the answer rests on (CH-56).
constexpr auto documentSearch = "document_search"_L1;

QList<Citation> citationsIn(const QJsonValue &output)
{
    QList<Citation> citations;
    const QJsonArray results = output.toObject().value("results"_L1).toArray();
    for (const QJsonValue &result : results) {
        if (citations.size() >= maxCitations)
            break;
        if (Result<Citation> citation = wire::citationFromJson(result))
            citations.append(*std::move(citation));
    }
    return citations;
}

} // namespace

TurnProjection::TurnProjection(TranscriptModel &transcript, QObject *parent)
    : QObject(parent)
    , m_transcript(transcript)
{
}

void TurnProjection::begin(const QString &questionKey, const QString &answerKey)
{
    m_questionKey = questionKey;
    m_answerKey = answerKey;
    forgetText();
}

void TurnProjection::forgetText()
{
    m_pendingText.clear();
    m_filter = {};
    m_thought.clear();
    m_hasNewThought = false;
    m_provisional = false;
}

void TurnProjection::apply(const wire::ServerEvent &event)
{
    std::visit([this](const auto &e) { on(e); }, wire::chatEventFrom(event));
}

void TurnProjection::flush()
{
    const int row = answerRow();
    if (std::exchange(m_hasNewThought, false) && row >= 0)
        on(Thought{{}, m_thought.trimmed(), u"model_reasoning"_s, true}); // of no source: that may send thoughts of its own
    if (!m_pendingText.isEmpty() && row >= 0)
        m_transcript.appendText(row, m_pendingText);
    m_pendingText.clear();
}

void TurnProjection::finish()
{
    take(m_filter.finish());
    flush();
}

void TurnProjection::take(const wire::ThinkFilter::Parts &parts)
{
    if (parts.isRetracted) {
        const int row = answerRow();
        m_thought += (row >= 0 ? m_transcript.messageAt(row).content : QString()) + std::exchange(m_pendingText, QString());
        if (row >= 0)
            m_transcript.setText(row, {});
    }
    m_thought += parts.thought;
    m_hasNewThought = m_hasNewThought || parts.isRetracted || !parts.thought.trimmed().isEmpty();
    m_pendingText += parts.answer;
}

void TurnProjection::resetAnswer()
{
    forgetText();
    const int row = answerRow();
    if (row < 0)
        return;
    const Message &old = m_transcript.messageAt(row);
    Message fresh;
    fresh.id = old.id;
    fresh.role = Role::Assistant;
    fresh.state = MessageState::Streaming;
    fresh.createdAt = old.createdAt;
    fresh.runId = old.runId;
    m_transcript.replace(row, fresh);
}

void TurnProjection::on(const RunCreated &event)
{
    if (const int question = questionRow(); question >= 0) {
        m_transcript.setServerId(question, event.messageId);
        m_transcript.setState(question, MessageState::Complete);
    }
    if (const int answer = answerRow(); answer >= 0)
        m_transcript.setRunId(answer, event.runId);
    Q_EMIT runCreated(event);
}

void TurnProjection::on(const ConversationCreated &event)
{
    Q_EMIT conversationNamed(event.id, event.title);
}

void TurnProjection::on(const TitleChanged &event)
{
    Q_EMIT conversationNamed(event.id, event.title);
}

void TurnProjection::on(const Thought &event)
{
    if (const int row = answerRow(); row >= 0) {
        m_transcript.addThought(row, event);
        applyHint(row, event);
    }
}

void TurnProjection::applyHint(int row, const Thought &thought)
{
    const std::optional<RoutingDecision> &known = m_transcript.messageAt(row).routing;
    const std::optional<RoutingDecision> decision = routingAfter(known, thought);
    if (decision && decision != known)
        m_transcript.setRouting(row, *decision);
}

void TurnProjection::on(const RoutingDecision &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.setRouting(row, event);
    if (event.needsDisambiguation)
        Q_EMIT agentAsked(event);
}

void TurnProjection::on(const Plan &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.setPlan(row, event);
}

void TurnProjection::on(const Progress &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.setProgress(row, event);
}

void TurnProjection::on(const Interim &event)
{
    if (event.isFollowUp) {
        Q_EMIT followUpAsked(event.text);
        return;
    }
    if (const int row = answerRow(); row >= 0)
        m_transcript.addThought(row, {event.source, event.text, interimPhase, false});
}

void TurnProjection::on(const ToolStarted &event)
{
    ToolCall call;
    call.callId = event.callId;
    call.tool = event.tool;
    call.source = event.source;
    call.title = event.title;
    call.input = event.input;
    call.startedAt = event.at;
    if (const int row = answerRow(); row >= 0)
        m_transcript.startTool(row, call);
    Q_EMIT toolBegan(event.tool, event.callId);
}

void TurnProjection::on(const ToolFinished &event)
{
    Q_EMIT toolEnded(event.tool, event.callId);
    const int row = answerRow();
    if (row < 0)
        return;
    const qsizetype at = m_transcript.finishTool(row, event);
    const bool isSearch = event.tool == documentSearch || m_transcript.messageAt(row).toolCalls.at(at).tool == documentSearch;
    if (event.success && isSearch)
        m_transcript.setCitations(row, withMoreCitations(m_transcript.messageAt(row).citations, citationsIn(event.output)));
}

void TurnProjection::on(const ContentDelta &event)
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
        if (!event.source.isEmpty())
            m_transcript.setAgent(row, event.source);
        take(m_filter.feed(event.text));
        break;
    case ContentDelta::Kind::Ack:
        if (m_transcript.messageAt(row).content.isEmpty() && m_pendingText.isEmpty()) {
            m_transcript.setText(row, wire::ThinkFilter::split(event.text).answer);
            m_provisional = true;
        }
        break;
    case ContentDelta::Kind::Interim:
        m_transcript.addThought(row, {event.source, event.text, interimPhase, true}); // the next one takes its place
        break;
    case ContentDelta::Kind::Clarify:
        finish();
        m_transcript.appendText(row, (m_transcript.messageAt(row).content.isEmpty() ? QString() : u"\n\n"_s) +
                                         wire::ThinkFilter::split(event.text).answer);
        break;
    case ContentDelta::Kind::Replace:
        m_pendingText.clear();
        m_transcript.setText(row, {});
        m_filter = {};
        take(m_filter.feed(event.text));
        flush();
        break;
    case ContentDelta::Kind::End:
        finish();
        break;
    }
}

void TurnProjection::on(const Prompt &event)
{
    if (event.isApproval())
        return Q_EMIT approvalAsked(event);
    finish();
    const int row = answerRow();
    const bool isSaid = row >= 0 && m_transcript.messageAt(row).content.trimmed().endsWith(event.text.trimmed());
    if (!isSaid) // some say in the text as well what they ask
        on(ContentDelta{ContentDelta::Kind::Clarify, event.source, event.text});
    if (row >= 0)
        m_transcript.addPrompt(row, event);
    Q_EMIT prompted(event);
}

void TurnProjection::on(const AgentFinished &event)
{
    constexpr double longestMs = 1e10; // a hundred days: what is more is no time
    const double ms = event.elapsedSeconds * 1000;
    if (const int row = answerRow(); row >= 0 && ms > 0 && ms < longestMs)
        m_transcript.setElapsed(row, qRound64(ms));
}

void TurnProjection::on(const Warning &event)
{
    if (const int row = answerRow(); row >= 0)
        m_transcript.addThought(row, {event.source, event.text, warningPhase, false});
}

void TurnProjection::on(const TurnCompleted &event)
{
    finish();
    if (const int row = answerRow(); row >= 0) {
        m_transcript.setServerId(row, event.messageId);
        m_transcript.setCitations(row, mergedCitations(event.citations, m_transcript.messageAt(row).citations));
        if (!event.facts.isEmpty())
            m_transcript.setFacts(row, event.facts);
    }
    Q_EMIT completed(event);
}

void TurnProjection::on(const TurnFailed &event)
{
    finish();
    Q_EMIT failed(event);
}

void TurnProjection::on(const UnknownEvent &event)
{
    qCInfo(logState) << "event of unknown kind ignored:" << event.name;
}

} // namespace desk
