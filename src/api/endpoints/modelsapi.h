#pragma once

#include "api/endpoints/chapter.h"
#include "domain/completion.h"
#include "domain/llm.h"

namespace desk {

// The gateway to language models (contract 3.17). What is marked admin answers others with Kind::Forbidden; a gateway that cannot be
// reached is Kind::Gateway there and an empty list in models().
class ModelsApi : public Chapter
{
public:
    using Chapter::Chapter;

    ApiCall<LlmCatalog> *models();
    ApiCall<LlmHealth> *health();
    ApiCall<LlmLoad> *load();

    ApiCall<LlmPurposes> *purposes();
    ApiCall<LlmOutcome> *setPurpose(const QString &purpose, const QString &modelName); // admin

    ApiCall<QList<LlmKeyState>> *keys();            // admin
    ApiCall<LlmOutcome> *setKey(const LlmKey &key); // admin; from here on logs and errors leave its secrets out
    ApiCall<LlmOutcome> *cleanStaleKeys();          // admin

    ApiCall<CloudModels> *cloudModels(const LlmProvider &provider);                                     // admin
    ApiCall<LlmOutcome> *registerCloudModels(const LlmProvider &provider, const QStringList &modelIds); // admin
    ApiCall<LlmOutcome> *deleteModels(const QStringList &gatewayIds);                                   // admin; LlmModel::gatewayId

    ApiCall<Completion> *complete(const CompletionRequest &request);
    ApiCall<QList<GeneratedImage>> *createImages(const ImageRequest &request);
    ApiCall<QString> *transcribe(const QString &audioPath);                          // the spoken text; its language is guessed
    ApiCall<void> *speak(const SpeechRequest &request, const QString &downloadPath); // the audio goes to that file
};

} // namespace desk
