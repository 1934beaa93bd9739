#include "gui/text/htmltarget.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString escaped(QStringView text)
{
    return clipboardText(text).toHtmlEscaped();
}

} // namespace

void HtmlTarget::addPlain(QStringView text)
{
    m_html += u"<p>"_s + escaped(text).replace(u'\n', u"<br>\n"_s) + u"</p>\n"_s;
}

void HtmlTarget::enterList(bool ordered, unsigned start, bool tight)
{
    Q_UNUSED(tight)
    m_ordered << ordered;
    if (ordered)
        m_html += start == 1 ? u"<ol>\n"_s : u"<ol start=\"%1\">\n"_s.arg(start);
    else
        m_html += u"<ul>\n"_s;
}

void HtmlTarget::leaveList()
{
    m_html += m_ordered.takeLast() ? u"</ol>\n"_s : u"</ul>\n"_s;
}

void HtmlTarget::enterItem(bool task, bool done)
{
    m_html += u"<li>"_s;
    if (task)
        m_html += done ? u"\u2611 "_s : u"\u2610 "_s;
}

void HtmlTarget::beginParagraph()
{
    m_html += u"<p>"_s;
    m_block = u"</p>\n"_s;
}

void HtmlTarget::beginHeading(unsigned level)
{
    m_html += u"<h%1>"_s.arg(level);
    m_block = u"</h%1>\n"_s.arg(level);
}

void HtmlTarget::endBlock()
{
    m_html += std::exchange(m_block, QString());
}

void HtmlTarget::beginCode(const QString &language, bool first, bool last)
{
    m_codeEnds = last;
    if (first)
        m_html += language.isEmpty() ? u"<pre><code>"_s : u"<pre><code class=\"language-%1\">"_s.arg(escaped(language));
}

void HtmlTarget::addCode(QStringView code)
{
    m_html += escaped(code);
}

void HtmlTarget::endCode()
{
    if (m_codeEnds)
        m_html += u"</code></pre>\n"_s;
}

void HtmlTarget::beginTable(unsigned columns, unsigned rows)
{
    Q_UNUSED(columns)
    Q_UNUSED(rows)
    m_html += u"<table border=\"1\">\n"_s;
}

void HtmlTarget::closeCell()
{
    m_html += std::exchange(m_cell, QString());
}

void HtmlTarget::closeRow()
{
    closeCell();
    if (std::exchange(m_row, false))
        m_html += u"</tr>\n"_s;
}

void HtmlTarget::beginRow()
{
    closeRow();
    m_html += u"<tr>"_s;
    m_row = true;
}

void HtmlTarget::beginCell(Qt::Alignment alignment, bool header)
{
    closeCell();
    const QString tag = header ? u"th"_s : u"td"_s;
    const QString style = alignment == Qt::AlignTrailing  ? u" style=\"text-align:right\""_s
                          : alignment == Qt::AlignHCenter ? u" style=\"text-align:center\""_s
                                                          : QString();
    m_html += u'<' + tag + style + u'>';
    m_cell = u"</"_s + tag + u'>';
}

void HtmlTarget::endTable()
{
    closeRow();
    m_html += u"</table>\n"_s;
}

void HtmlTarget::pushSpan(MarkdownSpan span, const QString &href)
{
    QString open;
    QString close;
    switch (span) {
    case MarkdownSpan::Emphasis:
    case MarkdownSpan::Image:
        open = u"<em>"_s;
        close = u"</em>"_s;
        break;
    case MarkdownSpan::Strong:
        open = u"<strong>"_s;
        close = u"</strong>"_s;
        break;
    case MarkdownSpan::Strike:
        open = u"<del>"_s;
        close = u"</del>"_s;
        break;
    case MarkdownSpan::Code:
        open = u"<code>"_s;
        close = u"</code>"_s;
        break;
    case MarkdownSpan::Link:
        open = u"<a href=\"%1\">"_s.arg(escaped(href));
        close = u"</a>"_s;
        break;
    default:
        break;
    }
    m_html += open;
    m_spans << close;
}

void HtmlTarget::popSpan()
{
    m_html += m_spans.takeLast();
}

void HtmlTarget::addText(QStringView text, TextUse use)
{
    Q_UNUSED(use)
    m_html += escaped(text).replace(QChar(QChar::LineSeparator), u"<br>\n"_s);
}

void HtmlTarget::addMath(const MathSpan &span)
{
    m_html += u"<i>"_s + escaped(span.shown).replace(u'\n', u"<br>\n"_s) + u"</i>"_s;
}

} // namespace desk
