#pragma once

#include "domain/agent.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace desk {

struct AgentRow;
class FactView;

// Everything the server tells about one agent, read only, and what can be done with it.
class AgentDetail : public QWidget
{
    Q_OBJECT
public:
    explicit AgentDetail(QWidget *parent = nullptr);

    void setAgent(const AgentRow &row, bool isCopy); // isCopy: the server does not list it any more
    void setEditing(bool offered);                   // whether there are buttons to edit and clone; with the next agent
    // What each tool does, by name; empty: not known. With the next agent.
    void setToolTexts(const QHash<QString, QString> &texts) { m_toolTexts = texts; }
    [[nodiscard]] QMenu *menu() const { return m_menu; } // behind "More"; who owns the page fills it before it shows
    [[nodiscard]] static QString visibilityText(const OpenEnum<AgentVisibility> &visibility);

Q_SIGNALS:
    void chatRequested(const desk::AgentId &id);
    void editRequested(const desk::AgentId &id);
    void cloneRequested(const desk::AgentId &id);

private:
    void build();
    void setFacts(const AgentRow &row);
    void setButtons(const Agent &agent, bool isCopy);
    [[nodiscard]] QString toolsText(const QStringList &tools) const;

    AgentId m_id;
    bool m_editing = false;
    QHash<QString, QString> m_toolTexts;
    QLabel *m_title;
    QLabel *m_description;
    QLabel *m_state; // why one cannot chat with it
    QPushButton *m_chat;
    QPushButton *m_edit;
    QPushButton *m_clone;
    QToolButton *m_more;
    QMenu *m_menu;
    FactView *m_facts;
    FactView *m_abilities; // what it may use
    QLabel *m_instructionsLabel;
    QPlainTextEdit *m_instructions;
};

} // namespace desk
