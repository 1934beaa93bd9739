#pragma once

#include "domain/result.h"
#include "domain/tool.h"
#include "gui/chat/table/tabledata.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace desk {

class ApprovalCard;
class JsonPanel;
class SchemaEditor;
class ToolRun;

// The call of a tool to be run again, with the same input or another (CH-50): as JSON, and where the server tells its schema, as a form.
// Nothing runs before somebody asks for it.
class ToolRunPanel : public QWidget
{
    Q_OBJECT
public:
    // Takes over `run`, not null.
    ToolRunPanel(ToolRun *run, const QJsonValue &input, QWidget *parent = nullptr);

    void startNew();                         // the tool was not called yet: begins with what its schema begins with
    void setInput(const QJsonObject &input); // nothing while the tool runs
    // Writes the input and runs it at once, as the button does. False: it runs already, cannot run, or the form does not take the input.
    [[nodiscard]] bool runNow(const QJsonObject &input);
    [[nodiscard]] bool isRunning() const;
    // Of the last run; nothing: it was not waited for, or the tool could not be run.
    [[nodiscard]] const std::optional<ToolTestResult> &result() const { return m_result; }

Q_SIGNALS:
    void ran(const QJsonObject &input, const QString &words); // it ended, or is not waited for any longer; words: how
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

protected:
    void showEvent(QShowEvent *event) override; // only then is the server asked whether it has the tool

private:
    void build(const QJsonValue &input);
    QPushButton *addButton(const QString &name, const QString &text);
    void updateState();
    void run();
    void cancel();
    void updateApproval();
    void takeOutcome(const Result<ToolTestResult> &outcome);
    void tell(const QString &words);
    void showOutput(const QJsonValue &output);

    ToolRun *m_run;
    QVBoxLayout *m_box;
    SchemaEditor *m_editor;
    QJsonObject m_schema; // that the editor has
    QJsonObject m_asked;  // what the run was begun with
    std::optional<ToolTestResult> m_result;
    bool m_isNew = false; // nothing was called before
    QPushButton *m_start;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_warning;
    QLabel *m_state;
    ApprovalCard *m_approval;
    JsonPanel *m_output = nullptr;
};

} // namespace desk
