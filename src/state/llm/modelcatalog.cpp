#include "state/llm/modelcatalog.h"

#include "api/apiclient.h"
#include "api/endpoints/agentsapi.h"
#include "api/endpoints/modelsapi.h"
#include "state/agents/agentstore.h"
#include "state/llm/serverproviders.h"
#include "state/workspace.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ModelCatalog::ModelCatalog(ApiClient &api, Workspace &workspace, const AgentStore &agents, ServerProviders &providers, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_agents(agents)
    , m_providers(providers)
{
    connect(&agents, &AgentStore::agentsChanged, this, &ModelCatalog::update);
    connect(&agents, &AgentStore::agentChanged, this, &ModelCatalog::update);
    connect(&providers, &ServerProviders::changed, this, [this] {
        update();
        Q_EMIT partsChanged();
    });
    connect(&providers, &ServerProviders::failed, this, &ModelCatalog::failed);
}

bool ModelCatalog::isLocal() const
{
    return m_workspace.profile().kind == Profile::Kind::Local;
}

bool ModelCatalog::isLoading() const
{
    return isLocal() ? m_providers.isLoading() : part(Part::Models).isLoading;
}

bool ModelCatalog::isLoaded() const
{
    return isLocal() ? m_providers.isLoaded() : part(Part::Models).readAt.isValid();
}

void ModelCatalog::refresh()
{
    if (isLocal()) {
        m_providers.refresh();
        return;
    }
    readAll();
}

template <typename T>
bool ModelCatalog::note(Part which, const Result<T> &answer)
{
    CatalogPart &part = m_parts.at(static_cast<size_t>(which));
    part.isLoading = false;
    if (answer) {
        part = {CatalogPart::State::Known, false, {}, QDateTime::currentDateTimeUtc()};
        return true;
    }
    const Error &error = answer.error();
    if (error.kind == Error::Kind::Cancelled)
        return false;
    part.error = error;
    part.state = error.kind == Error::Kind::Forbidden  ? CatalogPart::State::Refused
                 : error.kind == Error::Kind::NotFound ? CatalogPart::State::Absent
                                                       : CatalogPart::State::Failed;
    return false;
}

template <typename T, typename Take>
void ModelCatalog::read(Part which, ApiCall<T> *(*ask)(ApiClient &api), Take take)
{
    CatalogPart &part = m_parts.at(static_cast<size_t>(which));
    if (part.isLoading)
        return;
    part.isLoading = true;
    ask(m_api)->then(this, [this, which, take, generation = m_generation](const Result<T> &answer) {
        if (generation != m_generation)
            return; // of a workspace that was left
        if (note(which, answer))
            take(*answer);
        else if (which == Part::Models)
            answer.error().kind == Error::Kind::NotFound ? askForIds() : Q_EMIT failed(answer.error());
        update();
        Q_EMIT partsChanged();
    });
}

void ModelCatalog::readAll()
{
    read<LlmCatalog>(
        Part::Models, [](ApiClient &api) { return api.models().models(); },
        [this](const LlmCatalog &catalog) {
            m_listed = catalog.models;
            if (!part(Part::Purposes).readAt.isValid())
                m_purposes = catalog.purposes;
        });
    read<LlmPurposes>(
        Part::Purposes, [](ApiClient &api) { return api.models().purposes(); },
        [this](const LlmPurposes &purposes) { m_purposes = purposes.purposes; });
    read<QList<LlmKeyState>>(
        Part::Keys, [](ApiClient &api) { return api.models().keys(); }, [this](const QList<LlmKeyState> &keys) { m_keys = keys; });
    refreshGateway();
}

void ModelCatalog::refreshGateway()
{
    if (isLocal())
        return;
    read<LlmHealth>(
        Part::Health, [](ApiClient &api) { return api.models().health(); }, [this](const LlmHealth &health) { m_health = health; });
    read<LlmLoad>(
        Part::Load, [](ApiClient &api) { return api.models().load(); }, [this](const LlmLoad &load) { m_load = load; });
    Q_EMIT partsChanged();
}

// An older server has no gateway of its own and lists names alone (contract 3.1).
void ModelCatalog::askForIds()
{
    CatalogPart &part = m_parts.at(static_cast<size_t>(Part::Models));
    part.isLoading = true;
    m_api.agents().models()->then(this, [this, generation = m_generation](const Result<AgentModels> &answer) {
        if (generation != m_generation)
            return;
        if (note(Part::Models, answer)) {
            m_listed.clear();
            for (const AgentModel &model : answer->models)
                m_listed.append({model.id, model.ownedBy, {}, false, {}, {}});
        } else {
            Q_EMIT failed(answer.error());
        }
        update();
        Q_EMIT partsChanged();
    });
}

void ModelCatalog::clear()
{
    ++m_generation;
    m_parts = {};
    m_listed.clear();
    m_purposes.clear();
    m_health = {};
    m_load = {};
    m_keys.clear();
    m_cloud.clear();
    m_working = 0;
    m_providers.clear();
    update();
    Q_EMIT partsChanged();
}

void ModelCatalog::setKey(const LlmKey &key)
{
    change(m_api.models().setKey(key));
}

void ModelCatalog::cleanStaleKeys()
{
    change(m_api.models().cleanStaleKeys());
}

void ModelCatalog::change(ApiCall<LlmOutcome> *call)
{
    ++m_working;
    Q_EMIT partsChanged();
    call->then(this, [this, generation = m_generation](const Result<LlmOutcome> &answer) {
        if (generation == m_generation)
            takeOutcome(answer);
    });
}

void ModelCatalog::takeOutcome(const Result<LlmOutcome> &answer)
{
    --m_working;
    if (answer && answer->succeeded) {
        Q_EMIT keyDone(answer->message);
    } else if (answer) {
        Error error;
        error.kind = Error::Kind::Server;
        error.message = answer->message.isEmpty() ? tr("The server did not take the key and does not say why.") : answer->message;
        Q_EMIT keyFailed(error);
    } else {
        Q_EMIT keyFailed(answer.error());
    }
    readAll(); // whatever became of it
    Q_EMIT partsChanged();
}

void ModelCatalog::testKey(const LlmProvider &provider)
{
    ++m_working;
    Q_EMIT partsChanged();
    m_api.models().cloudModels(provider)->then(this, [this, generation = m_generation](const Result<CloudModels> &answer) {
        if (generation != m_generation)
            return;
        --m_working;
        if (answer) {
            for (const CloudModel &model : answer->models)
                m_cloud.insert(answer->provider.wire() + u'/' + model.id, model);
            update();
            Q_EMIT keyTested(*answer);
        } else {
            Q_EMIT keyFailed(answer.error());
        }
        Q_EMIT partsChanged();
    });
}

QList<CatalogModel> ModelCatalog::teamModels() const
{
    QList<CatalogModel> out;
    for (const LlmModel &listed : m_listed) {
        CatalogModel model;
        model.id = listed.id;
        model.provider = listed.provider;
        model.description = listed.description;
        model.actualModel = listed.actualModel;
        model.purposes = m_purposes.keys(listed.id);
        auto cloud = m_cloud.constFind(listed.actualModel);
        if (cloud == m_cloud.constEnd())
            cloud = m_cloud.constFind(listed.provider + u'/' + listed.id);
        if (cloud != m_cloud.constEnd()) {
            model.contextWindow = cloud->contextWindow;
            if (model.description.isEmpty())
                model.description = cloud->description;
        }
        out.append(std::move(model));
    }
    return out;
}

// What is set up, with what its endpoint said of it, then what the endpoint offers besides.
QList<CatalogModel> ModelCatalog::localModels() const
{
    QList<CatalogModel> out;
    for (const ModelProvider &provider : m_providers.providers()) {
        const QList<OfferedModel> offered = m_providers.offeredBy(provider);
        for (const QString &id : provider.models) {
            CatalogModel model;
            model.id = id;
            model.provider = provider.name;
            out.append(std::move(model));
        }
        for (const OfferedModel &said : offered) {
            auto row = std::find_if(out.begin(), out.end(),
                                    [&](const CatalogModel &model) { return model.id == said.id && model.provider == provider.name; });
            if (row == out.end()) {
                CatalogModel model;
                model.id = said.id;
                model.provider = provider.name;
                model.isSetUp = false;
                row = out.insert(out.end(), std::move(model));
            }
            row->contextWindow = said.contextWindow;
            row->capabilities = said.capabilities;
        }
    }
    return out;
}

// The local server gives an agent whose model nobody has to the first one.
void ModelCatalog::addUsers(QList<CatalogModel> &models) const
{
    QHash<QString, qsizetype> rows;
    for (qsizetype i = models.size(); i-- > 0;) { // of two with one name the first counts
        if (models.at(i).isSetUp)
            rows.insert(models.at(i).id, i);
    }
    const qsizetype other = isLocal() && !models.isEmpty() && models.constFirst().isSetUp ? 0 : -1;
    for (const Agent &agent : m_agents.agents()) {
        const qsizetype row = rows.value(agent.model, rows.value(m_purposes.value(agent.model), other));
        if (row >= 0)
            models[row].users.append({agent.id, agent.title()});
    }
    for (CatalogModel &model : models)
        std::sort(model.users.begin(), model.users.end(),
                  [](const ModelUser &a, const ModelUser &b) { return a.name.localeAwareCompare(b.name) < 0; });
}

void ModelCatalog::update()
{
    QList<CatalogModel> next = isLocal() ? localModels() : teamModels();
    addUsers(next);
    std::stable_sort(next.begin(), next.end(), [](const CatalogModel &a, const CatalogModel &b) {
        return a.isSetUp != b.isSetUp ? a.isSetUp : a.id.localeAwareCompare(b.id) < 0;
    });
    if (next == m_models)
        return;
    m_models = std::move(next);
    Q_EMIT modelsChanged();
}

} // namespace desk
