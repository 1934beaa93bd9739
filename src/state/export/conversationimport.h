#pragma once

#include "domain/result.h"
#include "state/export/conversationfile.h"

#include <QObject>

namespace desk {

class ApiClient;
class ConversationStore;
class UnfinishedImports;

// What of a file a server takes in, and what it cannot: told before anything is sent.
struct ImportPlan {
    qsizetype messages = 0; // that are sent
    qsizetype empty = 0;    // without words, or by nobody known: no server takes them
    qsizetype files = 0;    // attached there; they are not in the file
    QString content;        // the same for the same words: see ImportRecords

    [[nodiscard]] static ImportPlan of(const ConversationFile &file); // pure, any thread
};

// One conversation of a file, made anew on the server: its messages with their tool calls, sources, thoughts and states, one after the
// other. The server gives them its own times and ids. Whole or not at all: what fails or is cancelled is deleted there again. What the end
// of the program cuts is noted in `unfinished`, and so is what the server would not delete. Lives in the GUI thread; must live until
// finished().
class ConversationImport : public QObject
{
    Q_OBJECT
public:
    ConversationImport(ApiClient &api, ConversationStore &conversations, UnfinishedImports &unfinished, QObject *parent = nullptr);

    void start(const ConversationFile &file); // once
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(qsizetype done, qsizetype total); // messages
    // Once. Kind::Cancelled after cancel(). When the server would not delete what had arrived, nextStep says that it is there.
    void finished(const desk::Result<desk::ConversationId> &conversation);

private:
    void sendNext();
    void giveUp(const Error &error);
    void end(const Result<ConversationId> &outcome);

    ApiClient &m_api;
    ConversationStore &m_conversations;
    UnfinishedImports &m_unfinished;
    Conversation m_made;
    QList<Message> m_messages;
    qsizetype m_next = 0;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace desk
