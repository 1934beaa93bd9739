#include "gui/chat/transcript/messageitem.h"

#include "domain/citations.h"
#include "gui/chat/transcript/turntexts.h"
#include "gui/text/safetextdocument.h"
#include "gui/text/textlimiter.h"
#include "gui/text/textpage.h"
#include "gui/theme.h"
#include "state/chat/turnphase.h"

#include <QFontMetrics>
#include <QLocale>
#include <QTextCursor>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

MessageItem::MessageItem(const MarkdownStyle &style, const QFont &font)
    : m_style(style)
    , m_font(font)
    , m_document(style)
    , m_unit(Theme::space(font))
{
}

MessageItem::~MessageItem() = default;
MessageItem::MessageItem(MessageItem &&) noexcept = default;
MessageItem &MessageItem::operator=(MessageItem &&) noexcept = default;

void MessageItem::setMessage(const Message &message, const MessageExpansion &expansion)
{
    m_expansion = expansion;
    const bool sameThoughts = message.thoughts.size() == m_message.thoughts.size() && m_message.state == message.state &&
                              std::equal(message.thoughts.cbegin(), message.thoughts.cend(), m_message.thoughts.cbegin(),
                                         [](const Thought &a, const Thought &b) { return a.text == b.text; });
    const bool wasThinking = isThinking(m_message);
    m_message = message;
    m_author = AnswerAuthor::of(message, m_names.get());
    m_tailFrom = qMax(0, m_document.segmentCount() - 1);
    const bool complete = message.state != MessageState::Streaming;
    m_shown = 0;
    for (int page = 0; page < expansion.pages; ++page)
        m_shown = pageEnd(message.content, m_shown);
    m_document.setTurnedWraps(expansion.wraps);
    m_document.setText(message.content.left(m_shown), isUser() ? MessageDocument::Mode::Plain : MessageDocument::Mode::Markdown, complete);
    if (!sameThoughts || wasThinking != isThinking(message))
        m_thoughts.reset();
    m_tools.clear();
    m_dirty = true;
}

void MessageItem::setDay(const QDate &day)
{
    m_dirty = m_dirty || day != m_day;
    m_day = day;
}

void MessageItem::layout(int width, Qt::LayoutDirection direction)
{
    if (!m_dirty && width == m_width && direction == m_direction)
        return;
    m_width = width;
    m_direction = direction;
    m_dirty = false;
    rebuildParts();
}

void MessageItem::rebuildParts()
{
    m_parts.clear();
    m_bubble = {};
    const int margin = m_unit * 3;
    const int column = qMin(qMax(m_width - 2 * margin, 80), QFontMetrics(m_font).averageCharWidth() * measureCharacters);
    Place at{(m_width - column) / 2, column, m_unit * 3 / 2};
    placeDay(at);
    placeHeader(at);
    placeActions();
    if (isUser()) {
        placeUserBody(at);
    } else {
        placeAboveText(at);
        placeBody(at);
        placeWarnings(at);
    }
    placeMore(at);
    m_afterBody = at.y;
    placeAttachments(at);
    placeSources(at);
    placeStatus(at);
    placeVersions(at);
    m_height = at.y + m_unit * 3 / 2;
    if (m_direction == Qt::RightToLeft)
        mirror();
}

void MessageItem::mirror()
{
    const auto flip = [this](QRect &rect) { rect.moveLeft(m_width - rect.left() - rect.width()); };
    for (MessagePart &part : m_parts) {
        flip(part.rect);
        if (part.kind == Kind::Body)
            m_body = part.rect.topLeft();
    }
    if (m_bubble.isValid())
        flip(m_bubble);
}

void MessageItem::place(Place &at, MessagePart part, int height, int gap)
{
    part.rect = QRect(at.left, at.y, at.width, height);
    m_parts << part;
    at.y += height + gap;
}

QString MessageItem::timeText() const
{
    if (!m_message.createdAt.isValid())
        return {};
    return QLocale().toString(m_message.createdAt.toLocalTime().time(), QLocale::ShortFormat); // the day stands above
}

QString MessageItem::headerTip() const
{
    QStringList lines;
    if (m_message.createdAt.isValid())
        lines << QLocale().toString(m_message.createdAt.toLocalTime(), QLocale::LongFormat);
    if (const QString counted = factsText(m_message.facts); !counted.isEmpty())
        lines << counted;
    return lines.join(u" \u00B7 "_s);
}

void MessageItem::placeDay(Place &at)
{
    if (!m_day.isValid())
        return;
    const QDate today = QDate::currentDate();
    QString text = QLocale().toString(m_day, QLocale::LongFormat);
    if (m_day == today)
        text = tr("Today");
    else if (m_day == today.addDays(-1))
        text = tr("Yesterday");
    place(at, {Kind::Day, 0, {}, text, false}, QFontMetrics(Theme::small(m_font)).height() * 3 / 2, m_unit);
}

void MessageItem::placeHeader(Place &at)
{
    const int height = QFontMetrics(m_font).height() * 13 / 10;
    QString name = m_author.title();
    if (isUser())
        name = tr("You");
    else if (m_message.role == Role::System)
        name = tr("System");
    const QString time = timeText();
    //: Name and time above a message
    QString text = time.isEmpty() ? name : tr("%1 \u00B7 %2").arg(name, time);
    if (const QString rate = rateText(m_message.facts); !rate.isEmpty())
        text = tr("%1 \u00B7 %2").arg(text, rate);
    MessagePart copy{Kind::Copy, 0, QRect(at.left + at.width - height, at.y, height, height), tr("Copy message"), true};
    place(at, {Kind::Header, 0, {}, text, false}, height, m_unit / 2);
    if (isUser())
        copy.rect.moveLeft(at.left);
    m_parts << copy;
}

void MessageItem::placeBody(Place &at)
{
    m_body = {at.left, at.y};
    m_bodyWidth = at.width;
    m_document.setWidth(at.width);
    if (!m_document.isEmpty())
        place(at, {Kind::Body, 0, {}, {}, false}, static_cast<int>(std::ceil(m_document.height())), m_unit);
    if (m_message.state == MessageState::Streaming)
        place(at, {Kind::Typing, 0, {}, displayLine(TurnPhase::of(m_message), 120), false}, QFontMetrics(m_font).height(), m_unit / 2);
}

void MessageItem::placeUserBody(Place &at)
{
    const int padding = m_unit * 3 / 2;
    const int maximum = at.width * 4 / 5;
    m_document.setWidth(maximum - 2 * padding);
    m_document.measure(0, 0);
    m_bodyWidth = static_cast<int>(m_document.idealWidth()) + 1;
    m_document.setWidth(m_bodyWidth);
    if (m_document.segmentCount() == 1)
        m_document.measure(0, 0);
    const int height = static_cast<int>(std::ceil(m_document.height()));
    const int left = at.left + at.width - m_bodyWidth - 2 * padding;
    m_bubble = QRect(left, at.y, m_bodyWidth + 2 * padding, height + padding * 3 / 2);
    m_body = {left + padding, at.y + padding * 3 / 4};
    if (!m_document.isEmpty()) {
        m_parts << MessagePart{Kind::Body, 0, QRect(m_body, QSize(m_bodyWidth, height)), {}, false};
        at.y += m_bubble.height() + m_unit;
    } else {
        m_bubble = {};
    }
}

void MessageItem::placeMore(Place &at)
{
    if (m_shown >= m_message.content.size())
        return;
    const QLocale locale;
    const auto millions = [&locale](qsizetype characters) { return locale.toString(static_cast<double>(characters) / 1e6, 'f', 1); };
    //: Below the first part of a very long message
    const QString text = tr("Show more (%1 of %2 million characters shown)").arg(millions(m_shown), millions(m_message.content.size()));
    const QFontMetrics metrics(Theme::small(m_font));
    const int line = qRound(metrics.height() * 1.8);
    const int width = qMin(at.width, metrics.horizontalAdvance(text) + line + m_unit * 2);
    m_parts << MessagePart{Kind::More, 0, QRect(isUser() ? at.left + at.width - width : at.left, at.y, width, line), text, true};
    at.y += line + m_unit;
}

void MessageItem::placeChips(Place &at, MessagePart::Kind kind, const QStringList &texts, const QList<int> &indices)
{
    if (texts.isEmpty())
        return;
    const QFontMetrics metrics(Theme::small(m_font));
    const int height = qRound(metrics.height() * 1.6);
    int x = at.left;
    QList<qsizetype> lineStarts{m_parts.size()};
    for (int i = 0; i < static_cast<int>(texts.size()); ++i) {
        const int width =
            qMin(qMin(at.width, metrics.averageCharWidth() * 40), metrics.horizontalAdvance(texts.at(i)) + height + m_unit * 2);
        if (x > at.left && x + width > at.left + at.width) {
            x = at.left;
            at.y += height + m_unit / 2;
            lineStarts << m_parts.size();
        }
        m_parts << MessagePart{kind, indices.value(i, i), QRect(x, at.y, width, height), texts.at(i), true};
        x += width + m_unit / 2;
    }
    at.y += height + m_unit;
    alignLines(at, lineStarts);
}

// One for each document, with the place that fits best; the others are in the source panel (CH-56).
void MessageItem::placeSources(Place &at)
{
    QStringList sources;
    QList<int> first;
    for (const CitedDocument &document : citedDocuments(m_message.citations)) {
        const Citation &citation = m_message.citations.at(document.best);
        const QString number = QString::number(sources.size() + 1);
        const QString name = displayLine(citation.filename.isEmpty() ? citation.fileId.value() : citation.filename, 80);
        //: A source below an answer: its number, file name and place
        const QString place = hasPages(citation.filename) ? tr("%1  %2, page %3") : tr("%1  %2, line %3");
        // In one go, as everywhere with foreign text: a name may have a "%3" of its own.
        sources << (citation.page > 0 ? place.arg(number, name, QString::number(citation.page)) : tr("%1  %2").arg(number, name));
        first << static_cast<int>(document.first);
    }
    placeChips(at, Kind::Citation, sources, first);
}

QString MessageItem::statusText() const
{
    QString text;
    switch (m_message.state) {
    case MessageState::Pending:
        return tr("Sending\u2026");
    case MessageState::Waiting:
        text = tr("Waiting to be sent.");
        break;
    case MessageState::Unknown:
        text = tr("The connection broke. The server is being asked whether it has this message.");
        break;
    case MessageState::Stopped:
        text = tr("Stopped. The text so far is kept.");
        break;
    case MessageState::Interrupted:
        text = tr("Interrupted. The text so far is kept.");
        break;
    case MessageState::Failed:
        text = isUser() ? tr("Not sent.") : tr("Failed.");
        break;
    default:
        return {};
    }
    return m_message.errorText.isEmpty() ? text : displayLine(m_message.errorText, 600);
}

void MessageItem::placeStatus(Place &at)
{
    const QString text = statusText();
    if (text.isEmpty())
        return;
    const QFontMetrics metrics(Theme::small(m_font));
    const int line = qRound(metrics.height() * 1.8);
    const bool canRetry =
        m_message.state == MessageState::Stopped || m_message.state == MessageState::Interrupted || m_message.state == MessageState::Failed;
    const QString retry = tr("Retry");
    const int button = canRetry ? metrics.horizontalAdvance(retry) + line + m_unit * 2 : 0;
    const int room = at.width - line - button - m_unit;
    const int height = qMax(line, metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, text).height() + m_unit / 2);
    const QRect button0(at.left + at.width - button, at.y, button, line);
    Place narrow{at.left, at.width - button - (canRetry ? m_unit : 0), at.y};
    place(narrow, {Kind::Status, 0, {}, text, false}, height, m_unit / 2);
    if (canRetry)
        m_parts << MessagePart{Kind::Retry, 0, button0, retry, true};
    at.y = narrow.y;
}

bool MessageItem::measure(int from, int to)
{
    const int top = m_body.y();
    if (m_document.isEmpty() || to < top || from > top + m_document.height())
        return false;
    if (!m_document.measure(from - top, to - top))
        return false;
    rebuildParts();
    return true;
}

int MessageItem::anchorAt(int y) const
{
    if (m_document.isEmpty() || y < m_body.y())
        return -1;
    if (y >= m_afterBody)
        return m_document.segmentCount();
    return m_document.segmentAt(y - m_body.y());
}

int MessageItem::anchorTop(int anchor) const
{
    if (anchor < 0 || m_document.isEmpty())
        return 0;
    if (anchor >= m_document.segmentCount())
        return m_afterBody;
    return m_body.y() + static_cast<int>(m_document.segmentTop(anchor));
}

int MessageItem::tailTop() const
{
    const int from = qMin(m_tailFrom, m_document.segmentCount() - 1);
    return from < 1 ? 0 : m_body.y() + static_cast<int>(m_document.segmentTop(from));
}

QTextDocument *MessageItem::toolDocument(int index) const
{
    const auto found = m_tools.find(index);
    return found == m_tools.end() ? nullptr : found->second.get();
}

} // namespace desk
