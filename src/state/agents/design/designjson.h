#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringView>

namespace desk {

// The JSON objects in a text of a model, outermost ones alone, in order: those of fenced blocks where there are such blocks, else those
// that stand bare. Linear in the text; pure.
struct DesignObjects {
    QList<QJsonObject> whole;
    bool isUnfinished = false; // one has begun and does not end: nothing within it is looked at
};

[[nodiscard]] DesignObjects designObjects(QStringView text);

} // namespace desk
