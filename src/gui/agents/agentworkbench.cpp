#include "gui/agents/agentworkbench.h"

#include "gui/agents/editor/agenteditor.h"
#include "state/agents/agentchoices.h"
#include "state/agents/agentediting.h"

#include <utility>

namespace desk {

AgentWorkbench::AgentWorkbench(QWidget *detail, Services services, QWidget *parent)
    : QStackedWidget(parent)
    , m_services(std::move(services))
    , m_detail(detail)
{
    addWidget(detail);
    if (m_services.choices)
        connect(m_services.choices, &AgentChoices::changed, this, &AgentWorkbench::showChoices);
}

void AgentWorkbench::edit(const Agent &agent)
{
    start([agent](AgentEditing &editing) { editing.open(agent); });
}

void AgentWorkbench::edit(const Agent &agent, const Agent &changed)
{
    start([agent, changed](AgentEditing &editing) {
        editing.open(agent);
        editing.edit(changed, QString());
    });
}

void AgentWorkbench::create()
{
    start([](AgentEditing &editing) { editing.openBlank(); });
}

void AgentWorkbench::createFrom(const Agent &start)
{
    this->start([start](AgentEditing &editing) { editing.openNew(start); });
}

void AgentWorkbench::start(const std::function<void(AgentEditing &editing)> &begin)
{
    if (!canWrite())
        return;
    if (m_editor && m_editor->isSaving()) {
        m_then = [this, begin] { start(begin); };
        return;
    }
    delete m_editor;
    auto *editing = m_services.newEditing(this);
    begin(*editing);
    m_editor = new AgentEditor(*editing, this);
    editing->setParent(m_editor);
    new AgentAids(m_services.aids, *editing, *m_editor);
    addWidget(m_editor);
    connect(m_editor, &AgentEditor::closeRequested, this, &AgentWorkbench::close);
    connect(m_editor, &AgentEditor::saved, this, &AgentWorkbench::saved);
    // Later: nobody may delete it in the middle of its own signal.
    connect(m_editor, &AgentEditor::savingEnded, this, &AgentWorkbench::onSavingEnded, Qt::QueuedConnection);
    showChoices();
    if (m_services.choices)
        m_services.choices->load();
    setCurrentWidget(m_editor);
    m_editor->focusFirst();
}

void AgentWorkbench::onSavingEnded(bool isSettled)
{
    if (const auto then = std::exchange(m_then, nullptr); then && isSettled)
        then();
}

void AgentWorkbench::showChoices()
{
    if (m_editor && m_services.choices)
        m_editor->setSurroundings(m_services.choices->surroundings());
}

void AgentWorkbench::close()
{
    if (!m_editor)
        return;
    if (m_editor->isSaving()) {
        m_then = [this] { close(); };
        return;
    }
    m_editor->deleteLater(); // one of its buttons was pressed
    m_editor.clear();
    setCurrentWidget(m_detail);
    Q_EMIT closed();
}

} // namespace desk
