#pragma once

#include "gui/chat/table/tabledata.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <functional>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace desk {

class ToolRun;
class ToolRunPanel;

// Where a tool is tried out: its form, a real run, what came of it, and what was run before in this session, to be used again (TL-11).
// A run goes on while another tool is looked at.
class ToolPlayground : public QWidget
{
    Q_OBJECT
public:
    using NewToolRun = std::function<ToolRun *(const QString &tool, QObject *parent)>;
    static constexpr qsizetype mostRuns = 50; // kept for each tool

    explicit ToolPlayground(NewToolRun newToolRun, QWidget *parent = nullptr);

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
    };
    void build();
    void showPanel();
    void keep(const QString &tool, const Run &run);
    void showRuns();
    void useAgain();

    NewToolRun m_newToolRun;
    QString m_tool;
    QStackedWidget *m_panels;
    QWidget *m_past;
    QListWidget *m_list;
    QPushButton *m_again;
    QHash<QString, ToolRunPanel *> m_panelOf; // by the tool's name
    QHash<QString, QList<Run>> m_runs;        // the same; the last one first
};

} // namespace desk
