#include "gui/widgets/emptyhint.h"

#include "gui/theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>

namespace desk {

EmptyHint::EmptyHint(QAbstractItemView &view, const QString &text)
    : QObject(&view)
    , m_view(view)
    , m_text(text)
{
    view.viewport()->installEventFilter(this);
}

bool EmptyHint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_view.model() && m_view.model()->rowCount(m_view.rootIndex()) == 0) {
        QPainter painter(m_view.viewport());
        painter.setPen(Theme::subtleText(m_view.palette()));
        const int gap = Theme::space(&m_view, 2);
        painter.drawText(m_view.viewport()->rect().adjusted(gap, gap, -gap, -gap), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         m_text);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace desk
