// The part of MessageItem for the steps an answer came by: in a line, and one below the other (CH-47).
#include "gui/chat/table/tablefit.h"
#include "gui/chat/transcript/messageitem.h"
#include "gui/chat/transcript/toolreport.h"
#include "gui/chat/transcript/turntexts.h"
#include "gui/text/safetextdocument.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"

#include <QFontMetrics>
#include <QTextCursor>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

namespace {

constexpr qsizetype mostThoughts = 64 * 1024; // characters
constexpr qsizetype liveThoughts = 16 * 1024; // of what grows its end is read, and laid out again each time

QStringView shownPart(QStringView thoughts, bool isLive)
{
    if (!isLive || thoughts.size() <= liveThoughts)
        return thoughts.left(mostThoughts);
    const QStringView end = thoughts.last(liveThoughts);
    return end.sliced(end.indexOf(u'\n') + 1); // whole lines; a line alone as it is
}

} // namespace

bool MessageItem::showsSteps() const
{
    const bool isOpen = m_message.state == MessageState::Streaming || m_message.content.isEmpty();
    return !hasSeveralSteps(m_message) || m_expansion.steps.value_or(isOpen);
}

bool MessageItem::showsThoughts() const
{
    return m_expansion.thoughts.value_or(isThinking(m_message));
}

void MessageItem::placeAboveText(Place &at)
{
    const int top = at.y;
    placeSteps(at);
    if (at.y > top)
        at.y += m_unit / 2; // the answer is no part of them
}

void MessageItem::placeSteps(Place &at)
{
    placeRouting(at);
    m_steps.clear();
    if (hasSeveralSteps(m_message))
        placeStepsLine(at);
    if (!showsSteps()) {
        placeProgress(at);
        placeNotes(at);
        return;
    }
    placePlan(at);
    if (const QString upgrade = upgradeText(m_message); !upgrade.isEmpty())
        placeWrapped(at, {Kind::Upgrade, 0, {}, upgrade, false}, m_unit / 2);
    placeProgress(at);
    for (int i = 0; i < static_cast<int>(m_message.toolCalls.size()); ++i)
        placeTool(at, i);
    if (!m_message.toolCalls.isEmpty())
        at.y += m_unit / 2;
    placeThoughts(at);
    placeNotes(at);
}

void MessageItem::placeStepsLine(Place &at)
{
    const QFontMetrics metrics(Theme::small(m_font));
    const int line = qRound(metrics.height() * 1.8);
    const QString trace = tr("Raw trace");
    const int button = showsSteps() && m_hasActions ? metrics.horizontalAdvance(trace) + line + m_unit * 2 : 0;
    const bool hasRoom = at.width > button * 2;
    const int width = at.width - (hasRoom && button > 0 ? button + m_unit : 0);
    m_parts << MessagePart{Kind::Steps, 0, QRect(at.left, at.y, width, line), stepsSummary(m_message), true};
    if (hasRoom && button > 0)
        m_parts << MessagePart{Kind::StepsTrace, 0, QRect(at.left + at.width - button, at.y, button, line), trace, true};
    at.y += line + m_unit / 2;
}

QString MessageItem::thoughtsText() const
{
    return shownThoughts(m_message).join(u'\n');
}

void MessageItem::placeThoughts(Place &at)
{
    const QStringList thoughts = shownThoughts(m_message);
    if (thoughts.isEmpty())
        return;
    const int line = qRound(QFontMetrics(Theme::small(m_font)).height() * 1.5);
    const bool isOpen = showsThoughts();
    const bool isLive = m_message.state == MessageState::Streaming;
    const QString text = isLive && !isOpen ? displayLine(thoughts.last(), 120) : tr("Thoughts (%1)").arg(thoughts.size());
    place(at, {Kind::Thoughts, 0, {}, text, true}, line, m_unit / 2);
    if (!isOpen)
        return;
    if (m_thoughts == nullptr) {
        m_thoughts = std::make_unique<SafeTextDocument>();
        m_thoughts->setDefaultFont(Theme::small(m_font));
        QTextCursor(m_thoughts.get()).insertText(displayText(shownPart(thoughtsText(), isThinking(m_message)), TextUse::Prose));
    }
    m_thoughts->setTextWidth(at.width - line);
    place(at, {Kind::ThoughtsText, 0, {}, {}, false}, qRound(m_thoughts->size().height()), m_unit);
}

QTextDocument *MessageItem::ensureTool(int index, int width)
{
    if (width != std::exchange(m_toolWidth, width))
        m_tools.clear(); // tables fit one width only
    auto &document = m_tools[index];
    if (document == nullptr) {
        document = std::make_unique<SafeTextDocument>();
        MarkdownStyle style = m_style;
        style.font = Theme::small(m_font);
        style.codeFont = Theme::monospace(style.font);
        style.gap *= 0.7;
        style.marks = MarkdownStyle::Marks::Inline;
        document->setDefaultFont(style.font);
        ToolReport::write(m_message.toolCalls.at(index), style, *document);
        fitTables(*document, width, style);
    }
    document->setTextWidth(width);
    return document.get();
}

void MessageItem::placeTool(Place &at, int index)
{
    const ToolCall &call = m_message.toolCalls.at(index);
    const QString title = displayLine(call.title.isEmpty() ? call.tool : call.title, 160);
    const int line = qRound(QFontMetrics(m_font).height() * 1.9);
    const bool open = m_expansion.tools.contains(index);
    place(at, {Kind::Tool, index, {}, title, true}, line, open ? 0 : m_unit / 2);
    if (!open)
        return;
    QTextDocument *document = ensureTool(index, at.width - m_unit * 4);
    place(at, {Kind::ToolDetails, index, {}, {}, false}, qRound(document->size().height()) + m_unit * 2, 0);
    placeToolButtons(at, index);
}

void MessageItem::placeToolButtons(Place &at, int index)
{
    const ToolCall &call = m_message.toolCalls.at(index);
    const QFontMetrics metrics(Theme::small(m_font));
    const int line = qRound(metrics.height() * 1.8);
    MessagePart &details = m_parts.last();
    int x = at.left + m_unit * 2;
    const auto add = [&](Kind kind, const QString &text) {
        const int width = metrics.horizontalAdvance(text) + line + m_unit * 2;
        m_parts << MessagePart{kind, index, QRect(x, at.y, width, line), text, true};
        x += width + m_unit;
    };
    details.rect.setBottom(at.y + line + m_unit);
    add(Kind::ToolOpen, tr("Show all"));
    if (!call.input.isUndefined() && !call.input.isNull())
        add(Kind::ToolCopyInput, tr("Copy input"));
    if (!call.output.isUndefined() && !call.output.isNull())
        add(Kind::ToolCopyOutput, tr("Copy output"));
    at.y += line + m_unit * 2;
}

} // namespace desk
