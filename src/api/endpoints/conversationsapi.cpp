#include "api/endpoints/conversationsapi.h"

#include "wire/json/chatjson.h"
#include "wire/json/conversationjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

auto oldestFirst(qsizetype offset, qsizetype limit)
{
    return [decode = pageIn<Message>("messages"_L1, wire::messageFromJson, offset, limit)](const QJsonValue &value) {
        Result<Page<Message>> page = decode(value);
        if (page)
            std::reverse(page->items.begin(), page->items.end());
        return page;
    };
}

} // namespace

ApiCall<Page<Conversation>> *ConversationsApi::list(const ConversationFilter &filter, qsizetype offset, qsizetype limit)
{
    Query query;
    query.page(offset, limit)
        .text("order_by"_L1, u"updated_at"_s) // the default is the creation date
        .text("agent_id"_L1, filter.agentId.value())
        .text("source"_L1, filter.source);
    return Chapter::get<Page<Conversation>>(u"/conversations"_s,
                                            pageIn<Conversation>("conversations"_L1, wire::conversationFromJson, offset, limit), query);
}

ApiCall<Conversation> *ConversationsApi::create(const Conversation &conversation)
{
    return write<Conversation>("POST", u"/conversations"_s, wire::conversationCreateJson(conversation), wire::conversationFromJson);
}

ApiCall<Conversation> *ConversationsApi::get(const ConversationId &id)
{
    return Chapter::get<Conversation>(path(u"/conversations/%1"_s, id.value()), wire::conversationFromJson,
                                      Query().text("include_messages"_L1, u"false"_s));
}

ApiCall<Conversation> *ConversationsApi::update(const Conversation &before, const Conversation &after)
{
    return write<Conversation>("PATCH", path(u"/conversations/%1"_s, before.id.value()), wire::conversationChanges(before, after),
                               wire::conversationFromJson);
}

ApiCall<Conversation> *ConversationsApi::rename(const ConversationId &id, const QString &title)
{
    return write<Conversation>("PATCH", path(u"/conversations/%1"_s, id.value()), {{u"title"_s, title}}, wire::conversationFromJson);
}

ApiCall<void> *ConversationsApi::remove(const ConversationId &id)
{
    return Chapter::remove(path(u"/conversations/%1"_s, id.value()));
}

ApiCall<Page<Message>> *ConversationsApi::messages(const ConversationId &id, qsizetype offset, qsizetype limit)
{
    Query query;
    query.page(offset, limit).text("order"_L1, u"desc"_s);
    return Chapter::get<Page<Message>>(path(u"/conversations/%1/messages"_s, id.value()), oldestFirst(offset, limit), query);
}

ApiCall<Message> *ConversationsApi::addMessage(const ConversationId &id, const Message &message)
{
    return write<Message>("POST", path(u"/conversations/%1/messages"_s, id.value()), wire::messageCreateJson(message),
                          wire::messageFromJson);
}

ApiCall<Message> *ConversationsApi::message(const MessageId &id)
{
    return Chapter::get<Message>(path(u"/messages/%1"_s, id.value()), wire::messageFromJson);
}

ApiCall<void> *ConversationsApi::removeMessage(const ConversationId &id, const MessageId &message)
{
    return Chapter::remove(path(u"/chat/%1/messages/%2"_s, id.value(), message.value()));
}

} // namespace desk
