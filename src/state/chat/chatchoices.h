#pragma once

#include "domain/chatmodel.h"
#include "domain/chatoptions.h"
#include "domain/error.h"
#include "domain/result.h"
#include "domain/tool.h"
#include "state/chat/chatabilities.h"

#include <QObject>

#include <functional>
#include <optional>

namespace desk {

class ApiClient;
class Workspace;

// What the open server has to choose from for a chat: models and tools; and its settings of a person's chats. Asked for once a
// connection, when somebody looks; a list that cannot be had is empty and says why. Lives in the GUI thread.
class ChatChoices : public QObject
{
    Q_OBJECT
public:
    ChatChoices(ApiClient &api, Workspace &workspace, QObject *parent = nullptr);

    void load(); // what is not there yet, of what the server heeds
    [[nodiscard]] ChatAbilities abilities() const;
    [[nodiscard]] const QList<ChatModel> &models() const { return m_models; }
    [[nodiscard]] const QList<Tool> &tools() const { return m_tools; }
    [[nodiscard]] const std::optional<Error> &modelsError() const { return m_modelsError; }
    [[nodiscard]] const std::optional<Error> &toolsError() const { return m_toolsError; }
    [[nodiscard]] bool hasModels() const { return m_hasModels; }
    [[nodiscard]] bool hasTools() const { return m_hasTools; }

    // The server's own settings of a person's chats, for the other programs of that person: read, changed, written (contract 3.10). Only
    // what the server heeds is changed, and its agents never are: any makes the plain chat of the team server fail. Nothing to change: ok.
    void saveToServer(const ChatOptions &options, QObject *context, std::function<void(const Result<> &outcome)> done);

Q_SIGNALS:
    void changed(); // models, tools, errors or what the server heeds

private:
    void forget();
    void loadModels();
    void loadTools();

    ApiClient &m_api;
    Workspace &m_workspace;
    QList<ChatModel> m_models;
    QList<Tool> m_tools;
    std::optional<Error> m_modelsError;
    std::optional<Error> m_toolsError;
    quint64 m_generation = 0; // answers of an earlier connection are dropped
    bool m_hasModels = false;
    bool m_hasTools = false;
    bool m_loadsModels = false;
    bool m_loadsTools = false;
};

} // namespace desk
