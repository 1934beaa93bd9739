#include "gui/widgets/contentstack.h"

#include "gui/widgets/emptystate.h"
#include "state/workspace.h"

namespace desk {

using namespace Qt::StringLiterals;

ContentStack::ContentStack(Workspace &workspace, QWidget *content, EmptyText emptyText, QWidget *parent)
    : QStackedWidget(parent)
    , m_workspace(workspace)
    , m_content(content)
    , m_emptyState(new EmptyState(this))
    , m_emptyText(std::move(emptyText))
{
    addWidget(m_content);
    addWidget(m_emptyState);
    connect(m_emptyState, &EmptyState::actionTriggered, this, &ContentStack::retryRequested);
    connect(&m_workspace, &Workspace::stateChanged, this, &ContentStack::update);
    update();
}

void ContentStack::setStatus(const Status &status)
{
    m_status = status;
    update();
}

void ContentStack::setEmptyText(EmptyText text)
{
    m_emptyText = std::move(text);
}

void ContentStack::update()
{
    if (!m_status.empty) {
        setCurrentWidget(m_content);
        return;
    }
    switch (m_workspace.state()) {
    case Workspace::State::Starting:
    case Workspace::State::Restarting:
        m_emptyState->setContent(u"running"_s, tr("Connecting…"), tr("This page fills as soon as the server answers."));
        break;
    case Workspace::State::Failed:
    case Workspace::State::Stopped:
        m_emptyState->setContent(u"offline"_s, tr("Not connected"), tr("Nothing of this page was loaded before the connection was lost."));
        break;
    case Workspace::State::Ready:
        if (m_status.loaded)
            m_emptyState->setContent(m_emptyText.iconName, m_emptyText.title, m_emptyText.text);
        else if (m_status.loading)
            m_emptyState->setContent(u"running"_s, tr("Loading…"), QString());
        else
            m_emptyState->setContent(u"error"_s, tr("Could not be loaded"), tr("The message above says why."), tr("Try again"));
        break;
    }
    setCurrentWidget(m_emptyState);
}

} // namespace desk
