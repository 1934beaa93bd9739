#include "gui/chat/source/sourceview.h"

#include "gui/chat/source/sourcepicture.h"
#include "gui/text/markdownappend.h"
#include "gui/text/markdownstyle.h"
#include "gui/text/safetextbrowser.h"
#include "gui/text/safetextdocument.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"

#include <QEvent>
#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextEdit>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostMarkdown = 256 * 1024; // characters: unlike a transcript a browser lays out all it has
constexpr qsizetype mostMarks = 1000;          // on either side of the current match
constexpr qsizetype mostHeadings = 2000;

QList<SourceHeading> headingsOf(const QTextDocument &document)
{
    QList<SourceHeading> all;
    for (QTextBlock block = document.begin(); block.isValid() && all.size() < mostHeadings; block = block.next()) {
        if (const int level = block.blockFormat().headingLevel(); level > 0)
            all.append({block.text(), level, 0, block.position()});
    }
    return all;
}

// Text keeps its colour on it, in the light and in the dark.
QColor passageMark(const QPalette &palette)
{
    QColor color = Theme::accent(palette);
    color.setAlphaF(0.25F);
    return color;
}

QTextEdit::ExtraSelection selection(QTextDocument &document, const std::pair<int, int> &range)
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(&document);
    mark.cursor.setPosition(range.first);
    mark.cursor.setPosition(range.first + range.second, QTextCursor::KeepAnchor);
    return mark;
}

} // namespace

SourceView::SourceView(QWidget *parent)
    : QStackedWidget(parent)
    , m_browser(new SafeTextBrowser(this))
    , m_plain(new QPlainTextEdit(this))
    , m_picture(new SourcePicture(this))
{
    setObjectName(u"sourceView"_s);
    m_browser->setObjectName(u"sourceQuote"_s);
    m_plain->setObjectName(u"sourceLines"_s);
    m_picture->setObjectName(u"sourcePicture"_s);
    m_plain->setReadOnly(true);
    m_plain->setUndoRedoEnabled(false);
    m_plain->setTabChangesFocus(true);
    m_plain->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QWidget *page : pages())
        addWidget(page);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_coming ? addLines() : Q_EMIT ready(); });
    connect(m_browser, &SafeTextBrowser::linkActivated, this, &SourceView::linkActivated);
    m_plain->setAccessibleName(tr("The document"));
    m_picture->setAccessibleName(tr("Picture"));
    turnTo(m_browser, tr("Words of the source"));
}

SourceView::~SourceView() = default;

QList<QWidget *> SourceView::pages() const
{
    return {m_browser, m_plain, m_picture};
}

QTextDocument *SourceView::document() const
{
    if (currentWidget() == m_picture)
        return nullptr;
    return currentWidget() == m_plain ? m_plain->document() : m_browser->document();
}

void SourceView::turnTo(QWidget *page, const QString &accessibleName)
{
    page->setAccessibleName(accessibleName);
    const bool hadFocus = currentWidget() != nullptr && currentWidget()->hasFocus();
    setCurrentWidget(page);
    setFocusProxy(page);
    if (hadFocus)
        page->setFocus(Qt::OtherFocusReason);
}

void SourceView::forget()
{
    m_timer.stop();
    m_coming.reset();
    m_lines = {};
    m_markdown.clear();
    m_contents.clear();
    m_finder.reset();
    m_passage.clear();
    m_isSearched = false;
    m_found.clear();
    m_match = -1;
    m_browser->setExtraSelections({}); // their cursors are of the document that goes
    m_plain->setExtraSelections({});
    if (!m_plain->document()->isEmpty())
        m_plain->clear();
}

// ------------------------------------------------------------------------------------------------ showing

void SourceView::setBrowserDocument(std::unique_ptr<QTextDocument> document)
{
    document->setParent(m_browser);
    const QPointer before(m_browser->document());
    m_browser->setDocument(document.release()); // deletes the one it was made with, and no other
    if (before)
        before->deleteLater();
}

void SourceView::showQuote(const QString &text)
{
    forget();
    auto document = std::make_unique<SafeTextDocument>();
    document->setDefaultFont(font());
    document->setDocumentMargin(Theme::space(this));
    QTextCursor(document.get()).insertText(displayText(text, TextUse::Code));
    setBrowserDocument(std::move(document));
    turnTo(m_browser, tr("Words of the source"));
}

void SourceView::showText(const QString &text, Form form)
{
    forget();
    if (form == Form::Markdown && text.size() <= mostMarkdown) {
        m_use = TextUse::Prose;
        m_markdown = text;
        std::unique_ptr<QTextDocument> document = rendered();
        m_contents = headingsOf(*document);
        setBrowserDocument(std::move(document));
        turnTo(m_browser, tr("The document"));
        m_timer.start(0);
        return;
    }
    m_use = form == Form::Code ? TextUse::Code : TextUse::Prose;
    m_lines = SourceLines(text, form == Form::Markdown, m_use);
    m_plain->setFont(form == Form::Code ? Theme::monospace(font()) : QFont());
    m_coming = std::make_unique<SafeTextDocument>();
    m_coming->setDocumentLayout(new QPlainTextDocumentLayout(m_coming.get()));
    m_coming->setDefaultFont(m_plain->font());
    m_coming->setDocumentMargin(Theme::space(this));
    m_timer.start(0);
}

std::unique_ptr<QTextDocument> SourceView::rendered() const
{
    MarkdownStyle style = MarkdownStyle::from(palette(), font());
    style.marks = MarkdownStyle::Marks::Inline;
    auto document = std::make_unique<SafeTextDocument>();
    document->setDefaultFont(style.font);
    document->setIndentWidth(style.indent);
    document->setDocumentMargin(style.padding * 2);
    appendMarkdown(m_markdown, style, *document);
    return document;
}

// Every character stays at its position: what was found stays found.
void SourceView::renderAgain()
{
    const int position = m_browser->textCursor().position();
    const int scrolled = m_browser->verticalScrollBar()->value();
    m_browser->setExtraSelections({}); // their cursors are of the document that goes
    setBrowserDocument(rendered());
    QTextCursor cursor(m_browser->document());
    cursor.setPosition(position);
    m_browser->setTextCursor(cursor);
    m_browser->verticalScrollBar()->setValue(scrolled);
}

void SourceView::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    const bool isFont = event->type() == QEvent::FontChange;
    if (!isFont && event->type() != QEvent::PaletteChange)
        return;
    if (!m_markdown.isEmpty())
        renderAgain();
    if (isFont && m_use == TextUse::Code)
        m_plain->setFont(Theme::monospace(font()));
    paintMarks();
}

void SourceView::addLines()
{
    if (m_lines.addSlice(*m_coming))
        m_timer.start(0);
    else
        finishLines();
}

void SourceView::finishLines()
{
    m_contents = m_lines.contents(*m_coming);
    m_coming->setParent(m_plain);
    const QPointer before(m_plain->document());
    m_plain->setDocument(m_coming.release());
    if (before)
        before->deleteLater();
    turnTo(m_plain, tr("The document"));
    Q_EMIT ready();
}

void SourceView::showPicture(const QImage &image, const QString &name)
{
    forget();
    m_picture->setImage(image);
    turnTo(m_picture, tr("Picture: %1").arg(name));
    m_timer.start(0);
}

// ------------------------------------------------------------------------------------------------ places

void SourceView::placeCursor(int position, int length)
{
    QTextDocument *text = document();
    if (text == nullptr)
        return;
    const int last = text->characterCount() - 1;
    QTextCursor at(text);
    for (const int place : {position + length, position}) { // the end first, so that both are in view where there is room
        at.setPosition(std::clamp(place, 0, last));
        if (currentWidget() == m_plain) {
            m_plain->setTextCursor(at);
            m_plain->ensureCursorVisible();
        } else {
            m_browser->setTextCursor(at);
            m_browser->ensureCursorVisible();
        }
    }
}

void SourceView::keepInView()
{
    if (currentWidget() == m_plain)
        m_plain->ensureCursorVisible();
    else if (currentWidget() == m_browser)
        m_browser->ensureCursorVisible();
}

void SourceView::goTo(int position)
{
    if (document() == nullptr)
        return;
    placeCursor(document()->characterCount() - 1, 0); // from below, so that it comes to the top
    placeCursor(position, 0);
}

bool SourceView::goToPassage(const QString &quote, int line)
{
    QTextDocument *text = document();
    if (text == nullptr)
        return true;
    if (!m_finder)
        m_finder = std::make_unique<QuoteFinder>(*text, !m_markdown.isEmpty() ? QuoteFinder::Match::Words : QuoteFinder::Match::Characters);
    const int lines = static_cast<int>(m_markdown.count(u'\n')) + 1;
    int around = text->findBlockByNumber(m_lines.blockOf(line)).position();
    if (!m_markdown.isEmpty())
        around = static_cast<int>(static_cast<double>(text->characterCount()) * std::clamp(line - 1, 0, lines - 1) / lines);
    m_passage = m_finder->find(displayText(quote, m_use), around);
    paintMarks();
    if (m_passage.isEmpty())
        placeCursor(around, 0);
    else
        placeCursor(m_passage.first().first, m_passage.last().first + m_passage.last().second - m_passage.first().first);
    return !m_passage.isEmpty() || quote.trimmed().isEmpty();
}

// ------------------------------------------------------------------------------------------------ finding

SourceView::Found SourceView::find(const QString &words, int by)
{
    const QTextDocument *text = document();
    if (!std::exchange(m_isSearched, true) || words != m_words) {
        m_words = words;
        const TextMatcher matcher(words);
        m_found = matcher.isEmpty() || text == nullptr ? QList<TextMatcher::Found>() : matcher.inDocument(*text);
        m_match = -1;
    }
    const qsizetype count = m_found.size();
    if (count == 0)
        m_match = -1;
    else if (by == 0)
        m_match = 0;
    else if (by == Stay) {
        const int from = currentWidget() == m_plain ? m_plain->textCursor().position() : m_browser->textCursor().position();
        const auto next = std::find_if(m_found.cbegin(), m_found.cend(), [from](const auto &found) { return found.first >= from; });
        m_match = next == m_found.cend() ? 0 : next - m_found.cbegin();
    } else
        m_match = m_match < 0 ? 0 : (m_match + by + count) % count;
    paintMarks();
    if (m_match >= 0 && by != Stay)
        placeCursor(m_found.at(m_match).first, 0);
    return {m_match, count};
}

void SourceView::paintMarks()
{
    QTextDocument *text = document();
    if (text == nullptr)
        return;
    QList<QTextEdit::ExtraSelection> marks;
    for (const QuoteFinder::Range &range : std::as_const(m_passage)) {
        QTextEdit::ExtraSelection mark = selection(*text, range);
        mark.format.setBackground(passageMark(palette()));
        marks << mark;
    }
    for (qsizetype i = std::max<qsizetype>(0, m_match - mostMarks); i < std::min(m_found.size(), m_match + mostMarks); ++i) {
        QTextEdit::ExtraSelection mark = selection(*text, m_found.at(i));
        mark.format.setBackground(i == m_match ? palette().highlight() : QBrush(Theme::searchMark(palette())));
        if (i == m_match)
            mark.format.setForeground(palette().highlightedText());
        marks << mark;
    }
    if (currentWidget() == m_plain)
        m_plain->setExtraSelections(marks);
    else
        m_browser->setExtraSelections(marks);
}

} // namespace desk
