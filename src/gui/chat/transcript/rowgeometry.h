#pragma once

#include <QtGlobal>

#include <vector>

namespace desk {

// Heights of a column of rows, with the position of each and the row at a position in O(log n): a Fenwick tree. Inserting and removing
// at the end is cheap, elsewhere O(n). Pixels. Pure.
class RowGeometry
{
public:
    void clear();
    void insert(int row, const std::vector<int> &heights);
    void remove(int first, int last);
    void setHeight(int row, int height);

    [[nodiscard]] int count() const { return static_cast<int>(m_heights.size()); }
    [[nodiscard]] int height(int row) const { return m_heights.at(static_cast<size_t>(row)); }
    [[nodiscard]] qint64 top(int row) const; // row == count(): the total
    [[nodiscard]] qint64 total() const { return top(count()); }
    [[nodiscard]] int rowAt(qint64 y) const; // the nearest row; -1 when empty

private:
    void rebuild(size_t from);

    std::vector<int> m_heights;
    std::vector<qint64> m_tree; // m_tree[i - 1] sums m_heights over (i - lowbit(i), i]
};

} // namespace desk
