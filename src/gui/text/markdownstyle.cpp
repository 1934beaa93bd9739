#include "gui/text/markdownstyle.h"

#include "gui/theme.h"

#include <QFontMetricsF>

#include <cmath>

namespace desk {

MarkdownStyle MarkdownStyle::from(const QPalette &palette, const QFont &font)
{
    MarkdownStyle style;
    style.font = font;
    style.codeFont = Theme::monospace(font);
    style.text = palette.color(QPalette::Text);
    style.subtle = Theme::subtleText(palette);
    style.link = Theme::accent(palette);
    style.codeBackground = Theme::codeBackground(palette);
    style.border = Theme::border(palette);
    style.code = CodeColors::from(palette);
    const QFontMetricsF metrics(font);
    style.indent = metrics.averageCharWidth() * 3.2;
    style.gap = std::round(metrics.height() * 0.6); // whole pixels: positions must not depend on rounding
    style.padding = metrics.height() * 0.6;
    return style;
}

} // namespace desk
