#pragma once

#include "domain/result.h"
#include "state/export/exportcontent.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace desk {

class Dialogs;
class ErrorBanner;
class ExportJob;

// What of a conversation goes into a file, in which form, and where; or onto paper. Open it, do not execute it; it deletes itself.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    // answer: the one that was asked for, which then is the scope to begin with; empty: the whole, and the last answer is offered beside
    // it. dialogs outlives this. The options in content are what the boxes begin with.
    ExportDialog(ExportContent content, const MessageId &answer, Dialogs &dialogs, QWidget *parent = nullptr);
    ~ExportDialog() override;

    void reject() override; // while something is written: cancels that first

private:
    void buildForm();
    void buildButtons();
    void addFormats();
    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] ExportContent chosen() const;
    void update();
    void askForFile();
    void askForPrinter();
    void begin(const QString &path);
    void onFinished(const Result<> &outcome);
    void showFolder();

    ExportContent m_content;
    QList<Message> m_one; // the answer and its question
    bool m_isAsked;       // an answer was asked for
    Dialogs &m_dialogs;
    QComboBox *m_format;
    QLabel *m_hint;
    QRadioButton *m_whole;
    QRadioButton *m_single;
    QCheckBox *m_tools;
    QCheckBox *m_thoughts;
    ErrorBanner *m_error;
    QLabel *m_result;
    QProgressBar *m_progress;
    QPushButton *m_folder;
    QPushButton *m_print;
    QPushButton *m_export;
    QPushButton *m_close;
    ExportJob *m_job = nullptr; // while something is written
    QString m_path;             // of the file that was written; empty: printed
};

} // namespace desk
