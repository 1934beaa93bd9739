#pragma once

#include "gui/chat/chatpage.h"

namespace desk {

struct Services;

// What a chat page is given, of the main window or of a window of its own. What both should have is added here.
[[nodiscard]] ChatPage::Services chatServices(const Services &services, AttachmentQueue &attachments, bool alone);

} // namespace desk
