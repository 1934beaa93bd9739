#include "state/agents/scratch/scratchrun.h"

#include "state/agents/agentlimits.h"
#include "state/workspace.h"

namespace desk {

ScratchRun::ScratchRun(ApiClient &api, Workspace &workspace, ScratchCleaner &cleaner, QObject *parent)
    : QObject(parent)
    , m_mine(api, workspace, cleaner)
    , m_saved(api, workspace, cleaner)
    , m_workspace(workspace)
{
    connect(&m_mine, &ScratchSide::answerChanged, this, &ScratchRun::mineChanged);
    connect(&m_saved, &ScratchSide::answerChanged, this, &ScratchRun::savedChanged);
    connect(&m_mine, &ScratchSide::stateChanged, this, &ScratchRun::mineChanged);
    connect(&m_saved, &ScratchSide::stateChanged, this, &ScratchRun::savedChanged);
    connect(&m_mine, &ScratchSide::stateChanged, this, &ScratchRun::changed);
    connect(&m_saved, &ScratchSide::stateChanged, this, &ScratchRun::changed);
    connect(&workspace, &Workspace::stateChanged, this, &ScratchRun::changed);
    connect(&workspace, &Workspace::accountChanged, this, &ScratchRun::clear);
}

void ScratchRun::setAgents(const Agent &mine, const std::optional<Agent> &saved)
{
    const bool isAnother = mine.id != m_agent.id && mine.name != m_agent.name; // a new one gets its id with the first save
    m_agent = mine;
    m_savedAgent = saved;
    if (isAnother) {
        m_mine.clear();
        m_question.clear();
    }
    if (isAnother || !saved)
        m_saved.clear();
    Q_EMIT changed();
}

QString ScratchRun::whyNot(const QString &question) const
{
    if (m_workspace.state() != Workspace::State::Ready)
        return tr("There is no connection to the server.");
    if (agentTextLength(question) > mostQuestion)
        return tr("The question is too long: at most %n characters.", nullptr, static_cast<int>(mostQuestion));
    return {};
}

void ScratchRun::run(const QString &question)
{
    const QString asked = question.trimmed();
    if (isRunning() || asked.isEmpty() || !whyNot(asked).isEmpty())
        return;
    m_question = asked;
    m_recent.removeAll(asked);
    m_recent.prepend(asked);
    if (m_recent.size() > mostRecent)
        m_recent.removeLast();
    Q_EMIT questionAsked();
    m_mine.run(m_agent, ScratchSide::Definition::Unsaved, asked);
    if (m_savedAgent)
        m_saved.run(*m_savedAgent, ScratchSide::Definition::Saved, asked);
}

void ScratchRun::stop()
{
    m_mine.stop();
    m_saved.stop();
}

void ScratchRun::clear()
{
    m_mine.clear();
    m_saved.clear();
    m_question.clear();
    m_recent.clear();
    Q_EMIT changed();
}

} // namespace desk
