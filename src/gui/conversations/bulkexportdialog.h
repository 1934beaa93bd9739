#pragma once

#include "domain/ids.h"
#include "domain/result.h"

#include <QDialog>
#include <QList>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace desk {

class ChatSession;
class ChatSessions;
class ConversationStore;
class Dialogs;
class ErrorBanner;
class ExportJob;
class Workspace;

// Several conversations as files in a folder that is made for them, one after the other, each loaded whole first. What failed is named in
// the end; the others are there. Open it, do not execute it; it deletes itself.
class BulkExportDialog : public QDialog
{
    Q_OBJECT
public:
    // All of it outlives the dialog.
    struct Sources {
        ChatSessions &sessions;
        ConversationStore &conversations;
        Workspace &workspace;
        Dialogs &dialogs;
    };

    BulkExportDialog(const Sources &sources, const QList<ConversationId> &ids, QWidget *parent = nullptr);
    ~BulkExportDialog() override;

    void reject() override; // while it runs: stops after the file that is being written

private:
    void build();
    void askForFolder();
    void begin(const QString &path);
    void next();
    void write(ChatSession &session);
    void onWritten(const Result<> &outcome);
    void end();
    [[nodiscard]] QString fileFor(const QString &title) const;

    Sources m_sources;
    QList<ConversationId> m_ids;
    qsizetype m_next = 0;
    QString m_folder;
    QString m_title; // of the one under way
    QStringList m_failed;
    bool m_running = false;
    bool m_cancelled = false;
    ErrorBanner *m_error;
    QComboBox *m_format;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_begin;
    QPushButton *m_close;
};

} // namespace desk
