#include "domain/conversation.h"

#include <QUuid>

namespace desk {

namespace {

constexpr QLatin1StringView provisionalPrefix("local:"); // no server's id looks like it (contract 1.4: they are UUIDs)

} // namespace

ConversationId provisionalConversation()
{
    return ConversationId(provisionalPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces));
}

bool isProvisional(const ConversationId &id)
{
    return id.value().startsWith(provisionalPrefix);
}

QString provisionalTitle(const QString &firstMessage)
{
    constexpr qsizetype longest = 50;
    const QString line = firstMessage.left(4 * longest).simplified();
    return line.size() <= longest ? line : line.left(longest) + QChar(0x2026);
}

Conversation mergeDetail(const Conversation &listed, const Conversation &fetched)
{
    Conversation merged = fetched;
    const auto keep = [&](QLatin1StringView key, auto member) {
        merged.*member = listed.*member;
        if (listed.raw.contains(key))
            merged.raw.insert(key, listed.raw.value(key));
    };
    // A server that counts the messages of a single conversation fills the rest of it as well.
    const bool isWhole = fetched.messageCount >= 0;
    if (!isWhole)
        keep(QLatin1StringView("message_count"), &Conversation::messageCount);
    if (!isWhole && !fetched.isPrivate.value_or(false))
        keep(QLatin1StringView("is_private"), &Conversation::isPrivate);
    if (!isWhole && fetched.source.isEmpty())
        keep(QLatin1StringView("source"), &Conversation::source);
    if (!isWhole && fetched.model.isEmpty())
        keep(QLatin1StringView("model"), &Conversation::model);
    if (!isWhole && fetched.agentId.isEmpty())
        keep(QLatin1StringView("agent_id"), &Conversation::agentId);
    if (fetched.messageCount != 0 && fetched.lastMessage.isEmpty()) // a changed conversation comes back without one
        keep(QLatin1StringView("last_message"), &Conversation::lastMessage);
    return merged;
}

} // namespace desk
