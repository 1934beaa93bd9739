#include "gui/text/markdownbuilder.h"

#include "gui/chat/image/markdownpictures.h"
#include "gui/text/markdownrenderer.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk {

MarkdownBuilder::MarkdownBuilder(const MarkdownStyle &style, QTextDocument &document)
    : m_style(style)
    , m_cursor(&document)
{
    m_cursor.movePosition(QTextCursor::End);
    m_fresh = m_cursor.block().length() == 1 && !m_cursor.block().blockFormat().hasProperty(QTextFormat::LineHeightType);
    m_anyBlock = !document.isEmpty();
    m_cursor.beginEditBlock();
}

MarkdownBuilder::~MarkdownBuilder()
{
    m_cursor.endEditBlock();
}

int MarkdownBuilder::depth() const
{
    return qMin(m_quotes + static_cast<int>(m_lists.size()), MarkdownRenderer::maxIndent);
}

QTextBlockFormat MarkdownBuilder::blockFormat() const
{
    QTextBlockFormat format;
    format.setIndent(depth());
    format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    const bool follows = !m_lists.isEmpty() && m_lists.last().tight && !m_lists.last().first && !m_mark.isEmpty();
    format.setTopMargin(m_anyBlock ? (follows ? m_style.gap * 0.4 : m_style.gap) : 0);
    if (m_quotes > 0)
        format.setProperty(markdown::QuoteDepth, qMin(m_quotes, MarkdownRenderer::maxIndent));
    return format;
}

void MarkdownBuilder::startBlock(QTextBlockFormat format, const QTextCharFormat &charFormat)
{
    const QString mark = takeMark();
    if (!mark.isEmpty() && m_style.marks == MarkdownStyle::Marks::Painted)
        format.setProperty(markdown::ListMark, mark);
    // Margins do not add up: the padding below code would swallow the gap after it.
    if (!m_fresh && m_cursor.block().blockFormat().boolProperty(markdown::CodeLast))
        format.setTopMargin(format.topMargin() + m_style.padding);
    // Qt ignores the top margin of a block that follows a table, and the painted head of code would cover its last row.
    const QTextBlock before = m_cursor.block().previous();
    if (QTextTable *table = m_fresh && before.isValid() ? QTextCursor(before).currentTable() : nullptr) {
        QTextTableFormat tableFormat = table->format();
        tableFormat.setBottomMargin(qMax(tableFormat.bottomMargin(), format.topMargin()));
        table->setFormat(tableFormat);
    }
    if (m_fresh) {
        m_cursor.setBlockFormat(format);
        m_cursor.setBlockCharFormat(charFormat);
    } else {
        m_cursor.insertBlock(format, charFormat);
    }
    m_fresh = false;
    m_open = true;
    m_anyBlock = true;
    m_limiter.newLine();
    m_formats = {charFormat};
    if (!mark.isEmpty() && m_style.marks == MarkdownStyle::Marks::Inline)
        m_cursor.insertText(mark + u' ', charFormat);
}

QString MarkdownBuilder::takeMark()
{
    return std::exchange(m_mark, QString());
}

void MarkdownBuilder::enterQuote()
{
    if (!m_mark.isEmpty())
        beginParagraph();
    ++m_quotes;
    m_open = false;
}

void MarkdownBuilder::leaveQuote()
{
    --m_quotes;
    m_open = false;
}

void MarkdownBuilder::enterList(bool ordered, unsigned start, bool tight)
{
    if (!m_mark.isEmpty())
        beginParagraph(); // "- - a": the outer item has no text of its own
    m_lists << List{ordered, tight, true, start, start};
    m_open = false;
}

void MarkdownBuilder::leaveList()
{
    m_lists.removeLast();
    m_open = false;
}

void MarkdownBuilder::enterItem(bool task, bool done)
{
    static constexpr std::array bullets{u'\u2022', u'\u25E6', u'\u25AA'};
    List &list = m_lists.last();
    if (task)
        m_mark = done ? u"\u2611"_s : u"\u2610"_s;
    else if (list.ordered)
        m_mark = QString::number(list.next) + u'.';
    else
        m_mark = QString(QChar(bullets.at(static_cast<size_t>(qMin<qsizetype>(m_lists.size() - 1, 2)))));
    list.first = list.next == list.start;
    ++list.next;
    m_open = false;
}

void MarkdownBuilder::leaveItem()
{
    if (!m_mark.isEmpty())
        beginParagraph(); // an empty item still has its mark
    m_open = false;
}

void MarkdownBuilder::beginParagraph()
{
    if (m_table == nullptr)
        startBlock(blockFormat(), {});
}

void MarkdownBuilder::beginHeading(unsigned level)
{
    static constexpr std::array scale{1.45, 1.25, 1.12, 1.0, 1.0, 1.0};
    QTextBlockFormat format = blockFormat();
    format.setHeadingLevel(static_cast<int>(level));
    if (m_anyBlock)
        format.setTopMargin(m_style.gap * 1.5);
    QTextCharFormat text;
    text.setFontWeight(QFont::DemiBold);
    text.setFontPointSize(QFontInfo(m_style.font).pointSizeF() * scale.at(qBound(1U, level, 6U) - 1));
    startBlock(format, text);
}

void MarkdownBuilder::endBlock()
{
    m_ignoredFormats = 0;
    m_open = false;
}

void MarkdownBuilder::addRule()
{
    QTextBlockFormat format = blockFormat();
    format.setProperty(markdown::Rule, true);
    if (m_style.marks == MarkdownStyle::Marks::Inline)
        format.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth, QTextLength(QTextLength::PercentageLength, 100));
    startBlock(format, {});
    m_open = false;
}

void MarkdownBuilder::beginCode(const QString &language, bool first, bool last)
{
    m_code.clear();
    m_codeLanguage = displayLine(language, 40);
    m_codeFirst = first;
    m_codeLast = last;
}

void MarkdownBuilder::addCode(QStringView code)
{
    m_code += code;
}

// Code in several pieces has one gutter, whatever each of them knows of the others.
qreal MarkdownBuilder::codeGutter() const
{
    if (!m_style.numbersCode || m_style.marks != MarkdownStyle::Marks::Painted)
        return 0;
    const qsizetype lines = m_codeFirst && m_codeLast ? m_code.count(u'\n') + 1 : 99'999;
    const qsizetype digits = qMax<qsizetype>(2, QString::number(lines).size());
    return std::ceil(QFontMetricsF(m_style.codeFont).horizontalAdvance(u'0') * static_cast<qreal>(digits) + m_style.padding * 0.8);
}

void MarkdownBuilder::endCode()
{
    QTextBlockFormat format = blockFormat();
    const qreal label = m_codeFirst && m_style.marks == MarkdownStyle::Marks::Painted ? QFontMetricsF(m_style.codeFont).height() * 1.3 : 0;
    format.setTopMargin((m_codeFirst && m_anyBlock ? m_style.gap : 0) + (m_codeFirst ? m_style.padding + label : 0));
    format.setBottomMargin(m_codeLast ? m_style.padding : 0);
    const qreal gutter = codeGutter();
    format.setLeftMargin(m_style.padding * 1.2 + gutter);
    if (gutter > 0)
        format.setProperty(markdown::CodeGutter, gutter);
    format.setRightMargin(m_style.padding * 1.2);
    format.setLayoutDirection(Qt::LeftToRight);
    format.setProperty(markdown::CodeText, m_code);
    format.setProperty(markdown::CodeLanguage, m_codeLanguage);
    format.setProperty(markdown::CodeFirst, m_codeFirst);
    format.setProperty(markdown::CodeLast, m_codeLast);
    format.setProperty(QTextFormat::BlockCodeLanguage, m_codeLanguage);
    if (m_style.marks == MarkdownStyle::Marks::Inline)
        format.setBackground(m_style.codeBackground);
    QTextCharFormat text;
    text.setFontFamilies(m_style.codeFont.families());
    text.setFontFixedPitch(true);
    text.setFontPointSize(QFontInfo(m_style.codeFont).pointSizeF());
    startBlock(format, text);
    QStringView code = m_code;
    if (code.endsWith(u'\n'))
        code.chop(1);
    insertCode(code, text);
    m_code.clear();
    m_open = false;
}

void MarkdownBuilder::insertCode(QStringView code, const QTextCharFormat &format)
{
    const auto insert = [this](QStringView part, const QTextCharFormat &look) {
        m_cursor.insertText(m_limiter.pass(part, TextUse::Code).replace(u'\n', QChar(QChar::LineSeparator)), look);
    };
    const CodeLanguage *language = m_highlighting ? CodeLanguage::find(m_codeLanguage) : nullptr;
    if (language == nullptr) {
        insert(code, format);
        return;
    }
    CodeLexer lexer(*language, code, std::exchange(m_codeState, {}));
    for (const CodeSpan &span : lexer.run()) {
        QTextCharFormat look = format;
        if (const QColor color = m_style.code.of(span.token); color.isValid())
            look.setForeground(color);
        look.setFontItalic(span.token == CodeToken::Comment);
        insert(code.sliced(span.start, span.length), look);
    }
}

void MarkdownBuilder::beginTable(unsigned columns, unsigned rows)
{
    const int shownColumns = static_cast<int>(qBound(1U, columns, static_cast<unsigned>(MarkdownRenderer::maxColumns)));
    const int shownRows = static_cast<int>(qBound(1U, rows, static_cast<unsigned>(MarkdownRenderer::maxRows)));
    m_hiddenRows = rows - static_cast<unsigned>(shownRows);
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(m_style.border);
    format.setCellPadding(m_style.gap * 0.5);
    format.setCellSpacing(0);
    const bool afterCode = m_cursor.block().blockFormat().boolProperty(markdown::CodeLast);
    format.setTopMargin(m_anyBlock ? m_style.gap + (afterCode ? m_style.padding : 0) : 0);
    format.setBottomMargin(m_style.gap);
    format.setLeftMargin(depth() * m_style.indent);
    format.setHeaderRowCount(1);
    if (!m_fresh)
        m_cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    m_table = m_cursor.insertTable(shownRows, shownColumns, format);
    m_row = m_column = -1;
    m_anyBlock = true;
}

void MarkdownBuilder::beginRow()
{
    ++m_row;
    m_column = -1;
}

void MarkdownBuilder::beginCell(Qt::Alignment alignment, bool header)
{
    ++m_column;
    m_skipping = m_table == nullptr || m_row >= m_table->rows() || m_column >= m_table->columns();
    if (m_skipping)
        return;
    QTextTableCell cell = m_table->cellAt(m_row, m_column);
    m_cursor = cell.firstCursorPosition();
    QTextBlockFormat block;
    block.setAlignment(alignment);
    m_cursor.setBlockFormat(block);
    QTextCharFormat text;
    if (header) {
        text.setFontWeight(QFont::DemiBold);
        QTextCharFormat background = cell.format();
        background.setBackground(m_style.codeBackground);
        cell.setFormat(background);
    }
    m_formats = {text};
    m_limiter.newLine();
}

void MarkdownBuilder::endTable()
{
    m_cursor = QTextCursor(m_cursor.document());
    m_cursor.movePosition(QTextCursor::End);
    m_table = nullptr;
    m_skipping = false;
    m_fresh = true;
    m_open = false;
    if (m_hiddenRows == 0)
        return;
    beginParagraph();
    pushSpan(MarkdownSpan::Note);
    addText(tr("%n more rows are not shown. Copy the message to get them all.", nullptr, static_cast<int>(qMin(m_hiddenRows, 1'000'000U))));
    popSpan();
    endBlock();
}

QTextCharFormat MarkdownBuilder::spanFormat(MarkdownSpan span, const QString &href) const
{
    QTextCharFormat format;
    switch (span) {
    case MarkdownSpan::None:
        break;
    case MarkdownSpan::Emphasis:
        format.setFontItalic(true);
        break;
    case MarkdownSpan::Strong:
        format.setFontWeight(QFont::Bold);
        break;
    case MarkdownSpan::Strike:
        format.setFontStrikeOut(true);
        break;
    case MarkdownSpan::Code:
        format.setFontFamilies(m_style.codeFont.families());
        format.setFontFixedPitch(true);
        format.setBackground(m_style.codeBackground);
        break;
    case MarkdownSpan::SourceLink:
        if (!m_style.opensSources)
            break;
        [[fallthrough]];
    case MarkdownSpan::Link:
        format.setAnchor(true);
        format.setAnchorHref(href);
        format.setForeground(m_style.link);
        format.setFontUnderline(true);
        break;
    case MarkdownSpan::Image:
        format.setBackground(m_style.codeBackground);
        format.setForeground(m_style.subtle);
        break;
    case MarkdownSpan::Caption:
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(m_style.subtle);
        break;
    case MarkdownSpan::Label:
    case MarkdownSpan::Note:
        format.setForeground(m_style.subtle);
        break;
    }
    return format;
}

void MarkdownBuilder::pushSpan(MarkdownSpan span, const QString &href)
{
    if (m_formats.size() > MarkdownRenderer::maxSpans) {
        ++m_ignoredFormats;
        return;
    }
    QTextCharFormat merged = m_formats.isEmpty() ? QTextCharFormat() : m_formats.last();
    merged.merge(spanFormat(span, href));
    m_formats << merged;
}

void MarkdownBuilder::popSpan()
{
    if (m_ignoredFormats > 0)
        --m_ignoredFormats;
    else if (m_formats.size() > 1)
        m_formats.removeLast();
}

void MarkdownBuilder::addText(QStringView text, TextUse use)
{
    if (m_skipping || text.isEmpty())
        return;
    if (!m_open && m_table == nullptr)
        beginParagraph(); // tight list items have no paragraph of their own
    m_cursor.insertText(m_limiter.pass(text, use), m_formats.isEmpty() ? QTextCharFormat() : m_formats.last());
}

void MarkdownBuilder::addMath(const MathSpan &span)
{
    if (m_skipping)
        return;
    if (!m_open && m_table == nullptr)
        beginParagraph();
    QTextCharFormat format = m_formats.isEmpty() ? QTextCharFormat() : m_formats.last();
    format.setFontItalic(true);
    format.setProperty(markdown::MathSource, span.source);
    const bool alone = span.display && m_cursor.atBlockStart() && m_table == nullptr;
    if (alone) {
        QTextBlockFormat block = m_cursor.blockFormat();
        block.setAlignment(Qt::AlignHCenter);
        m_cursor.setBlockFormat(block);
    }
    QString shown = m_limiter.pass(span.shown, TextUse::Prose);
    m_cursor.insertText(shown.replace(u'\n', QChar(QChar::LineSeparator)), format);
}

void MarkdownBuilder::addImage(const QString &words, const QString &source, bool canShow)
{
    const bool painted = m_style.marks == MarkdownStyle::Marks::Painted;
    if (!canShow || !painted || m_skipping) {
        MarkdownTarget::addImage(words, source, canShow);
        return;
    }
    if (!m_open && m_table == nullptr)
        beginParagraph();
    const QImage picture = m_style.pictures ? m_style.pictures->shown.value(source) : QImage();
    QTextCharFormat format = m_formats.isEmpty() ? QTextCharFormat() : m_formats.last();
    format.setBackground(m_style.codeBackground);
    format.setForeground(picture.isNull() ? m_style.link : m_style.subtle);
    format.setProperty(markdown::ImageSource, source);
    m_cursor.insertText(m_limiter.pass(picture.isNull() ? imageCard(words) : words, TextUse::Prose), format);
    if (!picture.isNull())
        insertPicture(picture, format);
}

void MarkdownBuilder::insertPicture(const QImage &picture, const QTextCharFormat &format)
{
    const qreal room = m_table == nullptr ? qMax(48.0, m_style.pictureWidth - depth() * m_style.indent - 2) : 160;
    const QSizeF size = QSizeF(picture.size()).scaled(room, room * 0.75, Qt::KeepAspectRatio);
    const QSizeF shown = size.width() < picture.width() ? size : QSizeF(picture.size());
    const QString name = u"picture:%1"_s.arg(picture.cacheKey()); // of this document only: nothing is looked for
    const bool isLarge = picture.width() > shown.width() * 2;
    const QImage kept = isLarge ? picture.scaled((shown * 2).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture;
    m_cursor.document()->addResource(QTextDocument::ImageResource, QUrl(name), kept);
    QTextImageFormat image;
    image.merge(format);
    image.setObjectType(QTextFormat::ImageObject);
    image.setName(name);
    image.setWidth(shown.width());
    image.setHeight(shown.height());
    m_cursor.insertText(QString(QChar(QChar::LineSeparator)), format);
    m_cursor.insertImage(image);
    m_cursor.insertText(QString(QChar(QChar::LineSeparator)), QTextCharFormat());
}

} // namespace desk
