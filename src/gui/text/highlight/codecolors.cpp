#include "gui/text/highlight/codecolors.h"

#include "gui/theme.h"

#include <QPalette>

#include <cmath>

namespace desk {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// The same colour, as much lighter or darker as it takes to be read.
QColor readable(QColor color, const QColor &background)
{
    const bool dark = luminance(background) < 0.2;
    for (int step = 0; step < 40 && CodeColors::contrast(color, background) < 4.6; ++step) {
        const float lightness = color.lightnessF() + (dark ? 0.025F : -0.025F);
        color.setHslF(qMax(0.0F, color.hslHueF()), color.hslSaturationF(), qBound(0.0F, lightness, 1.0F));
    }
    return color;
}

QColor turned(const QColor &color, int degrees)
{
    const int hue = color.hslHue() < 0 ? 220 : color.hslHue();
    const int saturation = qBound(110, color.hslSaturation(), 190);
    return QColor::fromHsl((hue + degrees + 360) % 360, saturation, color.lightness());
}

} // namespace

double CodeColors::contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

CodeColors CodeColors::from(const QPalette &palette)
{
    CodeColors colors;
    const QColor background = Theme::codeBackground(palette);
    const QColor accent = Theme::accent(palette);
    const auto set = [&](CodeToken token, const QColor &color) {
        colors.m_colors.at(static_cast<size_t>(token)) = readable(color, background);
    };
    set(CodeToken::Keyword, turned(accent, 60));
    set(CodeToken::Type, turned(accent, -35));
    set(CodeToken::Name, accent);
    set(CodeToken::String, Theme::success(palette));
    set(CodeToken::Number, Theme::warning(palette));
    set(CodeToken::Comment, Theme::subtleText(palette));
    set(CodeToken::Meta, turned(accent, 95));
    set(CodeToken::Added, Theme::success(palette));
    set(CodeToken::Removed, Theme::danger(palette));
    return colors;
}

} // namespace desk
