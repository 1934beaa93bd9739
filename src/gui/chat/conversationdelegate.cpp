#include "gui/chat/conversationdelegate.h"

#include "gui/chat/textlimiter.h"
#include "gui/theme.h"
#include "state/models/conversationlistmodel.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace desk {

QString ConversationDelegate::relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 minutes = time.secsTo(now) / 60;
    if (minutes < 1)
        return tr("now");
    if (minutes < 60)
        return tr("%n min", "minutes ago, short", static_cast<int>(minutes));
    const QDate day = time.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (day == today)
        return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
    if (day.daysTo(today) == 1)
        return tr("yesterday");
    if (day.daysTo(today) < 7)
        return QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(day, QLocale::ShortFormat);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    const int unit = Theme::space(option.font);
    return {unit * 20, QFontMetrics(option.font).height() + QFontMetrics(Theme::small(option.font)).height() + unit * 5 / 2};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const int unit = Theme::space(option.font);
    const bool rtl = option.direction == Qt::RightToLeft;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    const QRectF card = QRectF(option.rect).adjusted(unit / 2.0, 1, -unit / 2.0, -1);
    const int radius = Theme::radius(option.font);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    if (selected || (option.state & QStyle::State_MouseOver) != 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? Theme::selection(palette) : Theme::hover(palette));
        painter->drawRoundedRect(card, radius, radius);
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(Theme::accent(palette), 1.6));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(card.adjusted(1, 1, -1, -1), radius, radius);
    }
    const QFont small = Theme::small(option.font);
    const QRect inner = option.rect.adjusted(unit * 3 / 2, unit, -unit * 3 / 2, -unit);
    QRect title(inner.left(), inner.top(), inner.width(), QFontMetrics(option.font).height());
    const QRect preview(inner.left(), title.bottom() + unit / 2, inner.width(), QFontMetrics(small).height());
    if (index.data(ConversationListModel::RunningRole).toBool()) {
        const int dot = unit;
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::accent(palette));
        painter->drawEllipse(rtl ? title.right() - dot : title.left(), title.center().y() - dot / 2 + 1, dot, dot);
        title.adjust(rtl ? 0 : dot + unit, 0, rtl ? -dot - unit : 0, 0);
    }
    const QString time = relativeTime(index.data(ConversationListModel::UpdatedRole).toDateTime(), QDateTime::currentDateTimeUtc());
    const int timeWidth = QFontMetrics(small).horizontalAdvance(time);
    painter->setFont(small);
    painter->setPen(Theme::subtleText(palette));
    painter->drawText(title, Qt::AlignVCenter | Qt::AlignTrailing, time);
    QString source = index.data(ConversationListModel::PreviewRole).toString();
    const QString second = displayLine(source.remove("**"_L1).remove(u'`'), 120);
    painter->drawText(preview, Qt::AlignVCenter | Qt::AlignLeading,
                      QFontMetrics(small).elidedText(second, Qt::ElideRight, preview.width()));
    title.adjust(rtl ? timeWidth + unit : 0, 0, rtl ? 0 : -timeWidth - unit, 0);
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    const QString given = displayLine(index.data(ConversationListModel::TitleRole).toString(), 120);
    const QString name = given.isEmpty() ? tr("New chat") : given;
    painter->drawText(title, Qt::AlignVCenter | Qt::AlignLeading,
                      QFontMetrics(option.font).elidedText(name, Qt::ElideRight, title.width()));
    painter->restore();
}

} // namespace desk
