#include "gui/widgets/markdownview.h"

#include "gui/text/markdownappend.h"
#include "gui/text/markdownstyle.h"
#include "gui/text/safetextdocument.h"
#include "gui/text/textpage.h"

#include <QEvent>
#include <QPointer>
#include <QScrollBar>
#include <QTextCursor>

namespace desk {

MarkdownView::MarkdownView(QWidget *parent)
    : SafeTextBrowser(parent)
{
}

void MarkdownView::showText(const QString &text)
{
    if (m_text == text)
        return;
    const bool follows = text.startsWith(m_text);
    QScrollBar *bar = verticalScrollBar();
    const int place = follows ? bar->value() : 0;
    const bool atEnd = follows && place > 0 && place == bar->maximum();
    m_text = text;
    render();
    bar->setValue(atEnd ? bar->maximum() : place);
}

void MarkdownView::render()
{
    MarkdownStyle style = MarkdownStyle::from(palette(), font());
    style.marks = MarkdownStyle::Marks::Inline;
    auto *fresh = new SafeTextDocument(this);
    fresh->setDefaultFont(font());
    fresh->setIndentWidth(style.indent);
    fresh->setDocumentMargin(style.padding);
    const QStringView source = QStringView(m_text).first(pageEnd(m_text, 0, maxText));
    appendMarkdown(source, style, *fresh);
    if (source.size() < m_text.size()) {
        QTextCursor cursor(fresh);
        cursor.movePosition(QTextCursor::End);
        cursor.insertBlock();
        cursor.insertText(tr("[…] The text goes on; it is too long to be shown here."));
    }
    const QPointer<QTextDocument> before = document(); // the browser deletes its own
    setDocument(fresh);
    if (before && before->parent() == this)
        before->deleteLater();
}

void MarkdownView::changeEvent(QEvent *event)
{
    SafeTextBrowser::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && !m_text.isEmpty())
        render();
}

} // namespace desk
