#pragma once

#include "state/prompts/savedprompt.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace desk {

class Dialogs;
class ErrorBanner;
class ListFilter;
class PromptListModel;
class PromptStore;

// The library of prompts (D-44): found, read, put into the message, changed, deleted and brought back, written to a file for colleagues
// and taken from one. open() it; it deletes itself.
class PromptDialog : public QDialog
{
    Q_OBJECT
public:
    PromptDialog(PromptStore &store, Dialogs &dialogs, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &id); // to be put into the message; the dialog closes

private:
    void build();
    [[nodiscard]] QString currentId() const;
    void select(const QString &id);
    void update();
    void insert();
    void add();
    void edit();
    void remove();
    void bringBack();
    void importFile();
    void exportFile();
    void tell(const QString &text);

    PromptStore &m_store;
    Dialogs &m_dialogs;
    PromptListModel *m_model;
    ListFilter *m_filter;
    std::optional<SavedPrompt> m_removed; // the last one
    QLineEdit *m_search;
    ErrorBanner *m_banner;
    QListView *m_list;
    QPlainTextEdit *m_preview;
    QLabel *m_note;
    QPushButton *m_insert;
    QPushButton *m_new;
    QPushButton *m_edit;
    QPushButton *m_delete;
    QPushButton *m_undo;
    QPushButton *m_import;
    QPushButton *m_export;
};

} // namespace desk
