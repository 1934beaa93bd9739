#include "gui/shell/chatservices.h"

#include "gui/services.h"

namespace desk {

ChatPage::Services chatServices(const Services &services, AttachmentQueue &attachments, bool alone)
{
    return {
        .sessions = services.sessions,
        .conversations = services.conversations,
        .conversationList = services.conversationModel,
        .agents = services.agents,
        .attachments = attachments,
        .workspace = services.workspace,
        .dialogs = services.dialogs,
        .drafts = services.drafts,
        .settings = &services.settings,
        .pastedDir = services.pastedDir,
        .alone = alone,
        .newInsights = services.newInsights,
        .insights = services.insights,
        .ratings = services.ratings,
        .tools = services.conversationTools,
        .sources = services.sources,
        .images = services.images,
        .compose = services.compose,
        .newToolRun = services.newToolRun,
    };
}

} // namespace desk
