#include "gui/export/exportlook.h"

#include "gui/theme.h"

#include <QGuiApplication>
#include <QLocale>

namespace desk {

ExportLook ExportLook::forPaper()
{
    constexpr qreal paperPoints = 10;
    const QPalette palette = Theme::lightPalette();
    QFont font = QGuiApplication::font();
    font.setPointSizeF(paperPoints);
    font.setHintingPreference(QFont::PreferNoHinting); // it is scaled to the printer's dots
    ExportLook look;
    look.style = MarkdownStyle::from(palette, font);
    look.style.marks = MarkdownStyle::Marks::Inline;
    look.header = Theme::tint(Theme::subtleText(palette), palette);
    look.userHeader = Theme::userBubble(palette);
    look.warning = Theme::warning(palette);
    const bool isLetter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    look.pageSize = QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4);
    return look;
}

} // namespace desk
