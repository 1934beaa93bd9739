#include "gui/export/markdownhtml.h"

#include "gui/export/markdownpieces.h"
#include "gui/text/htmlentities.h"
#include "gui/text/linkrule.h"
#include "gui/text/markdownsplitter.h"
#include "state/export/exporttext.h"

#include <QCoreApplication>

#include <md4c.h>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDepth = 64;    // of quotes and lists
constexpr int maxSpans = 32;    // of emphasis and links inside each other
constexpr int maxColumns = 200; // of a table

QString fromUtf8(const MD_CHAR *text, MD_SIZE size)
{
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

QString attribute(const MD_ATTRIBUTE &a)
{
    QString out;
    for (int i = 0; a.text != nullptr && a.substr_offsets[i] < a.size; ++i) {
        const QString part = fromUtf8(a.text + a.substr_offsets[i], a.substr_offsets[i + 1] - a.substr_offsets[i]);
        out += a.substr_types[i] == MD_TEXT_ENTITY ? decodeEntity(part) : part;
    }
    return out;
}

QString codeHtml(QStringView code)
{
    return htmlText(visibleText(code));
}

// The parser's callbacks as one object. What is opened beyond a bound is not written, nor is its end.
class HtmlSink
{
public:
    int enterBlock(MD_BLOCKTYPE type, void *detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, void *detail);
    int leaveSpan(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size);

    [[nodiscard]] QString html() const { return m_html; }

private:
    void enterList(bool ordered, unsigned start);
    void enterItem(const MD_BLOCK_LI_DETAIL &item);
    void enterCell(bool header, const MD_BLOCK_TD_DETAIL &cell);
    void enterLink(const QString &href);
    [[nodiscard]] bool isShown() const { return m_depth <= maxDepth; }
    void closeSpan();

    QString m_html;
    int m_depth = 0;
    int m_column = 0;
    unsigned m_heading = 1;
    QStringList m_spans; // what closes them
    int m_images = 0;
    QString m_imageText;
    QString m_imageSource;
    bool m_inCode = false;
};

void HtmlSink::enterList(bool ordered, unsigned start)
{
    if (++m_depth > maxDepth)
        return;
    m_html += !ordered ? u"<ul>"_s : start == 1 ? u"<ol>"_s : u"<ol start=\"%1\">"_s.arg(start);
}

void HtmlSink::enterItem(const MD_BLOCK_LI_DETAIL &item)
{
    if (!isShown())
        return;
    m_html += u"<li>"_s;
    if (item.is_task != 0)
        m_html += item.task_mark == ' ' ? u"\u2610 "_s : u"\u2611 "_s;
}

void HtmlSink::enterCell(bool header, const MD_BLOCK_TD_DETAIL &cell)
{
    if (++m_column > maxColumns)
        return;
    const QString name = header ? u"th"_s : u"td"_s;
    const QString side = cell.align == MD_ALIGN_CENTER ? u" class=\"c\""_s : cell.align == MD_ALIGN_RIGHT ? u" class=\"r\""_s : QString();
    m_html += u'<' + name + side + u" dir=\"auto\">"_s;
}

int HtmlSink::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        if (++m_depth <= maxDepth)
            m_html += u"<blockquote>"_s;
        break;
    case MD_BLOCK_UL:
        enterList(false, 1);
        break;
    case MD_BLOCK_OL:
        enterList(true, static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start);
        break;
    case MD_BLOCK_LI:
        enterItem(*static_cast<MD_BLOCK_LI_DETAIL *>(detail));
        break;
    case MD_BLOCK_P:
        m_html += u"<p dir=\"auto\">"_s;
        break;
    case MD_BLOCK_H:
        m_heading = qMin(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level + 2, 6U);
        m_html += u"<h%1 dir=\"auto\">"_s.arg(m_heading);
        break;
    case MD_BLOCK_HR:
        m_html += u"<hr>\n"_s;
        break;
    case MD_BLOCK_CODE:
        m_inCode = true;
        m_html += u"<pre dir=\"ltr\"><code>"_s;
        break;
    case MD_BLOCK_TABLE:
        m_html += u"<div class=\"t\"><table>"_s;
        break;
    case MD_BLOCK_TR:
        m_column = 0;
        m_html += u"<tr>"_s;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        enterCell(type == MD_BLOCK_TH, *static_cast<MD_BLOCK_TD_DETAIL *>(detail));
        break;
    default:
        break;
    }
    return 0;
}

int HtmlSink::leaveBlock(MD_BLOCKTYPE type)
{
    while (!m_spans.isEmpty())
        closeSpan();
    const bool shown = isShown();
    switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (shown)
            m_html += type == MD_BLOCK_QUOTE ? u"</blockquote>\n"_s : type == MD_BLOCK_UL ? u"</ul>\n"_s : u"</ol>\n"_s;
        --m_depth;
        break;
    case MD_BLOCK_LI:
        m_html += shown ? u"</li>\n"_s : u" "_s;
        break;
    case MD_BLOCK_P:
        m_html += u"</p>\n"_s;
        break;
    case MD_BLOCK_H:
        m_html += u"</h%1>\n"_s.arg(m_heading);
        break;
    case MD_BLOCK_CODE:
        m_inCode = false;
        m_html += u"</code></pre>\n"_s;
        break;
    case MD_BLOCK_TABLE:
        m_html += u"</table></div>\n"_s;
        break;
    case MD_BLOCK_TR:
        m_html += u"</tr>\n"_s;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        if (m_column <= maxColumns)
            m_html += type == MD_BLOCK_TH ? u"</th>"_s : u"</td>"_s;
        break;
    default:
        break;
    }
    return 0;
}

// A link that may not be opened leaves no trace but its text. One that may says where it leads: a browser will not ask.
void HtmlSink::enterLink(const QString &href)
{
    const auto target = linkTarget(href);
    if (target)
        m_html += u"<a href=\"%1\" rel=\"noopener noreferrer nofollow\">"_s.arg(htmlText(target->shown));
    const QString host = target && !target->host.isEmpty() ? u" <span class=\"i\">"_s + htmlText(target->host) + u"</span>"_s : QString();
    m_spans.append(target ? u"</a>"_s + host : QString());
}

int HtmlSink::enterSpan(MD_SPANTYPE type, void *detail)
{
    if (type == MD_SPAN_IMG) {
        if (m_images++ == 0) {
            m_imageSource = attribute(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
            m_imageText.clear();
        }
        return 0;
    }
    if (m_images > 0)
        return 0;
    if (m_spans.size() >= maxSpans) {
        m_spans.append(QString());
        return 0;
    }
    if (type == MD_SPAN_A) {
        enterLink(attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href));
        return 0;
    }
    const QString name = type == MD_SPAN_EM       ? u"em"_s
                         : type == MD_SPAN_STRONG ? u"strong"_s
                         : type == MD_SPAN_DEL    ? u"del"_s
                         : type == MD_SPAN_CODE   ? u"code"_s
                                                  : QString();
    if (!name.isEmpty())
        m_html += u'<' + name + u'>';
    m_spans.append(name.isEmpty() ? name : u"</"_s + name + u'>');
    return 0;
}

void HtmlSink::closeSpan()
{
    m_html += m_spans.takeLast();
}

int HtmlSink::leaveSpan(MD_SPANTYPE type)
{
    if (type == MD_SPAN_IMG) {
        if (--m_images > 0)
            return 0;
        const auto target = linkTarget(m_imageSource);
        const QString alt = harmlessLine(m_imageText);
        const QString host = target ? target->host : QCoreApplication::translate("MarkdownRenderer", "not loaded");
        const QString name = alt.isEmpty() ? QCoreApplication::translate("MarkdownRenderer", "without a description") : alt;
        m_html += u"<span class=\"i\">"_s + htmlText(QCoreApplication::translate("MarkdownRenderer", "Image: %1 (%2)").arg(name, host)) +
                  u"</span>"_s;
    } else if (m_images == 0 && !m_spans.isEmpty()) {
        closeSpan();
    }
    return 0;
}

int HtmlSink::text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size)
{
    QString run = type == MD_TEXT_NULLCHAR ? QString(QChar(QChar::ReplacementCharacter)) : fromUtf8(text, size);
    if (type == MD_TEXT_ENTITY)
        run = decodeEntity(run);
    if (m_images > 0)
        m_imageText += type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ? u" "_s : run;
    else if (m_column > maxColumns)
        return 0;
    else if (type == MD_TEXT_BR)
        m_html += u"<br>\n"_s;
    else if (m_inCode || type == MD_TEXT_CODE)
        m_html += codeHtml(run);
    else
        m_html += htmlText(run);
    return 0;
}

MD_PARSER parser()
{
    MD_PARSER p{};
    p.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTML;
    p.enter_block = [](MD_BLOCKTYPE type, void *detail, void *sink) { return static_cast<HtmlSink *>(sink)->enterBlock(type, detail); };
    p.leave_block = [](MD_BLOCKTYPE type, void *, void *sink) { return static_cast<HtmlSink *>(sink)->leaveBlock(type); };
    p.enter_span = [](MD_SPANTYPE type, void *detail, void *sink) { return static_cast<HtmlSink *>(sink)->enterSpan(type, detail); };
    p.leave_span = [](MD_SPANTYPE type, void *, void *sink) { return static_cast<HtmlSink *>(sink)->leaveSpan(type); };
    p.text = [](MD_TEXTTYPE type, const MD_CHAR *t, MD_SIZE size, void *sink) {
        return static_cast<HtmlSink *>(sink)->text(type, t, size);
    };
    return p;
}

QString pieceHtml(QStringView source, QStringView definitions)
{
    QByteArray utf8 = source.toUtf8(); // md4c 0.4.8 needs a NUL at the end
    if (!definitions.isEmpty())
        utf8 += "\n\n" + definitions.toUtf8();
    HtmlSink sink;
    const MD_PARSER callbacks = parser();
    md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &callbacks, &sink);
    return sink.html();
}

} // namespace

QString markdownHtml(QStringView markdown)
{
    QString out;
    forEachMarkdownPiece(markdown, [&out](const MarkdownPiece &piece, QStringView source, QStringView definitions) {
        if (piece.kind == MarkdownPiece::Kind::Text)
            out += pieceHtml(source, definitions);
        else
            out += (piece.first ? u"<pre dir=\"ltr\"><code>"_s : QString()) + codeHtml(source) +
                   (piece.last ? u"</code></pre>\n"_s : QString());
    });
    return out;
}

QString htmlText(QStringView text)
{
    QString out = harmlessText(text).toHtmlEscaped();
    out.replace(u'\'', u"&#39;"_s);
    return out;
}

} // namespace desk
