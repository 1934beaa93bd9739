#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace desk {

// What a workflow was given to run with, to be given again (WF-18): by a name somebody chose, or as one of the last.
struct WorkflowInput {
    static constexpr qsizetype maxName = 120;
    static constexpr qsizetype maxBytes = 256 * 1024; // as JSON; a longer one is not kept

    QString id;
    QString workflow; // id of the definition
    QString name;     // of a preset; empty: one of the last
    QJsonObject input;
    QDateTime usedAt; // UTC

    bool operator==(const WorkflowInput &) const = default;
};

} // namespace desk
