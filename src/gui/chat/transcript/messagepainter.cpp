#include "gui/chat/transcript/messagepainter.h"

#include "gui/chat/transcript/toolreport.h"
#include "gui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetrics>
#include <QPainter>
#include <QPixmapCache>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

namespace {

QString bodyIcon(Kind kind)
{
    switch (kind) {
    case Kind::TableOpen:
        return u"table"_s;
    case Kind::CodeSave:
        return u"save"_s;
    case Kind::CodeWrap:
        return u"wrap"_s;
    default:
        return u"copy"_s;
    }
}

} // namespace

MessagePainter::MessagePainter(QPainter &painter, const Look &look)
    : m_painter(painter)
    , m_look(look)
    , m_unit(Theme::space(look.font))
{
    painter.setRenderHint(QPainter::Antialiasing);
}

bool MessagePainter::rtl() const
{
    return m_painter.layoutDirection() == Qt::RightToLeft;
}

QRect MessagePainter::leading(const QRect &rect, int width) const
{
    return rtl() ? QRect(rect.right() - width + 1, rect.top(), width, rect.height()) : QRect(rect.left(), rect.top(), width, rect.height());
}

QRect MessagePainter::afterLeading(const QRect &rect, int width) const
{
    return rtl() ? rect.adjusted(0, 0, -width, 0) : rect.adjusted(width, 0, 0, 0);
}

bool MessagePainter::isHovered(const MessagePart &part) const
{
    return m_look.hoveredPart.activatable && m_look.hoveredPart.kind == part.kind && m_look.hoveredPart.index == part.index;
}

void MessagePainter::text(const QRect &rect, const QString &text, const QFont &font, const QColor &color, int flags)
{
    m_painter.setFont(font);
    m_painter.setPen(color);
    const bool wraps = (flags & Qt::TextWordWrap) != 0;
    const QString shown = wraps ? text : QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    m_painter.drawText(rect, flags, shown);
}

// Drawn once per size and colour: rendering the SVG for every row and frame would cost more than the text.
void MessagePainter::icon(const QRect &rect, const QString &name, const QColor &color)
{
    const int size = qMin(qMin(rect.width(), rect.height()), Theme::iconSize(m_look.font));
    const qreal ratio = m_painter.device()->devicePixelRatioF();
    const QString key = u"desk-%1-%2-%3-%4"_s.arg(name, color.name()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = Theme::icon(name, color).pixmap(QSize(size, size), ratio);
        QPixmapCache::insert(key, pixmap);
    }
    m_painter.drawPixmap(QPoint(rect.center().x() - size / 2 + 1, rect.center().y() - size / 2 + 1), pixmap);
}

void MessagePainter::paint(MessageItem &item, const QRect &clip)
{
    if (item.bubble().isValid()) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(Theme::userBubble(m_look.palette));
        const int radius = Theme::radius(m_look.font) * 3 / 2;
        m_painter.drawRoundedRect(item.bubble(), radius, radius);
    }
    for (const MessagePart &part : item.parts()) {
        if (part.rect.bottom() >= clip.top() && part.rect.top() <= clip.bottom())
            paintPart(item, part, clip);
    }
    const auto buttons = item.bodyButtons();
    for (const MessagePart &part : buttons) {
        const bool table = part.kind == Kind::TableCopy || part.kind == Kind::TableOpen;
        if (!part.rect.intersects(clip) || (table && !m_look.hovered && !m_look.current))
            continue;
        if (table)
            m_painter.fillRect(part.rect, Theme::codeBackground(m_look.palette));
        paintButton(part, bodyIcon(part.kind), false);
    }
    if (m_look.current)
        paintFocus(item);
}

void MessagePainter::paintPart(MessageItem &item, const MessagePart &part, const QRect &clip)
{
    switch (part.kind) {
    case Kind::Header:
        paintHeader(item, part);
        break;
    case Kind::Copy:
        if (m_look.hovered || m_look.current)
            paintButton(part, u"copy"_s, false);
        break;
    case Kind::Thoughts:
        paintThoughts(item, part);
        break;
    case Kind::ThoughtsText:
        paintDocument(*item.thoughtsDocument(), afterLeading(part.rect, m_unit * 3).topLeft(), Theme::subtleText(m_look.palette),
                      FindHit::Field::Thoughts, 0);
        break;
    case Kind::Tool:
        paintTool(item, part);
        break;
    case Kind::ToolDetails:
        paintToolDetails(item, part);
        break;
    case Kind::Body: {
        MessageDocument::Marks marks;
        marks.selection = {m_look.selectionStart, m_look.selectionEnd};
        marks.matcher = m_look.matcher;
        if (m_look.hit.field == FindHit::Field::Body)
            marks.match = m_look.hitRange;
        m_painter.save();
        m_painter.translate(item.bodyTopLeft());
        item.body().paint(m_painter, QRectF(clip.translated(-item.bodyTopLeft())), m_look.palette, marks);
        m_painter.restore();
        break;
    }
    case Kind::Day:
        paintDay(part);
        break;
    case Kind::ToolOpen:
        paintButton(part, u"search"_s, true);
        break;
    case Kind::ToolCopyInput:
    case Kind::ToolCopyOutput:
        paintButton(part, u"copy"_s, true);
        break;
    case Kind::Citation:
    case Kind::Attachment:
        paintChip(part);
        break;
    case Kind::Thumbnail:
        paintThumbnail(item, part);
        break;
    case Kind::Status:
        paintStatus(item, part);
        break;
    case Kind::Retry:
        paintButton(part, u"retry"_s, true);
        break;
    case Kind::More:
        paintButton(part, u"chevron-down"_s, true);
        break;
    case Kind::Typing:
        paintTyping(part);
        break;
    case Kind::Action:
        paintAction(item, part);
        break;
    case Kind::VersionBack:
    case Kind::VersionText:
    case Kind::VersionNext:
    case Kind::VersionCompare:
        paintVersion(part);
        break;
    default:
        paintTurnPart(item, part); // what else is there is painted with the text
        break;
    }
    paintHit(item, part);
}

void MessagePainter::paintDay(const MessagePart &part)
{
    const QFont font = Theme::small(m_look.font);
    const int width = QFontMetrics(font).horizontalAdvance(part.text) + m_unit * 2;
    const int middle = part.rect.center().y();
    m_painter.setPen(Theme::border(m_look.palette));
    m_painter.drawLine(part.rect.left(), middle, part.rect.center().x() - width / 2, middle);
    m_painter.drawLine(part.rect.center().x() + width / 2, middle, part.rect.right(), middle);
    text(part.rect, part.text, font, Theme::subtleText(m_look.palette), Qt::AlignCenter);
}

void MessagePainter::paintDocument(QTextDocument &document, const QPoint &at, const QColor &color, FindHit::Field field, int index)
{
    m_painter.save();
    m_painter.translate(at);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = m_look.palette;
    context.palette.setColor(QPalette::Text, color);
    if (m_look.matcher != nullptr) {
        context.selections = m_look.matcher->selections(document, m_look.palette);
        const bool here = m_look.hit.field == field && m_look.hit.index == index && m_look.hit.inText && !context.selections.isEmpty();
        if (here) {
            auto &selection = context.selections[qMin<qsizetype>(m_look.hit.number, context.selections.size() - 1)];
            selection.format.setBackground(m_look.palette.highlight());
            selection.format.setForeground(m_look.palette.highlightedText());
        }
    }
    document.documentLayout()->draw(&m_painter, context);
    m_painter.restore();
}

// Words that are drawn as a whole, as names of tools and sources are, are framed as a whole.
void MessagePainter::paintHit(const MessageItem &item, const MessagePart &part)
{
    using Field = FindHit::Field;
    const Field field = m_look.hit.field;
    const bool tool = (field == Field::Tool && part.kind == Kind::Tool && !m_look.hit.inText) ||
                      (field == Field::Plan && part.kind == Kind::Plan) || (field == Field::Warning && part.kind == Kind::Warning);
    const bool chip =
        (field == Field::Citation && part.kind == Kind::Citation) || (field == Field::Attachment && part.kind == Kind::Attachment);
    const bool same = part.kind == Kind::Citation ? item.isAbout(part, m_look.hit.index) : part.index == m_look.hit.index;
    if (!(tool || chip) || !same)
        return;
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_look.palette.color(QPalette::Highlight), qMax(2.0, m_unit * 0.25)));
    const qreal radius = tool ? Theme::radius(m_look.font) : part.rect.height() / 2.0;
    m_painter.drawRoundedRect(QRectF(part.rect).adjusted(1, 1, -1, -1), radius, radius);
}

void MessagePainter::paintHeader(const MessageItem &item, const MessagePart &part)
{
    const int side = item.isUser() ? Qt::AlignTrailing : Qt::AlignLeading;
    const int flags = side | Qt::AlignVCenter;
    QRect rest = part.rect;
    if (item.message().role == Role::Assistant) {
        paintAvatar(item.author(), leading(rest, rest.height()));
        rest = afterLeading(rest, rest.height() + m_unit);
    }
    text(rest, part.text, Theme::small(m_look.font), Theme::subtleText(m_look.palette), flags);
}

void MessagePainter::paintAvatar(const AnswerAuthor &author, const QRect &rect)
{
    QFont font = m_look.font;
    font.setPixelSize(qMax(1, rect.height() * 2 / 5));
    font.setBold(true);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(Theme::avatar(author.color, m_look.palette));
    m_painter.drawEllipse(rect);
    m_painter.setFont(font);
    m_painter.setPen(Theme::avatarText(m_look.palette));
    m_painter.drawText(rect, Qt::AlignCenter, author.initials);
    m_painter.restore();
}

void MessagePainter::paintThoughts(const MessageItem &item, const MessagePart &part)
{
    const QColor color = isHovered(part) ? m_look.palette.color(QPalette::Text) : Theme::subtleText(m_look.palette);
    const int size = Theme::iconSize(m_look.font);
    icon(leading(part.rect, size), u"thought"_s, color);
    QRect rest = afterLeading(part.rect, size + m_unit);
    const QFont font = Theme::small(m_look.font);
    const int width = qMin(QFontMetrics(font).horizontalAdvance(part.text) + 2, rest.width() - size - m_unit);
    text(leading(rest, width), part.text, font, color, Qt::AlignVCenter | Qt::AlignLeading);
    rest = afterLeading(rest, width + m_unit / 2);
    const QString closed = rtl() ? u"chevron-left"_s : u"chevron-right"_s;
    icon(leading(rest, size), item.showsThoughts() ? u"chevron-down"_s : closed, color);
}

void MessagePainter::paintTool(const MessageItem &item, const MessagePart &part)
{
    const ToolCall &call = item.message().toolCalls.at(part.index);
    const bool open = item.expansion().tools.contains(part.index);
    const QPalette &palette = m_look.palette;
    QRect card = part.rect;
    if (open) {
        for (const MessagePart &other : item.parts()) {
            if (other.kind == Kind::ToolDetails && other.index == part.index)
                card.setBottom(other.rect.bottom());
        }
    }
    const int radius = Theme::radius(m_look.font);
    m_painter.setPen(Theme::border(palette));
    m_painter.setBrush(isHovered(part) ? Theme::hover(palette) : Theme::cardBackground(palette));
    m_painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int size = Theme::iconSize(m_look.font);
    const QRect inner = part.rect.adjusted(m_unit * 3 / 2, 0, -m_unit * 3 / 2, 0);
    if (!call.finished)
        icon(leading(inner, size), u"running"_s, Theme::accent(palette));
    else
        icon(leading(inner, size), call.success ? u"success"_s : u"error"_s,
             call.success ? Theme::success(palette) : Theme::danger(palette));
    QRect rest = afterLeading(inner, size + m_unit);
    const QRect chevron =
        rtl() ? QRect(rest.left(), rest.top(), size, rest.height()) : QRect(rest.right() - size, rest.top(), size, rest.height());
    const QString closed = rtl() ? u"chevron-left"_s : u"chevron-right"_s;
    icon(chevron, open ? u"chevron-down"_s : closed, Theme::subtleText(palette));
    rest = rtl() ? rest.adjusted(size + m_unit, 0, 0, 0) : rest.adjusted(0, 0, -size - m_unit, 0);
    const QFont small = Theme::small(m_look.font);
    const QString duration = call.finished ? ToolReport::duration(call.durationMs) : QCoreApplication::translate("MessageItem", "running");
    const int durationWidth = QFontMetrics(small).horizontalAdvance(duration) + m_unit;
    text(rest, duration, small, Theme::subtleText(palette), Qt::AlignVCenter | Qt::AlignTrailing);
    rest = rtl() ? rest.adjusted(durationWidth, 0, 0, 0) : rest.adjusted(0, 0, -durationWidth, 0);
    text(rest, part.text, m_look.font, palette.color(QPalette::Text), Qt::AlignVCenter | Qt::AlignLeading);
}

void MessagePainter::paintToolDetails(const MessageItem &item, const MessagePart &part)
{
    QTextDocument *document = item.toolDocument(part.index);
    if (document == nullptr)
        return;
    m_painter.save();
    m_painter.setClipRect(part.rect.adjusted(m_unit, 0, -m_unit, 0), Qt::IntersectClip);
    paintDocument(*document, part.rect.topLeft() + QPoint(m_unit * 2, m_unit / 2), m_look.palette.color(QPalette::Text),
                  FindHit::Field::Tool, part.index);
    m_painter.restore();
}

void MessagePainter::paintChip(const MessagePart &part)
{
    const QPalette &palette = m_look.palette;
    const bool source = part.kind == Kind::Citation;
    m_painter.setPen(Theme::border(palette));
    m_painter.setBrush(isHovered(part) ? Theme::hover(palette) : Theme::cardBackground(palette));
    const int radius = part.rect.height() / 2;
    m_painter.drawRoundedRect(QRectF(part.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QRect inner = part.rect.adjusted(m_unit, 0, -m_unit, 0);
    const int size = Theme::iconSize(m_look.font);
    const QColor color = source ? Theme::accent(palette) : Theme::subtleText(palette);
    icon(leading(inner, size), source ? u"quote"_s : u"file"_s, color);
    text(afterLeading(inner, size + m_unit / 2), part.text, Theme::small(m_look.font), palette.color(QPalette::Text),
         Qt::AlignVCenter | Qt::AlignLeading);
}

void MessagePainter::paintStatus(const MessageItem &item, const MessagePart &part)
{
    const QPalette &palette = m_look.palette;
    const MessageState state = item.message().state;
    QColor color = Theme::subtleText(palette);
    QString name = u"clock"_s;
    if (state == MessageState::Failed) {
        color = Theme::danger(palette);
        name = u"error"_s;
    } else if (state == MessageState::Interrupted) {
        color = Theme::warning(palette);
        name = u"warning"_s;
    } else if (state == MessageState::Stopped) {
        name = u"stop"_s;
    }
    const int size = Theme::iconSize(m_look.font);
    icon(leading(part.rect, size), name, color);
    text(afterLeading(part.rect, size + m_unit), part.text, Theme::small(m_look.font), color,
         Qt::TextWordWrap | Qt::AlignVCenter | Qt::AlignLeading);
}

void MessagePainter::paintButton(const MessagePart &part, const QString &name, bool withText)
{
    const QPalette &palette = m_look.palette;
    const bool hovered = isHovered(part);
    const int radius = Theme::radius(m_look.font);
    if (withText || hovered) {
        m_painter.setPen(withText ? QPen(Theme::border(palette)) : QPen(Qt::NoPen));
        m_painter.setBrush(hovered ? Theme::hover(palette) : palette.color(QPalette::Base));
        m_painter.drawRoundedRect(QRectF(part.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    const QColor color = hovered || withText ? palette.color(QPalette::Text) : Theme::subtleText(palette);
    if (!withText) {
        icon(part.rect, name, color);
        return;
    }
    const QRect inner = part.rect.adjusted(m_unit, 0, -m_unit, 0);
    const int size = Theme::iconSize(m_look.font);
    icon(leading(inner, size), name, color);
    text(afterLeading(inner, size + m_unit / 2), part.text, Theme::small(m_look.font), color, Qt::AlignVCenter | Qt::AlignLeading);
}

void MessagePainter::paintTyping(const MessagePart &part)
{
    QColor color = Theme::accent(m_look.palette);
    const int size = qMax(4, part.rect.height() / 3);
    m_painter.setPen(Qt::NoPen);
    for (int i = 0; i < 3; ++i) {
        color.setAlphaF(i == m_look.typingPhase % 3 ? 1.0F : 0.35F);
        m_painter.setBrush(color);
        const int step = i * size * 7 / 4;
        const int x = rtl() ? part.rect.right() - size - step : part.rect.left() + step;
        m_painter.drawEllipse(x, part.rect.center().y() - size / 2, size, size);
    }
    text(afterLeading(part.rect, size * 6 + m_unit), part.text, Theme::small(m_look.font), Theme::subtleText(m_look.palette),
         Qt::AlignVCenter | Qt::AlignLeading);
}

void MessagePainter::paintFocus(MessageItem &item)
{
    QPen pen(Theme::accent(m_look.palette), qMax(1.5, m_unit * 0.2));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(pen);
    const int radius = Theme::radius(m_look.font);
    if (m_look.hasFocusedPart) {
        m_painter.drawRoundedRect(QRectF(m_look.focusedPart.rect).adjusted(-2, -2, 2, 2), radius, radius);
        return;
    }
    // A bar beside the column: a frame around a long answer would shout.
    const int column = item.parts().isEmpty() ? 0 : item.parts().first().rect.left();
    const int end = item.parts().isEmpty() ? item.width() : item.parts().first().rect.right();
    const int x = rtl() ? end + m_unit * 3 / 2 : column - m_unit * 3 / 2;
    m_painter.drawLine(QPointF(x, m_unit * 1.5), QPointF(x, item.height() - m_unit * 1.5));
}

} // namespace desk
