#include "state/chat/worddiff.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace desk {

namespace {

constexpr int maxEdits = 1000;

using Tokens = QList<TextSpan>;

Tokens linesOf(QStringView text, const TextSpan &within)
{
    Tokens lines;
    const qsizetype end = within.start + within.length;
    for (qsizetype at = within.start; at < end;) {
        qsizetype next = text.indexOf(u'\n', at);
        next = next < 0 || next >= end ? end : next + 1;
        lines.append({at, next - at});
        at = next;
    }
    return lines;
}

int kindOf(QChar c)
{
    if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
        return 0;
    return c.isSpace() ? 1 : 2;
}

// Words, blanks between them, and every other sign by itself.
Tokens wordsOf(QStringView text, const TextSpan &within)
{
    Tokens words;
    const qsizetype end = within.start + within.length;
    for (qsizetype at = within.start; at < end;) {
        const int kind = kindOf(text.at(at));
        qsizetype next = at + 1;
        while (kind != 2 && next < end && kindOf(text.at(next)) == kind)
            ++next;
        words.append({at, next - at});
        at = next;
    }
    return words;
}

class Differ
{
public:
    Differ(QStringView left, QStringView right)
        : m_left(left)
        , m_right(right)
    {
    }

    // Ranges of a and b, in tokens, that differ; nothing in common beyond maxEdits.
    struct Change {
        qsizetype a0, a1, b0, b1;
    };
    [[nodiscard]] QList<Change> changes(const Tokens &a, const Tokens &b) const
    {
        qsizetype first = 0;
        while (first < a.size() && first < b.size() && same(a.at(first), b.at(first)))
            ++first;
        qsizetype tail = 0;
        while (tail < a.size() - first && tail < b.size() - first && same(a.at(a.size() - 1 - tail), b.at(b.size() - 1 - tail)))
            ++tail;
        const qsizetype n = a.size() - first - tail;
        const qsizetype m = b.size() - first - tail;
        if (n == 0 && m == 0)
            return {};
        const auto isSame = [&](qsizetype x, qsizetype y) { return same(a.at(first + x), b.at(first + y)); };
        QList<Change> found = n == 0 || m == 0 ? QList<Change>{{0, n, 0, m}} : search(static_cast<int>(n), static_cast<int>(m), isSame);
        for (Change &change : found)
            change = {change.a0 + first, change.a1 + first, change.b0 + first, change.b1 + first};
        return found;
    }

private:
    [[nodiscard]] bool same(const TextSpan &a, const TextSpan &b) const
    {
        return m_left.sliced(a.start, a.length) == m_right.sliced(b.start, b.length);
    }

    template <typename Same>
    static QList<Change> search(int n, int m, Same isSame)
    {
        std::vector<std::vector<int>> trace; // the furthest x of each diagonal, for each number of edits
        std::vector<int> v{0, 0};
        const int most = std::min(n + m, maxEdits);
        for (int d = 0; d <= most; ++d) {
            std::vector<int> next(static_cast<std::size_t>(2 * d + 3), 0); // diagonal k is at k + d + 1
            for (int k = -d; k <= d; k += 2) {
                const auto before = [&](int diagonal) { return v[static_cast<std::size_t>(diagonal + d)]; };
                int x = 0;
                if (d > 0)
                    x = k == -d || (k != d && before(k - 1) < before(k + 1)) ? before(k + 1) : before(k - 1) + 1;
                while (x < n && x - k < m && x - k >= 0 && isSame(x, x - k))
                    ++x;
                next[static_cast<std::size_t>(k + d + 1)] = x;
                if (x >= n && x - k >= m) {
                    trace.push_back(next);
                    return backwards(trace, n, m);
                }
            }
            trace.push_back(next);
            v = std::move(next);
        }
        return {{0, n, 0, m}};
    }

    static QList<Change> backwards(const std::vector<std::vector<int>> &trace, int n, int m)
    {
        QList<Change> found;
        int x = n;
        int y = m;
        for (int d = static_cast<int>(trace.size()) - 1; d > 0; --d) {
            const std::vector<int> &v = trace[static_cast<std::size_t>(d - 1)];
            const auto at = [&](int diagonal) { return v[static_cast<std::size_t>(diagonal + d)]; };
            const int k = x - y;
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            const int beforeK = down ? k + 1 : k - 1;
            const int beforeX = at(beforeK);
            const int beforeY = beforeX - beforeK;
            const Change edit = down ? Change{beforeX, beforeX, beforeY, beforeY + 1} : Change{beforeX, beforeX + 1, beforeY, beforeY};
            if (!found.isEmpty() && found.first().a0 == edit.a1 && found.first().b0 == edit.b1)
                found.first() = {edit.a0, found.first().a1, edit.b0, found.first().b1};
            else
                found.prepend(edit);
            x = beforeX;
            y = beforeY;
        }
        return found;
    }

    QStringView m_left;
    QStringView m_right;
};

TextSpan spanOf(const Tokens &tokens, qsizetype from, qsizetype to)
{
    if (from >= to)
        return {};
    const TextSpan &last = tokens.at(to - 1);
    return {tokens.at(from).start, last.start + last.length - tokens.at(from).start};
}

void add(QList<TextSpan> &spans, const TextSpan &span)
{
    if (span.length == 0)
        return;
    if (!spans.isEmpty() && spans.last().start + spans.last().length == span.start)
        spans.last().length += span.length;
    else
        spans.append(span);
}

} // namespace

WordDiff wordDiff(QStringView left, QStringView right)
{
    WordDiff diff;
    const Differ differ(left, right);
    const Tokens leftLines = linesOf(left, {0, left.size()});
    const Tokens rightLines = linesOf(right, {0, right.size()});
    const auto blocks = differ.changes(leftLines, rightLines);
    for (const auto &block : blocks) {
        const Tokens a = wordsOf(left, spanOf(leftLines, block.a0, block.a1));
        const Tokens b = wordsOf(right, spanOf(rightLines, block.b0, block.b1));
        const auto words = differ.changes(a, b);
        for (const auto &change : words) {
            add(diff.left, spanOf(a, change.a0, change.a1));
            add(diff.right, spanOf(b, change.b0, change.b1));
        }
    }
    return diff;
}

} // namespace desk
