// The part of the chat page for what a turn brings beside its text: sources, who answers, and who could have.
#include "gui/chat/chatpage.h"
#include "gui/chat/composer.h"
#include "gui/chat/composeredit.h"
#include "gui/chat/promptbar.h"
#include "gui/chat/routing/routingmenu.h"
#include "gui/chat/source/sourcepanel.h"
#include "gui/chat/transcriptview.h"
#include "gui/theme.h"
#include "state/agentstore.h"

#include <QShortcut>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace desk {

void ChatPage::connectTurnParts()
{
    connect(m_transcript, &TranscriptView::citationActivated, this, &ChatPage::showCitation);
    connect(m_transcript, &TranscriptView::routingRequested, this, &ChatPage::showRouting);
    connect(m_source, &SourcePanel::closeRequested, this, &ChatPage::closeSource);
    connect(m_source, &SourcePanel::statusMessage, this, &ChatPage::statusMessage);
    connect(m_prompt, &PromptBar::agentChosen, this, [this](const QString &agent) {
        if (m_session != nullptr)
            askInstead(lastQuestion(m_session->transcript().rowCount()), agent);
    });
    connect(&m_services.agents, &AgentStore::agentsChanged, this, &ChatPage::updateAgentNames);
    updateAgentNames();
    for (const int step : {1, -1}) {
        auto *walk = new QShortcut(step > 0 ? QKeySequence(Qt::Key_F6) : QKeySequence(Qt::SHIFT | Qt::Key_F6), this);
        walk->setContext(Qt::WidgetWithChildrenShortcut);
        connect(walk, &QShortcut::activated, this, [this, step] { walkPanes(step); });
    }
}

// ------------------------------------------------------------------------------------------------ sources

void ChatPage::showCitation(int row, int index)
{
    if (m_session == nullptr || row >= m_session->transcript().rowCount())
        return;
    const QList<Citation> citations = m_session->transcript().messageAt(row).citations;
    if (index < 0 || index >= citations.size())
        return;
    m_source->open(citations, index);
    m_source->show();
    QList<int> sizes = m_splitter->sizes();
    if (sizes.size() == 3 && sizes.at(2) < m_source->minimumWidth()) {
        const int wanted = Theme::space(this, 44);
        sizes = {sizes.at(0), qMax(m_chat->minimumWidth(), sizes.at(1) - wanted), wanted};
        m_splitter->setSizes(sizes);
    }
    m_source->focusText();
}

void ChatPage::closeSource()
{
    m_source->hide();
    m_transcript->setFocus();
}

// F6 and Shift+F6: conversation, source where one is open, message.
void ChatPage::walkPanes(int step)
{
    QList<QWidget *> panes{m_transcript};
    if (m_source->isVisible())
        panes << m_source;
    panes << m_composer;
    if (!m_transcript->isVisible())
        panes.removeFirst();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        const QWidget *focus = focusWidget();
        if (focus != nullptr && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            at = i;
    }
    QWidget *next = panes.at(at < 0 ? 0 : (at + step + panes.size()) % panes.size());
    if (next == m_source)
        m_source->focusText();
    else if (next == m_composer)
        focusComposer();
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

// ------------------------------------------------------------------------------------------------ agents

void ChatPage::updateAgentNames()
{
    m_agentNames.clear();
    for (const Agent &agent : m_services.agents.agents()) {
        const QString shown = agent.displayName.isEmpty() ? agent.name : agent.displayName;
        m_agentNames.insert(agent.id.value(), shown);
        m_agentNames.insert(agent.name, shown);
    }
    m_transcript->setAgentNames(m_agentNames);
}

int ChatPage::lastQuestion(int before) const
{
    for (int row = before - 1; row >= 0; --row) {
        const Message &message = m_session->transcript().messageAt(row);
        if (message.role == Role::User && message.state != MessageState::Waiting)
            return row;
    }
    return -1;
}

void ChatPage::showRouting(int row, const QPoint &at)
{
    if (m_session == nullptr || row >= m_session->transcript().rowCount() || !m_session->transcript().messageAt(row).routing)
        return;
    QStringList others;
    for (const Agent &agent : m_services.agents.agents())
        others << agent.name;
    const RoutingDecision routing = *m_session->transcript().messageAt(row).routing;
    auto *menu = new RoutingMenu(routing, m_agentNames, others, this);
    const QString key = m_session->transcript().keyAt(row);
    connect(menu, &RoutingMenu::agentChosen, this, [this, key](const QString &agent) {
        if (m_session != nullptr)
            askInstead(lastQuestion(m_session->transcript().rowOfKey(key)), agent);
    });
    menu->popup(at);
}

// The same question once more, to this agent, as the next turn.
void ChatPage::askInstead(int questionRow, const QString &agent)
{
    if (m_session == nullptr || questionRow < 0 || !blockedReason().isEmpty())
        return;
    const Message question = m_session->transcript().messageAt(questionRow);
    m_prompt->clear();
    if (m_session->isBusy())
        m_session->stop();
    m_session->send(question.content, question.attachments, {agent});
    m_transcript->jumpToEnd();
    focusComposer();
}

void ChatPage::onAgentAsked(const RoutingDecision &routing)
{
    QStringList names;
    QStringList shown;
    for (const QString &agent : routing.agents + routing.alternatives) {
        if (agent.isEmpty() || names.contains(agent))
            continue;
        names << agent;
        shown << m_agentNames.value(agent, agent);
    }
    if (names.size() < 2)
        return; // there is nothing to choose
    const bool takesFocus = m_composer->edit()->hasFocus() && m_composer->text().isEmpty();
    m_prompt->askAgent(tr("The server is not sure which agent is meant. Who should answer?"), shown, names);
    if (takesFocus)
        m_prompt->focusOptions();
}

} // namespace desk
