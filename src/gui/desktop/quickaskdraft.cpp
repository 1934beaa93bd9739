#include "gui/desktop/quickaskdraft.h"

#include "gui/chat/compose/composeredit.h"
#include "state/chat/attachmentqueue.h"
#include "state/store/draftstore.h"

#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace desk {

QuickAskDraft::QuickAskDraft(DraftStore &drafts, ComposerEdit &edit, AttachmentQueue *files, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_edit(edit)
    , m_files(files)
{
    connect(&edit, &QPlainTextEdit::textChanged, this, &QuickAskDraft::keep);
    if (files)
        connect(files, &AttachmentQueue::changed, this, &QuickAskDraft::keep);
    connect(&drafts, &DraftStore::accountChanged, this, &QuickAskDraft::forget);
    connect(&drafts, &DraftStore::loaded, this, &QuickAskDraft::onLoaded);
    if (drafts.isLoaded())
        onLoaded();
}

void QuickAskDraft::flush()
{
    m_drafts.flush();
}

void QuickAskDraft::keep()
{
    if (m_isLeftAlone)
        return;
    Draft draft;
    draft.text = m_edit.toPlainText();
    draft.caret = m_edit.textCursor().position();
    draft.files = m_files ? m_files->paths() : QStringList();
    m_drafts.set(quickAskDraftId(), draft);
}

void QuickAskDraft::show()
{
    const Draft draft = m_drafts.draft(quickAskDraftId());
    leaveAlone(true);
    m_edit.setPlainText(draft.text);
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(qBound(0, draft.caret, static_cast<int>(m_edit.toPlainText().size())));
    m_edit.setTextCursor(cursor);
    if (m_files && m_files->isEmpty() && !draft.files.isEmpty())
        m_files->addAccepted(draft.files);
    leaveAlone(false);
}

// Of another account: it is in that one's drafts, and may not become this one's.
void QuickAskDraft::forget()
{
    leaveAlone(true);
    m_edit.clear();
    if (m_files)
        m_files->clear();
    leaveAlone(false);
}

// What was written before that stands in it too (DraftStore).
void QuickAskDraft::onLoaded()
{
    const Draft stored = m_drafts.draft(quickAskDraftId());
    if (stored.isEmpty())
        return keep();
    const bool lacksFiles = m_files && m_files->isEmpty() && !stored.files.isEmpty();
    if (lacksFiles || stored.text != m_edit.toPlainText())
        show();
}

} // namespace desk
