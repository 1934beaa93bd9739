#pragma once

#include "domain/ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace desk {

// A named set of scenarios to evaluate agents with (contract 3.15). Fields this client does not know stay in `raw`.
struct Dataset {
    DatasetId id;
    QString name; // unique, also after a deletion; up to 120 characters
    QString description;
    QString agent; // a name or an id, as the server has it (contract 1.4)
    QStringList tags;
    bool isActive = true;
    UserId createdBy;
    std::optional<int> scenarioCount;
    QDateTime createdAt; // UTC
    QDateTime updatedAt;
    QJsonObject raw;
};

// One question with what a good answer is held against (contract 3.15). Absent expectations are not checked;
// a list that is there and empty expects nothing.
struct Scenario {
    ScenarioId id;
    DatasetId datasetId;
    QString name; // up to 255 characters
    QString query;
    QString expectedAgent;
    std::optional<QStringList> expectedTools;
    std::optional<QStringList> expectedOutputContains;
    QString expectedOutcome;
    QJsonObject metadata;
    QStringList tags;
    bool isActive = true;
    QDateTime createdAt; // UTC
    QDateTime updatedAt;
    QJsonObject raw;
};

} // namespace desk
