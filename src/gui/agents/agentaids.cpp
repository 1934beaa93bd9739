#include "gui/agents/agentaids.h"

#include "gui/agents/design/designpanel.h"
#include "gui/agents/editor/agenteditor.h"
#include "gui/agents/scratch/scratchpanel.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "state/agents/agentediting.h"
#include "state/agents/design/designtalk.h"
#include "state/agents/scratch/scratchrun.h"
#include "state/agents/scratch/scratchscenarios.h"

#include <QDialog>
#include <QVBoxLayout>

#include <optional>

namespace desk {

using namespace Qt::StringLiterals;

AgentAids::AgentAids(const Services &services, AgentEditing &editing, AgentEditor &editor)
    : QObject(&editor)
    , m_services(services)
    , m_editing(editing)
    , m_editor(editor)
{
    editor.setAids(services.newScratchRun && services.newScenarios, services.newDesignTalk != nullptr);
    connect(&editor, &AgentEditor::tryRequested, this, &AgentAids::openTrial);
    connect(&editor, &AgentEditor::helpRequested, this, &AgentAids::openHelp);
    connect(&editing, &AgentEditing::changed, this, &AgentAids::showTrial);
    connect(&editing, &AgentEditing::remarksChanged, this, &AgentAids::showHelp); // with every change, too
}

void AgentAids::openTrial()
{
    if (!m_trial) {
        ScratchRun *run = m_services.newScratchRun(this);
        ScratchScenarios *scenarios = m_services.newScenarios(this);
        m_trial = new ScratchPanel(*run, *scenarios);
        QDialog *dialog = window(m_trial, u"agentTrial"_s);
        run->setParent(dialog); // which they end with, after the panel
        scenarios->setParent(dialog);
        connect(m_trial, &ScratchPanel::aboutToRun, this, &AgentAids::showTrial);
    }
    showTrial();
    bring(*m_trial);
    m_trial->focusFirst();
}

void AgentAids::openHelp()
{
    if (!m_help) {
        DesignTalk *talk = m_services.newDesignTalk(this);
        m_help = new DesignPanel(*talk);
        talk->setParent(window(m_help, u"agentHelp"_s));
        connect(m_help, &DesignPanel::accepted, this, [this](const Agent &changed, const QString &field) {
            m_editing.edit(changed, field);
            showHelp(); // what is really written: nothing is taken while it is saved, or in a conflict
        });
    }
    showHelp();
    bring(*m_help);
}

void AgentAids::showTrial()
{
    if (!m_trial)
        return;
    const QString title = displayLine(m_editing.mine().title(), 80);
    m_trial->setAgents(m_editing.mine(), m_editing.isNew() ? std::optional<Agent>() : m_editing.base());
    m_trial->window()->setWindowTitle(title.isEmpty() ? tr("Try the agent") : tr("Try %1").arg(title));
}

void AgentAids::showHelp()
{
    if (!m_help)
        return;
    const QString title = displayLine(m_editing.mine().title(), 80);
    m_help->setAgent(m_editing.mine(), m_editing.surroundings());
    m_help->window()->setWindowTitle(title.isEmpty() ? tr("Help with writing an agent") : tr("Help with writing %1").arg(title));
}

QDialog *AgentAids::window(QWidget *panel, const QString &name)
{
    auto *dialog = new QDialog(&m_editor);
    dialog->setObjectName(name);
    dialog->setModal(false);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(panel);
    dialog->resize(Theme::space(&m_editor, 110), Theme::space(&m_editor, 76));
    return dialog;
}

// What was asked and answered stays there while the agent is written.
void AgentAids::bring(QWidget &panel)
{
    QWidget *dialog = panel.window();
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace desk
