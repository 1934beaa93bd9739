#include "gui/workflows/inspector/referenceedit.h"

#include "gui/text/exacttext.h"
#include "gui/theme.h"
#include "gui/workflows/inspector/referencecompletion.h"
#include "gui/workflows/inspector/referencesource.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocument>
#include <QTextEdit>

namespace desk {

using namespace Qt::StringLiterals;

ReferenceEdit::ReferenceEdit(const ReferenceSource &source, Kind kind, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_source(source)
    , m_kind(kind)
    , m_completion(new ReferenceCompletion(source, this))
{
    setTabChangesFocus(true);
    if (kind == Kind::Line)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(kind == Kind::Line ? NoWrap : WidgetWidth);
    fitHeight();
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        showMarks();
        if (!m_isLoading)
            Q_EMIT edited(text());
    });
}

void ReferenceEdit::load(const QString &text)
{
    if (text != this->text()) {
        m_isLoading = true;
        setPlainText(text);
        m_isLoading = false;
    }
    showMarks();
}

QString ReferenceEdit::text() const
{
    return exactText(this);
}

// The marks are no change of the text: nothing is told.
void ReferenceEdit::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QList<ReferenceMark> found = m_source.unresolved(text());
    for (const ReferenceMark &one : found) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(static_cast<int>(one.position));
        mark.cursor.setPosition(static_cast<int>(one.position + one.length), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Theme::danger(palette()));
        mark.format.setForeground(Theme::danger(palette()));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void ReferenceEdit::fitHeight()
{
    constexpr int mostLines = 4;
    constexpr int textLines = 6;
    const int lines = m_kind == Kind::Text ? textLines : qBound(1, document()->blockCount(), mostLines);
    const int room = 2 * (frameWidth() + qRound(document()->documentMargin()));
    setFixedHeight(fontMetrics().lineSpacing() * lines + room + 2);
}

// Left to the completer, which asks here first.
bool ReferenceEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_completion->popup()->isVisible()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Escape || key == Qt::Key_Backtab) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void ReferenceEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_kind == Kind::Line && isReturn)
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void ReferenceEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_kind == Kind::Line)
        insertPlainText(source->text().simplified());
    else
        insertPlainText(source->text());
}

void ReferenceEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMarks();
    else if (event->type() == QEvent::FontChange)
        fitHeight();
}

} // namespace desk
