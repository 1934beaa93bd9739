#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

struct AgentModel {
    QString id; // what goes into Agent::model
    QString ownedBy;
    QDateTime createdAt; // UTC; invalid where the server gives 0
};

// GET /agents/models (contract 3.1): the models an agent may name, or, with the model gateway down, why there are none and which
// purposes always work.
struct AgentModels {
    QList<AgentModel> models;
    QString error; // empty: the list is good
    QString note;
    QStringList commonPurposes; // only with an error

    [[nodiscard]] bool isAvailable() const { return error.isEmpty(); }
};

} // namespace desk
