#pragma once

#include "api/endpoints/chapter.h"
#include "domain/dataset.h"

namespace desk {

// Datasets and their scenarios (contract 3.15).
class DatasetsApi : public Chapter
{
public:
    using Chapter::Chapter;

    ApiCall<QList<Dataset>> *list(const QString &agent = {}); // newest first; a name or an id, as the datasets have it
    ApiCall<Dataset> *create(const Dataset &dataset);
    ApiCall<Dataset> *get(const DatasetId &id); // without its scenarios
    ApiCall<Dataset> *update(const Dataset &before, const Dataset &after);
    ApiCall<void> *remove(const DatasetId &id);

    ApiCall<QList<Scenario>> *listScenarios(const DatasetId &dataset); // oldest first; none for a dataset that is not there
    ApiCall<Scenario> *createScenario(const DatasetId &dataset, const Scenario &scenario);
    ApiCall<Scenario> *updateScenario(const Scenario &before, const Scenario &after);
    ApiCall<void> *removeScenario(const ScenarioId &id);
};

} // namespace desk
