#pragma once

#include <QList>

namespace desk {

// One page of a list. The team server has offsets only, and often a bare array without a total (contract 1.6): then total is -1 and a
// full page means "perhaps more". Lists are live and newest first, so pages may repeat rows: merge them by id.
template <typename T>
struct Page {
    QList<T> items;
    qsizetype total = -1;
    qsizetype offset = 0;
    qsizetype limit = 0;

    [[nodiscard]] bool mayHaveMore() const { return total >= 0 ? offset + items.size() < total : limit > 0 && items.size() >= limit; }
};

} // namespace desk
