#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace desk {

// Direct use of the gateway's models, without an agent (contract 3.17).

struct TokenUsage {
    std::optional<qint64> promptTokens;
    std::optional<qint64> completionTokens;
    std::optional<qint64> totalTokens;
};

struct CompletionMessage {
    QString role; // "system", "user", "assistant"
    QString content;
};

struct CompletionRequest {
    QList<CompletionMessage> messages;
    QString model;                     // a purpose or a model; empty: the server's default, "agent"
    std::optional<double> temperature; // 0 … 2
    std::optional<int> maxTokens;      // above 0
};

struct Completion {
    QString model;
    QString content; // markdown; hostile
    QString finishReason;
    std::optional<TokenUsage> usage;
};

struct ImageRequest {
    QString prompt;
    QString model; // empty: "image"
    QString size;  // "1024x1024" where empty
    int count = 1; // 1 … 4
};

// One of the two, as the model gives it.
struct GeneratedImage {
    QUrl url; // of a stranger: nothing loads it unasked
    QByteArray bytes;
};

struct SpeechRequest {
    QString input;
    QString model;               // empty: "voice"
    QString voice;               // empty: "alloy"
    QString format;              // empty: "mp3"
    std::optional<double> speed; // 0.25 … 4
};

} // namespace desk
