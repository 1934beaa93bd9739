#pragma once

#include "domain/conversation.h"

namespace desk {

class RtfWriter;

// A message at the end of the file: an answer with its looks, what a person wrote as the lines they are. False, and nothing added, for a
// message that would be cut or that is long enough to be felt: programs then take the HTML that is beside it, which is whole.
// GUI thread.
[[nodiscard]] bool addToRtf(const Message &message, RtfWriter &rtf);

} // namespace desk
