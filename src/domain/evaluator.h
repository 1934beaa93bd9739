#pragma once

#include "domain/ids.h"
#include "domain/scorer.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace desk {

// A stored scorer definition (contract 3.15). Fields this client does not know stay in `raw`, those of the scorer in `config`.
struct Evaluator {
    EvaluatorId id;
    QString name; // unique, also after a deletion: contract 1.9
    QString description;
    QJsonObject config;
    bool isActive = true;
    UserId createdBy;
    int version = 0;
    QDateTime createdAt; // UTC
    QDateTime updatedAt;
    QJsonObject raw;

    // What the server takes where the config says nothing.
    [[nodiscard]] ScorerName type() const;
    [[nodiscard]] int thresholdMs() const;           // of Scorer::Latency
    [[nodiscard]] QStringList expectedTools() const; // of Scorer::ToolUsage

    // The other members of config stay.
    void setType(const ScorerName &type);
    void setThresholdMs(int milliseconds);
    void setExpectedTools(const QStringList &tools);
};

} // namespace desk
