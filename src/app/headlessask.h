#pragma once

#include "app/core.h"
#include "app/options.h"
#include "domain/agent.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsession.h"
#include "wire/thinkfilter.h"

#include <QObject>
#include <QStringList>
#include <QTextStream>

namespace desk {

// `agentdesk --ask`: one question without a window. The answer goes to standard output as it comes, thoughts and tool calls to standard
// error; --json writes one event per line instead. Nobody can be asked: a call that waits for an approval is refused at once, and standard
// error says which. Ends with finished(0), or finished(1) after one clear line on standard error.
class HeadlessAsk : public QObject
{
    Q_OBJECT
public:
    HeadlessAsk(Core &core, const Options &options, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void onReady();
    void onWorkspaceState(Workspace::State state);
    void onAgents(const Result<QList<Agent>> &agents);
    void sendWhenUploaded();
    void onEvent(const wire::ServerEvent &event);
    void onTurnEnded(bool success);
    void print(const ChatEvent &event);
    void print(const ContentDelta &delta);
    void print(const wire::ThinkFilter::Parts &parts);
    void refuse(const Prompt &approval);
    void printSources(const Message &answer);
    void fail(const QString &line);

    Core &m_core;
    const Options &m_options;
    AttachmentQueue m_attachments;
    ChatSession m_session;
    QTextStream m_out;
    QTextStream m_err;
    QString m_ack;              // a quick first reply: printed only if nothing better came
    wire::ThinkFilter m_filter; // of what servers leave in the text of the thoughts of a model
    QString m_thought;          // found there, not printed yet
    RunId m_run;                // that answers
    QStringList m_refused;      // hashes: an event may come twice
    bool m_hasPrinted = false;
    bool m_asked = false;
    bool m_isOver = false;
};

} // namespace desk
