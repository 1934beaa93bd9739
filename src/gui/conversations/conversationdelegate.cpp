#include "gui/conversations/conversationdelegate.h"

#include "gui/text/isolated.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "state/models/conversationgroupmodel.h"
#include "state/models/conversationlistmodel.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Takes a piece off the start or the end of a line, and the gap beside it.
QRect cut(QRect &line, int width, int gap, Qt::LayoutDirection direction, bool atStart)
{
    const int taken = std::min(width, line.width());
    QRect piece = line;
    if (atStart == (direction != Qt::RightToLeft)) {
        piece.setWidth(taken);
        line.setLeft(piece.right() + 1 + gap);
    } else {
        piece.setLeft(line.right() - taken + 1);
        line.setRight(piece.left() - 1 - gap);
    }
    return piece;
}

} // namespace

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
    if (m_heights.row == 0 || m_heights.font != option.font) {
        const int unit = Theme::space(option.font);
        const int small = QFontMetrics(Theme::small(option.font)).height();
        m_heights = {option.font, QFontMetrics(option.font).height() + small + unit * 5 / 2, small + unit * 2};
    }
    const bool isHeader = index.data(ConversationGroupModel::HeaderRole).toBool();
    return {m_heights.row * 4, isHeader ? m_heights.header : m_heights.row};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (index.data(ConversationGroupModel::HeaderRole).toBool()) {
        paintHeader(painter, option, index);
    } else {
        const int unit = Theme::space(option.font);
        const QRect inner = option.rect.adjusted(unit * 3 / 2, unit, -unit * 3 / 2, -unit);
        const QRect title(inner.left(), inner.top(), inner.width(), QFontMetrics(option.font).height());
        const int small = QFontMetrics(Theme::small(option.font)).height();
        paintCard(painter, option);
        paintTitle(painter, option, index, title);
        paintPreview(painter, option, index, QRect(inner.left(), title.bottom() + unit / 2, inner.width(), small));
    }
    painter->restore();
}

void ConversationDelegate::paintCard(QPainter *painter, const QStyleOptionViewItem &option)
{
    const int unit = Theme::space(option.font);
    const QRectF card = QRectF(option.rect).adjusted(unit / 2.0, 1, -unit / 2.0, -1);
    const int radius = Theme::radius(option.font);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    if (selected || (option.state & QStyle::State_MouseOver) != 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? Theme::selection(option.palette) : Theme::hover(option.palette));
        painter->drawRoundedRect(card, radius, radius);
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(Theme::accent(option.palette), 1.6));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(card.adjusted(1, 1, -1, -1), radius, radius);
    }
}

void ConversationDelegate::paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int unit = Theme::space(option.font);
    const QVariant open = index.data(ConversationGroupModel::OpenRole);
    if (open.isValid() && (option.state & QStyle::State_HasFocus) != 0) // others do nothing, wherever the view begins
        paintCard(painter, option);
    QFont small = Theme::small(option.font);
    small.setBold(true);
    const QFontMetrics metrics(small);
    QString text = index.data(Qt::DisplayRole).toString();
    if (open.isValid())
        text = tr("%1 (%2)", "a group of conversations, how many")
                   .arg(text, QLocale().toString(index.data(ConversationGroupModel::CountRole).toInt()));
    QRect line = option.rect.adjusted(unit * 3 / 2, 0, -unit * 3 / 2, -unit / 4);
    line.setTop(line.bottom() - metrics.height() - unit / 2);
    if (open.isValid()) {
        const QRect icon = cut(line, metrics.height(), unit / 2, option.direction, true);
        const QString closed = option.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s;
        Theme::icon(open.toBool() ? u"chevron-down"_s : closed, Theme::subtleText(option.palette)).paint(painter, icon);
    }
    painter->setFont(small);
    painter->setPen(Theme::subtleText(option.palette));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading, metrics.elidedText(text, Qt::ElideRight, line.width()));
}

void ConversationDelegate::paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line)
{
    const int unit = Theme::space(option.font);
    const bool unread = index.data(ConversationListModel::UnreadRole).toBool();
    const QFont small = Theme::small(option.font);
    if (index.data(ConversationListModel::RunningRole).toBool()) {
        const QRect icon = cut(line, QFontMetrics(small).height(), unit, option.direction, true);
        Theme::icon(u"running"_s, Theme::accent(option.palette)).paint(painter, icon);
    } else if (unread) {
        const QRect place = cut(line, unit, unit, option.direction, true);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::accent(option.palette));
        painter->drawEllipse(QRectF(place.left(), place.center().y() - unit / 2.0 + 1, unit, unit));
    }
    const auto badge = [&](int role, const QString &name) {
        if (index.data(role).toBool())
            Theme::icon(name, Theme::subtleText(option.palette))
                .paint(painter, cut(line, QFontMetrics(small).height(), unit / 2, option.direction, false));
    };
    badge(ConversationListModel::PrivateRole, u"lock"_s);
    badge(ConversationListModel::SharedRole, u"user"_s);
    badge(ConversationListModel::PinnedRole, u"pin"_s);
    QFont font = option.font;
    font.setBold(unread);
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::Text));
    const QString given = displayLine(index.data(ConversationListModel::TitleRole).toString(), 120);
    const QString name = given.isEmpty() ? tr("New chat") : given;
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                      QFontMetrics(font).elidedText(isolated(name), Qt::ElideRight, line.width()));
}

void ConversationDelegate::paintPreview(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line)
{
    const int unit = Theme::space(option.font);
    const QFont small = Theme::small(option.font);
    const QFontMetrics metrics(small);
    painter->setFont(small);
    // Not beside the title, which needs the room more than the preview does.
    const QString time = relativeTime(index.data(ConversationListModel::UpdatedRole).toDateTime(), QDateTime::currentDateTimeUtc());
    painter->setPen(Theme::subtleText(option.palette));
    painter->drawText(cut(line, metrics.horizontalAdvance(time), unit, option.direction, false), Qt::AlignVCenter | Qt::AlignTrailing,
                      isolated(time));
    const QStringList tags = index.data(ConversationListModel::TagsRole).toStringList();
    int room = line.width() / 2; // the preview keeps the other half
    QString left;
    for (qsizetype i = tags.size() - 1; i >= 0 && room > unit * 4; --i) {
        const bool hasMore = i < tags.size() - 1 && room < unit * 9 && i > 0;
        left = hasMore ? tr("+%1", "so many tags more").arg(QLocale().toString(i + 1)) : displayLine(tags.at(i), 24);
        const int width = std::min({metrics.horizontalAdvance(left) + unit * 3 / 2, room, unit * 14});
        const QRectF chip = cut(line, width, unit / 2, option.direction, false);
        const QColor colour = Theme::accent(option.palette);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::tint(colour, option.palette));
        painter->drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
        painter->setPen(colour);
        painter->drawText(chip, Qt::AlignCenter, metrics.elidedText(isolated(left), Qt::ElideRight, width - unit));
        room -= width + unit / 2;
        if (hasMore)
            break;
    }
    const QString text = displayLine(index.data(ConversationListModel::PreviewRole).toString(), 120);
    painter->setPen(Theme::subtleText(option.palette));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading, metrics.elidedText(isolated(text), Qt::ElideRight, line.width()));
}

bool ConversationDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                     const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || index.data(ConversationGroupModel::HeaderRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString title = displayLine(index.data(ConversationListModel::TitleRole).toString(), 200);
    const QString when = QLocale().toString(index.data(ConversationListModel::UpdatedRole).toDateTime().toLocalTime(), QLocale::LongFormat);
    // Made rich by us, so that nobody else's text is taken for markup.
    QToolTip::showText(event->globalPos(),
                       u"<p>%1</p><p>%2</p>"_s.arg(title.toHtmlEscaped(), tr("Last changed %1").arg(when).toHtmlEscaped()), view);
    return true;
}

} // namespace desk
