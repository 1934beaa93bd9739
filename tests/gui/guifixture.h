#pragma once

#include "auth/secretkeeper.h"
#include "gui/mainwindow.h"
#include "gui/services.h"
#include "gui/testdialogs.h"
#include "gui/theme.h"
#include "state/adminstore.h"
#include "state/agents/agentchoices.h"
#include "state/agents/agentediting.h"
#include "state/agents/agentfigures.h"
#include "state/agents/agentimport.h"
#include "state/agents/agentpromotion.h"
#include "state/agents/agentstore.h"
#include "state/agents/design/designtalk.h"
#include "state/agents/scratch/scratchcleaner.h"
#include "state/agents/scratch/scratchrun.h"
#include "state/agents/scratch/scratchscenarios.h"
#include "state/approvals/approvalinbox.h"
#include "state/cache/cacheschema.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/chat/sourcefiles.h"
#include "state/conversations/conversationtools.h"
#include "state/definitions/definitionrecords.h"
#include "state/definitions/versionlist.h"
#include "state/images/imagefetcher.h"
#include "state/insights/insightstore.h"
#include "state/llm/modelcatalog.h"
#include "state/llm/providerbook.h"
#include "state/llm/providercheck.h"
#include "state/llm/serverproviders.h"
#include "state/models/agentlistmodel.h"
#include "state/models/conversationlistmodel.h"
#include "state/models/llmlistmodel.h"
#include "state/models/runmodel.h"
#include "state/models/toollistmodel.h"
#include "state/models/workflowlistmodel.h"
#include "state/networksetup.h"
#include "state/profiles/profilestore.h"
#include "state/runstore.h"
#include "state/settings.h"
#include "state/store/draftstore.h"
#include "state/store/storehealth.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "state/teamfixture.h"
#include "state/tools/toolcases.h"
#include "state/tools/toolconfigs.h"
#include "state/tools/toolport.h"
#include "state/tools/toolpromotion.h"
#include "state/tools/toolstore.h"
#include "state/workflows/workflowport.h"
#include "state/workflows/workflowpromotion.h"
#include "state/workflows/workflowwork.h"
#include "state/workflowstore.h"

#include <QApplication>
#include <QTemporaryDir>

#include <memory>

namespace desk::test {

// A real main window over real stores over a scripted server on a real socket.
struct GuiFixture : TeamFixture {
    QTemporaryDir dir;
    Settings settings{dir.filePath(QStringLiteral("settings.json"))};
    ProfileStore profiles{settings};
    AgentStore agents{api};
    AgentListModel agentModel{agents};
    ToolStore toolStore{api, agents};
    ToolListModel toolModel{toolStore};
    ServerProviders providers{api, workspace};
    ModelCatalog modelCatalog{api, workspace, agents, providers};
    LlmListModel llmModel{modelCatalog};
    StoreFolder folder{dir.filePath(QStringLiteral("user"))};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    DraftStore drafts{store};
    DefinitionRecords definitions{store};
    ToolCases toolCases{store};
    ScratchCleaner scratch{api, workspace, store, definitions.trialMarks()};
    AgentChoices agentChoices{api, workspace};
    StoreHealth health{store, drafts};
    ChatSessions sessions{api, workspace, conversations, &journal};
    ConversationTools tools{api, store, conversations, sessions, workspace};
    ConversationListModel conversationModel{conversations, &tools.marks(), &sessions};
    AttachmentQueue attachments{api};
    SourceFiles sources{api, workspace};
    ImageFetcher images;
    RunStore runs{api, workspace};
    RunModel runModel{runs, agents};
    WorkflowStore workflows{api};
    StoreThread cache{folder, cacheStoreKind(folder)};
    WorkflowWork workflowWork{{api, workspace, workflows, definitions, store, cache}};
    AdminStore admin{api};
    InsightStore insights{api};
    WorkflowListModel workflowModel{workflows};
    TestDialogs dialogs;
    Theme theme{*qApp};
    QList<QPair<QString, QByteArray>> savedTokens;
    ProviderBook providerBook{settings, secrets, workspace};
    QStringList removed;    // accounts whose stored things were to go
    KeychainStore keychain; // asked only by who asks for it
    SecretKeeper secretKeeper{keychain};
    NetworkSetup network{settings, secrets, transport};                   // not started: Qt asks what it always asks
    std::function<InsightStore *(QObject *)> newInsights = {};            // empty: none beside the chat
    std::function<ToolRun *(const QString &, QObject *)> newToolRun = {}; // empty: no tool can be run again
    std::unique_ptr<ApprovalInbox> approvals;                             // null: no page for them, and nothing is asked
    std::unique_ptr<MainWindow> window;

    GuiFixture()
    {
        initGuiResources();
        features = localFeatures;
        script = [](const Received &request) { return sample(request.target); };
        if (qEnvironmentVariableIsSet("DESK_SHOTS_THEME")) // pictures are looked at in both
            settings.set(Settings::Key::Theme, qEnvironmentVariable("DESK_SHOTS_THEME"));
    }

    [[nodiscard]] Services services()
    {
        return {settings,
                profiles,
                workspace,
                agents,
                agentModel,
                conversations,
                conversationModel,
                sessions,
                attachments,
                runs,
                runModel,
                workflows,
                workflowModel,
                dialogs,
                theme,
                dir.path(),
                [this](const Profile &profile, const QByteArray &token, Services::Saved done) {
                    savedTokens.append({profile.name, token});
                    done(Result<>());
                },
                providerBook,
                &secretKeeper,
                {},
                nullptr,
                &network,
                &admin,
                {},
                &drafts,
                &health,
                [this](const QString &account) { removed.append(account); },
                &insights,
                nullptr,
                {},
                [this](QObject *parent) { return new AttachmentQueue(api, parent); },
                newInsights,
                nullptr,
                &tools,
                &sources,
                &images,
                nullptr,
                nullptr,
                nullptr,
                newToolRun,
                [this](QObject *parent) {
                    return new AgentEditing({api, agents, &definitions.drafts(), &definitions.history(), QStringLiteral("Ada")}, parent);
                },
                &agentChoices,
                &toolStore,
                &toolModel,
                [this](QObject *parent) { return new ToolConfigs(api, parent); },
                [this](QObject *parent) { return new VersionList(definitions.history(), api, workspace, parent); },
                &definitions.agentMarks(),
                [this](QObject *parent) { return new AgentFigures(api, workspace, runs, parent); },
                &modelCatalog,
                &llmModel,
                &providers,
                [this](QObject *parent) { return new ProviderCheck(workspace, parent); },
                [this](QObject *parent) { return new ScratchRun(api, workspace, scratch, parent); },
                [this](QObject *parent) { return new ScratchScenarios(api, workspace, parent); },
                [this](QObject *parent) { return new DesignTalk(api, workspace, scratch, parent); },
                [this](QObject *parent) {
                    return new AgentImport({api, agents, [this] { return agentChoices.surroundings(); }, &definitions.history()}, parent);
                },
                [this](const QList<Agent> &chosen, QObject *parent) {
                    return new AgentPromotion(chosen, PromotionTarget::Services{accounts}, parent);
                },
                &toolCases,
                {[this](QObject *parent) {
                     return new DefinitionImport(std::make_unique<ToolPort>(api, &toolStore), {&definitions.history()}, parent);
                 },
                 [this](const QList<QJsonObject> &chosen, QObject *parent) {
                     return new ToolPromotion(chosen, PromotionTarget::Services{accounts}, parent);
                 },
                 &profiles},
                {[this](QObject *parent) {
                     return new DefinitionImport(std::make_unique<WorkflowPort>(api, &workflows), {&definitions.history()}, parent);
                 },
                 [this](const QList<QJsonObject> &chosen, QObject *parent) {
                     return new WorkflowPromotion(chosen, PromotionTarget::Services{accounts}, parent);
                 },
                 &profiles},
                &workflowWork,
                approvals.get()};
    }

    // Call both inside QVERIFY.
    [[nodiscard]] bool show()
    {
        theme.apply(settings.text(Settings::Key::Theme));
        window = std::make_unique<MainWindow>(services());
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }
    [[nodiscard]] bool openAndLoad()
    {
        if (!open())
            return false;
        agents.refresh();
        toolStore.refresh();
        workflows.refresh();
        runs.refresh();
        conversations.refresh();
        return QTest::qWaitFor(
            [this] {
                return agents.isLoaded() && !toolStore.isLoading() && workflows.isLoaded() && runs.isLoaded() && conversations.isLoaded();
            },
            5000);
    }

    template <typename T>
    [[nodiscard]] T *find(const char *objectName) const
    {
        return window->findChild<T *>(QLatin1StringView(objectName));
    }

    [[nodiscard]] static Scripted sample(const QByteArray &target);
};

inline Scripted GuiFixture::sample(const QByteArray &target)
{
    if (target == "/agents")
        return json(R"([
          {"id":"a1","name":"dispatcher","display_name":"Dispatcher","description":"Chooses the agents and tools for a question and shows why.",
           "model":"agent","instructions":"Route the question.","tools":{"names":[]},"visibility":"builtin","is_builtin":true,"version":1},
          {"id":"a2","name":"table","display_name":"Table analyst","description":"Answers questions on CSV tables by SQL.",
           "model":"agent","instructions":"Write one SELECT.\nNever guess.","tools":{"names":["table_query","calculate"]},
           "visibility":"builtin","is_builtin":true,"version":2},
          {"id":"a3","name":"contracts","display_name":"<b>Contract</b> summariser","description":"Sums up contracts.","model":"frontier",
           "instructions":"Quote.","tools":{"names":["document_search"]},"visibility":"personal","version":7,
           "updated_at":"2026-05-02T09:14:03"}])");
    if (target == "/agents/tools")
        return json(R"([
          {"id":"t1","name":"table_query","description":"Asks a table by SQL.","entrypoint":"app.tables:query","scopes":["data:read"],
           "schema":{"input":{"type":"object","required":["sql"],"properties":{"sql":{"type":"string","title":"Statement"}}},
                     "output":{"type":"object"}},"is_active":true,"is_builtin":true,"version":1},
          {"id":"t2","name":"<b>send</b>","description":"Sends a note.","entrypoint":"notes.mail:send","scopes":["notes:send"],
           "schema":{"input":{"type":"object","properties":{"to":{"type":"string"}}}},"is_active":false,"is_builtin":false,"version":4,
           "created_at":"2026-05-02T09:14:03","colour":"red"},
          {"id":"t3","name":"clock","description":"Tells the time.","entrypoint":"mcp:clock","schema":{},"is_active":true,
           "is_builtin":false,"mcp_server":"times","version":1}])");
    if (target.startsWith("/agents/workflows"))
        return json(R"([
          {"id":"w1","name":"Weather note","description":"Writes a note, with a warning on cold days.","version":3,"steps":[
            {"id":"wx","type":"tool","tool":"get_weather","name":"Ask the weather"},
            {"id":"cold","type":"condition","condition":{"field":"$.wx.temperature","operator":"lt","value":5,"then_step":"warn","else_step":"note"}},
            {"id":"both","type":"parallel","name":"Two looks","parallel_steps":[
              {"id":"one","type":"agent","agent":"chat-agent","agent_prompt":"Warn about frost"},
              {"id":"two","type":"loop","loop_config":{"items_path":"$.input.cities","steps":[{"id":"inner","type":"tool","tool":"search"}]}}]},
            {"id":"ask","type":"human","human_config":{"notification":"Send it?","options":[]}}]},
          {"id":"w2","name":"Empty one","description":"","is_builtin":true,"steps":[]}])");
    if (target.startsWith("/runs?") || target == "/runs")
        return json(R"([
          {"id":"r1","agent_id":"a2","conversation_id":"c1","status":"succeeded","input":{"prompt":"Which region sold most in Q3?"},
           "output":{"result":"North sold most: 1 204 units."},"created_at":"2026-05-02T09:14:03","updated_at":"2026-05-02T09:14:19",
           "events":[{"timestamp":"2026-05-02T09:14:03+00:00","type":"created","data":{}},
                     {"timestamp":"2026-05-02T09:14:04.25+00:00","type":"tool_start","data":{"tool_name":"table_query","title":"Asking the table"}},
                     {"timestamp":"2026-05-02T09:14:19+00:00","type":"completed","data":{}}]},
          {"id":"r2","agent_id":"a1","status":"running","input":{"prompt":"Sum up the contract"},"output":null,"events":[],
           "created_at":"2026-05-02T09:10:00","updated_at":"2026-05-02T09:10:01"},
          {"id":"r3","agent_id":"a3","status":"failed","input":{"prompt":"Quote <script>alert(1)</script>"},
           "output":{"error":"The file could not be read.","error_type":"tool"},"events":[],
           "created_at":"2026-05-01T09:10:00","updated_at":"2026-05-01T09:10:09"}])");
    if (target == "/runs/r2")
        return json(R"({"id":"r2","agent_id":"a1","status":"running","input":{"prompt":"Sum up the contract"},"output":null,"events":[],
           "created_at":"2026-05-02T09:10:00","updated_at":"2026-05-02T09:10:01"})");
    return {};
}

} // namespace desk::test
