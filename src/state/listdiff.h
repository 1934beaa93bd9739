#pragma once

#include <QList>
#include <QSet>

#include <algorithm>
#include <type_traits>

namespace desk {

// Turns `rows` into `next` with the fewest kinds of steps a view likes: removals from the back, then inserts and moves from the front, then
// changes. Rows are matched by key(row), which needs qHash; equal(a, b) tells whether a kept row needs a change. The caller's functions
// wrap the model's begin…/end… calls; each is called while `rows` still (begin) or already (end) shows the state Qt expects.
//
// What is the same at both ends costs one comparison a row: ten thousand rows of which one moves to the top are no work.
template <typename T, typename Key, typename Equal, typename Remove, typename Insert, typename Move, typename Change>
void applyListDiff(QList<T> &rows, const QList<T> &next, Key key, Equal equal, Remove removeAt, Insert insertAt, Move moveTo,
                   Change changed)
{
    using K = std::decay_t<decltype(key(next.at(0)))>;
    const auto commonEnd = [&] {
        qsizetype count = 0;
        while (count < rows.size() && count < next.size() && key(rows.at(rows.size() - 1 - count)) == key(next.at(next.size() - 1 - count)))
            ++count;
        return count;
    };
    qsizetype same = 0; // at the front
    while (same < rows.size() && same < next.size() && key(rows.at(same)) == key(next.at(same)))
        ++same;
    if (same < rows.size()) {
        const qsizetype end = rows.size() - std::min(commonEnd(), rows.size() - same);
        const qsizetype nextEnd = next.size() - std::min(commonEnd(), next.size() - same);
        QSet<K> kept;
        for (qsizetype i = same; i < nextEnd; ++i)
            kept.insert(key(next.at(i)));
        for (qsizetype i = end - 1; i >= same; --i) {
            if (!kept.contains(key(rows.at(i))))
                removeAt(static_cast<int>(i));
        }
    }
    QSet<K> known; // of rows that are out of place
    for (qsizetype i = same; i < rows.size(); ++i)
        known.insert(key(rows.at(i)));
    for (qsizetype i = same; i < next.size(); ++i) {
        if (i < rows.size() && key(rows.at(i)) == key(next.at(i)))
            continue;
        if (!known.contains(key(next.at(i)))) {
            insertAt(static_cast<int>(i), next.at(i));
            continue;
        }
        qsizetype from = i + 1;
        while (!(key(rows.at(from)) == key(next.at(i))))
            ++from;
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
