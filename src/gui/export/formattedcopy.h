#pragma once

#include "domain/conversation.h"

#include <QMimeData>

#include <memory>

namespace desk {

// A message for the clipboard with its looks: HTML as markdownHtml() makes it, which office programs and mail take, and beside it the text
// that the plain copy command gives (REND-16). Nothing in it makes a program fetch anything.
[[nodiscard]] std::unique_ptr<QMimeData> formattedCopy(const Message &message);

} // namespace desk
