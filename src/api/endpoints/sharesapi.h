#pragma once

#include "api/endpoints/chapter.h"
#include "domain/share.h"

namespace desk {

// Contract 3.10: who else sees a conversation. Only its owner may change that.
class SharesApi : public Chapter
{
public:
    using Chapter::Chapter;

    [[nodiscard]] ApiCall<QList<Share>> *list(const ConversationId &conversation);
    // Again for the same user: changes the role. The user is not checked to exist.
    [[nodiscard]] ApiCall<Share> *add(const ConversationId &conversation, const UserId &user, const OpenEnum<ShareRole> &role);
    [[nodiscard]] ApiCall<void> *remove(const ConversationId &conversation, const UserId &user);
};

} // namespace desk
