#pragma once

#include "domain/error.h"
#include "state/agents/design/designproposal.h"
#include "state/chat/turndelivery.h"
#include "state/chat/turnprojection.h"
#include "state/models/transcriptmodel.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>

namespace desk {

class ApiClient;
class ScratchAgent;
class ScratchCleaner;
class Workspace;

// The design assistant's talk with the server (AG-49, FR-039, FR-041): each request is one ordinary chat turn, in a conversation of its
// own, because no server has turns without one. It is made as those of trials are: ConversationStore does not list it, and ScratchCleaner
// remembers it on disk before it is made and removes it when the turn has ended, or, where that fails (leftBehind()) or the program was
// killed, at the next ready workspace. Nothing else is kept on disk; the answer runs no tools where the server lets that be said.
//
//   Idle → Asking → Proposed | Failed | Incomplete → Asking …
//
// Only an answer that has come to its end makes a proposal; the proposal before it stays until there is another. Lives in the GUI thread.
class DesignTalk : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Asking,
        Proposed,
        Failed,    // refused, or the answer holds no proposal: error()
        Incomplete // the answer was stopped or broke off: text() has what came
    };
    Q_ENUM(State)

    DesignTalk(ApiClient &api, Workspace &workspace, ScratchCleaner &cleaner, QObject *parent = nullptr); // which all outlive it
    ~DesignTalk() override; // a turn under way is given up, its conversation removed

    // Which agent of the server is asked, by name; empty: the server chooses. By default the one that the server has for chats.
    void setAsked(const QString &agent) { m_asked = agent; }
    void setSurroundings(const AgentSurroundings &known) { m_known = known; }

    // Why nobody can be asked, for people: no connection, no language model. Empty: one can ask. whyNotChanged() when it may be another.
    [[nodiscard]] QString whyNot() const;

    // Nothing happens while one asks, with nothing to say, or while there is a whyNot().
    void ask(const QString &wish, const Agent &current);    // drops the proposal before
    void refine(const QString &wish, const Agent &current); // of the proposal there is
    void stop();                                            // Incomplete follows
    void take(const DesignProposal &proposal);              // not a model's, for instance a template: Proposed at once
    void reset();                                           // to Idle; another agent is written

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &text() const { return m_text; }                // of the answer so far; hostile
    [[nodiscard]] const DesignProposal &proposal() const { return m_proposal; } // the last whole one
    [[nodiscard]] const Error &error() const { return m_error; }                // of Failed and Incomplete
    [[nodiscard]] const AgentSurroundings &surroundings() const { return m_known; }

Q_SIGNALS:
    void textChanged();
    void proposalChanged();
    void stateChanged();
    void whyNotChanged();
    void leftBehind(const desk::Error &error); // a conversation of this is still on the server, and will be removed later

private:
    void send(const QString &request);
    void post(const QString &request);
    void onEvents(const QList<wire::ServerEvent> &events);
    void onNotMade(const Error &error);
    void onEnded(const TurnDelivery::Ending &ending);
    void onFailed(const TurnFailed &event);
    void onLeftOpen();
    void showText();
    void complete();
    void fail(State state, const QString &message);
    void fail(State state, const Error &error);
    void setState(State state);
    void clean();
    void onNotRemoved(const QString &name, const Error &error);

    ApiClient &m_api;
    Workspace &m_workspace;
    ScratchCleaner &m_cleaner;
    TurnDelivery m_delivery;
    TranscriptModel m_transcript; // of the one answer
    TurnProjection m_projection;
    AgentSurroundings m_known;
    DesignProposal m_proposal;
    Error m_error;
    QString m_text;
    QString m_asked;
    QString m_turn;                // its id; empty: none is under way
    QPointer<ScratchAgent> m_made; // its conversation
    QSet<QString> m_left;          // names of the conversations before, until they are removed
    State m_state = State::Idle;
};

} // namespace desk
