#pragma once

#include "domain/agent.h"
#include "domain/conversation.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/chat/toolapproval.h"
#include "state/chat/turnprojection.h"
#include "state/models/transcriptmodel.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

namespace desk {

class ApiClient;
class EventStream;
class ScratchAgent;
class ScratchCleaner;
class Workspace;

// One question to one agent, on trial: nothing of it stays, neither on the server nor here (AG-48). Only a turn that the server has ended
// is Done; one that breaks off is Incomplete and not tried again, because its tools may have run.
//
//   Idle → Preparing → Running → Done | Failed | Incomplete | Stopped, and Preparing → Failed | Stopped
//
// GUI thread; one question at a time.
class ScratchSide : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Preparing, Running, Done, Failed, Incomplete, Stopped };
    Q_ENUM(State)

    // Whether the server has the agent as it is given.
    enum class Definition { Unsaved, Saved };

    ScratchSide(ApiClient &api, Workspace &workspace, ScratchCleaner &cleaner, QObject *parent = nullptr);
    ~ScratchSide() override; // removes what it made, as far as there is a connection; else the cleaner does later

    void run(const Agent &agent, Definition definition, const QString &question); // while not busy
    void stop();
    void clear(); // Idle; stops what runs

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_state == State::Preparing || m_state == State::Running; }
    [[nodiscard]] Message answer() const;                        // text, tools, thoughts, facts, as far as they came; hostile
    [[nodiscard]] const Error &error() const { return m_error; } // of Failed and Incomplete
    // How long it took: as the server says, else measured here from the question to the end. -1: it has not ended, or never began.
    [[nodiscard]] qint64 elapsedMs() const;
    // What its tools wait for (APPR-01): as in a conversation, and over with the question.
    [[nodiscard]] ToolApproval &approval() { return m_approval; }
    [[nodiscard]] const ToolApproval &approval() const { return m_approval; }

Q_SIGNALS:
    void stateChanged();
    void answerChanged(); // with every batch of events, and with what is waited for

private:
    void ask();
    void onEvents(const QList<wire::ServerEvent> &events);
    void onClosed(const Result<> &outcome);
    void end(State state, const Error &error = {});
    void release(); // what was made for it
    void setState(State state);

    ApiClient &m_api;
    Workspace &m_workspace;
    ScratchCleaner &m_cleaner;
    TranscriptModel m_transcript; // the answer alone
    TurnProjection m_projection;
    ToolApproval m_approval;
    QPointer<ScratchAgent> m_made;
    QPointer<EventStream> m_stream;
    QString m_agent; // name
    QString m_question;
    RunId m_run;
    Error m_error;
    QElapsedTimer m_clock;
    qint64 m_measuredMs = -1;
    State m_state = State::Idle;
    bool m_hasOpened = false; // the server took the question
};

} // namespace desk
