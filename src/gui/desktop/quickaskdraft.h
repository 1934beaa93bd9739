#pragma once

#include <QObject>

namespace desk {

class AttachmentQueue;
class ComposerEdit;
class DraftStore;

// What is written into the window for quick questions and not yet asked, kept as the drafts of conversations are (DATA-04): it is there
// again after a restart, and only for the account that wrote it.
class QuickAskDraft : public QObject
{
    Q_OBJECT
public:
    // files: null where a question is its text alone. All outlive it.
    QuickAskDraft(DraftStore &drafts, ComposerEdit &edit, AttachmentQueue *files, QObject *parent);

    void leaveAlone(bool on) { m_isLeftAlone = on; } // while the window changes by itself: no person has written that
    void flush();

private:
    void keep();
    void show();
    void forget();
    void onLoaded();

    DraftStore &m_drafts;
    ComposerEdit &m_edit;
    AttachmentQueue *m_files;
    bool m_isLeftAlone = false;
};

} // namespace desk
