#include "api/endpoints/datasetsapi.h"

#include "wire/json/datasetjson.h"
#include "wire/json/scenariojson.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<QList<Dataset>> *DatasetsApi::list(const QString &agent)
{
    return Chapter::get<QList<Dataset>>(u"/evals/datasets"_s, listOf<Dataset>(wire::datasetFromJson), Query().text("agent_id"_L1, agent));
}

ApiCall<Dataset> *DatasetsApi::create(const Dataset &dataset)
{
    return write<Dataset>("POST", u"/evals/datasets"_s, wire::datasetCreation(dataset), wire::datasetFromJson);
}

ApiCall<Dataset> *DatasetsApi::get(const DatasetId &id)
{
    return Chapter::get<Dataset>(path(u"/evals/datasets/%1"_s, id.value()), wire::datasetFromJson);
}

ApiCall<Dataset> *DatasetsApi::update(const Dataset &before, const Dataset &after)
{
    return write<Dataset>("PATCH", path(u"/evals/datasets/%1"_s, before.id.value()), wire::datasetChanges(before, after),
                          wire::datasetFromJson);
}

ApiCall<void> *DatasetsApi::remove(const DatasetId &id)
{
    return Chapter::remove(path(u"/evals/datasets/%1"_s, id.value()));
}

ApiCall<QList<Scenario>> *DatasetsApi::listScenarios(const DatasetId &dataset)
{
    return Chapter::get<QList<Scenario>>(path(u"/evals/datasets/%1/scenarios"_s, dataset.value()),
                                         listOf<Scenario>(wire::scenarioFromJson));
}

ApiCall<Scenario> *DatasetsApi::createScenario(const DatasetId &dataset, const Scenario &scenario)
{
    return write<Scenario>("POST", path(u"/evals/datasets/%1/scenarios"_s, dataset.value()), wire::scenarioCreation(scenario),
                           wire::scenarioFromJson);
}

ApiCall<Scenario> *DatasetsApi::updateScenario(const Scenario &before, const Scenario &after)
{
    return write<Scenario>("PATCH", path(u"/evals/scenarios/%1"_s, before.id.value()), wire::scenarioChanges(before, after),
                           wire::scenarioFromJson);
}

ApiCall<void> *DatasetsApi::removeScenario(const ScenarioId &id)
{
    return Chapter::remove(path(u"/evals/scenarios/%1"_s, id.value()));
}

} // namespace desk
