#pragma once

#include "gui/text/highlight/codelexer.h"

#include <QColor>

#include <array>

class QPalette;

namespace desk {

// A colour for each kind of token, derived from a palette; at least 4.5 : 1 on its code background (tested).
class CodeColors
{
public:
    [[nodiscard]] static CodeColors from(const QPalette &palette);

    [[nodiscard]] QColor of(CodeToken token) const { return m_colors.at(static_cast<size_t>(token)); } // invalid: as the text around
    [[nodiscard]] static double contrast(const QColor &a, const QColor &b);                            // 1 … 21, WCAG

private:
    std::array<QColor, static_cast<size_t>(CodeToken::Removed) + 1> m_colors;
};

} // namespace desk
