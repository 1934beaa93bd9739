#pragma once

#include "state/definitions/definitionexport.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace desk {

class Dialogs;
class ErrorBanner;

// Writes definitions of one kind into one file or a folder, as JSON or YAML, and says what is left out (AG-26, D-62). Not modal; deletes
// itself when it is closed. Show it with show().
class DefinitionExportDialog : public QDialog
{
    Q_OBJECT
public:
    DefinitionExportDialog(DefinitionKind kind, const QList<FileDefinition> &definitions, Dialogs &dialogs, QWidget *parent = nullptr);

private:
    void build();
    void countSecrets();
    void choosePlace();
    void begin(const QString &path, bool isAsked);
    void start(const DefinitionExport::Request &request);
    void onFinished(const DefinitionExport::Outcome &outcome);
    void askToReplace(const DefinitionExport::Outcome &outcome);
    void tellResult(const DefinitionExport::Outcome &outcome);
    [[nodiscard]] DefinitionFormat format() const;
    [[nodiscard]] QString suggestedName() const;

    DefinitionKind m_kind;
    QList<FileDefinition> m_definitions;
    Dialogs &m_dialogs;
    DefinitionExport *m_export;
    DefinitionExport::Request m_request; // the last one
    ErrorBanner *m_error;
    QComboBox *m_format;
    QComboBox *m_place;
    QLabel *m_text;
    QLabel *m_omitted;
    QPushButton *m_begin;
    QPushButton *m_close;
};

} // namespace desk
