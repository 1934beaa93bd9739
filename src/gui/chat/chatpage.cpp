// Building the page and its connections. What it does is in chatpageactions.cpp.
#include "gui/chat/chatpage.h"

#include "gui/chat/agentwelcome.h"
#include "gui/chat/approval/approvalcard.h"
#include "gui/chat/approval/approvalcontrol.h"
#include "gui/chat/compose/chatcommands.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/dropoverlay.h"
#include "gui/chat/compose/folderbar.h"
#include "gui/chat/compose/inputhistory.h"
#include "gui/chat/compose/pastedfiles.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/compose/promptcontrol.h"
#include "gui/chat/conversationhead.h"
#include "gui/chat/elsewherebar.h"
#include "gui/chat/followupcard.h"
#include "gui/chat/guard/guardbar.h"
#include "gui/chat/guard/sendguard.h"
#include "gui/chat/options/chatoptionscontrol.h"
#include "gui/chat/savednote.h"
#include "gui/chat/sidepane.h"
#include "gui/chat/sidepanels.h"
#include "gui/chat/source/sourcepanel.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/transcript/transcriptwindows.h"
#include "gui/chat/turns/deletionbar.h"
#include "gui/chat/turns/ratingsexport.h"
#include "gui/chat/turns/turnactions.h"
#include "gui/chat/waitingsendbar.h"
#include "gui/chat/welcomepane.h"
#include "gui/composeservices.h"
#include "gui/conversations/conversationpanel.h"
#include "gui/spell/spellmarks.h"
#include "gui/text/linkopener.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/errorbanner.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/conversationtools.h"
#include "state/settings.h"
#include "state/store/chatoptionsstore.h"
#include "state/store/draftstore.h"
#include "state/workspace.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ChatPage::ChatPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_splitter(new QSplitter(this))
    , m_panel(new ConversationPanel(services.conversations, services.conversationList, services.dialogs,
                                    {services.tools, &services.workspace, &services.agents}, m_splitter))
    , m_chat(new QWidget(m_splitter))
    , m_title(new ConversationHead(services.conversations, m_chat))
    , m_saved(new SavedNote(services.workspace, m_chat))
    , m_banner(new ErrorBanner(m_chat))
    , m_stack(new QStackedWidget(m_chat))
    , m_transcript(new TranscriptView(m_stack))
    , m_source(new SourcePanel(services.dialogs, services.sources, this))
    , m_welcome(new WelcomePane(m_stack))
    , m_agentWelcome(new AgentWelcome(m_stack))
    , m_loading(new EmptyState(m_stack))
    , m_prompt(new PromptBar(m_chat))
    , m_followUp(new FollowUpCard(m_chat))
    , m_approval(new ApprovalCard(ApprovalCard::For::Conversation, m_chat))
    , m_approvalControl(new ApprovalControl(*m_approval, this))
    , m_elsewhereBar(new ElsewhereBar(m_chat))
    , m_guardBar(new GuardBar(m_chat))
    , m_waitingBar(new WaitingSendBar(m_chat))
    , m_folders(new FolderBar(m_services.dialogs, m_chat))
    , m_composer(new Composer(services.agents, services.attachments, m_chat))
    , m_overlay(new DropOverlay(this))
    , m_links(new LinkOpener(services.dialogs, this))
    , m_pasted(new PastedFiles(services.attachments, services.workspace, services.pastedDir, this))
    , m_history(new InputHistory(*m_composer->edit(), this))
    , m_undo(new DeletionBar(m_chat))
    , m_turns(new TurnActions(*m_transcript, *m_composer, *m_undo, services.ratings, this))
    , m_ratingsExport(new RatingsExport(services.ratings, services.dialogs, this))
{
    setObjectName(u"chatPage"_s);
    setAccessibleName(tr("Chat"));
    m_panel->setAccessibleName(tr("Conversations"));
    m_composer->setAccessibleName(tr("Message"));
    setAcceptDrops(true);
    build();
    connectServices();
    connectDrafts();
    followSettings();
    connectComposer();
    connectTranscript();
    connectElsewhere();
    connectTurnParts();
    connectApproval();
    connectPanes();
    connectCompose();
    connectAgent();
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &ChatPage::updateElapsed);
    if (!services.alone)
        newChat();
}

ChatPage::~ChatPage()
{
    m_services.sessions.setShown(this, nullptr);
    if (m_services.drafts)
        m_services.drafts->flush();
    // The model belongs to a session that may be gone before the view is.
    m_transcript->setModel(nullptr);
}

void ChatPage::build()
{
    const int unit = Theme::space(this);
    m_loading->setContent(u"clock"_s, tr("Loading the conversation\u2026"), {});
    m_stack->setObjectName(u"chatStack"_s);
    for (QWidget *pane : {static_cast<QWidget *>(m_transcript), static_cast<QWidget *>(m_welcome), static_cast<QWidget *>(m_agentWelcome),
                          static_cast<QWidget *>(m_loading)})
        m_stack->addWidget(pane);
    auto *foot = new QWidget(m_chat);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(unit);
    middle->addWidget(m_undo);
    middle->addWidget(m_followUp);
    middle->addWidget(m_prompt);
    middle->addWidget(m_approval);
    middle->addWidget(m_guardBar);
    middle->addWidget(m_waitingBar);
    middle->addWidget(m_folders);
    middle->addWidget(m_composer);
    middle->addWidget(m_elsewhereBar);
    auto *centre = new QHBoxLayout(foot);
    centre->setContentsMargins(unit * 2, 0, unit * 2, unit);
    centre->addStretch(1);
    centre->addLayout(middle, 1000);
    centre->addStretch(1);
    m_composer->setMaximumWidth(QFontMetrics(font()).averageCharWidth() * 96);
    m_prompt->setMaximumWidth(m_composer->maximumWidth());
    m_followUp->setMaximumWidth(m_composer->maximumWidth());
    m_approval->setMaximumWidth(m_composer->maximumWidth());
    m_elsewhereBar->setMaximumWidth(m_composer->maximumWidth());
    m_head = new QHBoxLayout;
    m_head->setContentsMargins(unit * 3, unit * 3 / 2, unit * 3, unit);
    m_head->setSpacing(unit * 2);
    m_head->addWidget(m_title, 1);
    m_undo->setMaximumWidth(m_composer->maximumWidth());
    m_guardBar->setMaximumWidth(m_composer->maximumWidth());
    m_waitingBar->setMaximumWidth(m_composer->maximumWidth());
    m_folders->setMaximumWidth(m_composer->maximumWidth());
    auto *box = new QVBoxLayout(m_chat);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addLayout(m_head);
    box->addWidget(m_saved);
    box->addWidget(m_banner);
    box->addWidget(m_stack, 1);
    box->addWidget(foot);
    m_chat->setBackgroundRole(QPalette::Base);
    m_chat->setAutoFillBackground(true);
    m_splitter->setObjectName(u"chatSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_panel);
    m_splitter->addWidget(m_chat);
    m_source->setMinimumWidth(unit * 28);
    m_source->hide();
    m_sourcePane = new SidePane(*m_source, tr("Sources"), m_splitter);
    m_splitter->addWidget(m_sourcePane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_panel->setMinimumWidth(unit * 26);
    m_chat->setMinimumWidth(unit * 36);
    m_panel->setVisible(!m_services.alone);
    m_sides = new SidePanels(*m_splitter, *m_chat);
    m_sides->add(*m_panel, unit * 32);
    m_sides->add(*m_sourcePane, unit * 44);
    connect(m_splitter, &QSplitter::splitterMoved, this, &ChatPage::layoutChanged);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
}

void ChatPage::connectServices()
{
    connect(m_panel, &ConversationPanel::newChatRequested, this, &ChatPage::newChat);
    connect(m_panel, &ConversationPanel::conversationChosen, this, &ChatPage::openConversation);
    connect(m_panel, &ConversationPanel::windowRequested, this, &ChatPage::windowRequested);
    connect(m_panel, &ConversationPanel::searchRequested, this, [this] { Q_EMIT searchRequested({}); });
    connect(m_panel, &ConversationPanel::deleteConfirmed, this, [this](const ConversationId &id) { m_services.conversations.remove(id); });
    connect(m_panel, &ConversationPanel::removed, this, &ChatPage::onListRemoved);
    connect(m_panel, &ConversationPanel::exportRequested, this, &ChatPage::exportSelected);
    connect(&m_services.conversations, &ConversationStore::removed, this, &ChatPage::onDeleted);
    connect(&m_services.conversations, &ConversationStore::failed, this, &ChatPage::showError);
    if (m_services.tools) // after the store's own word: this one says which conversation is back
        connect(&m_services.tools->removals(), &ConversationRemovals::failed, this, [this](const QString &title, const Error &error) {
            Error told = error;
            told.message = tr("\u201C%1\u201D could not be deleted and is back in the list. %2").arg(displayLine(title, 80), error.message);
            showError(told);
        });
    connect(&m_services.agents, &AgentStore::failed, this, &ChatPage::showError);
    connect(&m_services.attachments, &AttachmentQueue::changed, this, &ChatPage::keepPromises);
    connect(&m_services.attachments, &AttachmentQueue::refused, this, [this](const Error &error) { m_banner->showError(error); });
    connect(&m_services.workspace, &Workspace::stateChanged, this, &ChatPage::updateSendState);
    connect(&m_services.workspace, &Workspace::ready, this, [this] {
        m_welcome->setHasModel(hasLanguageModel());
        m_agentWelcome->setHasModel(hasLanguageModel());
    });
    connect(&m_services.workspace, &Workspace::ready, &m_services.attachments, &AttachmentQueue::uploadAgain);
    connect(&m_services.sessions, &ChatSessions::cleared, this, [this] {
        m_promises.clear();
        closeMessageWindows();
        m_services.alone ? showSession(nullptr) : newChat();
    });
    connect(&m_services.sessions, &ChatSessions::conversationIdChanged, this,
            [this](const ConversationId &id, const ConversationId &before) {
                if (before.isEmpty() && conversationId() != id)
                    return; // a new chat of somebody else's: the draft is this page's
                if (m_services.drafts)
                    m_services.drafts->move(before, id);
                m_services.attachments.move(before, id);
                if (m_promises.contains(before))
                    m_promises.insert(id, m_promises.take(before));
                if (m_services.compose && m_services.compose->options)
                    m_services.compose->options->move(before, id);
            });
}

void ChatPage::connectDrafts()
{
    connect(&m_services.attachments, &AttachmentQueue::changed, this, &ChatPage::keepDraft);
    connect(m_composer, &Composer::textChanged, this, &ChatPage::keepDraft);
    connect(m_composer, &Composer::recallRequested, this, &ChatPage::takeBackWaiting);
    m_history->setSource([this] { return questions(); });
    if (m_services.drafts) {
        connect(m_services.drafts, &DraftStore::accountChanged, this, &ChatPage::forgetDraft);
        connect(m_services.drafts, &DraftStore::loaded, this, &ChatPage::onDraftsLoaded);
        connect(m_composer, &Composer::focusLeft, m_services.drafts, &DraftStore::flush);
    }
}

void ChatPage::followSettings()
{
    Settings *settings = m_services.settings;
    if (settings == nullptr)
        return;
    const auto followKeys = [this, settings] { m_composer->setEnterSends(settings->value(Settings::Key::EnterSends).toBool()); };
    connect(settings, &Settings::changed, m_composer, followKeys);
    followKeys();
    const auto followLooks = [this, settings] {
        m_transcript->setCodeLook(settings->value(Settings::Key::CodeWraps).toBool(), settings->value(Settings::Key::CodeNumbers).toBool());
    };
    connect(settings, &Settings::changed, m_transcript, [followLooks](Settings::Key key) {
        if (key == Settings::Key::CodeWraps || key == Settings::Key::CodeNumbers)
            followLooks();
    });
    followLooks();
}

// The composer and the bars above it.
void ChatPage::connectComposer()
{
    connect(m_composer, &Composer::submitted, this, &ChatPage::submit);
    connect(m_composer, &Composer::stopRequested, this, &ChatPage::onEscape);
    connect(m_composer, &Composer::attachRequested, this, &ChatPage::attachFiles);
    connect(m_composer, &Composer::textChanged, this, &ChatPage::updateSendState);
    connect(m_composer, &Composer::filesPasted, this, &ChatPage::takeFiles);
    connect(m_composer, &Composer::textPasted, m_pasted, &PastedFiles::addText);
    connect(m_composer, &Composer::imagePasted, m_pasted, &PastedFiles::addImage);
    connect(m_pasted, &PastedFiles::attached, this, &ChatPage::statusMessage);
    connect(m_pasted, &PastedFiles::failed, this, [this](const Error &error) { m_banner->showError(error); });
    connect(m_waitingBar, &WaitingSendBar::cancelRequested, this, &ChatPage::cancelPromise);
    connect(m_folders, &FolderBar::filesAccepted, this, &ChatPage::takeFiles);
    connect(m_folders, &FolderBar::ended, this, &ChatPage::focusComposer);
    connect(this, &ChatPage::conversationShown, m_folders, &FolderBar::cancel); // it was dropped into another one
    connect(m_prompt, &PromptBar::answered, this, &ChatPage::answerPrompt);
    connect(m_followUp, &FollowUpCard::answered, this, [this](const QString &text) {
        if (!blockedReason().isEmpty())
            return;
        m_followUp->putAway();
        focusComposer();
        answerPrompt(text);
    });
    connect(m_followUp, &FollowUpCard::closed, this, &ChatPage::focusComposer);
    connect(m_prompt, &PromptBar::escapePressed, this, &ChatPage::focusComposer);
    connect(m_prompt, &PromptBar::typed, this, [this](const QString &text) {
        m_composer->setText(m_composer->text() + text);
        focusComposer();
    });
    connect(m_welcome, &WelcomePane::settingsRequested, this, &ChatPage::settingsRequested);
    connect(m_welcome, &WelcomePane::exampleRequested, this, &ChatPage::sendNow);
    connect(m_welcome, &WelcomePane::tableRequested, this,
            [this] { askWithFile(tr("Attach a table"), tr("How many rows does the table have?")); });
    connect(m_welcome, &WelcomePane::documentRequested, this,
            [this] { askWithFile(tr("Attach a text"), tr("Summarize the attached document.")); });
}

// What goes with the text: options, prompts, and the look at it before it leaves.
void ChatPage::connectCompose()
{
    if (m_services.settings) {
        m_guard = new SendGuard({*m_composer, *m_guardBar, m_services.attachments, m_services.workspace, *m_services.settings}, this);
        connect(m_guard, &SendGuard::sendRequested, this, &ChatPage::submit);
        connect(m_guard, &SendGuard::leftOut, this, &ChatPage::statusMessage);
        m_turns->setGuard([this](const QString &text) {
            return SendGuard::find(text, GuardPolicy::of(*m_services.settings, m_services.workspace.profile()));
        });
    }
    const ComposeServices compose = m_services.compose ? *m_services.compose : ComposeServices();
    m_turns->setOthers(m_services.agents, compose.choices);
    if (compose.choices && compose.options)
        m_options = new ChatOptionsControl(*m_composer, m_services.agents, *compose.choices, *compose.options, this);
    if (compose.prompts)
        m_prompts = new PromptControl(*m_composer, *compose.prompts, m_services.dialogs, this);
    if (compose.spelling)
        new SpellMarks(*m_composer->edit(), *compose.spelling, this);
    m_composer->setCommands(ChatCommands::of(*this));
}

void ChatPage::openOptions()
{
    if (m_options)
        m_options->open();
}

void ChatPage::openPrompts()
{
    if (m_prompts)
        m_prompts->open();
}

void ChatPage::connectTranscript()
{
    connect(m_transcript, &TranscriptView::nearTop, this, [this] {
        if (m_session != nullptr && m_session->canLoadOlder())
            m_session->loadOlder();
    });
    connect(m_transcript, &TranscriptView::linkActivated, m_links, &LinkOpener::open);
    connect(m_transcript, &TranscriptView::readerRequested, this, &ChatPage::showReader);
    connect(m_transcript, &TranscriptView::retryRequested, this, [this](int row) {
        if (m_session != nullptr && !m_session->isBusy())
            m_session->retry(row);
    });
    connect(m_turns, &TurnActions::statusMessage, this, &ChatPage::statusMessage);
    connect(m_turns, &TurnActions::ratingsExportRequested, m_ratingsExport, &RatingsExport::run);
    connect(m_ratingsExport, &RatingsExport::statusMessage, this, &ChatPage::statusMessage);
    connect(m_transcript, &TranscriptView::copied, this, &ChatPage::statusMessage);
    connect(m_transcript, &TranscriptView::partFocused, this, &ChatPage::statusMessage);
    auto *windows = new TranscriptWindows(*m_transcript, m_services.dialogs, this, m_services.images, m_services.newToolRun);
    connect(windows, &TranscriptWindows::statusMessage, this, &ChatPage::statusMessage);
    connect(m_turns, &TurnActions::saveRequested, windows, &TranscriptWindows::save);
    connect(m_turns, &TurnActions::tableRequested, windows, &TranscriptWindows::showTable);
}

QByteArray ChatPage::splitterState() const
{
    return m_sides->state();
}

void ChatPage::restoreSplitter(const QByteArray &state)
{
    m_sides->restore(state);
}

} // namespace desk
