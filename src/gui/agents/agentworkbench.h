#pragma once

#include "domain/agent.h"
#include "gui/agents/agentaids.h"

#include <QPointer>
#include <QStackedWidget>

#include <functional>

namespace desk {

class AgentChoices;
class AgentEditing;
class AgentEditor;

// One agent to look at, or to write: its detail, and in its place the editor while somebody writes.
class AgentWorkbench : public QStackedWidget
{
    Q_OBJECT
public:
    struct Services {
        std::function<AgentEditing *(QObject *parent)> newEditing; // empty: nothing can be written
        AgentChoices *choices = nullptr;                           // with it
        AgentAids::Services aids = {};
    };

    AgentWorkbench(QWidget *detail, Services services, QWidget *parent = nullptr); // owns detail

    [[nodiscard]] bool canWrite() const { return m_services.newEditing != nullptr; }
    [[nodiscard]] bool isWriting() const { return !m_editor.isNull(); }
    void edit(const Agent &agent);
    void edit(const Agent &agent, const Agent &changed); // begins with a change, for instance to what it was once
    void create();                                       // what was begun and never saved goes on
    void createFrom(const Agent &start);                 // a copy
    void close();                                        // back to the detail; what is not saved is a draft

Q_SIGNALS:
    void saved(const desk::AgentId &id);
    void closed();

private:
    void start(const std::function<void(AgentEditing &editing)> &begin);
    void showChoices();
    void onSavingEnded(bool isSettled);

    Services m_services;
    QWidget *m_detail;
    QPointer<AgentEditor> m_editor;
    std::function<void()> m_then; // when what is being saved is
};

} // namespace desk
