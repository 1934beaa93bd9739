// The part of MessagePainter for what a turn tells beside its text.
#include "gui/chat/transcript/messagepainter.h"
#include "gui/chat/transcript/turntexts.h"
#include "gui/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

void MessagePainter::paintTurnPart(MessageItem &item, const MessagePart &part)
{
    const QColor subtle = Theme::subtleText(m_look.palette);
    switch (part.kind) {
    case Kind::Routing:
        paintRouting(part);
        break;
    case Kind::RoutingReason:
        text(part.rect, part.text, Theme::small(m_look.font), subtle, Qt::AlignVCenter | Qt::AlignLeading);
        break;
    case Kind::Steps:
        paintSteps(item, part);
        break;
    case Kind::StepsTrace:
        paintButton(part, u"search"_s, true);
        break;
    case Kind::Upgrade:
        paintNote(part, u"model"_s, subtle);
        break;
    case Kind::Plan:
        paintPlan(item, part);
        break;
    case Kind::PlanStep:
        paintStep(item, part);
        break;
    case Kind::PlanRest:
        text(afterLeading(part.rect, Theme::iconSize(m_look.font) + m_unit * 2), part.text, Theme::small(m_look.font), subtle,
             Qt::AlignVCenter | Qt::AlignLeading);
        break;
    case Kind::Progress:
        paintProgress(item, part);
        break;
    case Kind::Interim:
        paintNote(part, u"info"_s, subtle);
        break;
    case Kind::Warning:
        paintNote(part, u"warning"_s, Theme::warning(m_look.palette));
        break;
    default:
        break;
    }
}

void MessagePainter::paintRouting(const MessagePart &part)
{
    const QPalette &palette = m_look.palette;
    m_painter.setPen(Theme::border(palette));
    m_painter.setBrush(isHovered(part) ? Theme::hover(palette) : Theme::cardBackground(palette));
    const int radius = part.rect.height() / 2;
    m_painter.drawRoundedRect(QRectF(part.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int size = Theme::iconSize(m_look.font);
    const QRect inner = part.rect.adjusted(m_unit, 0, -m_unit, 0);
    icon(leading(inner, size), u"route"_s, Theme::accent(palette));
    QRect rest = afterLeading(inner, size + m_unit / 2);
    const QRect more =
        rtl() ? QRect(rest.left(), rest.top(), size, rest.height()) : QRect(rest.right() - size + 1, rest.top(), size, rest.height());
    icon(more, u"chevron-down"_s, Theme::subtleText(palette));
    rest = rtl() ? rest.adjusted(size + m_unit / 4, 0, 0, 0) : rest.adjusted(0, 0, -size - m_unit / 4, 0);
    text(rest, part.text, Theme::small(m_look.font), palette.color(QPalette::Text), Qt::AlignVCenter | Qt::AlignLeading);
}

// A failure is seen while they are closed.
void MessagePainter::paintSteps(const MessageItem &item, const MessagePart &part)
{
    const QPalette &palette = m_look.palette;
    const auto &calls = item.message().toolCalls;
    const bool hasFailed = std::any_of(calls.cbegin(), calls.cend(), [](const ToolCall &call) { return call.finished && !call.success; });
    const QColor color = isHovered(part) ? palette.color(QPalette::Text) : Theme::subtleText(palette);
    const int size = Theme::iconSize(m_look.font);
    icon(leading(part.rect, size), hasFailed ? u"warning"_s : u"step"_s, hasFailed ? Theme::warning(palette) : color);
    QRect rest = afterLeading(part.rect, size + m_unit);
    const QFont font = Theme::small(m_look.font);
    const int width = qMin(QFontMetrics(font).horizontalAdvance(part.text) + 2, rest.width() - size - m_unit);
    text(leading(rest, width), part.text, font, color, Qt::AlignVCenter | Qt::AlignLeading);
    rest = afterLeading(rest, width + m_unit / 2);
    const QString closed = rtl() ? u"chevron-left"_s : u"chevron-right"_s;
    icon(leading(rest, size), item.showsSteps() ? u"chevron-down"_s : closed, color);
}

void MessagePainter::paintPlan(const MessageItem &item, const MessagePart &part)
{
    const QPalette &palette = m_look.palette;
    QRect card = part.rect;
    for (const MessagePart &other : item.parts()) {
        if (other.kind == Kind::PlanStep || other.kind == Kind::PlanRest)
            card.setBottom(qMax(card.bottom(), other.rect.bottom() + m_unit / 2));
    }
    const bool open = card.bottom() > part.rect.bottom();
    const int radius = Theme::radius(m_look.font);
    m_painter.setPen(Theme::border(palette));
    m_painter.setBrush(isHovered(part) ? Theme::hover(palette) : Theme::cardBackground(palette));
    m_painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int size = Theme::iconSize(m_look.font);
    const QRect inner = part.rect.adjusted(m_unit * 3 / 2, 0, -m_unit * 3 / 2, 0);
    icon(leading(inner, size), u"check"_s, Theme::subtleText(palette));
    QRect rest = afterLeading(inner, size + m_unit);
    const QRect chevron =
        rtl() ? QRect(rest.left(), rest.top(), size, rest.height()) : QRect(rest.right() - size, rest.top(), size, rest.height());
    const QString closed = rtl() ? u"chevron-left"_s : u"chevron-right"_s;
    if (part.activatable)
        icon(chevron, open ? u"chevron-down"_s : closed, Theme::subtleText(palette));
    rest = rtl() ? rest.adjusted(size + m_unit, 0, 0, 0) : rest.adjusted(0, 0, -size - m_unit, 0);
    text(rest, part.text, m_look.font, palette.color(QPalette::Text), Qt::AlignVCenter | Qt::AlignLeading);
}

// A line along the steps that run at the same time.
void MessagePainter::paintGroup(const MessageItem &item, const MessagePart &part)
{
    const auto &steps = item.message().plan->steps;
    const int group = steps.at(part.index).group;
    const bool before = part.index > 0 && steps.at(part.index - 1).group == group;
    const bool after = part.index + 1 < steps.size() && steps.at(part.index + 1).group == group;
    if (group < 0)
        return;
    const qreal width = qMax(2.0, m_unit * 0.25);
    const qreal x = rtl() ? part.rect.right() + m_unit * 0.25 : part.rect.left() - m_unit * 0.25 - width;
    const qreal gap = m_unit * 0.4;
    const QRectF line(x, part.rect.top() + (before ? 0 : gap), width, part.rect.height() - (before ? 0 : gap) - (after ? 0 : gap));
    m_painter.fillRect(line, Theme::accent(m_look.palette));
}

void MessagePainter::paintStep(const MessageItem &item, const MessagePart &part)
{
    const QPalette &palette = m_look.palette;
    const StepState state = item.steps().value(part.index);
    QColor color = Theme::subtleText(palette);
    QString name = u"pending"_s;
    if (state == StepState::Running) {
        color = Theme::accent(palette);
        name = u"running"_s;
    } else if (state == StepState::Done) {
        color = Theme::success(palette);
        name = u"success"_s;
    } else if (state == StepState::Failed) {
        color = Theme::danger(palette);
        name = u"error"_s;
    }
    paintGroup(item, part);
    const QFont small = Theme::small(m_look.font);
    const int size = Theme::iconSize(m_look.font);
    QRect lead = leading(part.rect.adjusted(m_unit / 2, 0, -m_unit / 2, 0), size);
    lead.setHeight(qMin(lead.height(), QFontMetrics(small).height() * 3 / 2));
    icon(lead, name, color);
    const QColor words = state == StepState::Open ? Theme::subtleText(palette) : palette.color(QPalette::Text);
    text(afterLeading(part.rect, size + m_unit * 2), stepWords(item.message().plan->steps.at(part.index)), small, words,
         Qt::TextWordWrap | Qt::AlignVCenter | Qt::AlignLeading);
}

void MessagePainter::paintProgress(const MessageItem &item, const MessagePart &part)
{
    const QPalette &palette = m_look.palette;
    const QFont small = Theme::small(m_look.font);
    QRect line = part.rect;
    line.setHeight(QFontMetrics(small).height());
    text(line, part.text, small, Theme::subtleText(palette), Qt::AlignVCenter | Qt::AlignLeading);
    const auto &progress = item.message().progress;
    if (!progress || progress->total <= 0)
        return;
    const qreal thickness = qMax(3.0, m_unit * 0.45);
    QRectF track(part.rect.left(), part.rect.bottom() - thickness, part.rect.width(), thickness);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(Theme::border(palette));
    m_painter.drawRoundedRect(track, thickness / 2, thickness / 2);
    const qreal share = qBound(0.0, static_cast<double>(progress->completed) / progress->total, 1.0);
    const qreal width = track.width() * share;
    if (rtl())
        track.setLeft(track.right() - width);
    else
        track.setWidth(width);
    m_painter.setBrush(Theme::accent(palette));
    if (width > 0)
        m_painter.drawRoundedRect(track, thickness / 2, thickness / 2);
}

void MessagePainter::paintNote(const MessagePart &part, const QString &name, const QColor &color)
{
    const int size = Theme::iconSize(m_look.font);
    const QFont small = Theme::small(m_look.font);
    QRect lead = leading(part.rect, size);
    lead.setHeight(qMin(lead.height(), QFontMetrics(small).height() * 3 / 2));
    icon(lead, name, color);
    text(afterLeading(part.rect, size + m_unit), part.text, small, color, Qt::TextWordWrap | Qt::AlignVCenter | Qt::AlignLeading);
}

} // namespace desk
