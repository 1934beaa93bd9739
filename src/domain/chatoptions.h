#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// How the questions of one conversation are to be answered (CH-21, CH-25 … CH-28). What is not set is left to the server. What a server
// takes of it is ChatAbilities' to say.
struct ChatOptions {
    static constexpr double maxTemperature = 2;
    static constexpr int maxTokensLimit = 32'000;

    QString model;                    // empty: the server chooses
    QStringList agents;               // names; empty: the server chooses
    std::optional<QStringList> tools; // names; nothing: all that the agent has
    bool searchesWeb = false;
    std::optional<bool> searchesDocuments; // nothing: as the server does where it can, which is to search them
    std::optional<double> temperature;     // 0 … 2
    std::optional<int> maxTokens;          // of an answer, 1 … 32 000

    friend bool operator==(const ChatOptions &, const ChatOptions &) = default;
};

} // namespace desk
