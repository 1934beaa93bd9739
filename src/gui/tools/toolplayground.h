#pragma once

#include "domain/tool.h"
#include "gui/chat/table/tabledata.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <functional>
#include <optional>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace desk {

class Dialogs;
class ToolCases;
class ToolCasesPane;
class ToolComparison;
class ToolRun;
class ToolRunPanel;

// Where a tool is tried out: its form, a real run, what came of it, and what was run before in this session, to be used again,
// compared and kept as test cases (TL-11). A run goes on while another tool is looked at.
class ToolPlayground : public QWidget
{
    Q_OBJECT
public:
    using NewToolRun = std::function<ToolRun *(const QString &tool, QObject *parent)>;
    static constexpr qsizetype mostRuns = 50; // kept for each tool

    // Both outlive it. No cases: no run is kept as one.
    ToolPlayground(NewToolRun newToolRun, ToolCases *cases, Dialogs &dialogs, QWidget *parent = nullptr);

    void setTool(const QString &name);
    void forget(); // every tool, and what was run

Q_SIGNALS:
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

protected:
    void showEvent(QShowEvent *event) override; // what is tried is made only then

private:
    struct Run {
        QString words;
        QJsonObject input;
        std::optional<ToolTestResult> result; // nothing: it was not waited for, or could not be run
    };
    void build();
    void showPanel();
    void keep(const QString &tool, const Run &run);
    void showRuns();
    void updateButtons();
    void useAgain();
    void compareRuns();
    void keepAsCase();
    void runCase(const QJsonObject &input, bool isComplete);
    void passOn(ToolComparison *window);
    [[nodiscard]] const Run *currentRun() const; // null: none; valid until the next one

    NewToolRun m_newToolRun;
    QString m_tool;
    QStackedWidget *m_panels;
    QWidget *m_past;
    QListWidget *m_list;
    QPushButton *m_again;
    QPushButton *m_compare;
    QPushButton *m_keep;
    ToolCasesPane *m_cases = nullptr;
    QHash<QString, ToolRunPanel *> m_panelOf; // by the tool's name
    QHash<QString, QList<Run>> m_runs;        // the same; the last one first
};

} // namespace desk
