// The part of DocumentRange that writes Markdown: what is selected has no source of its own.
#include "gui/text/documentrange.h"

#include "gui/text/markdownstyle.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Signs go around the words, not around the blanks beside them: "** word**" is no emphasis.
QString runMarkdown(const QString &text, const QTextCharFormat &format)
{
    const QString words = text.trimmed();
    if (words.isEmpty())
        return text;
    QString marked = words;
    const auto wrap = [&marked](bool on, QLatin1StringView sign) {
        if (on)
            marked = sign + marked + sign;
    };
    wrap(format.fontFixedPitch(), "`"_L1);
    wrap(format.fontItalic(), "*"_L1);
    wrap(format.fontWeight() >= QFont::DemiBold, "**"_L1);
    wrap(format.fontStrikeOut(), "~~"_L1);
    if (format.isAnchor())
        marked = u'[' + marked + u"]("_s + format.anchorHref() + u')';
    const qsizetype before = text.indexOf(words.at(0));
    return text.first(before) + marked + text.sliced(before + words.size());
}

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(markdown::CodeText);
}

} // namespace

QString DocumentRange::blockMarkdown(const QTextBlock &block) const
{
    const bool code = isCode(block);
    QString out;
    for (auto run = block.begin(); !run.atEnd(); ++run) {
        const QTextFragment fragment = run.fragment();
        const int from = qMax(m_start, fragment.position());
        const int to = qMin(m_end, fragment.position() + fragment.length());
        if (from >= to)
            continue;
        QTextCharFormat format = fragment.charFormat();
        QString text = fragment.text().mid(from - fragment.position(), to - from).replace(QChar(QChar::LineSeparator), u'\n');
        const QString source = format.stringProperty(markdown::MathSource);
        if (!source.isEmpty() && to - from == fragment.length())
            out += source;
        else if (code)
            out += text;
        else {
            if (block.blockFormat().headingLevel() > 0)
                format.setFontWeight(QFont::Normal); // it is bold because it is a heading
            out += runMarkdown(text, format);
        }
    }
    return out;
}

QString DocumentRange::markdown() const
{
    QString out;
    const QTextTable *table = nullptr;
    int row = -1;
    for (QTextBlock block = m_document.findBlock(m_start); block.isValid() && block.position() < m_end; block = block.next()) {
        const QTextTable *now = QTextCursor(block).currentTable();
        if (now != nullptr) {
            const int at = now->cellAt(block.position()).row();
            if (now != table || at != row) {
                if (now == table && row == 0)
                    out += u"\n|"_s + u"---|"_s.repeated(now->columns());
                out += now == table ? u"\n|"_s : u"|"_s;
            }
            out += u' ' + blockMarkdown(block).replace(u'|', u"\\|"_s) + u" |"_s;
            table = now;
            row = at;
            continue;
        }
        if (table != nullptr)
            out += u"\n\n"_s;
        table = nullptr;
        const QTextBlockFormat format = block.blockFormat();
        QString line = blockMarkdown(block);
        const QString mark = format.stringProperty(markdown::ListMark);
        if (isCode(block)) {
            line = u"```"_s + format.stringProperty(markdown::CodeLanguage) + u'\n' + line + u"\n```"_s;
        } else if (block.position() >= m_start) {
            if (format.headingLevel() > 0)
                line.prepend(QString(format.headingLevel(), u'#') + u' ');
            if (!mark.isEmpty())
                line.prepend(QString(qMax(0, format.indent() - 1) * 2, u' ') + (mark.at(0).isDigit() ? mark : u"-"_s) + u' ');
        }
        out += line + (mark.isEmpty() ? u"\n\n"_s : u"\n"_s);
    }
    return out;
}

} // namespace desk
