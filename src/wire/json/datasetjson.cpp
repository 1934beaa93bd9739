#include "wire/json/datasetjson.h"

#include "wire/json/members.h"
#include "wire/json/optionals.h"
#include "wire/json/overlay.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr std::array creatable{"name"_L1, "description"_L1, "agent_id"_L1, "tags"_L1};
constexpr std::array changeable{"name"_L1, "description"_L1, "agent_id"_L1, "tags"_L1, "is_active"_L1};

} // namespace

Result<Dataset> datasetFromJson(const QJsonValue &value)
{
    Reader reader(value, u"dataset"_s);
    Dataset dataset;
    dataset.id = DatasetId(reader.requiredId("id"_L1));
    dataset.name = reader.requiredString("name"_L1);
    dataset.description = reader.string("description"_L1);
    dataset.agent = reader.string("agent_id"_L1);
    dataset.tags = reader.strings("tags"_L1);
    dataset.isActive = reader.boolean("is_active"_L1, true);
    dataset.createdBy = UserId(reader.string("created_by"_L1));
    dataset.scenarioCount = optionalInteger(reader, "scenario_count"_L1);
    dataset.createdAt = reader.time("created_at"_L1);
    dataset.updatedAt = reader.time("updated_at"_L1);
    dataset.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return dataset;
}

QJsonObject toJson(const Dataset &dataset)
{
    Overlay out(dataset.raw);
    out.id("id"_L1, dataset.id.value());
    out.string("name"_L1, dataset.name);
    out.optional("description"_L1, dataset.description);
    out.optional("agent_id"_L1, dataset.agent);
    if (!dataset.raw.contains("tags"_L1) || Reader(dataset.raw).strings("tags"_L1) != dataset.tags)
        out.value("tags"_L1, QJsonArray::fromStringList(dataset.tags));
    out.boolean("is_active"_L1, dataset.isActive);
    out.optional("created_by"_L1, dataset.createdBy.value());
    if (dataset.scenarioCount)
        out.integer("scenario_count"_L1, *dataset.scenarioCount);
    out.time("created_at"_L1, dataset.createdAt);
    out.time("updated_at"_L1, dataset.updatedAt);
    return out.json();
}

QJsonObject datasetCreation(const Dataset &dataset)
{
    return presentMembers(toJson(dataset), creatable);
}

QJsonObject datasetChanges(const Dataset &before, const Dataset &after)
{
    return changedMembers(toJson(before), toJson(after), changeable);
}

} // namespace desk::wire
