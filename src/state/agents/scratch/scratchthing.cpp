#include "state/agents/scratch/scratchthing.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto stem = "agent-desk-trial-"_L1;
constexpr qsizetype digits = 32;

} // namespace

QJsonObject ScratchThing::toJson() const
{
    return {{"server"_L1, server},
            {"has_agent"_L1, hasAgent},
            {"has_conversation"_L1, hasConversation},
            {"agent"_L1, agent.value()},
            {"conversation"_L1, conversation.value()}};
}

ScratchThing ScratchThing::fromJson(const QString &name, const QJsonObject &json)
{
    ScratchThing thing;
    thing.name = name;
    thing.server = json.value("server"_L1).toString();
    thing.hasAgent = json.value("has_agent"_L1).toBool();
    thing.hasConversation = json.value("has_conversation"_L1).toBool();
    thing.agent = AgentId(json.value("agent"_L1).toString());
    thing.conversation = ConversationId(json.value("conversation"_L1).toString());
    return thing;
}

QString newScratchName()
{
    return stem + QUuid::createUuid().toString(QUuid::Id128);
}

bool isScratchName(QStringView name)
{
    if (!name.startsWith(stem) || name.size() != stem.size() + digits)
        return false;
    const QStringView number = name.sliced(stem.size());
    return std::all_of(number.begin(), number.end(),
                       [](QChar letter) { return (letter >= u'0' && letter <= u'9') || (letter >= u'a' && letter <= u'f'); });
}

} // namespace desk
