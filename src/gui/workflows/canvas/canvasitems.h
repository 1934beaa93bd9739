#pragma once

#include <QGraphicsItem>

namespace desk {

// What qgraphicsitem_cast() tells apart.
struct CanvasItem {
    enum Kind { Step = QGraphicsItem::UserType + 1, Edge, Terminal, Note };
};

} // namespace desk
