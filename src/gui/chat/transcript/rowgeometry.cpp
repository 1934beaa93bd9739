#include "gui/chat/transcript/rowgeometry.h"

#include <bit>

namespace desk {

void RowGeometry::clear()
{
    m_heights.clear();
    m_tree.clear();
}

void RowGeometry::rebuild(size_t from)
{
    m_tree.resize(m_heights.size());
    // Node i depends only on entries up to i, so those before the first change stay.
    for (size_t i = from + 1; i <= m_heights.size(); ++i) {
        qint64 sum = m_heights[i - 1];
        const size_t stop = i - (i & (~i + 1));
        for (size_t j = i - 1; j > stop; j -= j & (~j + 1))
            sum += m_tree[j - 1];
        m_tree[i - 1] = sum;
    }
}

void RowGeometry::insert(int row, const std::vector<int> &heights)
{
    m_heights.insert(m_heights.begin() + row, heights.begin(), heights.end());
    rebuild(static_cast<size_t>(row));
}

void RowGeometry::remove(int first, int last)
{
    m_heights.erase(m_heights.begin() + first, m_heights.begin() + last + 1);
    rebuild(static_cast<size_t>(first));
}

void RowGeometry::setHeight(int row, int height)
{
    const qint64 difference = height - m_heights.at(static_cast<size_t>(row));
    m_heights.at(static_cast<size_t>(row)) = height;
    for (size_t i = static_cast<size_t>(row) + 1; i <= m_tree.size(); i += i & (~i + 1))
        m_tree[i - 1] += difference;
}

qint64 RowGeometry::top(int row) const
{
    qint64 sum = 0;
    for (size_t i = static_cast<size_t>(row); i > 0; i -= i & (~i + 1))
        sum += m_tree[i - 1];
    return sum;
}

int RowGeometry::rowAt(qint64 y) const
{
    if (m_heights.empty())
        return -1;
    size_t position = 0;
    for (size_t step = std::bit_floor(m_tree.size()); step > 0; step /= 2) {
        const size_t next = position + step;
        if (next <= m_tree.size() && m_tree[next - 1] <= y) {
            position = next;
            y -= m_tree[next - 1];
        }
    }
    return static_cast<int>(qMin(position, m_heights.size() - 1));
}

} // namespace desk
