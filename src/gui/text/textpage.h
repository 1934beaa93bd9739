#pragma once

#include <QStringView>

namespace desk {

// Messages of megabytes are shown page by page (FI-11): laying all of one out, or just counting its lines, would hold the window up.
inline constexpr qsizetype pageCharacters = 1'000'000;

// Where the page that begins at `start` ends: behind a line where there is one near the end, never inside a surrogate pair.
[[nodiscard]] inline qsizetype pageEnd(QStringView text, qsizetype start, qsizetype size = pageCharacters)
{
    if (text.size() - start <= size)
        return text.size();
    const QStringView page = text.sliced(start, size);
    const qsizetype line = page.last(size / 8).lastIndexOf(u'\n');
    if (line >= 0)
        return start + size - size / 8 + line + 1;
    return start + size - (page.back().isHighSurrogate() ? 1 : 0);
}

} // namespace desk
