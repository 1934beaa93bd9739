#pragma once

#include "app/core.h"
#include "auth/keychainstore.h"
#include "auth/secretkeeper.h"
#include "gui/composeservices.h"
#include "gui/definitions/definitionexchange.h"
#include "gui/desktop/desktopfeatures.h"
#include "gui/nativedialogs.h"
#include "gui/spell/spellchecker.h"
#include "gui/theme.h"
#include "state/adminstore.h"
#include "state/agents/agentchoices.h"
#include "state/agents/agentstore.h"
#include "state/agents/scratch/scratchcleaner.h"
#include "state/approvals/approvalinbox.h"
#include "state/cache/cachefiller.h"
#include "state/cache/conversationcache.h"
#include "state/cache/filetextreader.h"
#include "state/cache/insightfiller.h"
#include "state/cache/messagesearch.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatchoices.h"
#include "state/chat/chatsessions.h"
#include "state/chat/sourcefiles.h"
#include "state/conversations/conversationtools.h"
#include "state/definitions/definitionrecords.h"
#include "state/detailedlog.h"
#include "state/images/imagefetcher.h"
#include "state/insights/insightstore.h"
#include "state/llm/modelcatalog.h"
#include "state/llm/serverproviders.h"
#include "state/models/agentlistmodel.h"
#include "state/models/conversationlistmodel.h"
#include "state/models/llmlistmodel.h"
#include "state/models/runmodel.h"
#include "state/models/toollistmodel.h"
#include "state/models/workflowlistmodel.h"
#include "state/networkwatch.h"
#include "state/prompts/promptstore.h"
#include "state/runstore.h"
#include "state/store/chatoptionsstore.h"
#include "state/store/draftstore.h"
#include "state/store/ratingstore.h"
#include "state/store/storehealth.h"
#include "state/store/storethread.h"
#include "state/store/storeupkeep.h"
#include "state/store/turnjournal.h"
#include "state/tools/toolcases.h"
#include "state/tools/toolstore.h"
#include "state/wakewatch.h"
#include "state/workflows/workflowwork.h"
#include "state/workflowstore.h"

#include <QObject>

#include <memory>

class QApplication;

namespace desk {

class AgentEditing;
class AgentImport;
class AgentPromotion;
class DesktopIntegration;
class MainWindow;
struct Services;

// The composition root of the windowed program: creates every service in order of dependence and connects them. The only place that
// knows them all.
class Application : public QObject
{
    Q_OBJECT
public:
    Application(QApplication &app, Options options);
    ~Application() override;

    void start();
    void shutdown(int waitMs);
    void openLink(const QString &link); // ignored when it is none of ours
    void quickAsk();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Workspace &workspace() { return m_core.workspace; }
    [[nodiscard]] ChatSessions &sessions() { return m_sessions; }
    [[nodiscard]] ConversationStore &conversations() { return m_core.conversations; }
    [[nodiscard]] AttachmentQueue &attachments() { return m_attachments; }
    [[nodiscard]] const CacheFiller &filler() const { return m_filler; }

private:
    [[nodiscard]] Services services();
    void connectStores();
    void loadEverything();
    void openAccount();
    void removeStored(const QString &account);
    [[nodiscard]] AgentEditing *newAgentEditing(QObject *parent);
    [[nodiscard]] AgentImport *newAgentImport(QObject *parent);
    [[nodiscard]] SideConnection::Services sideServices();
    [[nodiscard]] DefinitionExchange::Offers toolExchange();
    [[nodiscard]] DefinitionExchange::Offers workflowExchange();
    [[nodiscard]] AgentPromotion *newAgentPromotion(const QList<Agent> &agents, QObject *parent);
    [[nodiscard]] AttachmentQueue *newAttachments(QObject *parent);
    void removePasted(const QString &account);
    [[nodiscard]] QString pastedDir() const;
    void onWorkspaceState(Workspace::State state);
    void forgetEverything();
    void onSecretsAvailable();
    void tryAgainNow();

    Options m_options;
    KeychainStore m_keychain;
    SecretKeeper m_secrets;
    Core m_core;
    DetailedLog m_detailedLog;
    WakeWatch m_wake;
    NetworkWatch m_networkWatch;
    AgentStore m_agents;
    ToolStore m_toolStore;
    ServerProviders m_providers;
    ModelCatalog m_modelCatalog;
    WorkflowStore m_workflows;
    AdminStore m_admin;
    InsightStore m_insights;
    RunStore m_runs;
    StoreFolder m_folder;
    StoreKind m_storeKind;
    StoreThread m_store;
    StoreUpkeep m_upkeep;
    TurnJournal m_journal;
    DraftStore m_drafts;
    RatingStore m_ratings;
    DefinitionRecords m_definitions;
    ToolCases m_toolCases;
    ScratchCleaner m_scratch;
    StoreHealth m_health;
    StoreKind m_cacheKind;
    StoreThread m_cacheStore;
    ConversationCache m_cache;
    WorkflowWork m_workflowWork;
    MessageSearch m_search;
    ChatSessions m_sessions;
    ConversationTools m_tools;
    ApprovalInbox m_approvals;
    CacheFiller m_filler;
    InsightFiller m_insightFiller;
    FileTextReader m_fileTexts;
    AttachmentQueue m_attachments;
    SourceFiles m_sources;
    ImageFetcher m_images;
    ChatChoices m_choices;
    AgentChoices m_agentChoices;
    ChatOptionsStore m_chatOptions;
    PromptStore m_prompts;
    SpellChecker m_spelling;
    ComposeServices m_compose;
    AgentListModel m_agentModel;
    ToolListModel m_toolModel;
    LlmListModel m_llmModel;
    WorkflowListModel m_workflowModel;
    ConversationListModel m_conversationModel;
    RunModel m_runModel;
    NativeDialogs m_dialogs;
    Theme m_theme;
    DesktopFeatures m_features;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<DesktopIntegration> m_desktop;
    QString m_openPlace; // whose data the stores hold: a profile, and the address of its server
};

} // namespace desk
