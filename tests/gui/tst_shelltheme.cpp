#include "gui/theme.h"
#include "gui/widgets/statuschip.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace desk;

// WCAG 2 relative luminance and contrast.
static double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

static double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

class TestShellTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initGuiResources(); }
    void theContrastFormulaIsRight();
    void textIsReadableOnEverySurface_data();
    void textIsReadableOnEverySurface();
    void linesAndFocusAreVisible();
    void applyChangesThePaletteAndTellsOnce();
    void iconsAreRecoloured();
    void everyIconFileIsDrawn();
    void anUnknownIconIsNull();
    void spacingGrowsWithTheFont();
};

void TestShellTheme::theContrastFormulaIsRight()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01); // the well-known smallest grey on white
    QVERIFY(contrast(QColor(0x80, 0x80, 0x80), Qt::white) < 4.5);
}

void TestShellTheme::textIsReadableOnEverySurface_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestShellTheme::textIsReadableOnEverySurface()
{
    QFETCH(bool, dark);
    const QPalette palette = dark ? Theme::darkPalette() : Theme::lightPalette();
    const QHash<QString, QColor> texts{{u"text"_s, palette.color(QPalette::Text)},
                                       {u"window text"_s, palette.color(QPalette::WindowText)},
                                       {u"button text"_s, palette.color(QPalette::ButtonText)},
                                       {u"accent"_s, Theme::accent(palette)},
                                       {u"subtle"_s, Theme::subtleText(palette)},
                                       {u"success"_s, Theme::success(palette)},
                                       {u"warning"_s, Theme::warning(palette)},
                                       {u"danger"_s, Theme::danger(palette)}};
    const QHash<QString, QColor> surfaces{{u"window"_s, palette.color(QPalette::Window)},
                                          {u"base"_s, palette.color(QPalette::Base)},
                                          {u"alternate"_s, palette.color(QPalette::AlternateBase)},
                                          {u"button"_s, palette.color(QPalette::Button)},
                                          {u"card"_s, Theme::cardBackground(palette)},
                                          {u"code"_s, Theme::codeBackground(palette)},
                                          {u"hover"_s, Theme::hover(palette)},
                                          {u"bubble"_s, Theme::userBubble(palette)},
                                          {u"selection"_s, Theme::selection(palette)}};
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        for (auto surface = surfaces.cbegin(); surface != surfaces.cend(); ++surface) {
            const double ratio = contrast(text.value(), surface.value());
            QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(text.key(), surface.key()).arg(ratio)));
        }
        const double onTint = contrast(text.value(), Theme::tint(text.value(), palette));
        QVERIFY2(onTint >= 4.5, qPrintable(u"%1 on its tint: %2"_s.arg(text.key()).arg(onTint)));
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
}

void TestShellTheme::linesAndFocusAreVisible()
{
    for (const QPalette &palette : {Theme::lightPalette(), Theme::darkPalette()}) {
        QVERIFY(contrast(Theme::accent(palette), palette.color(QPalette::Window)) >= 3.0); // the focus ring, WCAG 1.4.11
        QVERIFY(Theme::border(palette) != palette.color(QPalette::Window));
        QVERIFY(Theme::selection(palette) != palette.color(QPalette::Base));
    }
}

void TestShellTheme::applyChangesThePaletteAndTellsOnce()
{
    Theme theme(*qApp);
    int told = 0;
    connect(&theme, &Theme::changed, this, [&told] { ++told; });
    theme.apply(u"dark"_s);
    QCOMPARE(told, 1);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkPalette().color(QPalette::Window));
    theme.apply(u"light"_s);
    QVERIFY(!theme.isDark());
    theme.apply(u"dark"_s);
    theme.apply(u"nonsense"_s); // as "system"; the offscreen platform is light
    QVERIFY(!theme.isDark());
}

void TestShellTheme::iconsAreRecoloured()
{
    const auto inkOf = [](const QIcon &icon) {
        const QImage image = icon.pixmap(QSize(48, 48)).toImage();
        QColor ink;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255)
                    ink = image.pixelColor(x, y);
            }
        }
        return ink;
    };
    QCOMPARE(inkOf(Theme::icon(u"close"_s, QColor(Qt::red))), QColor(Qt::red));
    Theme theme(*qApp);
    const QIcon icon = Theme::icon(u"close"_s); // made once, follows the palette
    theme.apply(u"light"_s);
    QCOMPARE(inkOf(icon), Theme::lightPalette().color(QPalette::ButtonText));
    theme.apply(u"dark"_s);
    QCOMPARE(inkOf(icon), Theme::darkPalette().color(QPalette::ButtonText));
}

void TestShellTheme::everyIconFileIsDrawn()
{
    const QStringList files = QDir(u":/icons"_s).entryList();
    QVERIFY(files.size() > 40);
    for (const QString &file : files) {
        const QImage image = Theme::icon(file.chopped(4), QColor(Qt::black)).pixmap(QSize(32, 32)).toImage();
        int inked = 0;
        for (int i = 0; i < 32 * 32; ++i)
            inked += image.pixelColor(i % 32, i / 32).alpha() > 128 ? 1 : 0;
        QVERIFY2(inked > 12, qPrintable(file));
    }
}

void TestShellTheme::anUnknownIconIsNull()
{
    QVERIFY(Theme::icon(u"no-such-icon"_s).isNull());
    QVERIFY(!Theme::icon(u"chat"_s).isNull());
}

void TestShellTheme::spacingGrowsWithTheFont()
{
    QFont font = QApplication::font();
    const int before = Theme::space(font, 2);
    font.setPointSizeF(font.pointSizeF() * 2);
    QVERIFY(Theme::space(font, 2) > before * 3 / 2);
    QVERIFY(StatusChip::chipSize(font, u"Running"_s).width() > StatusChip::chipSize(QApplication::font(), u"Running"_s).width());
}

QTEST_MAIN(TestShellTheme)
#include "tst_shelltheme.moc"
