#pragma once

#include "domain/conversation.h"

#include <QStringView>

namespace desk {

// What MarkdownRenderer makes of a whole finished message, piece by piece, for a target that is not a document.
class MarkdownTarget;
void renderMessage(QStringView text, MarkdownTarget &target);

[[nodiscard]] QString messageHtml(const Message &message); // for the clipboard; of at most maxHtmlSource characters, else empty
inline constexpr qsizetype maxHtmlSource = 1'000'000;

} // namespace desk
