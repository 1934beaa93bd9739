#include "gui/export/documentbuilder.h"

#include "gui/export/markdownpieces.h"
#include "gui/text/markdownrenderer.h"
#include "gui/text/markdownsplitter.h"
#include "gui/text/textlimiter.h"
#include "state/export/exporttext.h"
#include "state/export/exportwords.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// Characters of one message, and of one input or output, on paper; JSON and the other text formats have all of it.
constexpr qsizetype maxBody = 4 * 1024 * 1024;
constexpr qsizetype maxCode = 64 * 1024;
constexpr qsizetype codePiece = 4 * 1024;

} // namespace

DocumentBuilder::DocumentBuilder(const ExportContent &content, const ExportLook &look, QTextDocument &document)
    : m_content(content)
    , m_look(look)
    , m_document(document)
{
    document.setDefaultFont(look.style.font);
    document.setIndentWidth(look.style.indent);
}

void DocumentBuilder::addSpace(qreal height)
{
    QTextBlockFormat block;
    block.setLineHeight(height, QTextBlockFormat::FixedHeight);
    QTextCursor cursor(&m_document);
    cursor.setBlockFormat(block);
}

void DocumentBuilder::addTitle()
{
    QTextBlockFormat block;
    block.setHeadingLevel(1);
    QTextCharFormat large;
    large.setFontWeight(QFont::DemiBold);
    large.setFontPointSize(QFontInfo(m_look.style.font).pointSizeF() * 1.6);
    addLine(ExportWords::title(m_content.conversation), block, large);
    QTextCharFormat subtle;
    subtle.setForeground(m_look.style.subtle);
    const QStringList facts = ExportWords::facts(m_content);
    for (const QString &fact : facts)
        addLine(fact, {}, subtle);
}

void DocumentBuilder::addMessage(const Message &message)
{
    QTextBlockFormat head;
    QTextBlockFormat below;
    head.setHeadingLevel(2);
    head.setTopMargin(m_look.style.gap * 2);
    head.setBackground(message.role == Role::User ? m_look.userHeader : m_look.header);
    below.setBackground(head.background());
    const QString state = ExportWords::state(message);
    QTextBlockFormat &last = state.isEmpty() ? head : below;
    last.setBottomMargin(m_look.style.gap * 0.5);
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    addLine(ExportWords::heading(message), head, bold);
    if (!state.isEmpty()) {
        QTextCharFormat warning = bold;
        warning.setForeground(m_look.warning);
        addLine(state, below, warning);
    }
    QStringList files;
    for (const StoredFile &file : message.attachments)
        files.append(ExportWords::attachment(file));
    if (m_content.options.thoughts)
        addThoughts(message);
    addTools(message);
    addBody(message);
    addList(ExportWords::attachmentsLabel(), files);
    QStringList sources;
    for (const Citation &citation : message.citations) {
        const QString quote = harmlessLine(citation.quote, 2000);
        const QString name = ExportWords::source(citation);
        sources.append(quote.isEmpty() ? name : name + u": \u201C"_s + quote + u'\u201D');
    }
    addList(ExportWords::sourcesLabel(), sources);
}

void DocumentBuilder::addBody(const Message &message)
{
    const QString text = message.content.left(maxBody);
    if (message.role == Role::User)
        addPlain(text);
    else
        addMarkdown(text);
    if (text.size() < message.content.size())
        addRestNote();
}

void DocumentBuilder::addRestNote()
{
    QTextCharFormat subtle;
    subtle.setForeground(m_look.style.subtle);
    addLine(QCoreApplication::translate("desk::DocumentBuilder", "The rest is left out here. An export as JSON has all of it."), {},
            subtle);
}

void DocumentBuilder::addLine(const QString &text, QTextBlockFormat block, const QTextCharFormat &format)
{
    QTextCursor cursor(&m_document);
    cursor.movePosition(QTextCursor::End);
    const bool isFresh = cursor.block().length() == 1 && !cursor.block().blockFormat().hasProperty(QTextFormat::LineHeight);
    if (isFresh) { // the document's first, or the one that is left below a table
        cursor.setBlockFormat(block);
        cursor.setBlockCharFormat(format);
    } else {
        cursor.insertBlock(block, format);
    }
    cursor.insertText(displayText(text, TextUse::Prose), format);
}

void DocumentBuilder::addLabel(const QString &label)
{
    QTextBlockFormat block;
    block.setTopMargin(m_look.style.gap);
    QTextCharFormat format;
    format.setFontWeight(QFont::DemiBold);
    format.setForeground(m_look.style.subtle);
    addLine(label, block, format);
}

void DocumentBuilder::addList(const QString &label, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    addLabel(label);
    QTextBlockFormat block;
    block.setIndent(1);
    for (const QString &line : lines)
        addLine(line, block);
}

void DocumentBuilder::addPlain(const QString &text)
{
    if (text.isEmpty())
        return;
    QTextBlockFormat block;
    const QStringList lines = harmlessLines(text);
    for (const QString &line : lines)
        addLine(line.isEmpty() ? u" "_s : line, block);
}

void DocumentBuilder::addMarkdown(const QString &text)
{
    const MarkdownRenderer renderer(m_look.style);
    forEachMarkdownPiece(text, [&](const MarkdownPiece &piece, QStringView source, QStringView definitions) {
        if (piece.kind == MarkdownPiece::Kind::Code)
            renderer.renderCode(source, piece.language, m_document, piece.first, piece.last);
        else
            renderer.render(source, m_document, definitions);
    });
}

void DocumentBuilder::addCode(const QString &label, const QJsonValue &value)
{
    const QString text = ExportWords::value(value);
    if (text.isEmpty())
        return;
    addLabel(label);
    const MarkdownRenderer renderer(m_look.style);
    const QStringView shown = QStringView(text).left(maxCode);
    for (qsizetype at = 0; at < shown.size(); at += codePiece)
        renderer.renderCode(shown.mid(at, codePiece), {}, m_document, at == 0, at + codePiece >= shown.size());
    if (shown.size() < text.size())
        addRestNote();
}

void DocumentBuilder::addTools(const Message &message)
{
    for (const ToolCall &call : message.toolCalls) {
        addLabel(ExportWords::toolCall(call));
        if (!m_content.options.toolDetails)
            continue;
        addCode(ExportWords::inputLabel(), call.input);
        addCode(ExportWords::outputLabel(), call.output);
    }
}

void DocumentBuilder::addThoughts(const Message &message)
{
    const QList<Thought> all = ExportWords::thoughts(message);
    if (all.isEmpty())
        return;
    addLabel(ExportWords::thoughtsLabel());
    for (const Thought &thought : all) {
        const QString source = ExportWords::thought(thought);
        addPlain(source.isEmpty() ? thought.text : source + u": "_s + thought.text);
    }
}

} // namespace desk
