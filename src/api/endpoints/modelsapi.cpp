#include "api/endpoints/modelsapi.h"

#include "domain/log.h"
#include "wire/json/completionjson.h"
#include "wire/json/llmjson.h"
#include "wire/json/llmkeyjson.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// What a model works on is paid for and slow: sent once, awaited long.
RequestSpec modelWork(const QString &path, const QByteArray &body)
{
    return {.verb = "POST", .path = path, .body = body, .patience = Patience::blocking(), .mayRepeat = false};
}

} // namespace

ApiCall<LlmCatalog> *ModelsApi::models()
{
    return get<LlmCatalog>(u"/llm/models"_s, wire::llmCatalogFromJson);
}

ApiCall<LlmHealth> *ModelsApi::health()
{
    return get<LlmHealth>(u"/llm/health"_s, wire::llmHealthFromJson);
}

ApiCall<LlmLoad> *ModelsApi::load()
{
    return get<LlmLoad>(u"/llm/load"_s, wire::llmLoadFromJson);
}

ApiCall<LlmPurposes> *ModelsApi::purposes()
{
    return get<LlmPurposes>(u"/llm/purposes"_s, wire::llmPurposesFromJson);
}

ApiCall<LlmOutcome> *ModelsApi::setPurpose(const QString &purpose, const QString &modelName)
{
    return write<LlmOutcome>("POST", u"/llm/purposes"_s, {{u"purpose"_s, purpose}, {u"model_name"_s, modelName}}, wire::llmOutcomeFromJson);
}

ApiCall<QList<LlmKeyState>> *ModelsApi::keys()
{
    return get<QList<LlmKeyState>>(u"/llm/keys"_s, wire::llmKeyStatesFromJson);
}

ApiCall<LlmOutcome> *ModelsApi::setKey(const LlmKey &key)
{
    for (const QString &secret : {key.apiKey, key.awsAccessKeyId, key.awsSecretAccessKey})
        registerSecret(secret.toUtf8());
    return write<LlmOutcome>("POST", u"/llm/keys"_s, wire::toJson(key), wire::llmOutcomeFromJson);
}

ApiCall<LlmOutcome> *ModelsApi::cleanStaleKeys()
{
    return write<LlmOutcome>("POST", u"/llm/keys/clean-stale"_s, {}, wire::llmOutcomeFromJson);
}

ApiCall<CloudModels> *ModelsApi::cloudModels(const LlmProvider &provider)
{
    return get<CloudModels>(path(u"/llm/cloud-models/%1"_s, provider.wire()), wire::cloudModelsFromJson);
}

ApiCall<LlmOutcome> *ModelsApi::registerCloudModels(const LlmProvider &provider, const QStringList &modelIds)
{
    return write<LlmOutcome>("POST", u"/llm/cloud-models/register"_s,
                             {{u"provider"_s, provider.wire()}, {u"model_ids"_s, QJsonArray::fromStringList(modelIds)}},
                             wire::llmOutcomeFromJson);
}

ApiCall<LlmOutcome> *ModelsApi::deleteModels(const QStringList &gatewayIds)
{
    return write<LlmOutcome>("POST", u"/llm/models/delete"_s, {{u"model_ids"_s, QJsonArray::fromStringList(gatewayIds)}},
                             wire::llmOutcomeFromJson);
}

ApiCall<Completion> *ModelsApi::complete(const CompletionRequest &request)
{
    return send<Completion>(modelWork(u"/llm/completions"_s, compact(wire::toJson(request))), wire::completionFromJson);
}

ApiCall<QList<GeneratedImage>> *ModelsApi::createImages(const ImageRequest &request)
{
    return send<QList<GeneratedImage>>(modelWork(u"/llm/images/create"_s, compact(wire::toJson(request))), wire::imagesFromJson);
}

ApiCall<QString> *ModelsApi::transcribe(const QString &audioPath)
{
    RequestSpec spec = modelWork(u"/llm/audio/transcribe"_s, {});
    spec.uploadPath = audioPath;
    spec.uploadName = QFileInfo(audioPath).fileName();
    return send<QString>(std::move(spec), wire::transcriptFromJson);
}

ApiCall<void> *ModelsApi::speak(const SpeechRequest &request, const QString &downloadPath)
{
    RequestSpec spec = modelWork(u"/llm/audio/speech"_s, compact(wire::toJson(request)));
    spec.downloadPath = downloadPath;
    return new ApiCall<void>(m_transport, std::move(spec));
}

} // namespace desk
