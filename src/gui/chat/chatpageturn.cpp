// The part of the chat page for what a turn brings beside its text: sources, who answers, and who could have.
#include "domain/citations.h"
#include "gui/chat/approval/approvalcard.h"
#include "gui/chat/approval/approvalcontrol.h"
#include "gui/chat/attachment/attachmentactions.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/conversationhead.h"
#include "gui/chat/elsewherebar.h"
#include "gui/chat/insightdock.h"
#include "gui/chat/options/chatoptionscontrol.h"
#include "gui/chat/routing/routingmenu.h"
#include "gui/chat/source/linkedsource.h"
#include "gui/chat/source/sourcepanel.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/text/linkopener.h"
#include "gui/text/textlimiter.h"
#include "gui/widgets/errorbanner.h"
#include "state/agents/agentstore.h"
#include "state/chat/chatsessions.h"

#include <QAction>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace desk {

void ChatPage::connectTurnParts()
{
    connect(m_transcript, &TranscriptView::citationActivated, this, &ChatPage::showCitation);
    connect(m_transcript, &TranscriptView::sourceLinkActivated, this, [this](int row, const QString &href) {
        if (m_session != nullptr && row < m_session->transcript().rowCount())
            showLinkedSource(m_session->transcript().messageAt(row).citations, href);
    });
    auto *attachments = new AttachmentActions(m_services.dialogs, m_services.sources, m_services.attachments, this);
    m_transcript->setOriginals([attachments](const StoredFile &file) { return attachments->original(file); });
    m_transcript->setThumbnails(attachments->thumbnails());
    connect(attachments, &AttachmentActions::statusMessage, this, &ChatPage::statusMessage);
    connect(&m_services.sessions, &ChatSessions::cleared, attachments, &AttachmentActions::forgetPictures);
    connect(attachments, &AttachmentActions::pictureOpened, m_transcript, &TranscriptView::imageOpened);
    connect(m_transcript, &TranscriptView::thumbnailActivated, this, [this, attachments](int row, int index, const QPoint &at) {
        if (const std::optional<StoredFile> file = attachedFile(row, index))
            attachments->openPicture(*file, at);
    });
    connect(m_transcript, &TranscriptView::attachmentActivated, this, [this, attachments](int row, int index, const QPoint &at) {
        if (const std::optional<StoredFile> file = attachedFile(row, index))
            attachments->offer(*file, at);
    });
    connect(m_transcript, &TranscriptView::routingRequested, this, &ChatPage::showRouting);
    connect(m_source, &SourcePanel::closeRequested, this, &ChatPage::closeSource);
    connect(m_source, &SourcePanel::statusMessage, this, &ChatPage::statusMessage);
    connect(m_source, &SourcePanel::linkActivated, this, [this](const QString &href) { m_links->open(href, {}); });
    connect(m_prompt, &PromptBar::agentChosen, this, &ChatPage::onAgentChosen);
    connect(m_prompt, &PromptBar::answerKept, this, &ChatPage::keepAnswer);
    connect(&m_services.agents, &AgentStore::agentsChanged, this, &ChatPage::updateAgentNames);
    updateAgentNames();
    for (const int step : {1, -1}) {
        auto *walk = new QAction(step > 0 ? tr("Next pane") : tr("Previous pane"), this);
        walk->setObjectName(step > 0 ? u"nextPane"_s : u"previousPane"_s);
        walk->setShortcut(step > 0 ? QKeySequence(Qt::Key_F6) : QKeySequence(Qt::SHIFT | Qt::Key_F6));
        walk->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(walk, &QAction::triggered, this, [this, step] { walkPanes(step); });
        addAction(walk);
    }
}

std::optional<StoredFile> ChatPage::attachedFile(int row, int index) const
{
    if (m_session == nullptr || row < 0 || row >= m_session->transcript().rowCount())
        return std::nullopt;
    const QList<StoredFile> files = m_session->transcript().messageAt(row).attachments;
    return index >= 0 && index < files.size() ? std::optional(files.at(index)) : std::nullopt;
}

// ------------------------------------------------------------------------------------------------ sources

void ChatPage::showCitation(int row, int index)
{
    if (m_session == nullptr || row >= m_session->transcript().rowCount())
        return;
    const QList<Citation> citations = m_session->transcript().messageAt(row).citations;
    if (index < 0 || index >= citations.size())
        return;
    qsizetype best = index;
    for (const CitedDocument &document : citedDocuments(citations))
        best = document.first == index ? document.best : best;
    showSources(citations, static_cast<int>(best));
}

// A document that the answer names in its text, cited or not.
void ChatPage::showLinkedSource(const QList<Citation> &citations, const QString &href)
{
    const auto link = docLink(href);
    if (!link)
        return;
    const LinkedSource linked = linkedSource(citations, *link);
    showSources(linked.citations, linked.index);
}

void ChatPage::showSources(const QList<Citation> &citations, int index)
{
    m_source->open(citations, index);
    m_source->show();
    m_source->window()->activateWindow(); // which may be its own
    m_source->focusText();
}

void ChatPage::closeSource()
{
    m_source->leave();
    m_transcript->setFocus();
}

// F6 and Shift+F6: conversation, source and insights where they are open, message.
void ChatPage::walkPanes(int step)
{
    QList<QWidget *> panes{m_transcript};
    if (m_source->isVisible())
        panes << m_source;
    if (m_insights != nullptr && m_insights->isVisible())
        panes << m_insights;
    panes << (m_elsewhere ? static_cast<QWidget *>(m_elsewhereBar) : m_composer);
    if (!m_transcript->isVisible())
        panes.removeFirst();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        const QWidget *focus = QApplication::focusWidget(); // also in the window of a pane
        if (focus != nullptr && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            at = i;
    }
    QWidget *next = panes.at(at < 0 ? 0 : (at + step + panes.size()) % panes.size());
    next->window()->activateWindow();
    if (next == m_source)
        m_source->focusText();
    else if (next == panes.constLast())
        focusComposer();
    else if (next == m_insights)
        m_insights->focusContent();
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
    m_title->setAgentNames(m_agentNames);
    if (m_session != nullptr && m_session->pendingQuestion().isDoubt && !m_prompt->isVisible())
        showQuestion(); // nobody was known who could be asked instead
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
    const QList<Agent> offered = m_services.agents.activeAgents();
    for (const Agent &agent : offered)
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

// The same question once more, to this agent: its answer stands beside the one that is there. An answer that is being written is stopped.
void ChatPage::askInstead(int questionRow, const QString &agent)
{
    if (m_session == nullptr || questionRow < 0 || !blockedReason().isEmpty())
        return;
    m_prompt->clear();
    const QString key = m_session->transcript().keyAt(questionRow);
    if (m_session->isBusy()) {
        connect(
            m_session, &ChatSession::turnEnded, this,
            [this, key, agent, session = m_session, count = m_session->transcript().rowCount()] {
                if (session->transcript().rowCount() <= count) // else it went on without an end of this one
                    askVersion(*session, key, agent);
            },
            Qt::SingleShotConnection);
        m_session->stop();
    } else {
        askVersion(*m_session, key, agent);
    }
    focusComposer();
}

// At the end, where messages wait already: versions change places only between turns.
void ChatPage::askVersion(ChatSession &session, const QString &questionKey, const QString &agent)
{
    const int row = session.transcript().rowOfKey(questionKey);
    if (row < 0)
        return; // by now another version is shown
    const Message question = session.transcript().messageAt(row);
    if (session.whyNoNewVersion(row).isEmpty())
        session.regenerate(row, {agent});
    else
        session.send(question.content, question.attachments, {agent},
                     m_options && &session == m_session ? m_options->current() : ChatOptions());
    if (&session == m_session)
        m_transcript->jumpToEnd();
}

void ChatPage::onAgentChosen(const QString &agent)
{
    if (m_session == nullptr)
        return;
    if (const QString reason = blockedReason(); !reason.isEmpty())
        return Q_EMIT statusMessage(reason); // it stays to be chosen
    const TranscriptModel &rows = m_session->transcript();
    const bool isDoubt = m_session->pendingQuestion().isDoubt;
    const int question = lastQuestion(isDoubt ? rows.rowOfKey(m_session->pendingQuestion().key) : rows.rowCount());
    if (isDoubt)
        m_session->closeDoubt();
    askInstead(question, agent);
}

// What the server was in doubt about is settled.
void ChatPage::keepAnswer()
{
    if (m_session != nullptr)
        m_session->closeDoubt();
    focusComposer();
}

// ------------------------------------------------------------------------------------------------ what the agent asks

// A digit answers at once when somebody is about to write; words go on into the message. What was asked earlier takes no focus.
void ChatPage::onQuestion()
{
    const bool takesFocus = m_session->isBusy() && m_composer->edit()->hasFocus() && m_composer->text().isEmpty();
    showQuestion();
    if (takesFocus && m_prompt->isVisible())
        m_prompt->focusOptions();
}

// What is written is never an answer: it has the focus only where nobody writes, and there on the safe button.
void ChatPage::connectApproval()
{
    connect(m_approvalControl, &ApprovalControl::appeared, this, [this] {
        if (m_composer->edit()->hasFocus() && m_composer->text().isEmpty())
            m_approval->focusRefuse();
    });
    connect(m_approvalControl, &ApprovalControl::leftFocus, this, &ChatPage::focusComposer);
    connect(m_approvalControl, &ApprovalControl::lapsed, this, [this](const Error &error) { m_banner->showError(error); });
}

// The session keeps it, the card shows it. One that nobody waits for any more is marked where it stands, and not brought back.
void ChatPage::showQuestion()
{
    const PendingQuestion question = m_session == nullptr || m_elsewhere ? PendingQuestion() : m_session->pendingQuestion();
    const bool isShown = !question.isEmpty() && question.key == m_questionShown;
    if (question.isExpired && isShown)
        return m_prompt->expire(tr("The agent no longer waits for an answer to this."));
    if (!isShown || m_prompt->isExpired())
        m_prompt->clear();
    m_questionShown = question.isExpired ? QString() : question.key;
    if (m_questionShown.isEmpty())
        return;
    if (question.isDoubt)
        return showDoubt(question);
    for (const Prompt &prompt : question.prompts)
        m_prompt->showPrompt(prompt);
    if (question.agents.isEmpty())
        return;
    QStringList shown;
    for (const QString &agent : question.agents)
        shown << m_agentNames.value(agent, agent);
    m_prompt->askAgent(tr("The server is not sure which agent is meant. Who should answer?"), shown, question.agents);
}

// Whom the server names, else everybody else there is.
void ChatPage::showDoubt(const PendingQuestion &question)
{
    if (m_prompt->isVisible())
        return; // it is that
    const QString who = m_agentNames.value(question.answeredBy, question.answeredBy);
    QStringList agents = question.agents;
    const QList<Agent> offered = m_services.agents.activeAgents();
    for (const Agent &agent : offered) {
        if (question.agents.isEmpty())
            agents << agent.name;
    }
    QStringList names;
    QStringList shown;
    for (const QString &agent : std::as_const(agents)) {
        const QString name = displayLine(m_agentNames.value(agent, agent), 80);
        if (agent.isEmpty() || agent == question.answeredBy || name == displayLine(who, 80) || shown.contains(name))
            continue;
        names << agent;
        shown << name;
    }
    if (names.isEmpty())
        return;
    m_prompt->askInstead(
        who.isEmpty() ? tr("The server was not sure which agent should answer. Ask instead:")
                      : tr("The server was not sure which agent should answer. Answered by %1. Ask instead:").arg(displayLine(who, 60)),
        shown, names);
}

} // namespace desk
