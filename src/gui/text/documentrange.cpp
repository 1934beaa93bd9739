#include "gui/text/documentrange.h"

#include "gui/text/doclink.h"
#include "gui/text/markdownstyle.h"
#include "gui/text/textlimiter.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString runHtml(const QString &text, const QTextCharFormat &format)
{
    QString html = clipboardText(text).toHtmlEscaped().replace(QChar(QChar::LineSeparator), u"<br>\n"_s);
    const auto wrap = [&html](bool on, QLatin1StringView tag) {
        if (on)
            html = u'<' + tag + u'>' + html + u"</"_s + tag + u'>';
    };
    wrap(format.fontFixedPitch(), "code"_L1);
    wrap(format.fontItalic(), "em"_L1);
    wrap(format.fontWeight() >= QFont::DemiBold, "strong"_L1);
    wrap(format.fontStrikeOut(), "del"_L1);
    if (format.isAnchor() && !docLink(format.anchorHref())) // which leads nowhere elsewhere
        html = u"<a href=\""_s + format.anchorHref().toHtmlEscaped() + u"\">"_s + html + u"</a>"_s;
    return html;
}

QTextTable *tableOf(const QTextBlock &block)
{
    return QTextCursor(block).currentTable();
}

} // namespace

DocumentRange::DocumentRange(const QTextDocument &document, int start, int end)
    : m_document(document)
    , m_start(start)
    , m_end(end)
{
}

QString DocumentRange::blockText(const QTextBlock &block, bool html) const
{
    const bool code = block.blockFormat().hasProperty(markdown::CodeText);
    QString out;
    for (auto run = block.begin(); !run.atEnd(); ++run) {
        const QTextFragment fragment = run.fragment();
        const int from = qMax(m_start, fragment.position());
        const int to = qMin(m_end, fragment.position() + fragment.length());
        if (from >= to)
            continue;
        if (fragment.charFormat().isImageFormat())
            continue; // its card says what it is
        QString text = fragment.text().mid(from - fragment.position(), to - from);
        const QString source = fragment.charFormat().stringProperty(markdown::MathSource);
        if (!html && !source.isEmpty() && to - from == fragment.length())
            text = source;
        if (!html)
            out += text.replace(QChar(QChar::LineSeparator), u'\n');
        else
            out += code ? clipboardText(text).toHtmlEscaped().replace(QChar(QChar::LineSeparator), u'\n')
                        : runHtml(text, fragment.charFormat());
    }
    return out;
}

QString DocumentRange::text() const
{
    QString out;
    QTextBlock before;
    for (QTextBlock block = m_document.findBlock(m_start); block.isValid() && block.position() < m_end; block = block.next()) {
        if (before.isValid()) {
            const QTextTable *table = tableOf(block);
            const bool sameRow = table != nullptr && table == tableOf(before) && table->cellAt(block.position()).column() > 0;
            out += sameRow ? u'\t' : u'\n';
        }
        const QString mark = block.blockFormat().stringProperty(markdown::ListMark);
        const bool many = m_end > m_document.findBlock(m_start).position() + m_document.findBlock(m_start).length();
        if (!mark.isEmpty() && many && block.position() >= m_start)
            out += QString((block.blockFormat().indent() - 1) * 2, u' ') + mark + u' ';
        out += blockText(block, false);
        before = block;
    }
    return out;
}

QString DocumentRange::html() const
{
    QString out;
    const QTextTable *table = nullptr;
    int row = -1;
    const auto leaveTable = [&] { out += table == nullptr ? QString() : u"</tr></table>\n"_s; };
    for (QTextBlock block = m_document.findBlock(m_start); block.isValid() && block.position() < m_end; block = block.next()) {
        const QTextTable *now = tableOf(block);
        if (now != table) {
            leaveTable();
            out += now == nullptr ? QString() : u"<table border=\"1\"><tr>"_s;
            row = now == nullptr ? -1 : now->cellAt(block.position()).row();
        }
        table = now;
        if (table != nullptr) {
            const int at = table->cellAt(block.position()).row();
            out += (at != row ? u"</tr>\n<tr>"_s : QString()) + u"<td>"_s + blockText(block, true) + u"</td>"_s;
            row = at;
            continue;
        }
        const QTextBlockFormat format = block.blockFormat();
        const QString mark = format.stringProperty(markdown::ListMark);
        const QString tag = format.hasProperty(markdown::CodeText) ? u"pre"_s
                            : format.headingLevel() > 0            ? u"h%1"_s.arg(format.headingLevel())
                                                                   : u"p"_s;
        out += u'<' + tag + u'>' + (mark.isEmpty() || block.position() < m_start ? QString() : mark.toHtmlEscaped() + u' ') +
               blockText(block, true) + u"</"_s + tag + u">\n"_s;
    }
    leaveTable();
    return out;
}

} // namespace desk
