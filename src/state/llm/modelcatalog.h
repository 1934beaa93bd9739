#pragma once

#include "domain/llm.h"
#include "domain/result.h"
#include "state/llm/catalogmodel.h"

#include <QHash>
#include <QObject>

#include <array>

namespace desk {

class AgentStore;
template <typename T>
class ApiCall;
class ApiClient;
class ServerProviders;
class Workspace;

// Which language models the open workspace has and who uses them, and of a team server how its gateway is, how busy, and whose keys it has
// (contract 3.17, AG-47). Each part is asked for on its own and may be refused or absent without harm to the others. Keys are sent and
// never come back; nothing here holds one. GUI thread.
class ModelCatalog : public QObject
{
    Q_OBJECT
public:
    enum class Part { Models, Purposes, Health, Load, Keys };
    static constexpr std::array parts{Part::Models, Part::Purposes, Part::Health, Part::Load, Part::Keys};

    ModelCatalog(ApiClient &api, Workspace &workspace, const AgentStore &agents, ServerProviders &providers, QObject *parent = nullptr);

    void refresh();        // all of it; parts under way are not asked for twice
    void refreshGateway(); // health and load
    void clear();          // another workspace: what is under way ends without a word

    void setKey(const LlmKey &key);                                // admin; not kept here
    void cleanStaleKeys();                                         // admin: those the server cannot read any more
    void testKey(const LlmProvider &provider);                     // admin: asks the provider for its models with the key that is set
    [[nodiscard]] bool isWorking() const { return m_working > 0; } // on keys

    [[nodiscard]] const QList<CatalogModel> &models() const { return m_models; } // by name
    [[nodiscard]] const CatalogPart &part(Part part) const { return m_parts.at(static_cast<size_t>(part)); }
    [[nodiscard]] bool isLocal() const; // the parts other than the models are the local workspace's providers
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] bool isLoaded() const;
    [[nodiscard]] const LlmHealth &health() const { return m_health; }
    [[nodiscard]] const LlmLoad &load() const { return m_load; }
    [[nodiscard]] const QMap<QString, QString> &purposes() const { return m_purposes; } // purpose → model
    [[nodiscard]] const QList<LlmKeyState> &keys() const { return m_keys; }

Q_SIGNALS:
    void modelsChanged();
    void partsChanged();                   // any part, or isWorking()
    void failed(const desk::Error &error); // of the models
    void keyTested(const desk::CloudModels &models);
    void keyDone(const QString &message);     // a change of keys; the server's own words, may be empty
    void keyFailed(const desk::Error &error); // of a test or a change

private:
    template <typename T, typename Take>
    void read(Part which, ApiCall<T> *(*ask)(ApiClient &api), Take take);
    template <typename T>
    [[nodiscard]] bool note(Part which, const Result<T> &answer);
    void readAll();
    void askForIds();
    void change(ApiCall<LlmOutcome> *call);
    void takeOutcome(const Result<LlmOutcome> &answer);
    void update();
    [[nodiscard]] QList<CatalogModel> teamModels() const;
    [[nodiscard]] QList<CatalogModel> localModels() const;
    void addUsers(QList<CatalogModel> &models) const;

    ApiClient &m_api;
    Workspace &m_workspace;
    const AgentStore &m_agents;
    ServerProviders &m_providers;
    std::array<CatalogPart, parts.size()> m_parts;
    QList<LlmModel> m_listed;
    QMap<QString, QString> m_purposes;
    LlmHealth m_health;
    LlmLoad m_load;
    QList<LlmKeyState> m_keys;
    QHash<QString, CloudModel> m_cloud; // by "provider/id"
    QList<CatalogModel> m_models;
    quint64 m_generation = 0;
    int m_working = 0;
};

} // namespace desk
