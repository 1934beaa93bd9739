#include "wire/json/listalignment.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace desk::wire {

namespace {

// The longest ascending subsequence: these may stay where they are.
QSet<qsizetype> ascending(const QList<qsizetype> &targets)
{
    QList<qsizetype> ends; // ends[n]: where the best sequence of n + 1 ends
    QList<qsizetype> previous(targets.size(), -1);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const auto place = std::lower_bound(ends.begin(), ends.end(), targets[i],
                                            [&targets](qsizetype end, qsizetype target) { return targets[end] < target; });
        const qsizetype length = place - ends.begin();
        if (length > 0)
            previous[i] = ends.at(length - 1);
        if (length == ends.size())
            ends.append(i);
        else
            ends[length] = i;
    }
    QSet<qsizetype> kept;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.constLast(); i >= 0; i = previous.at(i))
        kept.insert(targets.at(i));
    return kept;
}

// The same number for the same item, so that the table below compares numbers.
QList<int> numbered(const QJsonArray &items, QHash<QByteArray, int> &known)
{
    QList<int> numbers;
    for (const QJsonValue item : items) {
        const QByteArray text = QJsonDocument(QJsonArray{item}).toJson(QJsonDocument::Compact);
        const auto found = known.constFind(text);
        numbers.append(found == known.cend() ? *known.insert(text, static_cast<int>(known.size())) : *found);
    }
    return numbers;
}

void extend(QList<ListGap> &gaps, qsizetype before, qsizetype after, bool isRemoval)
{
    if (gaps.isEmpty() || gaps.constLast().before + gaps.constLast().removed != before ||
        gaps.constLast().after + gaps.constLast().added != after)
        gaps.append({before, 0, after, 0});
    ++(isRemoval ? gaps.last().removed : gaps.last().added);
}

} // namespace

QList<ListMove> listMoves(QList<qsizetype> targets)
{
    QSet<qsizetype> placed = ascending(targets);
    QList<qsizetype> others;
    for (const qsizetype target : std::as_const(targets)) {
        if (!placed.contains(target))
            others.append(target);
    }
    std::sort(others.begin(), others.end());
    QList<ListMove> moves;
    for (const qsizetype target : std::as_const(others)) {
        const qsizetype from = targets.indexOf(target);
        targets.removeAt(from);
        qsizetype to = 0; // behind the last one that is in its place and belongs before it
        for (qsizetype i = 0; i < targets.size(); ++i) {
            if (targets.at(i) < target && placed.contains(targets.at(i)))
                to = i + 1;
        }
        targets.insert(to, target);
        placed.insert(target);
        if (from != to)
            moves.append({target, from, to});
    }
    return moves;
}

std::optional<QList<ListGap>> listGaps(const QJsonArray &before, const QJsonArray &after, qsizetype &stepsLeft)
{
    QHash<QByteArray, int> known;
    const QList<int> a = numbered(before, known);
    const QList<int> b = numbered(after, known);
    qsizetype head = 0;
    while (head < std::min(a.size(), b.size()) && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < std::min(a.size(), b.size()) - head && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;

    const qsizetype rows = a.size() - head - tail;
    const qsizetype columns = b.size() - head - tail;
    if (columns > 0 && rows > stepsLeft / columns)
        return std::nullopt;
    stepsLeft -= rows * columns;

    // common(i, j): how many the rest from i and the rest from j have in common
    const qsizetype width = columns + 1;
    std::vector<int> table(static_cast<std::size_t>((rows + 1) * width), 0);
    const auto common = [&table, width](qsizetype i, qsizetype j) -> int & { return table[static_cast<std::size_t>(i * width + j)]; };
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            common(i, j) = a.at(head + i) == b.at(head + j) ? common(i + 1, j + 1) + 1 : std::max(common(i + 1, j), common(i, j + 1));
        }
    }

    QList<ListGap> gaps;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && a.at(head + i) == b.at(head + j)) {
            ++i;
            ++j;
        } else if (j == columns || (i < rows && common(i + 1, j) >= common(i, j + 1))) {
            extend(gaps, head + i++, head + j, true);
        } else {
            extend(gaps, head + i, head + j++, false);
        }
    }
    return gaps;
}

} // namespace desk::wire
