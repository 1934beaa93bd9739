#pragma once

#include "gui/text/markdownstyle.h"

#include <QPageSize>

namespace desk {

// How a conversation looks on paper and in a text document: always light. Made in the GUI thread, used anywhere.
struct ExportLook {
    MarkdownStyle style;
    QColor header;     // behind who and when of an agent's message
    QColor userHeader; // of a person's
    QColor warning;    // what says that an answer is not complete
    QPageSize pageSize;

    // In the program's font, at a size for paper.
    [[nodiscard]] static ExportLook forPaper();
};

} // namespace desk
