#include "gui/chat/find/messagewords.h"

#include "domain/citations.h"
#include "gui/chat/transcript/toolreport.h"
#include "gui/chat/transcript/turntexts.h"
#include "gui/text/markdownrenderer.h"
#include "gui/text/plaintarget.h"
#include "gui/text/textmatcher.h"
#include "gui/text/textpage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype bite = 32 * 1024; // characters: a millisecond or two

} // namespace

MessageWords::MessageWords(const Message &message)
    : m_message(message)
{
}

void MessageWords::advance()
{
    const bool tool = m_stage == Stage::ToolTitle || m_stage == Stage::ToolReport;
    if (m_stage == Stage::ToolRest && m_index + 1 < m_message.toolCalls.size()) {
        ++m_index;
        m_stage = Stage::ToolTitle;
        m_toolFound = false;
    } else {
        m_stage = static_cast<Stage>(static_cast<int>(m_stage) + 1);
        m_index = tool ? m_index : 0;
    }
    m_fresh = true;
}

bool MessageWords::next()
{
    while (m_stage != Stage::End) {
        m_text.clear();
        m_isRest = false;
        if (take(m_stage))
            return true;
        advance();
    }
    return false;
}

int MessageWords::count(const TextMatcher &matcher)
{
    int found = matcher.count(m_text);
    // What the report leaves out counts once, and only if nothing that is shown was found.
    if (m_isRest)
        found = found > 0 && !m_toolFound ? 1 : 0;
    if (m_place.field == FindHit::Field::Tool)
        m_toolFound = m_toolFound || found > 0;
    return found;
}

bool MessageWords::take(Stage stage)
{
    using Field = FindHit::Field;
    const bool first = std::exchange(m_fresh, false);
    const bool hasTool = m_index < m_message.toolCalls.size();
    switch (stage) {
    case Stage::Plan:
        if (!first || !m_message.plan)
            return false;
        m_place = {Field::Plan, 0, 0, false};
        m_text = planWords(*m_message.plan);
        return true;
    case Stage::Thoughts:
        if (!first || m_message.thoughts.isEmpty())
            return false;
        m_place = {Field::Thoughts, 0, 0, true};
        m_text = shownThoughts(m_message).join(u'\n').left(64 * 1024);
        return true;
    case Stage::Warnings: {
        const QList<Thought> warnings = warningsOf(m_message);
        m_place = {Field::Warning, first ? 0 : ++m_index, 0, false};
        if (m_index < warnings.size())
            m_text = warningText(warnings.at(m_index));
        return m_index < warnings.size();
    }
    case Stage::ToolTitle:
        if (!first || !hasTool)
            return false;
        m_place = {Field::Tool, m_index, 0, false};
        m_text =
            m_message.toolCalls.at(m_index).title.isEmpty() ? m_message.toolCalls.at(m_index).tool : m_message.toolCalls.at(m_index).title;
        return true;
    case Stage::ToolReport:
        return first && hasTool && takeReport();
    case Stage::ToolRest:
        return hasTool && takeRest();
    case Stage::Body:
        m_place = {Field::Body, 0, 0, true};
        return takeBody();
    case Stage::Attachments:
        m_place = {Field::Attachment, first ? 0 : ++m_index, 0, false};
        if (m_index < m_message.attachments.size())
            m_text = m_message.attachments.at(m_index).filename;
        return m_index < m_message.attachments.size();
    case Stage::Citations:
        m_place = {Field::Citation, first ? 0 : ++m_index, 0, false};
        if (m_index < m_message.citations.size())
            m_text = citationWords();
        return m_index < m_message.citations.size();
    case Stage::End:
        break;
    }
    return false;
}

// The name of a document counts once, with the first of its passages: one chip shows it.
QString MessageWords::citationWords() const
{
    const auto end = m_message.citations.cbegin() + m_index;
    const bool isNew =
        std::none_of(m_message.citations.cbegin(), end, [end](const Citation &other) { return isSameDocument(other, *end); });
    return (isNew ? end->filename : QString()) + u'\n' + end->quote.left(64 * 1024);
}

bool MessageWords::takeReport()
{
    PlainTarget target;
    const ToolCall &call = m_message.toolCalls.at(m_index);
    const bool whole = ToolReport::write(call, target);
    m_text = target.take();
    m_place = {FindHit::Field::Tool, m_index, 0, true};
    m_rest.reset();
    if (!whole) {
        m_rest.emplace(call.input);
        m_restIsOutput = false;
    }
    return true;
}

bool MessageWords::takeRest()
{
    if (!m_rest)
        return false;
    m_isRest = true;
    m_place = {FindHit::Field::Tool, m_index, 0, false};
    const QJsonValue output = m_message.toolCalls.at(m_index).output;
    while (m_text.size() < bite) {
        if (!m_rest->next()) {
            if (m_restIsOutput)
                break;
            m_restIsOutput = true;
            m_rest.emplace(output);
            if (output.isString())
                m_text += output.toString() + u'\n';
            continue;
        }
        m_text += m_rest->key() + u'\n' + jsonScalar(m_rest->value()) + u'\n';
    }
    if (m_text.isEmpty())
        m_rest.reset();
    return !m_text.isEmpty();
}

// The same pieces as in MessageDocument, which shows page by page.
bool MessageWords::takeBody()
{
    const QStringView all = m_message.content;
    if (m_message.role == Role::User) {
        const qsizetype end = pageEnd(all, m_pageStart, bite);
        m_text = all.sliced(m_pageStart, end - m_pageStart).toString();
        m_pageStart = end;
        return !m_text.isEmpty();
    }
    PlainTarget target;
    while (target.text().size() < bite) {
        if (m_piece >= m_splitter.pieces().size()) {
            m_pageStart = m_pageEnd < 0 ? 0 : m_pageEnd;
            if (m_pageStart >= all.size())
                break;
            m_pageEnd = pageEnd(all, m_pageStart);
            m_splitter.reset();
            m_splitter.feed(all.sliced(m_pageStart, m_pageEnd - m_pageStart), true);
            m_piece = 0;
            continue;
        }
        const MarkdownPiece &piece = m_splitter.pieces().at(m_piece++);
        const QStringView page = all.sliced(m_pageStart, m_pageEnd - m_pageStart);
        target.beginParagraph();
        if (piece.kind == MarkdownPiece::Kind::Code)
            target.addCode(page.sliced(piece.start, piece.end - piece.start));
        else
            MarkdownRenderer::parse(markdownSource(piece, page), target);
        target.endBlock();
    }
    m_text = target.take();
    return !m_text.isEmpty();
}

FindHit MessageWords::find(const Message &message, const TextMatcher &matcher, int number)
{
    MessageWords words(message);
    FindHit field; // how many of the field under way came before this bite
    int before = 0;
    while (words.next()) {
        const FindHit &place = words.place();
        const bool same = place.field == field.field && place.index == field.index && place.inText == field.inText;
        before = same ? before : 0;
        field = place;
        const int count = words.count(matcher);
        if (number < count) {
            field.number = before + number;
            return field;
        }
        number -= count;
        before += count;
    }
    return {};
}

} // namespace desk
