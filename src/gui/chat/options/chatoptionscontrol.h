#pragma once

#include "domain/chatoptions.h"
#include "domain/ids.h"

#include <QObject>

namespace desk {

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
    void chooseAgents(const QStringList &names);   // as if the person had
    void open();                                   // the panel
    [[nodiscard]] ChatOptions current() const;

private:
    void refresh();
    void takeAgents(const QStringList &names);
    void saveDefaults();

    Composer &m_composer;
    const AgentStore &m_agents;
    ChatChoices &m_choices;
    ChatOptionsStore &m_store;
    OptionsPanel *m_panel;
    ConversationId m_conversation;
};

} // namespace desk
