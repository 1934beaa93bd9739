#pragma once

#include "domain/openenum.h"

#include <QDebug>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// The server's gateway to language models (contract 3.17).

struct LlmModel {
    QString id; // what agents name
    QString provider;
    QString description;
    bool isStored = false; // db_model: registered at run time, so it can be deleted
    QString gatewayId;     // model_id: what a deletion names; may be empty
    QString actualModel;
};

// Both empty while the gateway is down.
struct LlmCatalog {
    QList<LlmModel> models;
    QMap<QString, QString> purposes; // purpose → model
};

struct LlmHealth {
    std::optional<bool> isUp;
    QString gatewayUrl;
    std::optional<int> modelsAvailable;
};

struct LlmPurposeLoad {
    QString purpose;
    std::optional<int> active;
    std::optional<qint64> totalRequests;
    std::optional<qint64> totalFallbacks;
    std::optional<int> peakActive;
};

struct LlmLoad {
    std::optional<int> totalActive;
    std::optional<int> threshold; // from here on requests fall back
    std::optional<bool> isFallingBack;
    QList<LlmPurposeLoad> purposes; // by name
};

struct LlmPurposes {
    struct Choice {
        QString modelName;
        QString actualModel;
        QString description;
    };
    QMap<QString, QString> purposes; // purpose → model
    QStringList configurable;
    QList<Choice> choices;
};

enum class LlmVendor { OpenAi, Anthropic, Bedrock, Unknown };

constexpr std::array<EnumWord<LlmVendor>, 3> enumWords(LlmVendor)
{
    return {{
        {LlmVendor::OpenAi, QLatin1StringView("openai")},
        {LlmVendor::Anthropic, QLatin1StringView("anthropic")},
        {LlmVendor::Bedrock, QLatin1StringView("bedrock")},
    }};
}

using LlmProvider = OpenEnum<LlmVendor>;

// Whether a provider's key is set; the key itself never comes back.
struct LlmKeyState {
    LlmProvider provider;
    bool isConfigured = false;
    QString maskedKey; // the server's own mask, fit to be shown
};

// What POST /llm/keys wants, on its way to the server and nowhere else: not kept, not shown, not logged.
struct LlmKey {
    LlmProvider provider;
    QString apiKey; // OpenAI and Anthropic; the AWS members are Bedrock's
    QString awsAccessKeyId;
    QString awsSecretAccessKey;
    QString awsRegion;
};
QDebug operator<<(QDebug, const LlmKey &) = delete;

struct CloudModel {
    QString id;
    QString name;
    LlmProvider provider;
    QString description;
    std::optional<int> contextWindow; // tokens
    bool isRegistered = false;
};

// What a provider offers to the key that is set for it.
struct CloudModels {
    LlmProvider provider;
    QList<CloudModel> models;
    bool isKeyConfigured = false;
    bool needsKeyAgain = false; // the key is stored but can no longer be read: it must be entered again
    QString providerError;      // from the provider itself, hostile text
};

// The answer to a change at the gateway. A 200 may still say that it did not succeed.
struct LlmOutcome {
    bool succeeded = true;
    QString message;
};

} // namespace desk
