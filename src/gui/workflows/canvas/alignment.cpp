#include "gui/workflows/canvas/alignment.h"

#include <algorithm>
#include <numeric>

namespace desk::alignment {

namespace {

QRectF around(const QList<QRectF> &rects)
{
    QRectF all;
    for (const QRectF &rect : rects)
        all |= rect;
    return all;
}

QRectF turned(const QRectF &rect)
{
    return {rect.y(), rect.x(), rect.height(), rect.width()};
}

} // namespace

void toLeft(QList<QRectF> &rects)
{
    const qreal left = around(rects).left();
    for (QRectF &rect : rects)
        rect.moveLeft(left);
}

void toRight(QList<QRectF> &rects)
{
    const qreal right = around(rects).right();
    for (QRectF &rect : rects)
        rect.moveRight(right);
}

void toTop(QList<QRectF> &rects)
{
    const qreal top = around(rects).top();
    for (QRectF &rect : rects)
        rect.moveTop(top);
}

void toMiddle(QList<QRectF> &rects)
{
    const qreal middle = around(rects).center().x();
    for (QRectF &rect : rects)
        rect.moveLeft(middle - rect.width() / 2);
}

void distributeDown(QList<QRectF> &rects)
{
    QList<qsizetype> order(rects.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return rects.at(a).top() < rects.at(b).top(); });
    if (order.size() < 3)
        return;
    qreal used = 0;
    for (const QRectF &rect : std::as_const(rects))
        used += rect.height();
    const qreal gap = (around(rects).height() - used) / static_cast<qreal>(rects.size() - 1);
    qreal top = rects.at(order.constFirst()).top();
    for (const qsizetype i : std::as_const(order)) {
        rects[i].moveTop(top);
        top += rects.at(i).height() + gap;
    }
}

void distributeAcross(QList<QRectF> &rects)
{
    std::transform(rects.cbegin(), rects.cend(), rects.begin(), turned);
    distributeDown(rects);
    std::transform(rects.cbegin(), rects.cend(), rects.begin(), turned);
}

} // namespace desk::alignment
