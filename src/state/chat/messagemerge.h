#pragma once

#include "domain/conversation.h"

namespace desk {

// A message as it was heard last, with what was known of it before and is not said now: no server keeps everything that it told while the
// answer was written (CH-56), and one that lost the text (contract 4.6) takes nothing away. What the person settled stays settled. The
// state is that of `heard`. Merging the outcome again changes nothing. Pure.
[[nodiscard]] Message withWhatIsKnown(Message heard, const Message &known);

// Whether a server's text stands for "nothing was stored".
[[nodiscard]] bool isLostText(const QString &text);

} // namespace desk
