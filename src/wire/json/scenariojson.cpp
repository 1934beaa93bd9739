#include "wire/json/scenariojson.h"

#include "wire/json/members.h"
#include "wire/json/optionals.h"
#include "wire/json/overlay.h"

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr std::array changeable{"name"_L1,
                                "query"_L1,
                                "expected_agent"_L1,
                                "expected_tools"_L1,
                                "expected_output_contains"_L1,
                                "expected_outcome"_L1,
                                "scenario_metadata"_L1,
                                "tags"_L1,
                                "is_active"_L1};
constexpr std::span creatable = std::span(changeable).first(changeable.size() - 1); // all but is_active

// A list that did not change keeps what else the server has in it.
void overlayList(Overlay &out, const QJsonObject &raw, QLatin1StringView key, const std::optional<QStringList> &list)
{
    if (!raw.contains(key) || optionalStrings(Reader(raw), key) != list)
        out.value(key, list ? QJsonValue(QJsonArray::fromStringList(*list)) : QJsonValue());
}

} // namespace

Result<Scenario> scenarioFromJson(const QJsonValue &value)
{
    Reader reader(value, u"scenario"_s);
    Scenario scenario;
    scenario.id = ScenarioId(reader.requiredId("id"_L1));
    scenario.datasetId = DatasetId(reader.string("dataset_id"_L1));
    scenario.name = reader.string("name"_L1);
    scenario.query = reader.string("query"_L1);
    scenario.expectedAgent = reader.string("expected_agent"_L1);
    scenario.expectedTools = optionalStrings(reader, "expected_tools"_L1);
    scenario.expectedOutputContains = optionalStrings(reader, "expected_output_contains"_L1);
    scenario.expectedOutcome = reader.string("expected_outcome"_L1);
    scenario.metadata = reader.object("scenario_metadata"_L1);
    scenario.tags = reader.strings("tags"_L1);
    scenario.isActive = reader.boolean("is_active"_L1, true);
    scenario.createdAt = reader.time("created_at"_L1);
    scenario.updatedAt = reader.time("updated_at"_L1);
    scenario.raw = reader.json();
    if (reader.failed())
        return Unexpected{reader.error()};
    return scenario;
}

QJsonObject toJson(const Scenario &scenario)
{
    const QJsonObject &raw = scenario.raw;
    Overlay out(raw);
    out.id("id"_L1, scenario.id.value());
    out.id("dataset_id"_L1, scenario.datasetId.value());
    out.string("name"_L1, scenario.name);
    out.string("query"_L1, scenario.query);
    out.optional("expected_agent"_L1, scenario.expectedAgent);
    overlayList(out, raw, "expected_tools"_L1, scenario.expectedTools);
    overlayList(out, raw, "expected_output_contains"_L1, scenario.expectedOutputContains);
    out.optional("expected_outcome"_L1, scenario.expectedOutcome);
    if (!raw.contains("scenario_metadata"_L1) || Reader(raw).object("scenario_metadata"_L1) != scenario.metadata)
        out.value("scenario_metadata"_L1, scenario.metadata);
    if (!raw.contains("tags"_L1) || Reader(raw).strings("tags"_L1) != scenario.tags)
        out.value("tags"_L1, QJsonArray::fromStringList(scenario.tags));
    out.boolean("is_active"_L1, scenario.isActive);
    out.time("created_at"_L1, scenario.createdAt);
    out.time("updated_at"_L1, scenario.updatedAt);
    return out.json();
}

QJsonObject scenarioCreation(const Scenario &scenario)
{
    return presentMembers(toJson(scenario), creatable);
}

QJsonObject scenarioChanges(const Scenario &before, const Scenario &after)
{
    return changedMembers(toJson(before), toJson(after), changeable);
}

} // namespace desk::wire
