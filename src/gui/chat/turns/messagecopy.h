#pragma once

#include "domain/conversation.h"
#include "gui/chat/turns/messagecommand.h"

#include <QMimeData>

#include <memory>

namespace desk {

class TranscriptView;

// A message in words, without markdown's signs; of a person's own message the text as it is.
[[nodiscard]] QString plainWords(const Message &message);
// What CopyPlain, CopyMarkdown and CopyFormatted put on the clipboard (CH-60, CH-61). Formatted is HTML, RTF and the plain words; RTF is
// left out where it would not be the whole text (see addToRtf).
[[nodiscard]] std::unique_ptr<QMimeData> messagesCopy(const QList<Message> &messages, MessageCommand how);
[[nodiscard]] std::unique_ptr<QMimeData> selectionCopy(TranscriptView &view, MessageCommand how); // that is not of whole messages
// "> " before every line.
[[nodiscard]] QString quoted(const QString &text);

} // namespace desk
