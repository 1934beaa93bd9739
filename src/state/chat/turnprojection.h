#pragma once

#include "domain/chatevent.h"
#include "state/models/transcriptmodel.h"
#include "wire/sseparser.h"
#include "wire/thinkfilter.h"

#include <QObject>
#include <QString>

namespace desk {

// What the events of one turn make of its two rows in a transcript (contract 4.6), and what they tell beside them. The same whether they
// come from a stream or from the journal, so that what is seen after a restart is what was seen before it.
class TurnProjection : public QObject
{
    Q_OBJECT
public:
    explicit TurnProjection(TranscriptModel &transcript, QObject *parent = nullptr);

    // The rows by their keys; an empty one: there is no such row.
    void begin(const QString &questionKey, const QString &answerKey);
    void apply(const wire::ServerEvent &event); // text is collected: flush() gives it to the row, once for many events
    void flush();
    void finish();      // nothing more comes: what might have been the beginning of a tag is text
    void resetAnswer(); // what came before comes again

    [[nodiscard]] int answerRow() const { return m_transcript.rowOfKey(m_answerKey); }
    [[nodiscard]] int questionRow() const { return m_transcript.rowOfKey(m_questionKey); }
    [[nodiscard]] const QString &answerKey() const { return m_answerKey; }
    [[nodiscard]] const QString &questionKey() const { return m_questionKey; }

Q_SIGNALS:
    void runCreated(const desk::RunCreated &event);                               // the question row has its server's id by then
    void conversationNamed(const desk::ConversationId &id, const QString &title); // created, or its title changed
    void prompted(const desk::Prompt &prompt);
    void approvalAsked(const desk::Prompt &prompt);             // of a call of a tool: no part of the answer (APPR-03)
    void toolBegan(const QString &tool, const QString &callId); // callId: empty where the server has none
    void toolEnded(const QString &tool, const QString &callId);
    void followUpAsked(const QString &question);           // about the person, and not part of the answer (IN-09)
    void agentAsked(const desk::RoutingDecision &routing); // the server could not decide which agent is meant
    void completed(const desk::TurnCompleted &event);      // terminal; the answer row has its id and citations
    void failed(const desk::TurnFailed &event);            // terminal

private:
    void on(const RunCreated &event);
    void on(const ConversationCreated &event);
    void on(const TitleChanged &event);
    void on(const Thought &event);
    void applyHint(int row, const Thought &thought); // what it tells of the routing
    void on(const RoutingDecision &event);
    void on(const Plan &event);
    void on(const Progress &event);
    void on(const Interim &event);
    void on(const ToolStarted &event);
    void on(const ToolFinished &event);
    void on(const ContentDelta &event);
    void on(const Prompt &event);
    void on(const AgentFinished &event);
    void on(const Warning &event);
    void on(const TurnCompleted &event);
    void on(const TurnFailed &event);
    void on(const UnknownEvent &event);
    void forgetText();
    void take(const wire::ThinkFilter::Parts &parts);

    TranscriptModel &m_transcript;
    QString m_questionKey;
    QString m_answerKey;
    QString m_pendingText;
    wire::ThinkFilter m_filter; // of what servers leave in the text of the thoughts of a model
    QString m_thought;          // found there
    bool m_hasNewThought = false;
    bool m_provisional = false; // what is shown is a quick first reply that real content replaces
};

} // namespace desk
