#pragma once

#include <QString>

namespace desk {

// One entry of a document's contents.
struct SourceHeading {
    QString title; // as the document has it: hostile
    int level = 1;
    int page = 0;     // > 0: it is no heading but the beginning of that page
    int position = 0; // in the document that is shown
};

} // namespace desk
