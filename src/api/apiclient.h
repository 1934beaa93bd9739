#pragma once

#include "api/apicall.h"
#include "api/endpoints/chapter.h"
#include "api/stream/eventstream.h"
#include "domain/agent.h"
#include "domain/capabilities.h"
#include "domain/conversation.h"
#include "domain/provider.h"
#include "domain/run.h"
#include "domain/workflow.h"

#include <QObject>
#include <QUrlQuery>

namespace desk {

class Transport;

struct MessagePage {
    QList<Message> messages; // oldest first
    int total = 0;
};

struct ChatRequest {
    QString message;
    ConversationId conversationId; // empty: the server makes one
    QStringList agents;            // empty: the server chooses
    QList<FileId> files;
};

// Every endpoint this version uses, one function each. Knows HTTP; knows no model, no widget, no keychain. The returned call or stream
// belongs to this object and deletes itself.
class ApiClient : public QObject, private Chapter
{
    Q_OBJECT
public:
    explicit ApiClient(Transport &transport, QObject *parent = nullptr);

    void setBaseUrl(const QUrl &url);
    [[nodiscard]] Transport &transport() { return m_transport; }

    ApiCall<Capabilities> *capabilities(); // 404 means: the team server, every workaround on
    ApiCall<QString> *healthNonce();       // "" where the server gives none (LOC-18)
    ApiCall<QList<Agent>> *listAgents();
    ApiCall<QList<Workflow>> *listWorkflows();
    ApiCall<Page<Conversation>> *listConversations(int offset, int limit);
    ApiCall<Conversation> *getConversation(const ConversationId &id);
    ApiCall<Conversation> *renameConversation(const ConversationId &id, const QString &title);
    ApiCall<void> *deleteConversation(const ConversationId &id);
    ApiCall<MessagePage> *listMessages(const ConversationId &id, int offset, int limit); // offset 0 is the newest
    ApiCall<QList<Run>> *listRuns(int offset, int limit);
    ApiCall<Run> *getRun(const RunId &id);
    ApiCall<void> *cancelRun(const RunId &id);            // run_cancel
    ApiCall<Run> *retryRun(const RunId &id);              // run_retry: the new, pending run
    ApiCall<StoredFile> *uploadFile(const QString &path); // files; see uploadProgress
    ApiCall<void> *setProviders(const QList<ModelProvider> &providers);

    // The turn goes on when the stream is dropped only where the server has chat_detach. The key makes a repeat harmless (HTTP-06).
    EventStream *streamChat(const ChatRequest &request, const QByteArray &idempotencyKey, bool heartbeats);
    EventStream *streamRun(const RunId &id, const QByteArray &lastEventId = {});
    [[nodiscard]] static QString runStreamPath(const RunId &id); // for StreamHub::watch()
};

} // namespace desk
