#include "gui/text/markdownrenderer.h"

#include "gui/chat/image/markdownpictures.h"
#include "gui/text/doclink.h"
#include "gui/text/htmlentities.h"
#include "gui/text/linkrule.h"
#include "gui/text/markdownbuilder.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <md4c.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

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

// The parser's callbacks as one object. It gives the builder blocks and runs and decides what a link or an image may become.
class Sink
{
public:
    Sink(MarkdownTarget &target, const MathSpans &math)
        : m_target(target)
        , m_math(math)
    {
    }

    int enterBlock(MD_BLOCKTYPE type, void *detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, void *detail);
    int leaveSpan(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size);

private:
    void enterContainer(MD_BLOCKTYPE type, void *detail);
    void enterCell(MD_BLOCKTYPE type, void *detail);
    void pushLink(const QString &href);
    void addText(const QString &run);
    void finishImage();

    MarkdownTarget &m_target;
    const MathSpans &m_math;
    int m_depth = 0; // of quotes and lists
    int m_imageDepth = 0;
    QString m_imageText;
    QString m_imageSource;
    bool m_inCode = false;
};

void Sink::enterContainer(MD_BLOCKTYPE type, void *detail)
{
    if (++m_depth > MarkdownRenderer::maxDepth)
        return;
    if (type == MD_BLOCK_QUOTE) {
        m_target.enterQuote();
    } else if (type == MD_BLOCK_UL) {
        m_target.enterList(false, 1, static_cast<MD_BLOCK_UL_DETAIL *>(detail)->is_tight != 0);
    } else {
        const auto *list = static_cast<MD_BLOCK_OL_DETAIL *>(detail);
        m_target.enterList(true, list->start, list->is_tight != 0);
    }
}

void Sink::enterCell(MD_BLOCKTYPE type, void *detail)
{
    Qt::Alignment alignment = Qt::AlignLeading;
    switch (static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align) {
    case MD_ALIGN_CENTER:
        alignment = Qt::AlignHCenter;
        break;
    case MD_ALIGN_RIGHT:
        alignment = Qt::AlignTrailing;
        break;
    default:
        break;
    }
    m_target.beginCell(alignment, type == MD_BLOCK_TH);
}

int Sink::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        enterContainer(type, detail);
        break;
    case MD_BLOCK_LI: {
        const auto *item = static_cast<MD_BLOCK_LI_DETAIL *>(detail);
        if (m_depth <= MarkdownRenderer::maxDepth)
            m_target.enterItem(item->is_task != 0, item->is_task != 0 && item->task_mark != ' ');
        break;
    }
    case MD_BLOCK_P:
        m_target.beginParagraph();
        break;
    case MD_BLOCK_H:
        m_target.beginHeading(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
        break;
    case MD_BLOCK_HR:
        m_target.addRule();
        break;
    case MD_BLOCK_CODE:
        m_inCode = true;
        m_target.beginCode(m_math.restore(attribute(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->lang)), true, true);
        break;
    case MD_BLOCK_TABLE: {
        const auto *table = static_cast<MD_BLOCK_TABLE_DETAIL *>(detail);
        m_target.beginTable(table->col_count, table->head_row_count + table->body_row_count);
        break;
    }
    case MD_BLOCK_TR:
        m_target.beginRow();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        enterCell(type, detail);
        break;
    default:
        break;
    }
    return 0;
}

int Sink::leaveBlock(MD_BLOCKTYPE type)
{
    const bool shown = m_depth <= MarkdownRenderer::maxDepth;
    switch (type) {
    case MD_BLOCK_QUOTE:
        if (shown)
            m_target.leaveQuote();
        --m_depth;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (shown)
            m_target.leaveList();
        --m_depth;
        break;
    case MD_BLOCK_LI:
        if (shown)
            m_target.leaveItem();
        break;
    case MD_BLOCK_P:
    case MD_BLOCK_H:
        m_target.endBlock();
        break;
    case MD_BLOCK_CODE:
        m_inCode = false;
        m_target.endCode();
        break;
    case MD_BLOCK_TABLE:
        m_target.endTable();
        break;
    default:
        break;
    }
    return 0;
}

// A link that may not be opened leaves no trace but its text; the address stays readable in the source.
void Sink::pushLink(const QString &href)
{
    m_target.pushSpan(linkTarget(href) ? MarkdownSpan::Link : docLink(href) ? MarkdownSpan::SourceLink : MarkdownSpan::None, href);
}

int Sink::enterSpan(MD_SPANTYPE type, void *detail)
{
    switch (type) {
    case MD_SPAN_IMG:
        if (m_imageDepth++ == 0) {
            m_imageSource = m_math.restore(attribute(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
            m_imageText.clear();
        }
        break;
    case MD_SPAN_A:
        pushLink(m_math.restore(attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href)));
        break;
    case MD_SPAN_EM:
        m_target.pushSpan(MarkdownSpan::Emphasis);
        break;
    case MD_SPAN_STRONG:
        m_target.pushSpan(MarkdownSpan::Strong);
        break;
    case MD_SPAN_DEL:
        m_target.pushSpan(MarkdownSpan::Strike);
        break;
    case MD_SPAN_CODE:
        m_target.pushSpan(MarkdownSpan::Code);
        break;
    default:
        m_target.pushSpan(MarkdownSpan::None);
        break;
    }
    return 0;
}

int Sink::leaveSpan(MD_SPANTYPE type)
{
    if (type != MD_SPAN_IMG)
        m_target.popSpan();
    else if (--m_imageDepth == 0)
        finishImage();
    return 0;
}

void Sink::finishImage()
{
    const auto target = linkTarget(m_imageSource);
    const bool isData = !target && isShowableImage(m_imageSource);
    const QString alt = displayLine(m_imageText, 300);
    const QString host = target   ? target->host
                         : isData ? QCoreApplication::translate("MarkdownRenderer", "in the message")
                                  : QCoreApplication::translate("MarkdownRenderer", "not loaded");
    const QString name = alt.isEmpty() ? QCoreApplication::translate("MarkdownRenderer", "without a description") : alt;
    //: Stands for a picture, which is never loaded by itself: its description and the server it is on
    const QString words = QCoreApplication::translate("MarkdownRenderer", "Image: %1 (%2)").arg(name, host);
    m_target.addImage(words, m_imageSource, isShowableImage(m_imageSource));
}

int Sink::text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size)
{
    QString run;
    switch (type) {
    case MD_TEXT_NULLCHAR:
        run = QChar(QChar::ReplacementCharacter);
        break;
    case MD_TEXT_BR:
        run = QChar(QChar::LineSeparator);
        break;
    case MD_TEXT_SOFTBR:
        run = u" "_s;
        break;
    case MD_TEXT_ENTITY:
        run = decodeEntity(fromUtf8(text, size));
        break;
    default:
        run = fromUtf8(text, size);
        break;
    }
    if (m_imageDepth > 0)
        m_imageText += m_math.restore(run);
    else if (m_inCode)
        m_target.addCode(m_math.restore(run));
    else if (type == MD_TEXT_CODE)
        m_target.addText(m_math.restore(run), TextUse::Code);
    else
        addText(run);
    return 0;
}

void Sink::addText(const QString &run)
{
    qsizetype from = 0;
    for (MathSpans::Mark mark; m_math.next(run, from, &mark); from = mark.start + mark.length) {
        m_target.addText(QStringView(run).sliced(from, mark.start - from));
        m_target.addMath(m_math.at(mark.span));
    }
    m_target.addText(QStringView(run).sliced(from));
}

MD_PARSER parser()
{
    MD_PARSER p{};
    p.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTML;
    p.enter_block = [](MD_BLOCKTYPE type, void *detail, void *sink) { return static_cast<Sink *>(sink)->enterBlock(type, detail); };
    p.leave_block = [](MD_BLOCKTYPE type, void *, void *sink) { return static_cast<Sink *>(sink)->leaveBlock(type); };
    p.enter_span = [](MD_SPANTYPE type, void *detail, void *sink) { return static_cast<Sink *>(sink)->enterSpan(type, detail); };
    p.leave_span = [](MD_SPANTYPE type, void *, void *sink) { return static_cast<Sink *>(sink)->leaveSpan(type); };
    p.text = [](MD_TEXTTYPE type, const MD_CHAR *t, MD_SIZE size, void *sink) { return static_cast<Sink *>(sink)->text(type, t, size); };
    return p;
}

} // namespace

MarkdownRenderer::MarkdownRenderer(const MarkdownStyle &style)
    : m_style(style)
{
}

void MarkdownRenderer::parse(QStringView source, MarkdownTarget &target, QStringView definitions)
{
    MathSpans math;
    // md4c 0.4.8 reads past the length it is given: it gets a copy of its own that ends with a NUL.
    QByteArray utf8 = MathSpans::mayContain(source) ? math.take(source).toUtf8() : source.toUtf8();
    if (!definitions.isEmpty())
        utf8 += "\n\n" + definitions.toUtf8();
    Sink sink(target, math);
    const MD_PARSER callbacks = parser();
    md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &callbacks, &sink);
}

void MarkdownRenderer::render(QStringView source, QTextDocument &into, QStringView definitions) const
{
    MarkdownBuilder builder(m_style, into);
    builder.setHighlighting(m_highlighting);
    parse(source, builder, definitions);
}

void MarkdownRenderer::renderCode(QStringView code, const QString &language, QTextDocument &into, bool first, bool last,
                                  const CodeState &state) const
{
    MarkdownBuilder builder(m_style, into);
    builder.setHighlighting(m_highlighting);
    builder.setCodeState(state);
    builder.beginCode(language, first, last);
    builder.addCode(code);
    builder.endCode();
}

} // namespace desk
