#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QDialog;
class QWidget;

namespace desk {

class AgentEditing;
class AgentEditor;
class DesignPanel;
class DesignTalk;
class ScratchPanel;
class ScratchRun;
class ScratchScenarios;

// What stands beside an editor in windows of its own, while the agent is written: a trial of it as it is at that moment (AG-48), and help
// with writing it (AG-49). The windows close with the editor; what they change is a change in the editor.
class AgentAids : public QObject
{
    Q_OBJECT
public:
    struct Services {
        std::function<ScratchRun *(QObject *parent)> newScratchRun = {};      // empty: nothing is tried
        std::function<ScratchScenarios *(QObject *parent)> newScenarios = {}; // with it
        std::function<DesignTalk *(QObject *parent)> newDesignTalk = {};      // empty: no help is offered
    };

    AgentAids(const Services &services, AgentEditing &editing, AgentEditor &editor); // child of the editor

private:
    void openTrial();
    void openHelp();
    void showTrial();
    void showHelp();
    QDialog *window(QWidget *panel, const QString &name);
    void bring(QWidget &panel);

    Services m_services;
    AgentEditing &m_editing;
    AgentEditor &m_editor;
    QPointer<ScratchPanel> m_trial;
    QPointer<DesignPanel> m_help;
};

} // namespace desk
