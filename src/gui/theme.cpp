#include "gui/theme.h"

#include "gui/deskstyle.h"
#include "gui/symbolicicon.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QStyleHints>
#include <QWidget>

#include <array>

// Outside the namespace: the macro declares an external function.
static void initResources()
{
    Q_INIT_RESOURCE(desk);
}

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QColor mix(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share) + 0.5); };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue())};
}

QColor pick(const QPalette &palette, QRgb light, QRgb dark)
{
    return QColor(Theme::isDark(palette) ? dark : light);
}

struct Colors {
    QRgb window, base, alternate, text, button, placeholder, disabled, highlight, link, light, mid, dark, tip, tipText;
};

QPalette paletteFrom(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Button, c.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, c.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, c.placeholder);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::Light, c.light);
    palette.setColor(QPalette::Midlight, c.light);
    palette.setColor(QPalette::Mid, c.mid);
    palette.setColor(QPalette::Dark, c.dark);
    palette.setColor(QPalette::Shadow, c.dark);
    palette.setColor(QPalette::ToolTipBase, c.tip);
    palette.setColor(QPalette::ToolTipText, c.tipText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.mid);
    return palette;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_platformDark(isDark(application.palette()))
{
    m_application.setStyle(new DeskStyle);
    m_application.installEventFilter(this);
}

void Theme::apply(const QString &name)
{
    m_name = name;
    applyPalette();
}

void Theme::applyPalette()
{
    const bool dark = m_name == "dark"_L1 || (m_name != "light"_L1 && systemIsDark());
    m_applying = true;
    m_application.setPalette(dark ? darkPalette() : lightPalette());
    m_applying = false;
    Q_EMIT changed();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    return m_platformDark; // Qt 6.4 tells only by the palette it starts with
#endif
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && !m_applying) {
        m_applying = true;
        m_application.setPalette(QPalette()); // back to the platform's, to see what it has become
        m_platformDark = isDark(m_application.palette());
        m_applying = false;
        applyPalette();
    }
    return QObject::eventFilter(watched, event);
}

bool Theme::isDark() const
{
    return isDark(m_application.palette());
}

bool Theme::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < palette.color(QPalette::Text).lightnessF();
}

QPalette Theme::lightPalette()
{
    return paletteFrom({.window = 0xfff4f5f7,
                        .base = 0xffffffff,
                        .alternate = 0xfff8f9fb,
                        .text = 0xff1c2128,
                        .button = 0xffffffff,
                        .placeholder = 0xff667080,
                        .disabled = 0xff98a0ac,
                        .highlight = 0xff2b63cf,
                        .link = 0xff2159c2,
                        .light = 0xffffffff,
                        .mid = 0xffd5d9e0,
                        .dark = 0xffaab1bd,
                        .tip = 0xff262b33,
                        .tipText = 0xfff4f5f7});
}

QPalette Theme::darkPalette()
{
    return paletteFrom({.window = 0xff191b20,
                        .base = 0xff202329,
                        .alternate = 0xff24272e,
                        .text = 0xffe5e8ed,
                        .button = 0xff2a2e36,
                        .placeholder = 0xff98a1af,
                        .disabled = 0xff6b7380,
                        .highlight = 0xff3563c4,
                        .link = 0xff8cb4ff,
                        .light = 0xff353a44,
                        .mid = 0xff3a404b,
                        .dark = 0xff0f1013,
                        .tip = 0xff3a404b,
                        .tipText = 0xfff0f2f5});
}

QColor Theme::accent(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Link);
}

QColor Theme::subtleText(const QPalette &palette)
{
    return pick(palette, 0xff5a6372, 0xffa4adba);
}

QColor Theme::avatar(int number, const QPalette &palette)
{
    static constexpr std::array<QRgb, 8> light{0xff1f5fa8, 0xff146b3a, 0xff855000, 0xff8a2f5c,
                                               0xff5b3fa0, 0xff00666e, 0xff9c2f24, 0xff4d5a12};
    static constexpr std::array<QRgb, 8> dark{0xff8ab8f2, 0xff74d19b, 0xfff0bb66, 0xfff09ac2,
                                              0xffb9a4f5, 0xff6fd0d8, 0xfff2998f, 0xffc3cf6a};
    const std::size_t place = static_cast<std::size_t>(qMax(0, number)) % light.size();
    return pick(palette, light.at(place), dark.at(place));
}

QColor Theme::avatarText(const QPalette &palette)
{
    return pick(palette, 0xffffffff, 0xff14181f);
}

QColor Theme::success(const QPalette &palette)
{
    return pick(palette, 0xff146b3a, 0xff74d19b);
}

QColor Theme::warning(const QPalette &palette)
{
    return pick(palette, 0xff855000, 0xfff0bb66);
}

QColor Theme::danger(const QPalette &palette)
{
    return pick(palette, 0xffb1251d, 0xffff968c);
}

QColor Theme::cardBackground(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Base);
}

QColor Theme::userBubble(const QPalette &palette)
{
    return mix(accent(palette), palette.color(QPalette::Active, QPalette::Base), isDark(palette) ? 0.16 : 0.10);
}

QColor Theme::codeBackground(const QPalette &palette)
{
    return pick(palette, 0xfff1f3f6, 0xff17191d);
}

QColor Theme::border(const QPalette &palette)
{
    return mix(palette.color(QPalette::Active, QPalette::Text), palette.color(QPalette::Active, QPalette::Window), 0.13);
}

QColor Theme::hover(const QPalette &palette)
{
    return mix(palette.color(QPalette::Active, QPalette::Text), palette.color(QPalette::Active, QPalette::Window), 0.06);
}

QColor Theme::selection(const QPalette &palette)
{
    return mix(accent(palette), palette.color(QPalette::Active, QPalette::Base), isDark(palette) ? 0.20 : 0.13);
}

QColor Theme::searchMark(const QPalette &palette)
{
    return mix(warning(palette), palette.color(QPalette::Active, QPalette::Base), isDark(palette) ? 0.34 : 0.32);
}

QColor Theme::tint(const QColor &color, const QPalette &palette)
{
    return mix(color, palette.color(QPalette::Active, QPalette::Base), isDark(palette) ? 0.14 : 0.09);
}

int Theme::space(const QWidget *widget, double units)
{
    return space(widget->font(), units);
}

int Theme::space(const QFont &font, double units)
{
    return qMax(1, qRound(QFontMetrics(font).height() * 0.5 * units));
}

int Theme::iconSize(const QFont &font)
{
    return QFontMetrics(font).height() + 2;
}

int Theme::radius(const QFont &font)
{
    return space(font, 1.0);
}

QFont Theme::heading(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::small(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.9);
    return font;
}

QFont Theme::monospace(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF());
    return font;
}

static QString iconPath(const QString &name)
{
    return u":/icons/"_s + name + u".svg"_s;
}

QIcon Theme::icon(const QString &name)
{
    return QIcon(new SymbolicIconEngine(iconPath(name)));
}

QIcon Theme::icon(const QString &name, const QPalette &palette)
{
    return icon(name, palette.color(QPalette::Active, QPalette::ButtonText));
}

QIcon Theme::icon(const QString &name, const QColor &color)
{
    return QIcon(new SymbolicIconEngine(iconPath(name), color));
}

void initGuiResources()
{
    initResources();
}

} // namespace desk
