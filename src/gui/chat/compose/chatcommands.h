#pragma once

#include "gui/chat/compose/composecommand.h"

#include <QCoreApplication>
#include <QList>

namespace desk {

class ChatPage;

// The commands of the chat page: what its buttons, menus and keys do, by name.
class ChatCommands
{
    Q_DECLARE_TR_FUNCTIONS(desk::ChatCommands)
public:
    [[nodiscard]] static QList<ComposeCommand> of(ChatPage &page); // which outlives them
};

} // namespace desk
