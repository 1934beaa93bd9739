#include "gui/widgets/elidedlabel.h"

#include "gui/text/isolated.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace desk {

ElidedLabel::ElidedLabel(QWidget *parent)
    : PlainLabel(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, PlainLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(isolated(text()), Qt::ElideRight, area.width());
    const int side = static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment()));
    style()->drawItemText(&painter, area, side, palette(), isEnabled(), shown, foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return PlainLabel::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (isElided()) // a tip guesses what it is given: as markup it is only what was escaped
        QToolTip::showText(help->globalPos(), u"<p>"_s + text().toHtmlEscaped() + u"</p>"_s, this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace desk
