#include "gui/chat/compose/attachmentchip.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

AttachmentChip::AttachmentChip(AttachmentQueue &queue, int row, QWidget *parent)
    : QFrame(parent)
    , m_queue(queue)
    , m_index(queue.index(row, 0))
    , m_icon(new PlainLabel(this))
    , m_text(new PlainLabel(this))
    , m_retry(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    setObjectName(u"attachmentChip"_s);
    const int unit = Theme::space(this);
    auto *box = new QHBoxLayout(this);
    box->setContentsMargins(unit, unit / 2, unit / 4, unit / 2);
    box->setSpacing(unit / 2);
    m_text->setFont(Theme::small(font()));
    m_retry->setObjectName(u"retryUpload"_s);
    m_retry->setIcon(Theme::icon(u"retry"_s));
    m_retry->setAutoRaise(true);
    m_retry->setFocusPolicy(Qt::TabFocus);
    m_remove->setObjectName(u"removeAttachment"_s);
    m_remove->setIcon(Theme::icon(u"close"_s));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::TabFocus);
    for (QWidget *widget : {static_cast<QWidget *>(m_icon), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_retry),
                            static_cast<QWidget *>(m_remove)})
        box->addWidget(widget);
    connect(m_retry, &QToolButton::clicked, this, [this] { m_queue.retry(m_index.row()); });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_queue.remove(m_index.row()); });
    refresh();
}

void AttachmentChip::refresh()
{
    if (!m_index.isValid())
        return;
    const QString name = displayLine(m_index.data(AttachmentQueue::NameRole).toString(), 60);
    const auto state = static_cast<AttachmentQueue::State>(m_index.data(AttachmentQueue::StateRole).toInt());
    const QString size = QLocale().formattedDataSize(m_index.data(AttachmentQueue::SizeRole).toLongLong());
    m_progress = m_index.data(AttachmentQueue::ProgressRole).toInt();
    m_failed = state == AttachmentQueue::State::Failed;
    QString text;
    if (m_failed) {
        //: File name, then why it could not be uploaded
        text = tr("%1: %2").arg(name, displayLine(m_index.data(AttachmentQueue::ErrorRole).toString(), 160));
    } else if (state == AttachmentQueue::State::Uploading) {
        text = tr("%1 \u00B7 %2 %").arg(name, QLocale().toString(m_progress));
    } else {
        text = tr("%1 \u00B7 %2").arg(name, size);
    }
    m_text->setText(text);
    m_text->setWordWrap(m_failed); // a reason may be long, and all of it counts
    m_icon->setPixmap(Theme::icon(m_failed ? u"error"_s : u"file"_s, m_failed ? Theme::danger(palette()) : Theme::subtleText(palette()))
                          .pixmap(Theme::iconSize(font())));
    m_retry->setVisible(m_failed);
    m_retry->setToolTip(tr("Try again"));
    m_retry->setAccessibleName(tr("Upload %1 again").arg(name));
    m_remove->setToolTip(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    setAccessibleName(text);
    updateGeometry();
    update();
}

void AttachmentChip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = qMin(area.height() / 2.5, Theme::space(this) * 1.5); // of one line
    QPainterPath shape;
    shape.addRoundedRect(area, radius, radius);
    painter.fillPath(shape, Theme::cardBackground(palette()));
    if (!m_failed && m_progress < 100) {
        painter.setClipPath(shape);
        const int width = qRound(area.width() * m_progress / 100.0);
        const int left = layoutDirection() == Qt::RightToLeft ? rect().width() - width : 0;
        painter.fillRect(QRect(left, rect().bottom() - 2, width, 3), Theme::accent(palette()));
        painter.setClipping(false);
    }
    painter.setPen(m_failed ? Theme::danger(palette()) : Theme::border(palette()));
    painter.drawPath(shape);
}

void AttachmentChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        m_queue.remove(m_index.row());
    else
        QFrame::keyPressEvent(event);
}

} // namespace desk
