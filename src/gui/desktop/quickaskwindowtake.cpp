// What a quick question takes from the desktop (D-22). The question and its answer are in quickaskwindow.cpp.
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/pastedfiles.h"
#include "gui/desktop/quickaskdraft.h"
#include "gui/desktop/quickaskfiles.h"
#include "gui/desktop/quickaskwindow.h"
#include "gui/dialogs.h"
#include "state/chat/attachmentqueue.h"

#include <QEvent>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

void QuickAskWindow::offer(const QuickAskBar::Parts &parts, const QString &pastedDir)
{
    m_files = new QuickAskFiles(parts.queue, m_workspace, *m_settings, pastedDir, this);
    m_bar = new QuickAskBar(parts, this);
    m_column->insertWidget(1, m_bar);
    QWidget *before = m_send;
    for (QWidget *control : m_bar->controls()) {
        setTabOrder(before, control);
        before = control;
    }
    m_edit->setAttaches(true);
    connect(&parts.queue, &AttachmentQueue::changed, this, &QuickAskWindow::onFilesChanged);
    connectBar();
    updateState();
}

void QuickAskWindow::keepDrafts(DraftStore &drafts)
{
    m_draft = new QuickAskDraft(drafts, *m_edit, m_files ? &m_files->queue() : nullptr, this);
}

// Another account.
void QuickAskWindow::onCleared()
{
    m_promised.clear(); // before the files go: it was asked of the server before
    if (m_draft)
        m_draft->leaveAlone(true);
    if (m_files)
        m_files->queue().clear();
    if (m_draft)
        m_draft->leaveAlone(false);
    startOver();
}

void QuickAskWindow::hideEvent(QHideEvent *event)
{
    if (m_draft)
        m_draft->flush();
    QWidget::hideEvent(event);
}

void QuickAskWindow::connectBar()
{
    connect(m_files, &QuickAskFiles::noted, this, &QuickAskWindow::note);
    connect(m_edit, &ComposerEdit::filesPasted, m_files, &QuickAskFiles::add);
    connect(m_edit, &ComposerEdit::textPasted, &m_files->pasted(), &PastedFiles::addText);
    connect(m_edit, &ComposerEdit::imagePasted, &m_files->pasted(), &PastedFiles::addImage);
    connect(m_bar, &QuickAskBar::given, this, &QuickAskWindow::take);
    connect(m_bar, &QuickAskBar::nothingThere, this, &QuickAskWindow::note);
    connect(m_bar, &QuickAskBar::screenAsked, this, &QWidget::hide);
    connect(m_bar, &QuickAskBar::pictureTaken, this, [this](const QString &path) {
        comeBack();
        m_files->add({path});
    });
    connect(m_bar, &QuickAskBar::pictureRefused, this, [this] {
        comeBack();
        note(tr("No picture of the screen was taken."));
    });
    connect(m_bar, &QuickAskBar::chipRemoved, this, [this] { m_edit->setFocus(Qt::OtherFocusReason); });
    connect(m_bar, &QuickAskBar::filesRequested, this, [this] {
        m_dialogs.openFiles(this, tr("Attach files"), [self = QPointer(this)](const QStringList &paths) {
            if (self && !paths.isEmpty())
                self->m_files->add(paths);
        });
    });
}

// Behind what is written already, with a line between them; what is too much for a text becomes a file.
void QuickAskWindow::take(const QMimeData *source)
{
    m_failure.clear();
    QTextCursor cursor = m_edit->textCursor();
    cursor.movePosition(QTextCursor::End);
    m_edit->setTextCursor(cursor);
    const bool isText = source->hasText() && !source->hasUrls() && source->text().size() <= ComposerEdit::maxPaste;
    if (isText && !m_edit->toPlainText().trimmed().isEmpty())
        m_edit->insertPlainText(u"\n\n"_s);
    if (!m_edit->takeFrom(source))
        note(tr("There is nothing that can be inserted here."));
    m_edit->setFocus(Qt::OtherFocusReason);
}

void QuickAskWindow::note(const QString &text)
{
    m_failure = text;
    updateState();
}

void QuickAskWindow::onFilesChanged()
{
    const AttachmentQueue &queue = m_files->queue();
    if (queue.hasFailed() || queue.rowCount() == 0) // the note says which way it goes on; or what it waited for was taken back
        m_promised.clear();
    else if (!m_promised.isEmpty() && !queue.isUploading())
        return send(QString(m_promised));
    updateState();
}

void QuickAskWindow::comeBack()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    m_edit->setFocus(Qt::OtherFocusReason);
}

// Chips come and go: nothing is squeezed for them.
bool QuickAskWindow::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest && m_bar && isVisible() && screen()) {
        const int wanted = qMin(sizeHint().height(), screen()->availableGeometry().height());
        if (wanted > height())
            resize(width(), wanted);
    }
    return isHandled;
}

} // namespace desk
