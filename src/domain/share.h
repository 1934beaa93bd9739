#pragma once

#include "domain/ids.h"
#include "domain/openenum.h"

#include <QDateTime>

namespace desk {

enum class ShareRole { Viewer, Editor, Unknown };

constexpr std::array<EnumWord<ShareRole>, 2> enumWords(ShareRole /*tag*/)
{
    return {{{ShareRole::Viewer, QLatin1StringView("viewer")}, {ShareRole::Editor, QLatin1StringView("editor")}}};
}

// A conversation that somebody else may read, or write to (contract 3.10). Even a viewer can delete the conversation.
struct Share {
    QString id;
    ConversationId conversationId;
    UserId userId;
    OpenEnum<ShareRole> role = ShareRole::Viewer;
    UserId sharedBy;
    QDateTime sharedAt;
};

} // namespace desk
