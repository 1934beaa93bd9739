#pragma once

#include <QRectF>
#include <QString>

namespace desk {

// A comment or a group on the canvas.
struct GraphNote {
    enum class Kind { Comment, Group };
    quint64 id = 0;
    Kind kind = Kind::Comment;
    QRectF rect; // on the canvas
    QString text;

    bool operator==(const GraphNote &) const = default;
};

} // namespace desk
