#pragma once

#include "state/workflows/graphedit.h"

#include <QList>
#include <QString>

namespace desk {

// What a person did at once: undone and done again as a whole.
struct EditEntry {
    QString text;     // English, as tr() of WorkflowEditing takes it
    QString mergeKey; // not empty: the next with the same one becomes part of it
    QList<GraphEdit> forward;
    QList<GraphEdit> backward; // in the order they are applied in
};

} // namespace desk
