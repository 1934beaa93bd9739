#pragma once

#include <QString>
#include <QStringView>

namespace desk {

// Markdown as HTML of a fixed set of elements without any attribute but href and rel of allowed links, dir, start and class (REND-01):
// raw HTML becomes text, a picture its description, and nothing in it makes a browser fetch anything. Headings begin at h3. For files
// and for the clipboard. Pure.
[[nodiscard]] QString markdownHtml(QStringView markdown);

// Text in HTML, also inside an attribute in double quotes. Control characters become visible signs.
[[nodiscard]] QString htmlText(QStringView text);

} // namespace desk
