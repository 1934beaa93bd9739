#pragma once

#include <QList>
#include <QRectF>

namespace desk::alignment {

// Pure functions on rectangles of one container.
void toLeft(QList<QRectF> &rects);
void toRight(QList<QRectF> &rects);
void toTop(QList<QRectF> &rects);
void toMiddle(QList<QRectF> &rects);       // one above the other
void distributeDown(QList<QRectF> &rects); // the same room between each; the outermost stay
void distributeAcross(QList<QRectF> &rects);

} // namespace desk::alignment
