#include "gui/insights/insightdelegate.h"

#include "gui/text/isolated.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/statuschip.h"
#include "state/models/insightmodel.h"

#include <QDate>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString iconFor(const QString &category)
{
    switch (OpenEnum<InsightCategory>::fromWire(category).value()) {
    case InsightCategory::Preference:
        return u"user"_s;
    case InsightCategory::Fact:
        return u"check"_s;
    case InsightCategory::Goal:
        return u"pin"_s;
    case InsightCategory::Context:
        return u"chat"_s;
    case InsightCategory::PendingQuestion:
        return u"unknown"_s;
    case InsightCategory::Other:
    case InsightCategory::Unknown:
        break;
    }
    return u"thought"_s;
}

} // namespace

QSize InsightDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    const int unit = Theme::space(option.font);
    return {unit * 30, StatusChip::chipSize(Theme::small(option.font), u"X"_s).height() + option.fontMetrics.lineSpacing() * 2 + unit * 3};
}

void InsightDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int unit = Theme::space(option.font);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    paintCard(*painter, option);
    QRect inner = option.rect.adjusted(unit * 3 / 2, unit, -unit * 3 / 2, -unit);
    const int head = StatusChip::chipSize(Theme::small(option.font), u"X"_s).height();
    paintHead(*painter, option, index, QRect(inner.left(), inner.top(), inner.width(), head));
    inner.setTop(inner.top() + head + unit / 2);
    QString text = index.data(InsightModel::ContentRole).toString();
    paintText(*painter, option, displayLine(text.remove("**"_L1).remove(u'`'), 400), inner);
    painter->restore();
}

void InsightDelegate::paintCard(QPainter &painter, const QStyleOptionViewItem &option)
{
    const int unit = Theme::space(option.font);
    const QRectF card = QRectF(option.rect).adjusted(unit / 2.0, 1, -unit / 2.0, -1);
    const int radius = Theme::radius(option.font);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? Theme::selection(option.palette) : Theme::hover(option.palette));
        painter.drawRoundedRect(card, radius, radius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(Theme::accent(option.palette), 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), radius, radius);
    }
}

void InsightDelegate::paintHead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line)
{
    const QFont small = Theme::small(option.font);
    const int gap = Theme::space(option.font);
    QStringList notes;
    if (const int match = index.data(InsightModel::MatchRole).toInt(); match < 100)
        notes << tr("%1 % match", "how well an insight fits a search").arg(match);
    if (index.data(InsightModel::PendingRole).toBool())
        notes << tr("Saving…");
    if (const QDate date = index.data(InsightModel::CreatedRole).toDate(); date.isValid())
        notes << QLocale().toString(date, QLocale::ShortFormat);
    for (QString &each : notes)
        each = isolated(each); // numbers of one do not wander into the next where text runs right to left
    const QString note = notes.join(u"  ·  "_s);
    painter.setFont(small);
    painter.setPen(Theme::subtleText(option.palette));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignTrailing, note);
    line.setWidth(line.width() - QFontMetrics(small).horizontalAdvance(note) - gap);
    if (option.direction == Qt::RightToLeft)
        line.moveRight(option.rect.right() - gap * 3 / 2);
    const auto chip = [&](StatusChip::Tone tone, const QString &iconName, const QString &text) {
        const int width = qMin(StatusChip::chipSize(small, text).width(), line.width());
        const QRect rect = QStyle::visualRect(option.direction, line, QRect(line.topLeft(), QSize(width, line.height())));
        StatusChip::drawChip(painter, rect, option.palette, small, option.direction, tone, iconName, text);
        option.direction == Qt::RightToLeft ? line.setRight(rect.left() - gap) : line.setLeft(rect.right() + gap);
    };
    chip(StatusChip::Tone::Neutral, iconFor(index.data(InsightModel::CategoryRole).toString()),
         displayLine(index.data(InsightModel::CategoryTitleRole).toString(), 40));
    if (index.data(InsightModel::NewRole).toBool())
        chip(StatusChip::Tone::Success, u"add"_s, tr("New", "an insight that was just learned"));
}

void InsightDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QString &text, const QRect &rect)
{
    const QString shown = isolated(text);
    QTextLayout layout(shown, option.font);
    QTextOption wrap(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    wrap.setTextDirection(option.direction);
    layout.setTextOption(wrap);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (!first.isValid())
        return;
    first.setLineWidth(rect.width());
    layout.endLayout();
    painter.setFont(option.font);
    painter.setPen(option.palette.color(QPalette::Active, QPalette::Text));
    first.draw(&painter, rect.topLeft());
    const QString rest = isolated(shown.mid(first.textLength()));
    const QRect second = rect.adjusted(0, option.fontMetrics.lineSpacing(), 0, 0);
    painter.drawText(second, static_cast<int>(Qt::AlignTop | Qt::AlignLeading) | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(rest, Qt::ElideRight, rect.width()));
}

} // namespace desk
