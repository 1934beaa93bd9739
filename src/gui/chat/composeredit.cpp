#include "gui/chat/composeredit.h"

#include "gui/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
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

bool isTooMuch(const QString &text)
{
    if (text.size() > ComposerEdit::maxPaste)
        return true;
    const auto lines = QStringView(text).split(u'\n');
    return std::any_of(lines.cbegin(), lines.cend(), [](QStringView line) { return line.size() > ComposerEdit::maxPastedLine; });
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
    } else if (enter && (modifiers == Qt::NoModifier || modifiers == Qt::ControlModifier)) {
        Q_EMIT submitted();
    } else if (enter && modifiers == Qt::ShiftModifier) {
        textCursor().insertBlock();
        ensureCursorVisible();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT escapePressed();
    } else if (event->key() == Qt::Key_Up && modifiers == Qt::NoModifier && document()->isEmpty()) {
        Q_EMIT recallRequested();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || !localFiles(source).isEmpty();
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    const QStringList files = localFiles(source);
    if (!files.isEmpty())
        Q_EMIT filesPasted(files);
    else if (isTooMuch(source->text()))
        Q_EMIT pasteRefused();
    else
        insertPlainText(source->text());
}

} // namespace desk
