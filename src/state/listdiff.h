#pragma once

#include <QList>

namespace desk {

// Turns `rows` into `next` with the fewest kinds of steps a view likes: removals from the back, then inserts and moves from the front, then
// changes. Rows are matched by key(row); equal(a, b) tells whether a kept row needs a change. The caller's functions wrap the model's
// begin…/end… calls; each is called while `rows` still (begin) or already (end) shows the state Qt expects.
template <typename T, typename Key, typename Equal, typename Remove, typename Insert, typename Move, typename Change>
void applyListDiff(QList<T> &rows, const QList<T> &next, Key key, Equal equal, Remove removeAt, Insert insertAt, Move moveTo,
                   Change changed)
{
    const auto positionIn = [&key](const QList<T> &list, const T &item, qsizetype from) {
        for (qsizetype i = from; i < list.size(); ++i) {
            if (key(list.at(i)) == key(item))
                return i;
        }
        return qsizetype(-1);
    };
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        if (positionIn(next, rows.at(i), 0) < 0)
            removeAt(static_cast<int>(i));
    }
    for (qsizetype i = 0; i < next.size(); ++i) {
        if (i < rows.size() && key(rows.at(i)) == key(next.at(i)))
            continue;
        const qsizetype from = positionIn(rows, next.at(i), i);
        if (from < 0)
            insertAt(static_cast<int>(i), next.at(i));
        else
            moveTo(static_cast<int>(from), static_cast<int>(i));
    }
    for (qsizetype i = 0; i < next.size(); ++i) {
        if (!equal(rows.at(i), next.at(i))) {
            rows[i] = next.at(i);
            changed(static_cast<int>(i));
        }
    }
}

} // namespace desk
