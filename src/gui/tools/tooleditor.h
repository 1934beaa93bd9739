#pragma once

#include "domain/error.h"
#include "domain/tool.h"
#include "gui/tools/toollaunch.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace desk {

class Dialogs;
class RemarkLabel;
class ToolStore;

// Makes or changes a custom tool, with the server's rules beside each field (TL-13). Stays open until the server has taken it, and asks
// before it throws away what was written. open() it; it deletes itself.
class ToolEditor : public QDialog
{
    Q_OBJECT
public:
    ToolEditor(Tool tool, ToolStore &store, Dialogs &dialogs, QWidget *parent = nullptr); // without an id: a new one

    // Writes what another version has into the fields, to be looked at and saved. What it starts has no field and is told in a line. Its
    // secrets: after withServerSecrets().
    void propose(const Tool &tool);

    void reject() override;

Q_SIGNALS:
    void saved(const desk::ToolId &id);

private:
    void build();
    QFormLayout *buildForm();
    void update();
    void save();
    void takeFailure(const Error &error);
    void setBusy(bool isBusy);
    [[nodiscard]] Tool edited() const;
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] QString nameProblem() const;

    Tool m_tool; // as it was when the edit began
    ToolStore &m_store;
    Dialogs &m_dialogs;
    QLineEdit *m_name;
    RemarkLabel *m_nameRemark;
    QLineEdit *m_description;
    QLineEdit *m_entrypoint;
    RemarkLabel *m_entrypointRemark;
    QLineEdit *m_scopes;
    QCheckBox *m_active;
    QPlainTextEdit *m_schema;
    RemarkLabel *m_schemaRemark;
    RemarkLabel *m_launchRemark;
    RemarkLabel *m_failure;
    QPushButton *m_save = nullptr;
    QString m_schemaText;               // at the beginning
    std::optional<ToolLaunch> m_launch; // none: as it is
    bool m_isBusy = false;
    bool m_isTried = false; // an empty field is no mistake before that
};

} // namespace desk
