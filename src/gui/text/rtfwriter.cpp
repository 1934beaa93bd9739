#include "gui/text/rtfwriter.h"

#include "gui/text/linkrule.h"
#include "gui/text/markdownstyle.h"
#include "gui/text/textlimiter.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <array>

namespace desk {

namespace {

constexpr int indentTwips = 360;
constexpr int tableTwips = 9000; // between the margins of a page
constexpr int halfPoints = 22;
constexpr std::array headingSizes{32, 28, 25, 22, 22, 22};

constexpr const char *head = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1\n"
                             "{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fmodern\\fcharset0 Courier New;}}\n"
                             "{\\colortbl;\\red0\\green84\\blue180;\\red240\\green240\\blue240;}\n";

const QTextTable *tableAt(const QTextBlock &block)
{
    return block.isValid() ? QTextCursor(block).currentTable() : nullptr;
}

// The empty block every table of a document has above it.
bool isOnlyBeforeTable(const QTextBlock &block)
{
    return block.length() == 1 && !block.blockFormat().hasProperty(markdown::ListMark) && tableAt(block.next()) != nullptr;
}

QByteArray word(const char *name, int value)
{
    return QByteArray(name) + QByteArray::number(value);
}

// Of a link, between quotes in a field: nothing in it may end the quotes or begin a switch of the field.
QByteArray addressOf(const LinkTarget &target)
{
    static constexpr QByteArrayView plain("-._~:/?#[]@!$&'()*+,;=%");
    QByteArray out;
    for (const char byte : target.shown.toUtf8()) {
        const bool isWord = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        if (isWord || plain.contains(byte))
            out += byte;
        else
            out += '%' + QByteArray(1, byte).toHex().toUpper();
    }
    return out;
}

QByteArray blockWords(const QTextBlock &block, bool marked)
{
    const QTextBlockFormat format = block.blockFormat();
    const bool code = format.hasProperty(markdown::CodeText);
    const bool rightToLeft = !code && block.textDirection() == Qt::RightToLeft;
    QByteArray out = rightToLeft ? "\\rtlpar\\qr" : "\\ltrpar\\ql";
    if (const int indent = format.indent(); indent > 0)
        out += word(rightToLeft ? "\\ri" : "\\li", indent * indentTwips) + word("\\lin", indent * indentTwips);
    if (marked)
        out += word("\\fi", -indentTwips);
    if (format.intProperty(markdown::QuoteDepth) > 0)
        out += rightToLeft ? "\\brdrr\\brdrs\\brdrw30\\brsp100" : "\\brdrl\\brdrs\\brdrw30\\brsp100";
    if (format.boolProperty(markdown::Rule))
        out += "\\brdrb\\brdrs\\brdrw10";
    out += word("\\sa", marked ? 40 : 120);
    const int level = format.headingLevel();
    if (level > 0)
        out += "\\keepn" + word("\\outlinelevel", std::min(level, 6) - 1);
    if (code)
        out += "\\cbpat2";
    out += word("\\f", code ? 1 : 0) + word("\\fs", level > 0 ? headingSizes.at(static_cast<size_t>(std::min(level, 6)) - 1) : halfPoints);
    return out;
}

} // namespace

QByteArray RtfWriter::escaped(QStringView text)
{
    QByteArray out;
    out.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const bool half = c.isSurrogate() && !pair && !(c.isLowSurrogate() && i > 0 && text.at(i - 1).isHighSurrogate());
        const char16_t unit = half ? u'\uFFFD' : c.unicode();
        if (unit == u'\\' || unit == u'{' || unit == u'}')
            (out += '\\') += static_cast<char>(unit);
        else if (unit == u'\n' || unit == QChar::LineSeparator || unit == QChar::ParagraphSeparator)
            out += "\\line ";
        else if (unit == u'\t')
            out += "\\tab ";
        else if (unit >= 0x20 && unit < 0x7F)
            out += static_cast<char>(unit);
        else if (unit >= 0xA0)
            out += word("\\u", static_cast<qint16>(unit)) + '?';
    }
    return out;
}

QByteArray RtfWriter::file() const
{
    return head + m_body + "}\n";
}

void RtfWriter::addLines(QStringView text)
{
    m_body += "{\\pard\\plain\\sa120\\f0" + word("\\fs", halfPoints) + ' ' + escaped(text) + "\\par}\n";
}

void RtfWriter::add(const QTextDocument &document)
{
    add(document, 0, document.characterCount() - 1);
}

void RtfWriter::add(const QTextDocument &document, int start, int end)
{
    m_start = start;
    m_end = end;
    QTextBlock block = document.findBlock(start);
    while (block.isValid() && block.position() < end) {
        if (const QTextTable *table = tableAt(block)) {
            addTable(*table);
            block = table->lastCursorPosition().block().next();
        } else {
            if (!isOnlyBeforeTable(block))
                addParagraph(block);
            block = block.next();
        }
    }
}

void RtfWriter::addParagraph(const QTextBlock &block)
{
    const QString mark = block.position() < m_start ? QString() : block.blockFormat().stringProperty(markdown::ListMark);
    m_body += "{\\pard\\plain" + blockWords(block, !mark.isEmpty()) + ' ';
    if (!mark.isEmpty())
        m_body += escaped(mark) + "\\tab ";
    addRuns(block);
    m_body += "\\par}\n";
}

void RtfWriter::addTable(const QTextTable &table)
{
    const int columns = std::max(1, table.columns());
    for (int row = 0; row < table.rows(); ++row) {
        if (table.cellAt(row, columns - 1).lastPosition() < m_start || table.cellAt(row, 0).firstPosition() >= m_end)
            continue;
        m_body += "\\trowd\\trgaph80";
        for (int column = 1; column <= columns; ++column) {
            m_body += "\\clbrdrt\\brdrs\\brdrw10\\clbrdrl\\brdrs\\brdrw10\\clbrdrb\\brdrs\\brdrw10\\clbrdrr\\brdrs\\brdrw10";
            m_body += word("\\cellx", tableTwips * column / columns);
        }
        m_body += '\n';
        for (int column = 0; column < columns; ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            const QTextBlock block = cell.firstCursorPosition().block();
            m_body += "\\pard\\plain\\intbl";
            const bool rightToLeft = block.textDirection() == Qt::RightToLeft;
            const Qt::Alignment side = block.blockFormat().alignment();
            m_body += rightToLeft ? "\\rtlpar" : "\\ltrpar";
            m_body += side.testFlag(Qt::AlignHCenter) ? "\\qc" : side.testFlag(Qt::AlignTrailing) != rightToLeft ? "\\qr" : "\\ql";
            m_body += "\\f0" + word("\\fs", halfPoints) + ' ';
            addRuns(block);
            m_body += "\\cell\n";
        }
        m_body += "\\row\n";
    }
    m_body += "{\\pard\\plain\\fs8\\par}\n"; // else the next table would be more of this one
}

void RtfWriter::addRuns(const QTextBlock &block)
{
    const bool code = block.blockFormat().hasProperty(markdown::CodeText);
    const bool rightToLeft = !code && block.textDirection() == Qt::RightToLeft;
    for (auto run = block.begin(); !run.atEnd(); ++run) {
        const QTextFragment fragment = run.fragment();
        const int from = std::max(m_start, fragment.position());
        const int to = std::min(m_end, fragment.position() + fragment.length());
        if (from >= to || fragment.charFormat().isImageFormat()) // its card says what a picture is
            continue;
        QString text = fragment.text().mid(from - fragment.position(), to - from);
        const QString formula = fragment.charFormat().stringProperty(markdown::MathSource);
        if (!formula.isEmpty() && to - from == fragment.length())
            text = formula;
        addRun(text, fragment.charFormat(), code, rightToLeft);
    }
}

void RtfWriter::addRun(const QString &text, const QTextCharFormat &format, bool code, bool rightToLeft)
{
    const bool fixed = !code && format.fontFixedPitch();
    QByteArray words;
    if (rightToLeft)
        words += fixed ? "\\ltrch" : "\\rtlch";
    if (fixed)
        words += "\\f1";
    if (format.fontWeight() >= QFont::DemiBold)
        words += "\\b";
    if (format.fontItalic() && !code)
        words += "\\i";
    if (format.fontStrikeOut())
        words += "\\strike";
    const auto target = format.isAnchor() ? linkTarget(format.anchorHref()) : std::nullopt;
    if (target)
        words += "\\ul\\cf1";
    const QByteArray plain = escaped(clipboardText(text));
    const QByteArray shown = words.isEmpty() ? plain : '{' + words + ' ' + plain + '}';
    if (target)
        m_body += "{\\field{\\*\\fldinst{HYPERLINK \"" + addressOf(*target) + "\"}}{\\fldrslt" + shown + "}}";
    else
        m_body += shown;
}

} // namespace desk
