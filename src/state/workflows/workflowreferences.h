#pragma once

#include <QJsonObject>
#include <QStringList>

namespace desk {

// What the steps of a workflow name, at any depth (contract 5.4): the server never looks whether it exists. Each once, in the order of the
// steps. Pure, any thread.
struct WorkflowReferences {
    QStringList tools;
    QStringList agents;      // by name or id, as the step says it
    QStringList repeatedIds; // of steps that are not the only one of their id in their list

    [[nodiscard]] static WorkflowReferences of(const QJsonObject &workflow);
};

} // namespace desk
