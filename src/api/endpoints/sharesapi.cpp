#include "api/endpoints/sharesapi.h"

#include "wire/json/conversationjson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<QList<Share>> *SharesApi::list(const ConversationId &conversation)
{
    return get<QList<Share>>(path(u"/conversations/%1/shares"_s, conversation.value()), [](const QJsonValue &value) {
        return wire::listFromJson<Share>(value.toObject().value("shares"_L1), wire::shareFromJson);
    });
}

ApiCall<Share> *SharesApi::add(const ConversationId &conversation, const UserId &user, const OpenEnum<ShareRole> &role)
{
    return write<Share>("POST", path(u"/conversations/%1/shares"_s, conversation.value()),
                        {{u"user_id"_s, user.value()}, {u"role"_s, role.wire()}}, wire::shareFromJson);
}

ApiCall<void> *SharesApi::remove(const ConversationId &conversation, const UserId &user)
{
    return Chapter::remove(path(u"/conversations/%1/shares/%2"_s, conversation.value(), user.value()));
}

} // namespace desk
