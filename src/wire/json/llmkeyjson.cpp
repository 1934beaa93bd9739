#include "wire/json/llmkeyjson.h"

#include "wire/json/optionals.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

Result<LlmKeyState> keyStateFromJson(const QJsonValue &value)
{
    Reader reader(value, u"llm_key"_s);
    LlmKeyState state;
    state.provider = LlmProvider::fromWire(reader.requiredId("provider"_L1));
    state.isConfigured = reader.boolean("configured"_L1);
    state.maskedKey = reader.string("masked_key"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return state;
}

Result<CloudModel> cloudModelFromJson(const QJsonValue &value)
{
    Reader reader(value, u"cloud_model"_s);
    CloudModel model;
    model.id = reader.requiredId("id"_L1);
    model.name = reader.string("name"_L1);
    model.provider = LlmProvider::fromWire(reader.string("provider"_L1));
    model.description = reader.string("description"_L1);
    model.contextWindow = optionalInteger(reader, "context_window"_L1);
    model.isRegistered = reader.boolean("registered"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return model;
}

} // namespace

Result<QList<LlmKeyState>> llmKeyStatesFromJson(const QJsonValue &value)
{
    return listFromJson<LlmKeyState>(Reader(value).value("providers"_L1), keyStateFromJson);
}

QJsonObject toJson(const LlmKey &key)
{
    QJsonObject out{{u"provider"_s, key.provider.wire()}, {u"api_key"_s, key.apiKey}};
    if (!key.awsAccessKeyId.isEmpty())
        out.insert("aws_access_key_id"_L1, key.awsAccessKeyId);
    if (!key.awsSecretAccessKey.isEmpty())
        out.insert("aws_secret_access_key"_L1, key.awsSecretAccessKey);
    if (!key.awsRegion.isEmpty())
        out.insert("aws_region"_L1, key.awsRegion);
    return out;
}

Result<CloudModels> cloudModelsFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    Result<QList<CloudModel>> models = listFromJson<CloudModel>(reader.value("models"_L1), cloudModelFromJson);
    if (!models)
        return Unexpected{models.error()};
    CloudModels out;
    out.provider = LlmProvider::fromWire(reader.string("provider"_L1));
    out.models = *std::move(models);
    out.isKeyConfigured = reader.boolean("api_key_configured"_L1);
    out.needsKeyAgain = reader.boolean("needs_key_resave"_L1);
    out.providerError = reader.string("provider_error"_L1);
    return out;
}

} // namespace desk::wire
