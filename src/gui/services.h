#pragma once

#include "domain/agent.h"
#include "domain/profile.h"
#include "domain/provider.h"
#include "domain/result.h"
#include "gui/definitions/definitionexchange.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace desk {

class AdminStore;
class AgentChoices;
class AgentEditing;
class AgentFigures;
class AgentImport;
class AgentListModel;
class AgentPromotion;
class AgentStore;
class ApprovalInbox;
class AttachmentQueue;
class ChatSessions;
struct ComposeServices;
class ConversationListModel;
class CacheFiller;
class ConversationStore;
class ConversationTools;
struct DesktopFeatures;
class DetailedLog;
class DefinitionMarks;
class DesignTalk;
class Dialogs;
class DraftStore;
class ImageFetcher;
class InsightStore;
class LlmListModel;
class MessageSearch;
class ModelCatalog;
class NetworkSetup;
class ProfileStore;
class ProviderBook;
class ProviderCheck;
class RatingStore;
class RunModel;
class RunStore;
class ScratchRun;
class ScratchScenarios;
class SecretKeeper;
class ServerProviders;
class Settings;
class SourceFiles;
class StoreHealth;
class Theme;
class ToolCases;
class ToolConfigs;
class ToolListModel;
class ToolRun;
class ToolStore;
class WorkflowListModel;
class WorkflowStore;
class WorkflowWork;
class VersionList;
class Workspace;

// What the window needs, created and owned by the application and living longer than the window. A list of references for one
// constructor, not a locator: each page is handed only what it uses.
struct Services {
    using Saved = std::function<void(const Result<> &outcome)>; // runs in the GUI thread, at most once
    // Put a secret where secrets live; an empty one removes it.
    using TokenSaver = std::function<void(const Profile &profile, const QByteArray &token, Saved done)>;

    Settings &settings;
    ProfileStore &profiles;
    Workspace &workspace;
    AgentStore &agents;
    AgentListModel &agentModel;
    ConversationStore &conversations;
    ConversationListModel &conversationModel;
    ChatSessions &sessions;
    AttachmentQueue &attachments;
    RunStore &runs;
    RunModel &runModel;
    WorkflowStore &workflows;
    WorkflowListModel &workflowModel;
    Dialogs &dialogs;
    Theme &theme;
    QString dataDir; // of the local workspace
    TokenSaver saveToken;
    ProviderBook &providerBook;
    SecretKeeper *secrets = nullptr;           // null: nothing is said about where secrets are kept
    std::function<QString()> diagnostics = {}; // the text of a report; empty: none is offered
    DetailedLog *detailedLog = nullptr;
    NetworkSetup *network = nullptr; // null: nothing about the network can be set
    AdminStore *admin = nullptr;     // null: no page for administrators
    QString policyProblem = {};      // why the administrator's policy does not count; empty: it does, or there is none
    DraftStore *drafts = nullptr;    // null: drafts end with the window
    StoreHealth *health = nullptr;   // null: nothing is said of where they are kept
    std::function<void(const QString &account)> removeStored = {}; // what this computer keeps of one; empty: it keeps nothing
    InsightStore *insights = nullptr;                              // null: no page for them
    const DesktopFeatures *desktop = nullptr;                      // null: nothing about the desktop can be set
    QString pastedDir = {};                                        // see ChatPage::Services
    // Of its own for each window that shows a conversation; empty: there are none but the main window.
    std::function<AttachmentQueue *(QObject *parent)> newAttachments = {};
    std::function<InsightStore *(QObject *parent)> newInsights = {}; // of its own for each chat; empty: none beside it
    RatingStore *ratings = nullptr;                                  // null: answers cannot be rated
    ConversationTools *conversationTools = nullptr;                  // null: see ConversationPanel::Extras
    SourceFiles *sources = nullptr;                                  // see ChatPage::Services
    ImageFetcher *images = nullptr;                                  // see ChatPage::Services
    const ComposeServices *compose = nullptr;                        // null: the composer has no more than a text needs
    MessageSearch *search = nullptr;                                 // null: nothing can be searched but what is shown
    CacheFiller *filler = nullptr;                                   // null: nothing is said of how much of it is here
    // One for each call that is looked into; empty: tools cannot be run again.
    std::function<ToolRun *(const QString &tool, QObject *parent)> newToolRun = {};
    // One for each agent that is written; empty: agents can only be looked at.
    std::function<AgentEditing *(QObject *parent)> newAgentEditing = {};
    AgentChoices *agentChoices = nullptr;                              // with it
    ToolStore *toolStore = nullptr;                                    // with toolModel; null: no page for tools
    ToolListModel *toolModel = nullptr;                                // of toolStore
    std::function<ToolConfigs *(QObject *parent)> newToolConfigs = {}; // empty: nothing is said of how tools are set up
    std::function<VersionList *(QObject *parent)> newVersions = {};    // empty: nothing is said of what definitions were
    DefinitionMarks *agentMarks = nullptr;                             // null: agents have no favourites
    // For the page of agents; empty: it shows no runs and no scores of one.
    std::function<AgentFigures *(QObject *parent)> newAgentFigures = {};
    ModelCatalog *modelCatalog = nullptr; // with the next two; null: no page for language models
    LlmListModel *llmModel = nullptr;     // of modelCatalog
    ServerProviders *providers = nullptr;
    std::function<ProviderCheck *(QObject *parent)> newProviderCheck = {}; // empty: a connection to a language model cannot be tested
    // One of each for each agent that is written; empty: it cannot be tried before it is saved, or nobody helps with writing it.
    std::function<ScratchRun *(QObject *parent)> newScratchRun = {};
    std::function<ScratchScenarios *(QObject *parent)> newScratchScenarios = {};
    std::function<DesignTalk *(QObject *parent)> newDesignTalk = {};
    std::function<AgentImport *(QObject *parent)> newAgentImport = {}; // one for each import; empty: agents come from no files
    // One for each promotion; empty: agents go to no other server.
    std::function<AgentPromotion *(const QList<Agent> &agents, QObject *parent)> newAgentPromotion = {};
    ToolCases *toolCases = nullptr;                   // null: a run of a tool cannot be kept as a test case
    DefinitionExchange::Offers toolExchange = {};     // empty: tools can only be exported
    DefinitionExchange::Offers workflowExchange = {}; // the same of workflows
    WorkflowWork *workflowWork = nullptr;             // null: workflows can only be looked at
    ApprovalInbox *approvals = nullptr;               // null: no page for what waits for the person
};

} // namespace desk
