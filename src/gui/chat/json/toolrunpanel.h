#pragma once

#include "domain/result.h"
#include "domain/tool.h"
#include "gui/chat/table/tabledata.h"

#include <QJsonValue>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace desk {

class JsonPanel;
class ToolRun;

// The call of a tool to be run again, with the same input or another (CH-50). Nothing runs before somebody asks for it.
class ToolRunPanel : public QWidget
{
    Q_OBJECT
public:
    // Takes over `run`, not null.
    ToolRunPanel(ToolRun *run, const QJsonValue &input, QWidget *parent = nullptr);

Q_SIGNALS:
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

protected:
    void showEvent(QShowEvent *event) override; // only then is the server asked whether it has the tool

private:
    void build(const QJsonValue &input);
    QPushButton *addButton(const QString &name, const QString &text);
    void check();
    void updateState();
    void run();
    void cancel();
    void takeOutcome(const Result<ToolTestResult> &outcome);
    void tell(const QString &words);
    void showOutput(const QJsonValue &output);
    [[nodiscard]] QString text() const; // exactly as it stands there

    ToolRun *m_run;
    QVBoxLayout *m_box;
    QPlainTextEdit *m_edit;
    QLabel *m_problem;
    QPushButton *m_start;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_state;
    JsonPanel *m_output = nullptr;
    bool m_isValid = false;
};

} // namespace desk
