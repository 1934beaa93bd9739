#pragma once

#include "state/export/conversationimport.h"
#include "state/store/importrecords.h"

#include <QDialog>
#include <QString>

#include <memory>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace desk {

class ConversationStore;
class ConversationTools;
class ErrorBanner;
class ExportJob;

// A file of a conversation: what is in it, what the server cannot take, whether it is here already; then the import with its progress.
// Nothing is sent before the person says so. Open it, do not execute it; it deletes itself.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    // Tools and store outlive it.
    ImportDialog(ConversationTools &tools, ConversationStore &conversations, const QString &path, QWidget *parent = nullptr);
    ~ImportDialog() override;

    void reject() override; // while something is sent: cancels that first

Q_SIGNALS:
    void imported(const desk::ConversationId &id);

private:
    struct Content {
        ConversationFile file;
        ImportPlan plan;
    };

    void build();
    void onRead(const Result<> &outcome);
    void onRecord(const std::optional<ImportRecords::Record> &record);
    void begin();
    void onFinished(const Result<ConversationId> &outcome);
    [[nodiscard]] QString losses() const;

    ConversationTools &m_tools;
    ConversationStore &m_conversations;
    std::shared_ptr<Content> m_content; // filled on another thread, read when that has ended
    ExportJob *m_job;
    ConversationImport *m_import = nullptr; // while something is sent
    ErrorBanner *m_error;
    QLabel *m_text;
    QLabel *m_losses;
    QLabel *m_again;
    QProgressBar *m_progress;
    QPushButton *m_begin;
    QPushButton *m_close;
};

} // namespace desk
