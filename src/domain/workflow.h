#pragma once

#include "domain/ids.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace desk {

// A step as far as a reader needs it; the whole definition stays in `raw` (contract 5.4).
struct WorkflowStep {
    QString id;
    QString type;    // "tool", "agent", "condition", "human", "parallel", "loop", …
    QString title;   // name, else id
    QString summary; // the tool, agent or condition in one line
    QJsonObject raw;
};

struct Workflow {
    WorkflowId id;
    QString name;
    QString description;
    QList<WorkflowStep> steps;
    bool isBuiltin = false;
    int version = 0;
    QDateTime updatedAt;
    QJsonObject raw;
};

} // namespace desk
