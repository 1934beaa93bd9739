#pragma once

#include "domain/tool.h"
#include "gui/chat/table/tabledata.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace desk {

class JsonPanel;
class ToolFacts;

// One tool: what it is, what goes in and comes out, and whatever pages of work are added to it (TL-05).
class ToolDetail : public QWidget
{
    Q_OBJECT
public:
    explicit ToolDetail(QWidget *parent = nullptr);

    void addTab(QWidget *page, const QString &title);
    void setVersions(bool offered); // whether somebody takes versionsRequested(); at first nobody
    void setTool(const Tool &tool, const QList<ToolUser> &users);
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

Q_SIGNALS:
    void agentRequested(const desk::AgentId &id);
    void editRequested(const desk::ToolId &id); // custom tools alone
    void versionsRequested(const desk::ToolId &id);
    void removeRequested(const desk::ToolId &id); // the same
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

private:
    void showSchema(const QJsonObject &schema);

    ToolId m_id;
    QLabel *m_title;
    QLabel *m_description;
    QPushButton *m_versions;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QTabWidget *m_tabs;
    ToolFacts *m_facts;
    QWidget *m_schemaPage;
    QVBoxLayout *m_schemaBox;
    QLabel *m_noSchema;
    JsonPanel *m_schemaPanel = nullptr;
    QJsonObject m_schema; // that is shown
};

} // namespace desk
