#pragma once

#include <QDialog>

#include <functional>

class QCheckBox;
class QPlainTextEdit;

namespace desk {

class DetailedLog;
class Dialogs;

// What a report about trouble holds, to the last line, before it is copied or saved (LOG-05). Open it, do not execute it.
class DiagnosticsDialog : public QDialog
{
    Q_OBJECT
public:
    // text is asked for anew whenever it is shown. What is given outlives the dialog.
    DiagnosticsDialog(std::function<QString()> text, DetailedLog *log, Dialogs &dialogs, QWidget *parent = nullptr);

private:
    void update();
    void save();

    std::function<QString()> m_text;
    Dialogs &m_dialogs;
    QPlainTextEdit *m_view;
};

} // namespace desk
