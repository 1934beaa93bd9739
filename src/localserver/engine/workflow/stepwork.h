#pragma once

#include "domain/execution.h"

#include <QJsonValue>
#include <QObject>

namespace desk::server {

// How a piece of an execution ended.
struct StepOutcome {
    QJsonValue output;
    QString error;     // for people; empty: it worked
    QString errorType; // "step_failed" where it says nothing
    QString stepId;    // the one that failed, innermost
    bool isSkipped = false;
    ExecutionUsage usage; // its own
};

// A piece of an execution that works: one step or several. Emits finished() once, never from within start(). Destroying it stops it.
// Main thread.
class StepWork : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;

Q_SIGNALS:
    void finished(const desk::server::StepOutcome &outcome);

protected:
    // As soon as control is back in the event loop.
    void finishLater(const StepOutcome &outcome);
    void failLater(const QString &error);
};

} // namespace desk::server
