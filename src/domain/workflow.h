#pragma once

#include "domain/guardrails.h"
#include "domain/ids.h"

#include <QByteArray>
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
    QString summary; // the tool, agent or condition in one line; follows from raw
    QJsonObject raw;
};

// Contract 3.4. Fields this client does not know stay in `raw`, so that an edit writes them back unchanged.
struct Workflow {
    WorkflowId id;
    QString name;
    QString description;
    QList<WorkflowStep> steps; // in order of execution
    QJsonObject trigger;       // free
    Guardrails guardrails;
    bool isActive = true;
    bool isBuiltin = false;
    UserId createdBy; // empty for built-ins
    int version = 0;
    QDateTime createdAt; // UTC; built-ins of the team server report the time of the request
    QDateTime updatedAt;
    QJsonObject raw;
    QByteArray etag; // of a single reading, where the server gives one: an update sends it along (HTTP-29)
};

} // namespace desk
