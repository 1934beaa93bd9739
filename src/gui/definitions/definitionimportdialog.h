#pragma once

#include <QDialog>
#include <QStringList>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace desk {

class DefinitionImport;
class Dialogs;
class EmptyState;
class ErrorBanner;
class ImportPlanView;

// Brings definitions of one kind from files onto the server: files are chosen or dropped, what would happen is shown, and what happened can
// be undone (AG-06, D-62). Not modal; deletes itself when it is closed, or when another server is opened. Show it with show().
class DefinitionImportDialog : public QDialog
{
    Q_OBJECT
public:
    using NewImport = std::function<DefinitionImport *(QObject *parent)>; // owned by its parent

    DefinitionImportDialog(const NewImport &newImport, Dialogs &dialogs, QWidget *parent = nullptr);

    void read(const QStringList &paths); // files and folders

Q_SIGNALS:
    void imported(); // or undone: the server has other definitions now

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void reject() override; // while something is under way: stops after it

private:
    void build();
    [[nodiscard]] QWidget *buildButtons();
    void follow();
    void update();
    void updateButtons();
    void tellState();
    void tellResult();
    void chooseFiles();
    void chooseFolder();

    Dialogs &m_dialogs;
    DefinitionImport *m_import;
    ErrorBanner *m_error;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ImportPlanView *m_plan;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_files;
    QPushButton *m_folder;
    QPushButton *m_apply;
    QPushButton *m_undo;
    QPushButton *m_close;
};

} // namespace desk
