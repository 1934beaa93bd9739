#pragma once

#include "domain/conversation.h"
#include "gui/chat/table/tabledata.h"

#include <QDialog>

class QTabWidget;

namespace desk {

class ToolRun;

// All that went into a tool call and all that came out, to look into, filter, copy and save. Never modal; shows what there was when it
// was opened.
class ToolInspector : public QDialog
{
    Q_OBJECT
public:
    // Takes over `run`, with which the call can be run again; null: it cannot.
    explicit ToolInspector(const ToolCall &call, ToolRun *run = nullptr, QWidget *parent = nullptr);

Q_SIGNALS:
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

private:
    void addPanel(const QString &title, const QString &name, const QJsonValue &value);
    void addRun(ToolRun *run, const QJsonValue &input);

    QTabWidget *m_tabs;
};

} // namespace desk
