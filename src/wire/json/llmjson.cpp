#include "wire/json/llmjson.h"

#include "wire/json/optionals.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

Result<LlmModel> modelFromJson(const QJsonValue &value)
{
    Reader reader(value, u"model"_s);
    LlmModel model;
    model.id = reader.requiredId("id"_L1);
    model.provider = reader.string("provider"_L1);
    model.description = reader.string("description"_L1);
    model.isStored = reader.boolean("db_model"_L1);
    model.gatewayId = reader.string("model_id"_L1);
    model.actualModel = reader.string("actual_model"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return model;
}

LlmPurposeLoad purposeLoad(const QString &purpose, const Reader &reader)
{
    return {purpose, optionalInteger(reader, "active"_L1), optionalBigInteger(reader, "total_requests"_L1),
            optionalBigInteger(reader, "total_fallbacks"_L1), optionalInteger(reader, "peak_active"_L1)};
}

} // namespace

Result<LlmCatalog> llmCatalogFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    Result<QList<LlmModel>> models = listFromJson<LlmModel>(reader.value("models"_L1), modelFromJson);
    if (!models)
        return Unexpected{models.error()};
    return LlmCatalog{*std::move(models), textMap(reader.object("purposes"_L1))};
}

Result<LlmHealth> llmHealthFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"llm_health"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    LlmHealth health;
    health.isUp = optionalBoolean(reader, "litellm"_L1);
    health.gatewayUrl = reader.string("litellm_url"_L1);
    health.modelsAvailable = optionalInteger(reader, "models_available"_L1);
    return health;
}

Result<LlmLoad> llmLoadFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"llm_load"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    LlmLoad load;
    load.totalActive = optionalInteger(reader, "total_llm_active"_L1);
    load.threshold = optionalInteger(reader, "threshold"_L1);
    load.isFallingBack = optionalBoolean(reader, "fallback_active"_L1);
    const QJsonObject purposes = reader.object("purposes"_L1);
    for (auto it = purposes.begin(); it != purposes.end(); ++it)
        load.purposes.append(purposeLoad(it.key(), Reader(it.value())));
    return load;
}

Result<LlmPurposes> llmPurposesFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"llm_purposes"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    LlmPurposes purposes;
    purposes.purposes = textMap(reader.object("purposes"_L1));
    purposes.configurable = reader.strings("configurable_purposes"_L1);
    const QJsonArray models = reader.array("available_models"_L1);
    for (const QJsonValue item : models) {
        const Reader model(item);
        const QString name = model.string("model_name"_L1);
        if (!name.isEmpty())
            purposes.choices.append({name, model.string("actual_model"_L1), model.string("description"_L1)});
    }
    return purposes;
}

Result<LlmOutcome> llmOutcomeFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"llm_outcome"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    return LlmOutcome{reader.boolean("success"_L1, true), reader.string("message"_L1)};
}

} // namespace desk::wire
