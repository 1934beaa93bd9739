#include "gui/deskstyle.h"

#include "gui/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTableView>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal cornerRadius = 6;
constexpr int fieldPadding = 4;

void drawRounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, qreal radius = cornerRadius, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const qreal inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

bool isPrimary(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton) && option->state.testFlag(QStyle::State_Enabled);
}

} // namespace

DeskStyle::DeskStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void DeskStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractItemView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SplitterWidth:
        return 7;
    case PM_FocusFrameHMargin: // the padding of items and, below, of their headers
        return 5;
    case PM_HeaderMargin:
        return 6;
    case PM_ListViewIconSize:
        return Theme::iconSize(widget ? widget->font() : QFont());
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QRect DeskStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_ItemViewItemFocusRect)
        return option->rect.adjusted(2, 1, -2, -1); // as the selection, not only the text
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(fieldPadding, 0, -fieldPadding, 0) : rect;
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField && !(box && box->editable)) // its line edit has room of its own
        return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -fieldPadding, 0) : rect.adjusted(fieldPadding, 0, 0, 0);
    return rect;
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_EtchDisabledText || hint == SH_ItemView_ActivateItemOnSingleClick)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const QFont font = widget ? widget->font() : QFont();
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        result.setHeight(qMax(result.height(), Theme::space(font, 4.0)));
    if (type == CT_PushButton)
        result.rwidth() += Theme::space(font, 1.0);
    if (type == CT_ItemViewItem)
        result.setHeight(qMax(result.height(), Theme::space(font, 3.0)));
    if (type == CT_ToolButton)
        result += QSize(Theme::space(font, 0.75), Theme::space(font, 0.5));
    if (type == CT_ComboBox)
        result.rwidth() += fieldPadding;
    if (type == CT_HeaderSection)
        result.rheight() += Theme::space(font, 0.5);
    return result;
}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        // Fusion has the panel itself show who has the focus, and asks for no frame.
        if (qobject_cast<const QPushButton *>(widget) && option->state.testFlag(State_HasFocus) &&
            option->state.testFlag(State_KeyboardFocusChange))
            drawFocusRing(option, painter, widget);
        return;
    case PE_PanelLineEdit:
        // Without a frame (in a combo box or a spin box) the field has nothing of its own to draw.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_PanelScrollAreaCorner: // Fusion's is a line that comes from nowhere
        return;
    case PE_PanelButtonTool:
        return drawToolButton(option, painter);
    case PE_PanelItemViewItem:
        return drawItemPanel(option, painter, widget);
    case PE_PanelItemViewRow:
        if (option->state.testFlag(State_Selected)) // the items draw the selection; the row would add corners to it
            return;
        break;
    case PE_FrameFocusRect:
        return drawFocusRing(option, painter, widget);
    case PE_IndicatorRadioButton:
        return drawIndicator(option, painter, true);
    case PE_IndicatorCheckBox:
        return drawIndicator(option, painter, false);
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            const bool focused = option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange);
            painter->setPen(focused ? Theme::accent(option->palette) : Theme::border(option->palette));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void DeskStyle::drawButton(const QStyleOption *option, QPainter *painter) const
{
    const QPalette &palette = option->palette;
    const bool pressed = option->state.testAnyFlags(State_Sunken | State_On);
    const bool hovered = option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled);
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && button->features.testFlag(QStyleOptionButton::Flat) && !pressed && !hovered)
        return;
    if (isPrimary(option)) {
        const QColor fill = palette.color(QPalette::Highlight);
        drawRounded(painter, option->rect, pressed ? fill.darker(120) : hovered ? fill.darker(108) : fill, {});
        return;
    }
    const QColor plain = option->state.testFlag(State_Enabled) ? palette.color(QPalette::Button) : palette.color(QPalette::Window);
    const QColor fill = pressed ? Theme::selection(palette) : hovered ? Theme::hover(palette) : plain;
    drawRounded(painter, option->rect, fill, Theme::border(palette));
}

void DeskStyle::drawField(const QStyleOption *option, QPainter *painter) const
{
    const bool focused = option->state.testFlag(State_HasFocus) && option->state.testFlag(State_Enabled);
    const QColor fill = option->palette.color(option->state.testFlag(State_Enabled) ? QPalette::Base : QPalette::Window);
    drawRounded(painter, option->rect, fill, focused ? Theme::accent(option->palette) : Theme::border(option->palette), cornerRadius,
                focused ? 1.5 : 1);
}

void DeskStyle::drawToolButton(const QStyleOption *option, QPainter *painter) const
{
    if (option->state.testAnyFlags(State_On | State_Sunken))
        drawRounded(painter, option->rect, Theme::selection(option->palette), {});
    else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled))
        drawRounded(painter, option->rect, Theme::hover(option->palette), {});
}

void DeskStyle::drawItemPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    const bool selected = option->state.testFlag(State_Selected);
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    if (!selected && !option->state.testFlag(State_MouseOver))
        return;
    const QColor fill = selected ? Theme::selection(option->palette) : Theme::hover(option->palette);
    if (!qobject_cast<const QTableView *>(widget)) // the cells of a table's row join
        drawRounded(painter, option->rect.adjusted(2, 1, -2, -1), fill, {});
    else
        painter->fillRect(option->rect, fill);
}

void DeskStyle::drawFocusRing(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *table = qobject_cast<const QTableView *>(widget);
    const bool wholeRow = table && table->selectionBehavior() == QAbstractItemView::SelectRows; // its selection and frame tell
    if (wholeRow || option->rect.width() < 4 || option->rect.height() < 4)
        return;
    // On a filled primary button the accent would vanish: there the ring takes the colour of the text.
    const auto *button = qobject_cast<const QPushButton *>(widget);
    const bool onAccent = button && button->isDefault() && button->isEnabled();
    const QColor color = onAccent ? option->palette.color(QPalette::HighlightedText) : Theme::accent(option->palette);
    drawRounded(painter, option->rect, Qt::transparent, color, cornerRadius - 1, 2);
}

void DeskStyle::drawIndicator(const QStyleOption *option, QPainter *painter, bool round) const
{
    const QPalette &palette = option->palette;
    const bool on = option->state.testFlag(State_On);
    const bool enabled = option->state.testFlag(State_Enabled);
    const qreal side = qMin(option->rect.width(), option->rect.height());
    const QRect box = alignedRect(option->direction, Qt::AlignCenter, QSize(qRound(side), qRound(side)), option->rect);
    const QColor ink = palette.color(enabled ? QPalette::Active : QPalette::Disabled, on ? QPalette::Highlight : QPalette::Base);
    const QColor line = on && enabled ? ink : enabled ? Theme::subtleText(palette) : palette.color(QPalette::Disabled, QPalette::Text);
    drawRounded(painter, box, ink, line, round ? side / 2 : 3);
    if (!on)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(round ? QPen(Qt::NoPen) : QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = QRectF(box).center();
    if (round) {
        painter->setBrush(Qt::white);
        painter->drawEllipse(c, side * 0.2, side * 0.2);
    } else {
        painter->drawPolyline(QPolygonF({c + QPointF(-3, 0), c + QPointF(-1, 2.5), c + QPointF(3.5, -2.5)}));
    }
    painter->restore();
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); element == CE_PushButtonLabel && button) {
        QStyleOptionButton copy(*button);
        if (isPrimary(option))
            copy.palette.setColor(QPalette::ButtonText, copy.palette.color(QPalette::HighlightedText));
        if (copy.direction == Qt::RightToLeft && !copy.icon.isNull() && !copy.text.isEmpty())
            return drawMirroredLabel(copy, painter);
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option); element == CE_ComboBoxLabel && box && !box->editable) {
        QStyleOptionComboBox copy(*box); // Fusion cuts what does not fit
        const int icon = copy.currentIcon.isNull() ? 0 : copy.iconSize.width() + 4;
        const int room = subControlRect(CC_ComboBox, &copy, SC_ComboBoxEditField, widget).width() - icon - 2;
        copy.currentText = copy.fontMetrics.elidedText(copy.currentText, Qt::ElideRight, room);
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    if (element == CE_ItemViewItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem copy(*item);
            copy.palette.setColor(QPalette::HighlightedText, copy.palette.color(QPalette::Text)); // the selection is a wash
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
        return drawHeader(option, painter);
    QProxyStyle::drawControl(element, option, painter, widget);
}

// Qt 6.4 mirrors the alignment of a right-to-left label twice, which tears icon and text apart.
void DeskStyle::drawMirroredLabel(const QStyleOptionButton &button, QPainter *painter) const
{
    constexpr int spacing = 4;
    const int textWidth = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const QSize icon = button.iconSize;
    const int left = button.rect.center().x() - (textWidth + spacing + icon.width()) / 2;
    const QRect textRect(left, button.rect.top(), textWidth, button.rect.height());
    const QRect iconRect(QPoint(left + textWidth + spacing, button.rect.center().y() - icon.height() / 2), icon);
    const bool enabled = button.state & State_Enabled;
    button.icon.paint(painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const int mnemonic = styleHint(SH_UnderlineShortcut, &button, nullptr, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    drawItemText(painter, textRect, Qt::AlignCenter | mnemonic, button.palette, enabled, button.text, QPalette::ButtonText);
}

void DeskStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    painter->setPen(Theme::border(option->palette));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return drawScrollBar(option, painter, widget);
    if (control == CC_ComboBox)
        return drawComboBox(option, painter, widget);
    if (control == CC_SpinBox)
        return drawSpinBox(option, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void DeskStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!box)
        return;
    drawField(option, painter);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const bool isUp = part == SC_SpinBoxUp;
        const bool works = box->stepEnabled.testFlag(isUp ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const bool pressed = box->activeSubControls == part && box->state.testFlag(State_Sunken);
        QColor colour = pressed ? Theme::accent(option->palette) : Theme::subtleText(option->palette);
        colour.setAlphaF(works && box->state.testFlag(State_Enabled) ? 1.0F : 0.35F);
        painter->setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF c = QRectF(proxy()->subControlRect(CC_SpinBox, box, part, widget)).center();
        const qreal tip = isUp ? -1.5 : 1.5;
        painter->drawPolyline(QPolygonF({c + QPointF(-3, -tip), c + QPointF(0, tip), c + QPointF(3, -tip)}));
    }
    painter->restore();
}

void DeskStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider || slider->minimum >= slider->maximum)
        return;
    const QRect handle = proxy()->subControlRect(CC_ScrollBar, slider, SC_ScrollBarSlider, widget);
    const bool active = slider->state.testFlag(State_MouseOver) || slider->activeSubControls.testFlag(SC_ScrollBarSlider);
    QColor color = slider->palette.color(QPalette::Text);
    color.setAlphaF(active ? 0.45F : 0.25F);
    const int inset = active ? 2 : 3;
    const QRect bar = slider->orientation == Qt::Vertical ? handle.adjusted(inset, 1, -inset, -1) : handle.adjusted(1, inset, -1, -inset);
    drawRounded(painter, bar, color, {}, 3);
}

void DeskStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!box)
        return;
    const QPalette &palette = option->palette;
    const bool focused = option->state.testFlag(State_HasFocus);
    const bool hovered = option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled);
    if (box->editable)
        drawField(option, painter);
    else
        drawRounded(painter, option->rect, hovered ? Theme::hover(palette) : palette.color(QPalette::Button),
                    focused ? Theme::accent(palette) : Theme::border(palette), cornerRadius, focused ? 1.5 : 1);
    const QRectF arrow = proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::subtleText(palette), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = arrow.center();
    painter->drawPolyline(QPolygonF({c + QPointF(-4, -2), c + QPointF(0, 2), c + QPointF(4, -2)}));
    painter->restore();
}

} // namespace desk
