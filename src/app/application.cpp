#include "app/application.h"

#include "auth/authmanager.h"
#include "gui/desktop/desktopintegration.h"
#include "gui/mainwindow.h"
#include "gui/services.h"
#include "i18n.h"
#include "state/agents/agentediting.h"
#include "state/agents/agentfigures.h"
#include "state/agents/agentuse.h"
#include "state/agents/design/designtalk.h"
#include "state/agents/scratch/scratchrun.h"
#include "state/agents/scratch/scratchscenarios.h"
#include "state/cache/cacheschema.h"
#include "state/chat/toolrun.h"
#include "state/conversations/conversationagents.h"
#include "state/definitions/versionlist.h"
#include "state/diagnostics.h"
#include "state/llm/providercheck.h"
#include "state/store/draftfiles.h"
#include "state/tools/toolconfigs.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QDirIterator>
#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int sessionEndMs = 1500;

AuthServices authServices()
{
    AuthServices services;
    services.openBrowser = [](const QUrl &url) { return QDesktopServices::openUrl(url); }; // no shell in between (AUTH-07)
    return services;
}

} // namespace

Application::Application(QApplication &app, Options options)
    : m_options(std::move(options))
    , m_secrets(m_keychain)
    , m_core(m_options, m_secrets, authServices())
    , m_detailedLog(m_core.settings)
    , m_agents(m_core.api)
    , m_toolStore(m_core.api, m_agents)
    , m_providers(m_core.api, m_core.workspace)
    , m_modelCatalog(m_core.api, m_core.workspace, m_agents, m_providers)
    , m_workflows(m_core.api)
    , m_admin(m_core.api)
    , m_insights(m_core.api)
    , m_runs(m_core.api, m_core.workspace)
    , m_folder{m_options.userDir.isEmpty() ? m_options.dataDir + u"/user"_s : m_options.userDir}
    , m_storeKind(userStoreKind(m_folder))
    , m_store(m_folder, m_storeKind)
    , m_upkeep(m_store, m_folder, m_storeKind)
    , m_journal(m_store)
    , m_drafts(m_store)
    , m_ratings(m_store, m_journal)
    , m_definitions(m_store)
    , m_toolCases(m_store)
    , m_scratch(m_core.api, m_core.workspace, m_store, m_definitions.trialMarks())
    , m_health(m_store, m_drafts)
    , m_cacheKind(cacheStoreKind(m_folder))
    , m_cacheStore(m_folder, m_cacheKind)
    , m_cache(m_cacheStore)
    , m_workflowWork({m_core.api, m_core.workspace, m_workflows, m_definitions, m_store, m_cacheStore})
    , m_search(m_cacheStore, m_cacheKind.path)
    , m_sessions(m_core.api, m_core.workspace, m_core.conversations, &m_journal)
    , m_tools(m_core.api, m_store, m_core.conversations, m_sessions, m_core.workspace)
    , m_approvals({m_core.api, m_core.workspace, m_core.profiles, m_sessions, sideServices()})
    , m_filler(m_core.api, m_core.workspace, m_sessions, m_cache, CacheFiller::Pace())
    , m_insightFiller(m_core.api, m_core.workspace, m_insights, m_cache, InsightFiller::Pace())
    , m_fileTexts(m_cache)
    , m_attachments(m_core.uploads)
    , m_sources(m_core.api, m_core.workspace)
    , m_choices(m_core.api, m_core.workspace)
    , m_agentChoices(m_core.api, m_core.workspace)
    , m_chatOptions(m_store)
    , m_prompts(m_store)
    , m_spelling(m_core.settings, SpellDictionaries::usualFolders(), QDir(m_folder.root).filePath(u"dictionary.txt"_s))
    , m_compose{&m_choices, &m_chatOptions, &m_prompts, &m_spelling}
    , m_agentModel(m_agents)
    , m_toolModel(m_toolStore)
    , m_llmModel(m_modelCatalog)
    , m_workflowModel(m_workflows)
    , m_conversationModel(m_core.conversations, &m_tools.marks(), &m_sessions)
    , m_runModel(m_runs, m_agents)
    , m_theme(app)
    , m_features(desktopFeatures())
{
    const QString language = m_core.settings.text(Settings::Key::Language);
    if (!language.isEmpty()) {
        QLocale::setDefault(QLocale(language));
        installTranslations(app, QLocale(language));
        app.setLayoutDirection(QLocale().textDirection());
    }
    initGuiResources();
    m_theme.apply(m_core.settings.text(Settings::Key::Theme));

    m_sessions.setCache(&m_cache);
    m_agents.setMarks(&m_definitions.agentMarks());
    m_agentModel.setMarks(m_definitions.agentMarks());
    m_cache.follow(m_core.conversations);
    // Before the window hears of it: what it reopens is read for whoever is signed in.
    connect(&m_core.workspace, &Workspace::ready, this, &Application::loadEverything);
    const Services all = services();
    m_window = std::make_unique<MainWindow>(all);
    m_desktop = std::make_unique<DesktopIntegration>(all, *m_window);
    connect(&m_core.workspace, &Workspace::stateChanged, this, &Application::onWorkspaceState);
    connect(&m_secrets, &SecretKeeper::becameAvailable, this, &Application::onSecretsAvailable);
    connect(&m_wake, &WakeWatch::woke, this, &Application::tryAgainNow);
    connect(&m_networkWatch, &NetworkWatch::changed, this, &Application::tryAgainNow);
    connect(&m_wake, &WakeWatch::clockJumped, this, [this] {
        if (AuthManager *session = m_core.workspace.session())
            session->checkExpiry();
    });
    connect(&m_core.workspace, &Workspace::accountChanged, this, [this] {
        forgetEverything();
        openAccount();
    });
    connect(&m_sessions, &ChatSessions::turnEnded, &m_runs, &RunStore::refresh);
    new ConversationAgents(m_sessions, m_agents, m_tools.marks(), this);
    connectStores();
    connect(
        &app, &QApplication::commitDataRequest, this,
        [this] { // the session ends, and may kill us when we return (DATA-07)
            m_drafts.flush();
            m_workflowWork.keepNow();
            m_definitions.flush();
            m_store.waitForJobs(sessionEndMs);
        },
        Qt::DirectConnection);
}

Application::~Application() = default;

Services Application::services()
{
    return {m_core.settings,
            m_core.profiles,
            m_core.workspace,
            m_agents,
            m_agentModel,
            m_core.conversations,
            m_conversationModel,
            m_sessions,
            m_attachments,
            m_runs,
            m_runModel,
            m_workflows,
            m_workflowModel,
            m_dialogs,
            m_theme,
            m_options.dataDir,
            [this](const Profile &profile, const QByteArray &token, std::function<void(const Result<> &)> done) {
                m_core.workspace.saveToken(profile, token, this, std::move(done));
            },
            m_core.providerBook,
            &m_secrets,
            [this] { return diagnosticsText(m_core.settings, m_core.workspace, &m_secrets, m_options.logDir); },
            &m_detailedLog,
            &m_core.network,
            &m_admin,
            m_core.policy.problem ? m_core.policy.problem->message : QString(),
            &m_drafts,
            &m_health,
            [this](const QString &account) { removeStored(account); },
            &m_insights,
            &m_features,
            pastedDir(),
            [this](QObject *parent) { return newAttachments(parent); },
            [this](QObject *parent) { return new InsightStore(m_core.api, parent); },
            &m_ratings,
            &m_tools,
            &m_sources,
            &m_images,
            &m_compose,
            &m_search,
            &m_filler,
            [this](const QString &tool, QObject *parent) { return new ToolRun(m_core.api, m_core.workspace, tool, parent); },
            [this](QObject *parent) { return newAgentEditing(parent); },
            &m_agentChoices,
            &m_toolStore,
            &m_toolModel,
            [this](QObject *parent) { return new ToolConfigs(m_core.api, parent); },
            [this](QObject *parent) { return new VersionList(m_definitions.history(), m_core.api, m_core.workspace, parent); },
            &m_definitions.agentMarks(),
            [this](QObject *parent) { return new AgentFigures(m_core.api, m_core.workspace, m_runs, parent); },
            &m_modelCatalog,
            &m_llmModel,
            &m_providers,
            [this](QObject *parent) { return new ProviderCheck(m_core.workspace, parent); },
            [this](QObject *parent) { return new ScratchRun(m_core.api, m_core.workspace, m_scratch, parent); },
            [this](QObject *parent) { return new ScratchScenarios(m_core.api, m_core.workspace, parent); },
            [this](QObject *parent) { return new DesignTalk(m_core.api, m_core.workspace, m_scratch, parent); },
            [this](QObject *parent) { return newAgentImport(parent); },
            [this](const QList<Agent> &agents, QObject *parent) { return newAgentPromotion(agents, parent); },
            &m_toolCases,
            toolExchange(),
            workflowExchange(),
            &m_workflowWork,
            &m_approvals};
}

// What the disk does not take is told, and what goes with a conversation or a message is kept with it.
void Application::connectStores()
{
    connect(&m_ratings, &RatingStore::notKept, &m_health, &StoreHealth::noteNotKept);
    connect(&m_definitions, &DefinitionRecords::notKept, &m_health, &StoreHealth::noteNotKept);
    m_definitions.follow(m_agents);
    m_definitions.follow(m_toolStore);
    m_definitions.follow(m_workflows);
    new AgentUse({m_agents, m_runs, m_core.conversations, m_core.workspace}, m_definitions.agentMarks(), this);
    connect(&m_sessions, &ChatSessions::notKept, &m_health, &StoreHealth::noteNotKept);
    connect(&m_attachments, &AttachmentQueue::uploaded, &m_tools.fileHashes(), &FileHashes::keep);
    m_sources.originals().keepIn(m_store);
    connect(&m_core.conversations, &ConversationStore::removed, &m_sources.originals(), &LocalOriginals::removeConversation);
    connect(&m_attachments, &AttachmentQueue::sent, &m_fileTexts, &FileTextReader::read);
    connect(&m_tools, &ConversationTools::notKept, &m_health, &StoreHealth::noteNotKept);
    connect(&m_chatOptions, &ChatOptionsStore::notKept, &m_health, &StoreHealth::noteNotKept);
    connect(&m_toolCases, &ToolCases::notKept, &m_health, &StoreHealth::noteNotKept);
    connect(&m_workflowWork, &WorkflowWork::notKept, &m_health, &StoreHealth::noteNotKept);
    // What runs here is looked after at once, and what is answered there is shown here.
    connect(&m_workflowWork.executions(), &ExecutionStore::executionReceived, &m_approvals, &ApprovalInbox::note);
    connect(&m_workflowWork.executions(), &ExecutionStore::executionChanged, &m_approvals, &ApprovalInbox::note);
    connect(&m_approvals, &ApprovalInbox::executionChanged, &m_workflowWork.executions(), &ExecutionStore::note);
    connect(&m_prompts, &PromptStore::notKept, &m_health, &StoreHealth::noteNotKept);
}

// What could not be read at start can be now (KEY-09).
void Application::onSecretsAvailable()
{
    m_core.network.readSignIns();
    m_core.applyProvider();
    AuthManager *session = m_core.workspace.session();
    if (session && session->state() == AuthManager::State::Unreachable)
        session->retryNow();
    else if (m_core.workspace.state() == Workspace::State::Failed && m_core.workspace.error().kind == Error::Kind::Storage)
        m_core.workspace.retry(); // the password of a certificate
}

// After a sleep, or when the network is another one (D-03): nobody waits for the next try.
void Application::tryAgainNow()
{
    AuthManager *session = m_core.workspace.session();
    if (session)
        session->checkExpiry();
    m_core.network.forgetSystemProxies(); // perhaps it is another network
    m_core.transport.reconnectNow();
    m_core.dataTransport.reconnectNow();
    m_sessions.reconnectNow();
    m_approvals.retryNow();
    if (session && session->state() == AuthManager::State::Unreachable)
        session->retryNow();
    else if (m_core.workspace.state() == Workspace::State::Failed && m_core.workspace.error().kind == Error::Kind::Offline)
        m_core.workspace.retry();
}

void Application::start()
{
    m_window->show();
    m_desktop->start();
    m_secrets.setPendingRemovals(m_core.settings.value(Settings::Key::SecretRemovals).toStringList());
    m_secrets.setKnownEntries(m_core.settings.value(Settings::Key::SecretBackends).toMap());
    connect(&m_secrets, &SecretKeeper::knownEntriesChanged, this,
            [this](const QVariantMap &entries) { m_core.settings.set(Settings::Key::SecretBackends, entries); });
    connect(&m_secrets, &SecretKeeper::pendingRemovalsChanged, this,
            [this](const QStringList &keys) { m_core.settings.set(Settings::Key::SecretRemovals, keys); });
    m_secrets.setSessionOnlyByChoice(m_core.settings.value(Settings::Key::SecretsSessionOnly).toBool());
    m_secrets.start();
    m_networkWatch.listen();
    m_core.network.readSignIns(); // after it is known whether the person wants the keychain asked
    m_core.applyProvider();
    const std::optional<Profile> profile = m_core.profile(m_options.profile);
    m_core.workspace.open(profile.value_or(ProfileStore::local()));
}

void Application::openLink(const QString &link)
{
    if (const std::optional<DeskLink> parsed = DeskLink::parse(link))
        m_window->openLink(*parsed);
}

void Application::quickAsk()
{
    m_desktop->quickAsk();
}

void Application::shutdown(int waitMs)
{
    m_desktop.reset();
    m_window.reset();
    m_drafts.flush();
    m_definitions.flush();
    m_core.workspace.shutdown(waitMs);
}

// Whose drafts and turns are meant from now on. Before it is known who is signed in they are the profile's, and become the person's as
// soon as that is known.
void Application::openAccount()
{
    const AuthManager *session = m_core.workspace.session();
    const Profile &profile = m_core.workspace.profile();
    const QString nobody = (profile.id.isEmpty() ? profile.name : profile.id) + u'/';
    const QString account = session ? session->account() : nobody;
    m_conversationModel.setPerson(session ? UserId(session->person().id) : UserId());
    const bool isForgotten =
        account == nobody && m_journal.account().startsWith(nobody) && !(session && session->state() == AuthManager::State::SignedOut);
    const bool isNew = account != m_journal.account() && !isForgotten; // not known at the moment is nobody else
    if (isNew) {
        m_cache.open(account);
        m_search.open(account);
        const bool getsItsName = m_journal.account() == nobody;
        m_drafts.flush();
        m_workflowWork.keepNow();
        m_definitions.flush();
        if (account != nobody)
            m_journal.adopt(nobody, account);
        m_journal.open(account);
        if (getsItsName) {
            m_drafts.rename(account);
            m_chatOptions.rename(account);
            m_tools.rename(account);
            m_sources.originals().rename(account);
        } else {
            m_drafts.open(account);
            m_chatOptions.open(account);
            m_tools.open(account);
            m_sources.originals().open(account);
        }
        m_definitions.open(account);
        m_toolCases.open(account);
        m_workflowWork.open(account);
        m_ratings.open();
    }
    if (isNew || m_core.workspace.state() == Workspace::State::Ready)
        m_sessions.recover();
}

QString Application::pastedDir() const
{
    return QDir(m_folder.root).filePath(u"pasted"_s);
}

// Pasted files that no draft of another account names: what was sent is on the server.
void Application::removePasted(const QString &account)
{
    m_drafts.flush();
    m_store.run(
        this, [account](Database &database) { return filesOfOtherDrafts(database, account); },
        [this](const Result<QSet<QString>> &kept) {
            if (!kept)
                return m_health.noteNotKept(kept.error());
            for (QDirIterator it(pastedDir(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories); it.hasNext();) {
                const QFileInfo file(it.next());
                if (!kept->contains(file.absoluteFilePath()))
                    QFile::remove(file.filePath());
            }
        });
}

// After signing out: nothing of the account writes any more.
void Application::removeStored(const QString &account)
{
    m_drafts.forget(account);
    m_definitions.forget(account);
    m_toolCases.forget(account);
    m_workflowWork.forget(account);
    m_tools.forget(account);
    m_sources.originals().forget(account);
    m_chatOptions.forget(account);
    m_cache.removeAccount(account);
    removePasted(account);
    m_journal.removeAccount(account, this, [this](const Result<> &outcome) {
        if (!outcome)
            m_health.noteNotKept(outcome.error());
        m_ratings.open(); // what is in memory goes, too
    });
}

AgentEditing *Application::newAgentEditing(QObject *parent)
{
    const AuthManager *session = m_core.workspace.session();
    return new AgentEditing(
        {m_core.api, m_agents, &m_definitions.drafts(), &m_definitions.history(), session ? session->person().label() : QString()}, parent);
}

AttachmentQueue *Application::newAttachments(QObject *parent)
{
    auto *attachments = new AttachmentQueue(m_core.uploads, parent);
    connect(attachments, &AttachmentQueue::uploaded, &m_tools.fileHashes(), &FileHashes::keep);
    connect(attachments, &AttachmentQueue::sent, &m_fileTexts, &FileTextReader::read);
    return attachments;
}

void Application::loadEverything()
{
    openAccount();
    m_agents.refresh();
    m_toolStore.refresh();
    m_workflows.refresh();
    m_core.conversations.refresh();
    m_runs.refresh();
    m_insights.refresh();
}

void Application::onWorkspaceState(Workspace::State state)
{
    // Before the other server is asked for anything: a question or a run of this one must not reach it.
    if (state == Workspace::State::Failed)
        return openAccount(); // what was written can be read, and more can be written, without a server
    if (state != Workspace::State::Starting)
        return;
    const Profile &profile = m_core.workspace.profile();
    const QString place = profile.id + u' ' + profile.baseUrl.toString();
    if (m_openPlace == place)
        return; // once more: whoever was there is taken to be there still
    if (!m_openPlace.isEmpty())
        forgetEverything();
    m_openPlace = place;
    if (AuthManager *session = m_core.workspace.session()) // as soon as it is known who was there, not only when the server has answered
        connect(session, &AuthManager::started, this, &Application::openAccount, Qt::UniqueConnection);
    openAccount();
}

void Application::forgetEverything()
{
    m_sessions.clear();
    m_tools.clear();
    m_agents.clear();
    m_toolStore.clear();
    m_modelCatalog.clear();
    m_workflows.clear();
    m_workflowWork.clear();
    m_admin.clear();
    m_insights.clear();
    m_core.conversations.clear();
    m_runs.clear();
}

} // namespace desk
