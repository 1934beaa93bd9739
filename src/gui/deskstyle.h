#pragma once

#include <QProxyStyle>

class QStyleOptionButton;

namespace desk {

// Fusion with quieter shapes: flat rounded buttons and fields, soft selections, thin scroll bars, a visible focus ring.
// A button with setDefault(true) is the primary action of its page.
class DeskStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    DeskStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    void drawButton(const QStyleOption *option, QPainter *painter) const;
    void drawField(const QStyleOption *option, QPainter *painter) const;
    void drawToolButton(const QStyleOption *option, QPainter *painter) const;
    void drawItemPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawFocusRing(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawIndicator(const QStyleOption *option, QPainter *painter, bool round) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawMirroredLabel(const QStyleOptionButton &button, QPainter *painter) const;
    void drawHeader(const QStyleOption *option, QPainter *painter) const;
};

} // namespace desk
