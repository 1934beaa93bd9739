#pragma once

#include "localserver/engine/engineturn.h"
#include "localserver/model/modelreply.h"
#include "localserver/model/modeltimeouts.h"

#include <QJsonArray>
#include <QNetworkAccessManager>

namespace desk::server {

class ChatClient;
struct ModelFailure;

// A turn answered by a language model that may call our tools, at most ten rounds of them.
class ModelTurn : public EngineTurn
{
    Q_OBJECT
public:
    static constexpr int maxRounds = 10;
    static constexpr int sameCallLimit = 3; // APPR-06
    static constexpr qsizetype historyMessages = 20;
    static constexpr qsizetype toolResultCharacters = 24 * 1000;

    ModelTurn(TurnRequest request, std::shared_ptr<Toolbox> toolbox, ModelTimeouts timeouts, QObject *parent = nullptr);

protected:
    void run() override;
    void abandon() override;

private:
    void chooseAgent();
    void buildMessages();
    void ask();
    void onText(const QString &piece);
    void onReasoning(const QString &piece);
    void flushReasoning(bool last);
    void onReply(const ModelReply &reply);
    void onFailure(const ModelFailure &failure);
    void count(const ModelReply &reply);
    void runNextCall();
    void addToolMessage(const ModelToolCall &call, const QJsonValue &output);
    void finishAnswer(const ModelReply &reply);
    [[nodiscard]] QString systemPrompt() const;
    [[nodiscard]] QJsonArray offeredTools() const;

    ModelTimeouts m_timeouts;
    QNetworkAccessManager m_network; // its own: requests of other turns never queue behind this one
    ChatClient *m_client = nullptr;
    QString m_instructions;
    QStringList m_toolNames;
    bool m_useTools = true;
    bool m_asksForUsage = true;
    bool m_isCounted = false; // a round was
    QJsonArray m_messages;
    QList<ModelToolCall> m_pending;
    QHash<QString, int> m_callCounts;
    QString m_reasoning;
    qsizetype m_reasoningShown = 0;
    bool m_newParagraph = false;
    int m_round = 0;
};

} // namespace desk::server
