#pragma once

#include "domain/agent.h"

#include <QScrollArea>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace desk {

struct AgentRow;
class AgentTools;
class FactView;

// What the server tells of one agent: facts, tools and instructions, to read and to copy (AG-21).
class AgentFacts : public QScrollArea
{
    Q_OBJECT
public:
    explicit AgentFacts(QWidget *parent = nullptr);

    void setAgent(const AgentRow &row);
    [[nodiscard]] AgentTools &tools() const { return *m_tools; }
    [[nodiscard]] static QString visibilityText(const OpenEnum<AgentVisibility> &visibility);

private:
    [[nodiscard]] QWidget *build();
    void setInstructions(const QString &instructions);
    void copyInstructions();

    QString m_exact; // the instructions as the server has them
    FactView *m_facts;
    AgentTools *m_tools;
    QLabel *m_instructionsLabel;
    QLabel *m_count;
    QPushButton *m_copy;
    QPlainTextEdit *m_instructions;
};

} // namespace desk
