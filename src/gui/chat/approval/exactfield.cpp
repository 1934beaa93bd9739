#include "gui/chat/approval/exactfield.h"

#include "gui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

constexpr int fewestLines = 3; // a short text is never squeezed

} // namespace

ExactField::ExactField(int mostLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_mostLines(mostLines)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFont(Theme::monospace(parent->font()));
    setLayoutDirection(Qt::LeftToRight); // JSON
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void ExactField::showText(const QString &text)
{
    setPlainText(text);
    verticalScrollBar()->setValue(0);
    updateGeometry();
}

int ExactField::lines() const
{
    int count = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && count < m_mostLines; block = block.next()) {
        (void)document()->documentLayout()->blockBoundingRect(block); // lays it out: a block is so only when it is looked at
        count += std::max(1, block.lineCount());
    }
    return count;
}

int ExactField::heightOf(int lines) const
{
    const qreal margins = 2 * (document()->documentMargin() + frameWidth());
    return static_cast<int>(std::ceil((lines + 0.5) * fontMetrics().lineSpacing() + margins));
}

QSize ExactField::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), heightOf(std::min(m_mostLines, lines()))};
}

QSize ExactField::minimumSizeHint() const
{
    return {QPlainTextEdit::minimumSizeHint().width(), heightOf(std::min({m_mostLines, fewestLines, lines()}))};
}

void ExactField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace desk
