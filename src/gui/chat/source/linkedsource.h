#pragma once

#include "domain/file.h"
#include "gui/text/doclink.h"

#include <QList>

namespace desk {

// What the source panel shows of a link in the text of an answer (CH-55).
struct LinkedSource {
    QList<Citation> citations; // those of the answer, and the one that is linked where it is not among them
    int index = 0;             // of the linked one
};

// The citation of that document and page; where only other pages are cited, one of that page without a quote beside them; where the
// document is not cited at all, one with neither name nor quote at the end. Pure.
[[nodiscard]] LinkedSource linkedSource(QList<Citation> citations, const DocLink &link);

} // namespace desk
