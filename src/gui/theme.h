#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;
class QFont;
class QWidget;

namespace desk {

// Palettes, derived colours, icons and spacing: the only place where a colour or a size is decided. Nobody else uses style sheets.
// Colour functions are pure, so that a widget in a dark popup and a delegate with its option's palette both get what fits:
//     painter->setPen(Theme::subtleText(option.palette));
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    // "system", "light" or "dark"; anything else is "system", which follows the platform, also while running.
    void apply(const QString &name);
    [[nodiscard]] bool isDark() const;

    [[nodiscard]] static QPalette lightPalette();
    [[nodiscard]] static QPalette darkPalette();
    [[nodiscard]] static bool isDark(const QPalette &palette);

    // Text colours: at least 4.5 : 1 on Window, Base and cardBackground of the same palette (tested).
    [[nodiscard]] static QColor accent(const QPalette &palette);     // also for links
    [[nodiscard]] static QColor subtleText(const QPalette &palette); // second lines, times, hints
    [[nodiscard]] static QColor success(const QPalette &palette);
    [[nodiscard]] static QColor warning(const QPalette &palette);
    [[nodiscard]] static QColor danger(const QPalette &palette);

    // The disc behind initials, one of eight, and the initials on it: at least 4.5 : 1.
    [[nodiscard]] static QColor avatar(int number, const QPalette &palette);
    [[nodiscard]] static QColor avatarText(const QPalette &palette);

    // Surfaces and lines.
    [[nodiscard]] static QColor cardBackground(const QPalette &palette);
    [[nodiscard]] static QColor userBubble(const QPalette &palette); // the person's own messages
    [[nodiscard]] static QColor codeBackground(const QPalette &palette);
    [[nodiscard]] static QColor border(const QPalette &palette);
    [[nodiscard]] static QColor hover(const QPalette &palette);
    [[nodiscard]] static QColor selection(const QPalette &palette);  // selected rows: text keeps its colour on it
    [[nodiscard]] static QColor searchMark(const QPalette &palette); // behind what a search found: text keeps its colour on it
    // A light wash of a text colour behind that text: chips and banners. Keeps 4.5 : 1.
    [[nodiscard]] static QColor tint(const QColor &color, const QPalette &palette);

    // Spacing grows with the font: space(w) is half a line (about 8 px), the gap between related things.
    [[nodiscard]] static int space(const QWidget *widget, double units = 1.0);
    [[nodiscard]] static int space(const QFont &font, double units = 1.0);
    [[nodiscard]] static int iconSize(const QFont &font);
    [[nodiscard]] static int radius(const QFont &font); // of cards and bubbles
    [[nodiscard]] static QFont heading(const QFont &base);
    [[nodiscard]] static QFont small(const QFont &base);
    [[nodiscard]] static QFont monospace(const QFont &base);

    // A symbolic icon of resources/icons ("send", "attach", …; no suffix). The first follows the application's palette by itself,
    // the others keep what they were given. An unknown name gives a null icon.
    [[nodiscard]] static QIcon icon(const QString &name);
    [[nodiscard]] static QIcon icon(const QString &name, const QPalette &palette);
    [[nodiscard]] static QIcon icon(const QString &name, const QColor &color);

Q_SIGNALS:
    void changed(); // after a palette was applied; widgets also get their usual PaletteChange

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool systemIsDark() const;
    void applyPalette();

    QApplication &m_application;
    QString m_name;
    bool m_platformDark = false;
    bool m_applying = false;
};

// The icons and forms live in a static library: call once before the first icon is used.
void initGuiResources();

} // namespace desk
