#include "gui/chat/compose/composeredit.h"

#include "gui/theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QFontMetrics>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QStringList localFiles(const QMimeData *source)
{
    QStringList paths;
    const auto urls = source->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

qsizetype longestLine(QStringView text)
{
    qsizetype longest = 0;
    for (qsizetype from = 0; from <= text.size();) {
        const qsizetype end = text.indexOf(u'\n', from);
        const qsizetype to = end < 0 ? text.size() : end;
        longest = std::max(longest, to - from);
        from = to + 1;
    }
    return longest;
}

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(u"composerText"_s);
    setAccessibleName(tr("Message"));
    setPlaceholderText(tr("Ask something\u2026"));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setAcceptDrops(false); // the whole page takes them
    viewport()->setAcceptDrops(false);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(Theme::space(this, 0.75));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document(), &QTextDocument::contentsChanged, this, &ComposerEdit::adjustHeight);
    adjustHeight();
}

int ComposerEdit::heightFor(int lines) const
{
    return lines * QFontMetrics(font()).lineSpacing() + 2 * qRound(document()->documentMargin()) + 2;
}

void ComposerEdit::adjustHeight()
{
    // A plain text document measures its height in lines.
    const int lines = qMax(1, qRound(document()->size().height()));
    setVerticalScrollBarPolicy(lines > maxLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(heightFor(qMin(lines, maxLines)));
}

QSize ComposerEdit::sizeHint() const
{
    return {QFontMetrics(font()).averageCharWidth() * 60, height()};
}

QSize ComposerEdit::minimumSizeHint() const
{
    return {QFontMetrics(font()).averageCharWidth() * 20, heightFor(1)};
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    adjustHeight();
}

void ComposerEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        adjustHeight();
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (enter && m_composing) {
        event->accept();
    } else if (enter && (modifiers == Qt::ControlModifier || (m_enterSends && modifiers == Qt::NoModifier))) {
        Q_EMIT submitted();
    } else if (enter && (modifiers == Qt::ShiftModifier || modifiers == Qt::NoModifier)) {
        textCursor().insertBlock();
        ensureCursorVisible();
    } else if (event->key() == Qt::Key_Period && modifiers == Qt::ControlModifier) {
        Q_EMIT suggestionsRequested();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT escapePressed();
    } else if (event->key() == Qt::Key_Up && modifiers == Qt::NoModifier && document()->isEmpty()) {
        Q_EMIT recallRequested();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

// By key it is about the caret, by mouse about what it points at.
void ComposerEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QTextCursor at = byKey ? textCursor() : cursorForPosition(viewport()->mapFromGlobal(event->globalPos()));
    QMenu *menu = createStandardContextMenu();
    menu->setObjectName(u"composerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuAboutToShow(menu, at.position());
    menu->popup(byKey ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || !localFiles(source).isEmpty() || isPicture(source);
}

// Spreadsheets and word processors give a picture beside their text: the text is meant. Browsers give the address of a picture beside it.
bool ComposerEdit::isPicture(const QMimeData *source) const
{
    return m_attaches && source->hasImage() && !source->hasFormat(u"text/plain"_s);
}

bool ComposerEdit::canHold(const QString &text)
{
    return text.size() <= maxText && longestLine(text) <= maxPastedLine;
}

// Pasting again and again must not make what a single paste may not.
bool ComposerEdit::fits(const QString &pasted) const
{
    return pasted.size() <= (m_attaches ? maxPaste : maxText) && document()->characterCount() + pasted.size() <= maxText &&
           textCursor().block().length() + longestLine(pasted) <= maxPastedLine;
}

bool ComposerEdit::takeFrom(const QMimeData *source)
{
    if (!source || !canInsertFromMimeData(source))
        return false;
    insertFromMimeData(source);
    return true;
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    const QStringList files = localFiles(source);
    if (!files.isEmpty())
        Q_EMIT filesPasted(files);
    else if (isPicture(source))
        Q_EMIT imagePasted(qvariant_cast<QImage>(source->imageData()));
    else if (const QString text = source->text(); fits(text))
        insertPlainText(text);
    else if (m_attaches)
        Q_EMIT textPasted(text);
    else
        Q_EMIT pasteRefused();
}

} // namespace desk
