#pragma once

#include "domain/chatoptions.h"
#include "domain/ids.h"

#include <QObject>

namespace desk {

struct Agent;
class AgentStore;
class ChatChoices;
class ChatOptionsStore;
class Composer;
class OptionsPanel;

// Brings the options of the conversation that is shown, their store and the composer together.
class ChatOptionsControl : public QObject
{
    Q_OBJECT
public:
    ChatOptionsControl(Composer &composer, const AgentStore &agents, ChatChoices &choices, ChatOptionsStore &store,
                       QObject *parent = nullptr);
    ~ChatOptionsControl() override;

    void show(const ConversationId &conversation); // an empty id: of the one that does not exist yet
    void beginAfresh();                            // as every new chat
    // A new chat with this agent (CA-20): the options of every new chat, the searches that it owns, and its model where the server
    // offers that, as soon as it is known.
    void beginWith(const Agent &agent);
    void open(); // the panel
    [[nodiscard]] ChatOptions current() const;

private:
    void refresh();
    void preselectModel();
    void takeAgents(const QStringList &names);
    void saveDefaults();

    Composer &m_composer;
    const AgentStore &m_agents;
    ChatChoices &m_choices;
    ChatOptionsStore &m_store;
    OptionsPanel *m_panel;
    ConversationId m_conversation;
    QString m_modelOf; // the agent that a new chat was begun with, while it is not known whether the server offers its model
};

} // namespace desk
