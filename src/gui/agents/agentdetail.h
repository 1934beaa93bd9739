#pragma once

#include "domain/agent.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace desk {

class FactView;

// Everything the server tells about one agent, read only.
class AgentDetail : public QWidget
{
    Q_OBJECT
public:
    explicit AgentDetail(QWidget *parent = nullptr);

    void setAgent(const Agent &agent);
    void offerWriting(); // to change it, or a copy of it
    [[nodiscard]] static QString visibilityText(const OpenEnum<AgentVisibility> &visibility);

Q_SIGNALS:
    void chatRequested(const QString &agentName);
    void editRequested();
    void copyRequested();

private:
    QString m_name;
    QLabel *m_title;
    QLabel *m_description;
    QPushButton *m_chat;
    QPushButton *m_edit;
    QPushButton *m_copy;
    FactView *m_facts;
    QLabel *m_instructionsLabel;
    QPlainTextEdit *m_instructions;
};

} // namespace desk
