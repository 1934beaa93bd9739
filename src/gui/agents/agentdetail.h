#pragma once

#include "domain/agent.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace desk {

class AgentFacts;
class AgentFigures;
struct AgentRow;

// Everything the server tells about one agent, read only, and what can be done with it: what it is, its latest runs and its scores. Runs
// and scores are asked for only while somebody looks at them.
class AgentDetail : public QWidget
{
    Q_OBJECT
public:
    explicit AgentDetail(AgentFigures *figures, QWidget *parent = nullptr); // outlives it; null: no runs and no scores

    void setAgent(const AgentRow &row, bool isCopy); // isCopy: the server does not list it any more
    void setEditing(bool offered);                   // whether there are buttons to edit and clone; with the next agent
    void clear();                                    // there is no agent: nothing more is asked for
    // What each tool does, by name. areAll: one that is not among them is not on the server.
    void setToolTexts(const QHash<QString, QString> &texts, bool areAll);
    [[nodiscard]] QMenu *menu() const { return m_menu; } // behind "More"; who owns the page fills it before it shows

Q_SIGNALS:
    void chatRequested(const desk::AgentId &id);
    void editRequested(const desk::AgentId &id);
    void cloneRequested(const desk::AgentId &id);
    void runRequested(const desk::RunId &id);
    void toolRequested(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildTabs();
    void setButtons(const Agent &agent, bool isCopy);
    void openFigures();
    void closeFigures();

    QPointer<AgentFigures> m_figures;
    Agent m_agent;
    bool m_editing = false;
    QLabel *m_title;
    QLabel *m_description;
    QLabel *m_state; // why one cannot chat with it
    QPushButton *m_chat;
    QPushButton *m_edit;
    QPushButton *m_clone;
    QToolButton *m_more;
    QMenu *m_menu;
    QTabWidget *m_tabs;
    AgentFacts *m_facts;
    QWidget *m_runs = nullptr;   // none without figures
    QWidget *m_scores = nullptr; // the same
};

} // namespace desk
